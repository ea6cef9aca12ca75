import { siteFigures } from "../../constructs/ledger";
import {
  countedMeaning,
  type FleetDocument,
  type PhysicalSiteSpec,
  phasesOf,
  type SiteDates,
  type SiteSpec,
  siteDates,
  siteInUse,
} from "../../constructs/model";
import { planSite } from "../../constructs/owned/allocation/plan-site";
import { type PlanningContext, planningContextOf } from "../../constructs/owned/allocation/planning-context";
import { standingRacks } from "../../constructs/owned/racks/standing";
import { leaseReadings } from "./lease-readings";
import { counted, type Reading } from "./reading";

/** What a site comes to, less the power that can be used, which depends on the day. A site that is retired comes to nothing. */
export function siteReadings(fleet: FleetDocument, given: SiteSpec): Reading[] {
  if (given.retired) return [];
  const site = siteInUse(given);
  const context = planningContextOf(fleet.spec);
  const figures = siteFigures(site, context.machine);
  const { criticalIT } = figures;
  return [
    ...(criticalIT === undefined
      ? []
      : [{ figure: "criticalIT" as const, amount: counted(criticalIT.value, "MW", criticalIT.bound) }]),
    ...phaseReadings(site),
    ...Object.entries(figures.accelerators).map(
      ([of, count]): Reading => ({ figure: "accelerators", of, amount: counted(count) }),
    ),
    ...(figures.machines === 0 ? [] : [{ figure: "machines" as const, amount: counted(figures.machines) }]),
    ...(site.tenure === "cloud" ? [] : rackReadings(site, context)),
    ...leaseReadings(fleet, site, context.machine),
  ];
}

/** The power of each phase, where there are several, and the days from which they can be used. */
function phaseReadings(site: SiteSpec): Reading[] {
  const phases = phasesOf(site);
  const dates: SiteDates = siteDates(site);
  return phases.flatMap((phase): Reading[] => {
    const { valueMW, bound } = phase.power;
    const usable = dates.usable(phase);
    return [
      ...(phases.length > 1 && countedMeaning(phase.power) === "criticalIT"
        ? [{ figure: "criticalIT" as const, of: phase.id, amount: counted(valueMW, "MW", bound) }]
        : []),
      ...(usable === undefined
        ? []
        : [{ figure: "usableFrom" as const, of: phase.id, amount: { is: "day" as const, day: usable } }]),
    ];
  });
}

/** Racks in which something stands, where the site says where racks stand. */
function rackReadings(site: PhysicalSiteSpec, context: PlanningContext): Reading[] {
  const racks = standingRacks(site, planSite(site, context).allocation, context);
  const filled = racks.filter(({ items }) => items.length > 0).length;
  return filled === 0 ? [] : [{ figure: "racks", amount: counted(filled) }];
}
