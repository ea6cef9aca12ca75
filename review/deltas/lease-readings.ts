import {
  committedCost,
  leaseCovers,
  type MachineLookup,
  rentByYear,
  rentInAll,
  rentSchedule,
  shortMonths,
} from "../../constructs/ledger";
import { type FleetDocument, leaseOf, phasesOf, type SiteSpec, siteDates } from "../../constructs/model";
import { counted, type Reading } from "./reading";

/** What the lease of a site comes to: rent, the months in which no guarantee covers it, what is committed. */
export function leaseReadings(fleet: FleetDocument, site: SiteSpec, machine: MachineLookup): Reading[] {
  return leaseOf(site) === undefined
    ? []
    : [
        ...rentReadings(fleet, site, machine),
        ...coverReadings(fleet, site, machine),
        ...committedReadings(fleet, site, machine),
      ];
}

function rentReadings({ spec }: FleetDocument, site: SiteSpec, machine: MachineLookup): Reading[] {
  const dates = siteDates(site);
  const { lines, bound } = rentSchedule(site, { machine });
  return [
    ...phasesOf(site).flatMap((phase): Reading[] => {
      const day = dates.rent(phase);
      return day === undefined ? [] : [{ figure: "rentFrom", of: phase.id, amount: { is: "day", day } }];
    }),
    ...rentInAll(lines).map(
      ({ amount, currency }): Reading => ({ figure: "rent", amount: { is: "money", value: amount, currency, bound } }),
    ),
    ...rentByYear(lines, spec.policy.fiscalYearStart).map(
      ({ year, amount, currency }): Reading => ({
        figure: "rent",
        of: year,
        amount: { is: "money", value: amount, currency, bound },
      }),
    ),
  ];
}

/** The cover by guarantees; nothing where none names the site, or the lease is not signed. */
function coverReadings({ spec }: FleetDocument, site: SiteSpec, machine: MachineLookup): Reading[] {
  const covers = leaseCovers(spec, { machine, months: spec.policy.guaranteedMonths });
  const cover = covers.find((each) => each.site === site.name);
  if (cover === undefined) return [];
  const since = (month: string | undefined): { note?: string } =>
    month === undefined ? {} : { note: `, from ${month}` };
  return [
    { figure: "monthsBare", amount: counted(cover.tailMonths, "months"), ...since(cover.bareFrom) },
    { figure: "monthsShort", amount: counted(shortMonths(cover), "months"), ...since(cover.shortFrom) },
  ];
}

/** What the tenant owes until the first day on which it can leave, of a lease that is signed. It depends on no day of today. */
function committedReadings({ spec }: FleetDocument, site: SiteSpec, machine: MachineLookup): Reading[] {
  const cost = committedCost(site, { machine, organisation: spec.organisation });
  const [first] = cost?.exits ?? [];
  if (cost?.signed !== true || first === undefined) return [];
  const { bound } = rentSchedule(site, { machine });
  return first.owed.map(
    ({ committed, currency }): Reading => ({
      figure: "committed",
      amount: { is: "money", value: committed, currency, bound },
      note: ` until ${first.exit.day}`,
    }),
  );
}
