import type Big from "big.js";
import { type LeaseCover, leaseCovers, shortMonths } from "../ledger";
import { type Currency, formatMoney } from "../model";
import type { Report, Rule } from "./rule";

export const guaranteeCovers: Rule = {
  id: "GUAR-1",
  title: "at every date what guarantees come to covers what a lease needs covered, until it ends",
  severity: "error",
  formula:
    "for each month t: sum of amount x months left / amortizationMonths >= required(t): the next requiredMonths of rent, the remaining rent, or the fee; a warning where the policy requires it (guaranteedMonths), and of the months that nobody covers",
  source:
    "leases filed with the SEC (Form 8-K): a backstop of $1.3 billion amortizes over 10 of the 25 years of its lease",
  *check(context) {
    const { fleet, machine } = context;
    for (const cover of leaseCovers(fleet, { machine, months: fleet.policy.guaranteedMonths })) {
      if (context.isPartial(`sites.${cover.site}`) || context.isPartial("guarantees")) continue;
      const named = fleet.guarantees.filter((guarantee) => guarantee.sites.includes(cover.site));
      const [first] = named;
      if (first === undefined) continue;
      yield* short(cover, `guarantees.${first.name}`);
      const inForce = named.some(({ state }) => state === "binding" || state === "commenced");
      yield* bare(cover, `guarantees.${first.name}`, inForce);
    }
  },
};

/** The first month in which too little is covered, while something is. */
function* short(cover: LeaseCover, path: string): Generator<Report> {
  const row = cover.rows.find(({ state }) => state === "short");
  if (row?.required === undefined) return;
  const months = shortMonths(cover) - (cover.bareFrom === undefined ? 0 : cover.tailMonths);
  yield {
    path: `${path}.amount`,
    ...(cover.isAgreed ? {} : { severity: "warning" as const }),
    observed: row.covered.toFixed(2),
    limit: row.required.toFixed(2),
    unit: cover.currency,
    message: `from ${row.month} on guarantees cover ${money(row.covered, cover.currency)} of the lease of ${cover.site}, less than ${cover.requirement}, ${money(row.required, cover.currency)}; ${months} months are short`,
    hint: "raise the amount, slow its amortization, or agree on less to be covered",
  };
}

/** The tail: months at the end of the lease that nobody covers. */
function* bare(cover: LeaseCover, path: string, inForce: boolean): Generator<Report> {
  if (cover.bareFrom === undefined || cover.unknown.length > 0) return;
  const all = cover.tailMonths === cover.rows.length;
  // That a guarantee in force covers nothing is no less than that it covers too little; a tail alone may be what was agreed.
  const isError = all && inForce && cover.isAgreed && cover.shortFrom !== undefined;
  yield {
    path: all ? `${path}.state` : `${path}.amortizationMonths`,
    ...(isError ? {} : { severity: "warning" as const }),
    observed: cover.tailMonths,
    limit: 0,
    unit: "months",
    message: all
      ? `no guarantee covers the lease of ${cover.site} in any of its ${cover.tailMonths} months: none is in force with an amount in ${cover.currency}`
      : `from ${cover.bareFrom} no guarantee covers the lease of ${cover.site}: the last ${cover.tailMonths} of ${cover.rows.length} months are bare`,
  };
}

const money = (value: Big, currency: Currency): string => formatMoney({ amount: value.toFixed(2), currency });
