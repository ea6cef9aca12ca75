import { billOfMaterials, emits } from "../ledger";
import type { FleetDocument, PhysicalSiteSpec } from "../model";
import type { PlanningContext } from "../owned/allocation/planning-context";
import { placedRacks } from "../owned/power/placed-racks";
import { rackMaterials } from "../owned/racks/materials";
import { standingRacks } from "../owned/racks/standing";
import { type ResolvedSite, resolveSite } from "../owned/resolve/resolve-site";
import { hallPlans } from "./drawings/hall-plan";
import { oneLineFiles } from "./drawings/one-line";
import { rackElevations } from "./drawings/rack-elevation";
import type { EmittedFile } from "./emit";
import { cabledFabricsOf, fabricFiles, materialsOfFabrics } from "./fabric-files";
import { schedulerFiles } from "./scheduler/scheduler-files";
import { accessFiles } from "./schedules/access";
import { addressFiles } from "./schedules/addresses";
import { commissioningFiles } from "./schedules/commissioning";
import { elevationSchedules } from "./schedules/elevations";
import { exposureFiles } from "./schedules/exposure";
import { feedFiles } from "./schedules/feeds";
import { guaranteeFiles } from "./schedules/guarantees";
import { hardwareFiles } from "./schedules/hardware";
import { hostFiles } from "./schedules/hosts";
import { noticeFiles } from "./schedules/notices";
import { obligationFiles } from "./schedules/obligations";
import { rentFiles } from "./schedules/rent";
import { responsibilityFiles } from "./schedules/responsibility";
import { usablePowerFiles } from "./schedules/usable-power";

/** What the files of a site are made with. */
export interface SiteFilesContext extends PlanningContext {
  readonly document: FleetDocument;
}

/**
 * What people and schedulers take away of a site that is not a cloud: schedules for spreadsheets, pages to read, drawings, and
 * configuration of the schedulers one operates. Pure, and of no day: what depends on one is asked of the command.
 */
export function siteFiles(site: PhysicalSiteSpec, context: SiteFilesContext): EmittedFile[] {
  const resolved = resolveSite(site, context);
  const fabrics = cabledFabricsOf(resolved, context.machine);
  const others = [...rackMaterials(resolved, context.rackType), ...materialsOfFabrics(fabrics)];
  return [
    ...contractFiles(site, context),
    ...responsibilityFiles(site),
    ...accessFiles(site),
    ...commissioningFiles(site),
    ...hardwareFiles(site, billOfMaterials(site, { ...materialContext(context), others })),
    ...placeFiles(resolved),
    ...usablePowerFiles(site),
    ...rackFiles(resolved, context),
    ...fabricFiles(fabrics),
    ...schedulerFiles(resolved, context),
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
const placeFiles = (resolved: ResolvedSite): EmittedFile[] => [
  ...addressFiles(resolved),
  ...(emits(resolved.site, "hosts") ? hostFiles(resolved) : []),
];

/** What stands in the racks, how they are fed, and where they stand. */
function rackFiles({ site, allocation }: ResolvedSite, context: SiteFilesContext): EmittedFile[] {
  const standing = standingRacks(site, allocation, context);
  const placed = placedRacks(site, standing);
  return [
    ...feedFiles(site, placed),
    ...oneLineFiles(site, placed),
    ...elevationSchedules(site, standing),
    ...hallPlans(site, standing),
    ...rackElevations(site, standing),
  ];
}

/** What people take away of all contracts together: days on which somebody must act, and what each party is to the fleet. */
export function fleetFiles({ document, machine }: SiteFilesContext): EmittedFile[] {
  const cover = { machine, months: document.spec.policy.guaranteedMonths };
  return [...noticeFiles(document.spec, cover), ...exposureFiles(document.spec, { machine })];
}
