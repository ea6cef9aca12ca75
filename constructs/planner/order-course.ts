import Big from "big.js";
import { indexOf } from "../ledger/months";
import { boundFlows, canGiveBack, horizonOf, monthPrice, orderDates, orderFlows, range } from "./cash";
import type { Outcome, Purchase } from "./outcome";
import type { PlanRequest } from "./request";

/** Accelerators of an order that come together and go together; months counted from the first of the plan. */
export interface OrderPart {
  readonly from: number;
  /** The first month in which they are gone; absent where they stay. */
  readonly until?: number;
  readonly accelerators: number;
}

/** What becomes of an order if a scenario comes: what of it is there when, and what is paid for it. */
export interface OrderCourse {
  readonly purchase: Purchase;
  readonly parts: readonly OrderPart[];
  /** All that is due for it, also after the plan where one is bound to it; without the offer's monthly fee, which is one for all its orders. */
  readonly payments: Big;
}

interface Cohort {
  readonly purchase: Purchase;
  parts: readonly OrderPart[];
  /** By the months in which they are given back. */
  readonly returned: { readonly month: number; readonly steps: number }[];
}

/** The course of each order of a plan that is given in a scenario, in the order of decisions. The oldest are given back first. */
export function orderCourses(
  request: PlanRequest,
  { purchases, returns }: Pick<Outcome, "purchases" | "returns">,
  scenario: string,
): OrderCourse[] {
  const horizon = horizonOf(request.horizon);
  const isOwn = (each: { readonly scenario?: string }) => each.scenario === undefined || each.scenario === scenario;
  const month = (name: string) => indexOf(name) - horizon.first;
  const cohorts = purchases.filter(isOwn).map(
    (purchase): Cohort => ({
      purchase,
      parts: arriving(purchase, month(purchase.decided), request),
      returned: [],
    }),
  );
  for (const { offer, from, steps } of returns.filter(isOwn)) {
    let open = steps;
    for (const cohort of cohorts.filter(({ purchase }) => purchase.offer === offer)) {
      const gone = Math.min(open, stepsAt(cohort, month(from)));
      if (gone === 0) continue;
      cohort.parts = shortened(
        cohort.parts,
        (gone * cohort.purchase.accelerators) / cohort.purchase.steps,
        month(from),
      );
      cohort.returned.push({ month: month(from), steps: gone });
      open -= gone;
    }
  }
  return cohorts.map(({ purchase, parts, returned }) => {
    const paid = [
      ...orderFlows(purchase.offer, month(purchase.decided)).map(({ amount }) => amount),
      ...boundFlows(purchase.offer, month(purchase.decided), horizon)
        .filter(({ kind }) => kind === "payment")
        .map(({ amount }) => amount.times(purchase.steps)),
      ...keptLonger({ purchase, parts, returned }, request),
    ];
    return { purchase, parts, payments: paid.reduce((sum, each) => sum.plus(each), new Big(0)) };
  });
}

/** What comes of an order month by month, all of it to the end of its term. */
function arriving({ offer, accelerators }: Purchase, decision: number, request: PlanRequest): OrderPart[] {
  const { start, end } = orderDates(offer, decision, horizonOf(request.horizon));
  return offer.ramp.flatMap((share, age): OrderPart[] => {
    const more = clean((share - (offer.ramp[age - 1] ?? 0)) * accelerators);
    return more === 0 ? [] : [{ from: start + age, accelerators: more, ...(end === undefined ? {} : { until: end }) }];
  });
}

/** Steps of an order that one still has before a month: none where it has not come, or its term is over. */
function stepsAt({ purchase, parts, returned }: Cohort, month: number): number {
  const [first] = parts;
  const end = parts.reduce((last, { until = Number.POSITIVE_INFINITY }) => Math.max(last, until), 0);
  if (first === undefined || first.from >= month || end <= month) return 0;
  return purchase.steps - returned.reduce((sum, { steps }) => sum + steps, 0);
}

/** The same parts, so many accelerators of them gone from a month on; those that came first go first. */
function shortened(parts: readonly OrderPart[], accelerators: number, month: number): OrderPart[] {
  let open = accelerators;
  return parts.flatMap((part): OrderPart[] => {
    const isLive = (part.until ?? Number.POSITIVE_INFINITY) > month;
    const gone = isLive ? Math.min(open, part.accelerators) : 0;
    if (gone === 0) return [part];
    open = clean(open - gone);
    const left = clean(part.accelerators - gone);
    return [{ ...part, accelerators: gone, until: month }, ...(left === 0 ? [] : [{ ...part, accelerators: left }])];
  });
}

/** What is paid by the month for what one keeps although nothing binds one to it any more. */
function keptLonger({ purchase, returned }: Cohort, request: PlanRequest): Big[] {
  const { offer, steps } = purchase;
  if (!canGiveBack(offer)) return [];
  const horizon = horizonOf(request.horizon);
  const { boundUntil, end = horizon.months } = orderDates(offer, indexOf(purchase.decided) - horizon.first, horizon);
  return range(boundUntil, Math.min(end, horizon.months)).map((month) => {
    const gone = returned.reduce((sum, each) => sum + (each.month <= month ? each.steps : 0), 0);
    return monthPrice(offer, month, horizon).times(steps - gone);
  });
}

/** Without the dust of binary fractions. */
const clean = (value: number): number => Number(value.toPrecision(12));
