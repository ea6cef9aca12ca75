import type { Machine } from "../../catalog";
import { leaseCovers, rentByYear, rentSchedule } from "../../ledger";
import { type FleetDocument, type LeaseTerms, type PhysicalSiteSpec, phasesOf, siteDates } from "../../model";

/** What lease figures are reckoned with. */
export interface LeaseContext {
  readonly fleet: FleetDocument;
  machine(type: string): Machine;
}

/** The terms of a lease that a reviewer wants to see change: rent by year, and what guarantees cover of it. */
export function leaseFigures(
  site: PhysicalSiteSpec,
  lease: LeaseTerms,
  { fleet, machine }: LeaseContext,
): Record<string, unknown> {
  const { policy } = fleet.spec;
  const dates = siteDates(site);
  const phases = phasesOf(site).map((phase) => [
    phase.id,
    { mw: phase.power.valueMW, rent_commencement: dates.rent(phase) ?? "not agreed" },
  ]);
  const years = rentByYear(rentSchedule(site, { machine }).lines, policy.fiscalYearStart);
  const rent = years.map(({ year, currency, amount }) => [year, `${amount.toFixed(2)} ${currency}`]);
  return {
    landlord: lease.landlord,
    state: lease.state,
    exclusive: lease.exclusive,
    end: lease.end ?? "not agreed",
    phases: Object.fromEntries(phases),
    ...(rent.length === 0 ? {} : { rent_by_year: Object.fromEntries(rent) }),
    ...guaranteeFigures(site, { fleet, machine }),
  };
}

/** The cover of the lease by guarantees; nothing where no guarantee names the site. */
function guaranteeFigures(site: PhysicalSiteSpec, { fleet, machine }: LeaseContext): Record<string, unknown> {
  const covers = leaseCovers(fleet.spec, { machine, months: fleet.spec.policy.guaranteedMonths });
  const cover = covers.find((each) => each.site === site.name);
  const [first] = cover?.rows ?? [];
  if (cover === undefined || first === undefined) return {};
  return {
    guarantee: {
      covered_first: `${first.covered.toFixed(2)} ${cover.currency}`,
      covered_from: first.month,
      short_from: cover.shortFrom ?? "never",
      bare_from: cover.bareFrom ?? "never",
      months_bare: cover.tailMonths,
    },
  };
}
