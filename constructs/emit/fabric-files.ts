import type { Machine } from "../catalog";
import type { OtherMaterial } from "../ledger";
import type { Allocation, PhysicalSiteSpec } from "../model";
import type { Fabric } from "../model/fabric";
import { type CablePlan, planCables } from "../owned/fabric/cables";
import { fabricMaterials } from "../owned/fabric/materials";
import { allocatedNames } from "../owned/fabric/names";
import { positionsAt } from "../owned/fabric/placed";
import { type FabricPlan, networksOf, planFabric } from "../owned/fabric/plan";
import type { ResolvedSite } from "../owned/resolve/resolve-site";
import { fabricDrawing } from "./drawings/fabric";
import type { EmittedFile } from "./emit";
import { cableFiles } from "./schedules/cables";
import { opticsFiles } from "./schedules/optics";

type MachineLookup = (type: string) => Machine | undefined;

/** A fabric of a site with its cabling, as files and bills are made from it. */
export interface CabledFabric {
  readonly fabric: Fabric;
  readonly plan: FabricPlan;
  readonly cables: readonly CablePlan[];
  /** What names devices. Absent: nothing is planned, and they have plain names. */
  readonly allocation: Allocation | undefined;
}

/** Every fabric of a site that can be wired, cabled between the places that documents and committed allocation say. */
export function cabledFabrics(site: PhysicalSiteSpec, machine: MachineLookup): CabledFabric[] {
  return site.fabrics.flatMap((fabric) => {
    const cluster = site.clusters.find(({ name }) => name === fabric.cluster);
    const plan = cluster === undefined ? undefined : planFabric(fabric, cluster, machine);
    return plan === undefined ? [] : [cabled(site, plan, site.allocation, machine)];
  });
}

/** The same of a site whose hosts and switches have been planned, between the places where they are to stand. */
export const cabledFabricsOf = ({ site, fabrics, allocation }: ResolvedSite, machine: MachineLookup): CabledFabric[] =>
  fabrics.map(({ plan }) => cabled(site, plan, allocation, machine));

function cabled(
  site: PhysicalSiteSpec,
  plan: FabricPlan,
  allocation: Allocation | undefined,
  machine: MachineLookup,
): CabledFabric {
  const { fabric } = plan;
  const positionOf = positionsAt({ halls: site.halls, allocation }, fabric, (type) => machine(type)?.hosts ?? 1);
  return { fabric, plan, cables: networksOf(plan).map((network) => planCables(network, positionOf)), allocation };
}

/** What people take away of fabrics: cable schedules, bills of switches, modules and cables, and a drawing of each. */
export const fabricFiles = (fabrics: readonly CabledFabric[]): EmittedFile[] =>
  fabrics.flatMap(({ fabric, plan, cables, allocation }) => [
    ...cableFiles(fabric, cables, allocatedNames(fabric, allocation)),
    ...opticsFiles(plan, cables),
    fabricDrawing(plan, cables),
  ]);

/** What of fabrics is bought, for the bill of materials of their site. */
export const materialsOfFabrics = (fabrics: readonly CabledFabric[]): OtherMaterial[] =>
  fabrics.flatMap(({ plan, cables }) => fabricMaterials(plan, cables));
