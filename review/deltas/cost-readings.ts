import { expandFleet } from "../../constructs/ledger";
import { fleetCosts, type MonthWindow, totalsBy } from "../../constructs/ledger/cost";
import type { FleetDocument } from "../../constructs/model";
import { joinBounds } from "../../constructs/model/totals";
import { planningContextOf } from "../../constructs/owned/allocation/planning-context";
import type { Reading } from "./reading";

/**
 * What each site of a fleet costs in some months, by its name: rent, what price books say, and what leases pass on. Nothing where the
 * fleet has no price books, since rent is told as such. Where something at a site has no price, what it costs is a floor.
 */
export function costReadings(document: FleetDocument, asOf: string, months: MonthWindow): Map<string, Reading[]> {
  if (document.spec.priceBooks.length === 0) return new Map();
  const { spec: fleet } = expandFleet(document);
  const { machine } = planningContextOf(fleet);
  const { lines, gaps } = fleetCosts(fleet, { machine, asOf, organisation: fleet.organisation, ...months });
  const lacking = new Set(gaps.map(({ site }) => site));
  const of = `${months.first} to ${months.last}`;
  return new Map(
    [...totalsBy(lines, ({ site }) => site)].map(([site, totals]) => [
      site,
      totals.map(({ cost, currency, bound }): Reading => {
        const known = lacking.has(site) ? joinBounds(bound, "atLeast") : bound;
        return { figure: "cost", of, amount: { is: "money", value: cost, currency, bound: known } };
      }),
    ]),
  );
}
