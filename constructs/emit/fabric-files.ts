import type { Machine } from "../catalog";
import type { OtherMaterial } from "../ledger";
import type { PhysicalSiteSpec } from "../model";
import type { Fabric } from "../model/fabric";
import { type CablePlan, planCables } from "../owned/fabric/cables";
import type { FabricCluster } from "../owned/fabric/facts";
import { fabricMaterials } from "../owned/fabric/materials";
import { allocatedNames } from "../owned/fabric/names";
import { positionsAt } from "../owned/fabric/placed";
import { type FabricPlan, networksOf, planFabric } from "../owned/fabric/plan";
import { fabricDrawing } from "./drawings/fabric";
import type { EmittedFile } from "./emit";
import { cableFiles } from "./schedules/cables";
import { opticsFiles } from "./schedules/optics";

/** A fabric of a site with its cabling, as files and bills are made from it. */
export interface CabledFabric {
  readonly fabric: Fabric;
  readonly plan: FabricPlan;
  readonly cables: readonly CablePlan[];
}

/** Every fabric of a site that can be wired, cabled between the places that documents and allocation say. */
export function cabledFabrics(site: PhysicalSiteSpec, machine: (type: string) => Machine | undefined): CabledFabric[] {
  return site.fabrics.flatMap((fabric): CabledFabric[] => {
    const cluster = site.clusters.find(({ name }) => name === fabric.cluster);
    const known: FabricCluster | undefined = cluster && { name: cluster.name, pools: cluster.pools };
    const plan = known === undefined ? undefined : planFabric(fabric, known, machine);
    if (plan === undefined) return [];
    const positionOf = positionsAt(site, fabric, (type) => machine(type)?.hosts ?? 1);
    return [{ fabric, plan, cables: networksOf(plan).map((network) => planCables(network, positionOf)) }];
  });
}

/** What people take away of fabrics: cable schedules, bills of switches, modules and cables, and a drawing of each. */
export const fabricFiles = (site: PhysicalSiteSpec, fabrics: readonly CabledFabric[]): EmittedFile[] =>
  fabrics.flatMap(({ fabric, plan, cables }) => [
    ...cableFiles(fabric, cables, allocatedNames(fabric, site.allocation)),
    ...opticsFiles(plan, cables),
    fabricDrawing(plan, cables),
  ]);

/** What of fabrics is bought, for the bill of materials of their site. */
export const materialsOfFabrics = (fabrics: readonly CabledFabric[]): OtherMaterial[] =>
  fabrics.flatMap(({ plan, cables }) => fabricMaterials(plan, cables));
