import type { Comparison } from "../model";
import type { Report, Rule } from "./rule";

export const compareSchedule: Rule = {
  id: "COMPARE-3",
  title: "in a comparison one's own machines come and are paid within the months that are compared, once in all",
  severity: "error",
  formula:
    "own.leadMonths < months; the shares of own.payments are 1 in all; 0 <= own.leadMonths + payments[].months < months",
  source: "arithmetic: what is paid outside the months would not count",
  *check({ fleet, isPartial }) {
    for (const comparison of fleet.comparisons) {
      if (isPartial(`comparisons.${comparison.name}`)) continue;
      yield* ofLead(comparison);
      yield* ofPayments(comparison);
    }
  },
};

function* ofLead({ name, months, own: { leadMonths } }: Comparison): Generator<Report> {
  if (leadMonths.value < months) return;
  yield {
    path: `comparisons.${name}.own.leadMonths`,
    observed: leadMonths.value,
    limit: months - 1,
    unit: "months",
    message: `one's own machines come after ${leadMonths.value} months, and ${months} are compared: they never do any of the work`,
    hint: "compare more months",
  };
}

function* ofPayments({ name, months, own: { payments, leadMonths } }: Comparison): Generator<Report> {
  const at = `comparisons.${name}.own.payments`;
  const all = Number(payments.reduce((sum, { share }) => sum + share, 0).toPrecision(12));
  if (all !== 1) {
    yield {
      path: at,
      observed: all,
      limit: 1,
      message: `the payments are ${all} of the price in all; they must be 1`,
    };
  }
  if (leadMonths.value >= months) return;
  for (const [index, { months: after }] of payments.entries()) {
    const month = leadMonths.value + after;
    if (month >= 0 && month < months) continue;
    yield {
      path: `${at}[${index}].months`,
      observed: after,
      limit: month < 0 ? -leadMonths.value : months - 1 - leadMonths.value,
      unit: "months",
      message:
        month < 0
          ? `this is due before the decision: the machines are there ${leadMonths.value} months after it`
          : `this is due after the ${months} months that are compared, and would not count`,
    };
  }
}
