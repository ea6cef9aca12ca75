import Big from "big.js";
import { type Exposure, exposures, fiscalYearOf } from "../ledger";
import {
  type CostLine,
  fleetCosts,
  type MonthWindow,
  monthsOfYear,
  planningMonths,
  sums,
  UNNAMED,
} from "../ledger/cost";
import type { Policy } from "../model";
import { grouped } from "../model/grouped";
import type { Report, Rule, RuleContext } from "./rule";

export const partyShares: Rule = {
  id: "PARTY-1",
  title: "no one party has more of the spend, the power or the accelerators than the policy lets it",
  severity: "warning",
  source: "the policy; a party is counted in all its roles together",
  *check(context) {
    const { fleet, machine, asOf, isPartial } = context;
    if (isPartial("sites") || isPartial("priceBooks")) return;
    const options = { machine, asOf, organisation: fleet.organisation };
    const { mostPartySpendShare, mostPartyPowerShare, mostPartyAcceleratorShare } = fleet.policy;
    if (mostPartyPowerShare !== undefined || mostPartyAcceleratorShare !== undefined) {
      for (const each of exposures(fleet, options)) yield* held(context, each);
    }
    if (mostPartySpendShare === undefined) return;
    const { lines } = fleetCosts(fleet, { ...options, ...wholeYears(planningMonths(fleet, asOf), fleet.policy) });
    yield* spent(context, lines, mostPartySpendShare);
  },
};

/** All months of the fiscal years of which one looks at any: a share of part of a year is none of the year. */
function wholeYears({ first, last }: MonthWindow, { fiscalYearStart: start }: Policy): MonthWindow {
  const [one, other] = [first, last].map((month) => monthsOfYear(fiscalYearOf(month, start), start));
  return { first: one?.first ?? first, last: other?.last ?? last };
}

function* held({ fleet: { policy } }: RuleContext, exposure: Exposure): Generator<Report> {
  const { party, powerShare, acceleratorShare, sites } = exposure;
  const power = policy.mostPartyPowerShare;
  if (power !== undefined && powerShare > power) {
    yield {
      path: `sites.${sites[0] ?? ""}`,
      observed: Number(powerShare.toFixed(6)),
      limit: power,
      message: `${percent(powerShare)} of the committed critical IT power depends on ${party}, at ${sites.join(", ")}; the policy allows one party ${percent(power)} (mostPartyPowerShare)`,
    };
  }
  const most = policy.mostPartyAcceleratorShare;
  if (most !== undefined && acceleratorShare > most) {
    const made = exposure.roles.find(({ role }) => role === "chipVendor");
    yield {
      path: `sites.${made?.of ?? ""}`,
      observed: Number(acceleratorShare.toFixed(6)),
      limit: most,
      message: `${party} has made ${percent(acceleratorShare)} of the accelerators; the policy allows one party ${percent(most)} (mostPartyAcceleratorShare)`,
    };
  }
}

/** Shares of what each fiscal year pays, currency by currency: they are not converted. */
function* spent({ fleet }: RuleContext, lines: readonly CostLine[], most: number): Generator<Report> {
  const start = fleet.policy.fiscalYearStart;
  const byYear = grouped(lines, ({ month, currency }) => `${fiscalYearOf(month, start)} ${currency}`);
  for (const [year, own] of byYear) {
    const byParty = sums(
      own,
      ({ counterparty }) => counterparty,
      ({ cash }) => (cash.gt(0) ? cash : new Big(0)),
    );
    const whole = [...byParty.values()].reduce((sum, amount) => sum.plus(amount), new Big(0));
    for (const [party, amount] of byParty) {
      const share = whole.eq(0) ? 0 : Number(amount.div(whole).round(6));
      if (party === UNNAMED || share <= most) continue;
      const [line] = own.filter(({ counterparty }) => counterparty === party);
      yield {
        path: line?.cluster === undefined && line?.tenure === "cloud" ? `priceBooks` : `sites.${line?.site ?? ""}`,
        observed: share,
        limit: most,
        message: `${party} gets ${percent(share)} of what ${year} pays; the policy allows one party ${percent(most)} (mostPartySpendShare)`,
      };
    }
  }
}

const percent = (share: number): string => `${Number((share * 100).toFixed(1))} %`;
