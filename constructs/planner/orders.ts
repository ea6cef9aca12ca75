import { indexOf } from "../ledger/months";
import { acceleratorsPerStep, type Offer } from "../model/offer";
import { type Branch, type Branches, ByMonth } from "./branches";
import { boundFlows, canGiveBack, type Horizon, monthPrice, orderDates, orderFlows, range, shareInPlace } from "./cash";
import { writeFeePrepayment, writeMonthlyFee } from "./fees";
import {
  aged,
  type Context,
  type HeldColumn,
  type OfferColumns,
  type OrderColumn,
  type Priced,
  payment,
} from "./offer-columns";
import type { Column, Program } from "./program";

/** Most steps that one can have of an offer. */
export const mostSteps = ({ size }: Offer): number => Math.floor(size.most / size.step);

/** The months in which an offer can be decided so that something of it comes within the horizon. */
export function decisionMonths(offer: Offer, { first, months }: Horizon): number[] {
  const from = offer.earliestDecision === undefined ? 0 : Math.max(0, indexOf(offer.earliestDecision) - first);
  const until = offer.latestDecision === undefined ? months : indexOf(offer.latestDecision) - first + 1;
  return range(from, Math.min(until, months - offer.leadMonths));
}

/** Writes an offer down: what can be ordered, what is in place then, and what it costs. */
export function writeOffer(program: Program, offer: Offer, horizon: Horizon, branches: Branches): OfferColumns {
  const most = mostSteps(offer);
  const whole = canGiveBack(offer) ? "returnable" : "kept";
  const orders = decisionMonths(offer, horizon).flatMap((decision) =>
    branches.of(decision).map((branch) => ({ column: program.column(most, whole), offer, decision, branch })),
  );
  const ordered = new ByMonth(branches);
  for (const { decision, branch, column } of orders) ordered.set(decision, branch, column);
  const context: Context = { program, offer, horizon, branches, orders, ordered, most };
  const steps = canGiveBack(offer) ? writeReturnable(context) : writeBound(context);
  return {
    offer,
    acceleratorsPerStep: acceleratorsPerStep(offer),
    orders,
    held: steps.held,
    priced: [
      ...writeOrderSizes(context),
      ...steps.priced,
      ...writeMonthlyFee(context, steps.held),
      ...writeFeePrepayment(context),
    ],
    inPlace: (month, scenario) => steps.inPlace.get(month, scenario),
  };
}

interface Steps {
  readonly inPlace: ByMonth;
  readonly held: readonly HeldColumn[];
  readonly priced: readonly Priced[];
}

/** Months in which anything of the offer can be there, with their branches. */
function* monthsThere({ offer, horizon, branches, orders }: Context): Generator<{ month: number; branch: Branch }> {
  const first = orders[0];
  if (first === undefined) return;
  for (let month = first.decision + offer.leadMonths; month < horizon.months; month++)
    for (const branch of branches.of(month)) yield { month, branch };
}

/**
 * What runs to its end: one has what one had, and what came, less what ended. That is whole by itself; said to be so, the solver's
 * presolve (HiGHS 1.15) was seen to run without end.
 */
function writeBound(context: Context): Steps {
  const { program, offer, most, branches, ordered, orders, horizon } = context;
  const [inPlace, had] = [new ByMonth(branches), new ByMonth(branches)];
  for (const { month, branch } of monthsThere(context)) {
    const scenario = branch ?? 0;
    const column = program.column(most);
    const before = had.get(month - 1, scenario);
    const ended =
      offer.termMonths === undefined ? undefined : ordered.get(month - offer.leadMonths - offer.termMonths, scenario);
    program.equal(
      [
        [column, 1],
        ...(before === undefined ? [] : [[before, -1] as const]),
        ...aged(context, month, scenario, () => -1, 1),
        ...(ended === undefined ? [] : [[ended, 1] as const]),
      ],
      0,
    );
    had.set(month, branch, column);
    inPlace.set(month, branch, writeRamp(context, month, scenario, column));
  }
  const priced = orders.map(({ column, decision, branch }) => ({
    column,
    offer,
    branch,
    flows: boundFlows(offer, decision, horizon),
  }));
  return { inPlace, held: [], priced };
}

/**
 * What can be given back: one has in a month at most what one had and what came, at least what one is still bound to, and nothing
 * whose term is over. The oldest go first, so that these sums decide.
 */
function writeReturnable(context: Context): Steps {
  const { program, offer, most, branches, horizon } = context;
  const [inPlace, had] = [new ByMonth(branches), new ByMonth(branches)];
  const held: HeldColumn[] = [];
  for (const { month, branch } of monthsThere(context)) {
    const scenario = branch ?? 0;
    const column = program.column(most, "returnable");
    const before = had.get(month - 1, scenario);
    const come = aged(context, month, scenario, () => -1, 1);
    program.row([[column, 1], ...(before === undefined ? [] : [[before, -1] as const]), ...come], { atMost: 0 });
    program.row([[column, 1], ...aged(context, month, scenario, () => -1, offer.leastMonths)], { atLeast: 0 });
    if (offer.termMonths !== undefined)
      program.row([[column, 1], ...aged(context, month, scenario, () => -1, offer.termMonths)], { atMost: 0 });
    had.set(month, branch, column);
    held.push({ column, offer, month, branch });
    inPlace.set(month, branch, writeRamp(context, month, scenario, column));
  }
  const prices = held.map(({ column, month, branch }) => ({
    column,
    offer,
    branch,
    flows: payment(month, monthPrice(offer, month, horizon)),
  }));
  return { inPlace, held, priced: [...context.orders.map((order) => unlessHeld(context, order)), ...prices] };
}

/** Of what one has, what is in place: the last orders are not all there yet. A ramp ends while one is bound, so that all of them are had. */
function writeRamp(context: Context, month: number, scenario: number, held: Column): Column {
  const { program, offer, most } = context;
  if (offer.ramp.length === 1) return held;
  const column = program.column(most);
  const missing = aged(context, month, scenario, (age) => 1 - shareInPlace(offer, age), offer.ramp.length);
  program.equal([[column, 1], [held, -1], ...missing], 0);
  return column;
}

/** What is had is paid by the month; what one is bound to is paid with the order, and so is not paid again. */
function unlessHeld({ offer, horizon }: Context, { column, decision, branch }: OrderColumn): Priced {
  const { start, boundUntil } = orderDates(offer, decision, horizon);
  const twice = range(start, Math.min(boundUntil, horizon.months)).flatMap((month) =>
    payment(month, monthPrice(offer, month, horizon).times(-1)),
  );
  return { column, offer, branch, flows: [...boundFlows(offer, decision, horizon), ...twice] };
}

/** An order is nothing or at least the smallest, and what it costs whatever its size. */
function writeOrderSizes({ program, offer, orders, most }: Context): Priced[] {
  const smallest = (offer.size.smallest ?? offer.size.step) / offer.size.step;
  if (smallest <= 1 && offer.price.fixedOneTime === undefined) return [];
  return orders.map(({ column, decision, branch }) => {
    const given = program.column(1, "switch");
    program.row(
      [
        [column, 1],
        [given, -most],
      ],
      { atMost: 0 },
    );
    program.row(
      [
        [column, 1],
        [given, -smallest],
      ],
      { atLeast: 0 },
    );
    return { column: given, offer, branch, flows: orderFlows(offer, decision) };
  });
}
