import { billOfMaterials, emits, type OtherMaterial } from "../ledger";
import type { FleetDocument, PhysicalSiteSpec } from "../model";
import type { PlanningContext } from "../owned/allocation/pool-requests";
import type { PlannedFabric } from "../owned/allocation/switch-requests";
import { type CablePlan, planCables } from "../owned/fabric/cables";
import { fabricMaterials } from "../owned/fabric/materials";
import { allocatedNames } from "../owned/fabric/names";
import { positionsAt } from "../owned/fabric/placed";
import { networksOf } from "../owned/fabric/plan";
import { resolveSite } from "../owned/resolve/resolve-site";
import { fabricDrawing } from "./drawings/fabric";
import type { EmittedFile } from "./emit";
import { accessFiles } from "./schedules/access";
import { addressFiles } from "./schedules/addresses";
import { cableFiles } from "./schedules/cables";
import { commissioningFiles } from "./schedules/commissioning";
import { guaranteeFiles } from "./schedules/guarantees";
import { hardwareFiles } from "./schedules/hardware";
import { hostFiles } from "./schedules/hosts";
import { noticeFiles } from "./schedules/notices";
import { obligationFiles } from "./schedules/obligations";
import { opticsFiles } from "./schedules/optics";
import { rentFiles } from "./schedules/rent";
import { responsibilityFiles } from "./schedules/responsibility";

/** What the files of a site are made with. */
export interface SiteFilesContext extends PlanningContext {
  readonly document: FleetDocument;
}

interface CabledFabric extends PlannedFabric {
  readonly cables: readonly CablePlan[];
}

/**
 * What people take away of a site that is not a cloud: schedules for spreadsheets, pages to read, drawings. Pure, and of no day: what
 * depends on one is asked of the command.
 */
export function siteFiles(site: PhysicalSiteSpec, context: SiteFilesContext): EmittedFile[] {
  const fabrics = cabledFabrics(site, context);
  return [
    ...contractFiles(site, context),
    ...responsibilityFiles(site),
    ...accessFiles(site),
    ...commissioningFiles(site),
    ...hardwareFiles(site, billOfMaterials(site, { ...materialContext(context), others: materials(fabrics) })),
    ...placeFiles(site, context),
    ...fabrics.flatMap((each) => fabricFiles(site, each)),
  ];
}

function contractFiles(site: PhysicalSiteSpec, { document, machine }: SiteFilesContext): EmittedFile[] {
  const { policy } = document.spec;
  const cover = { machine, months: policy.guaranteedMonths };
  return [
    ...rentFiles(site, machine),
    ...obligationFiles(site, { machine, fiscalYearStart: policy.fiscalYearStart }),
    ...noticeFiles(document.spec, { ...cover, site: site.name }),
    ...guaranteeFiles(document.spec, site.name, cover),
  ];
}

const materialContext = ({ document, machine }: SiteFilesContext) => ({ policy: document.spec.policy, machine });

/** Where everything stands and its addresses: of hosts, only where one operates them. */
function placeFiles(site: PhysicalSiteSpec, context: SiteFilesContext): EmittedFile[] {
  const resolved = resolveSite(site, context);
  return [...addressFiles(resolved), ...(emits(site, "hosts") ? hostFiles(resolved) : [])];
}

function cabledFabrics(site: PhysicalSiteSpec, context: SiteFilesContext): CabledFabric[] {
  const hostsPerMachine = (type: string) => context.machine(type)?.hosts ?? 1;
  return resolveSite(site, context).fabrics.map((each) => {
    const positionOf = positionsAt(site, each.fabric, hostsPerMachine);
    return { ...each, cables: networksOf(each.plan).map((network) => planCables(network, positionOf)) };
  });
}

const materials = (fabrics: readonly CabledFabric[]): OtherMaterial[] =>
  fabrics.flatMap(({ plan, cables }) => fabricMaterials(plan, cables));

const fabricFiles = (site: PhysicalSiteSpec, { fabric, plan, cables }: CabledFabric): EmittedFile[] => [
  ...cableFiles(fabric, cables, allocatedNames(fabric, site.allocation)),
  ...opticsFiles(plan, cables),
  fabricDrawing(plan, cables),
];
