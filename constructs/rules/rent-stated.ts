import Big from "big.js";
import { monthOf, type RentSchedule, rentSchedule } from "../ledger";
import { daysBetween, formatMoney, type LeaseTerms, type SiteSpec, type StatedRent } from "../model";
import type { Report, Rule } from "./rule";
import { leases, phasesPath } from "./walk";

/** Half a cent for each month and premises: what rounding alone can make. */
const CENT = new Big("0.01");
/** What "about" may be off by. */
const ABOUT = new Big("0.05");

export const rentStated: Rule = {
  id: "LEASE-2",
  title: "rent that the lease states is the rent that its terms come to",
  severity: "warning",
  formula:
    "rent(premises, month) = rate x quantity x (1 + growth)^steps x days billed / days; |stated - sum| <= 0.01 for each premises and month; 5 % where the statement is about",
  source:
    "data-hall leases: base rent is the rate times the contracted demand, growing on an escalation date for each hall",
  *check(context) {
    for (const { site, lease, path } of leases(context)) {
      if (lease.statedRents === undefined || context.isPartial(path) || context.isPartial(phasesPath(site))) continue;
      const schedule = rentSchedule(site, { machine: context.machine });
      for (const stated of lease.statedRents)
        yield* held(site, lease, stated, schedule, `${path}.statedRents.${stated.id}`);
    }
  },
};

function* held(
  site: SiteSpec,
  lease: LeaseTerms,
  stated: StatedRent,
  schedule: RentSchedule,
  path: string,
): Generator<Report> {
  const { from, to, premises, amount } = stated;
  const known = [...new Set([...schedule.lines, ...schedule.gaps].map((each) => each.premises))];
  if (premises !== undefined && !known.includes(premises)) {
    const message = `the lease has no premises ${JSON.stringify(premises)}; it has ${known.join(", ") || "none with rent"}`;
    yield { path: `${path}.premises`, severity: "error", observed: premises, message };
    return;
  }
  if (daysBetween(from, to) < 0) {
    yield {
      path: `${path}.to`,
      severity: "error",
      observed: to,
      limit: from,
      message: `ends on ${to}, before it begins on ${from}`,
    };
    return;
  }
  const lines = schedule.lines.filter(
    (line) =>
      line.month >= monthOf(from) &&
      line.month <= monthOf(to) &&
      line.currency === amount.currency &&
      (premises === undefined || line.premises === premises),
  );
  const gaps = schedule.gaps.filter(
    ({ premises: of, lacks }) => lacks !== "end" && (premises === undefined || of === premises),
  );
  // What is not known cannot be recomputed; that it is not known is said elsewhere, or meant.
  if (gaps.length > 0 || lines.length === 0) return;
  const sum = lines.reduce((total, line) => total.plus(line.amount), new Big(0));
  const said = new Big(amount.amount);
  const bound = amount.bound === "exact" ? schedule.bound : amount.bound;
  const off = said.minus(sum);
  const allowed = bound === "about" ? said.times(ABOUT) : CENT.times(lines.length);
  const isRight =
    bound === "atLeast"
      ? amount.bound === "atLeast"
        ? sum.gte(said.minus(allowed))
        : said.gte(sum.minus(allowed))
      : bound === "atMost"
        ? amount.bound === "atMost"
          ? sum.lte(said.plus(allowed))
          : said.lte(sum.plus(allowed))
        : off.abs().lte(allowed);
  if (isRight) return;
  const money = (value: Big) => formatMoney({ amount: value.toFixed(2), currency: amount.currency });
  yield {
    path: `${path}.amount`,
    observed: said.toFixed(2),
    limit: sum.toFixed(2),
    unit: amount.currency,
    message: `${money(said)} is stated from ${from} to ${to}, but the terms of the lease of ${site.name} come to ${money(sum)}: ${money(off.abs())} ${off.gt(0) ? "more" : "less"}`,
    hint:
      lease.escalation === undefined
        ? "the lease states no escalation; without one, rent does not grow"
        : "check the rate, the day of its steps, and the days of rent commencement",
  };
}
