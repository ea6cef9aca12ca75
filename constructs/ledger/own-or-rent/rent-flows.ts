import type Big from "big.js";
import { billOnce, type CostFlow, hoursIn, monthsBetween, ONE, schedulable, stepOf, stepped } from "./flows";
import { monthsIn, type Sheet, valueIn } from "./sheet";

/**
 * What renting costs, month by month. As many accelerators are held as do the work of one's own that are schedulable; of their hours the
 * share that is used is due, at least the share that is due anyway. The price is that of the first month of each term.
 */
export function rentFlows(sheet: Sheet): CostFlow[] {
  const months = monthsIn(sheet, "months");
  const early = prepayments(sheet, months);
  const bill = billsOf(sheet, shareDue(sheet));
  const bills = monthsBetween(0, months).map((month) => ({
    part: "rented accelerators" as const,
    month,
    amount: bill(month).minus(early.covered.get(month) ?? 0),
  }));
  return [...bills, ...early.flows, ...staffOf(sheet, months)];
}

/** What is paid for the same work on rented machines until one's own are there: month by month, at the rented price and a premium. */
export function bridgeFlows(sheet: Sheet, until: number): CostFlow[] {
  const bill = billsOf(sheet, shareDue(sheet), ONE.plus(valueIn(sheet, "own.bridgePremium")));
  const part = "rented until one's own is there";
  return [
    ...monthsBetween(0, until).map((month) => ({ part, month, amount: bill(month) }) as const),
    ...staffOf(sheet, until).map((flow) => ({ ...flow, part }) as const),
  ];
}

/** Share of the hours of what is held that is due. */
const shareDue = (sheet: Sheet): Big => {
  const [used, due] = [valueIn(sheet, "utilization"), valueIn(sheet, "rent.takeOrPayShare")];
  return used.gt(due) ? used : due;
};

/** The bill of a month for a share of the hours that are held, at a multiple of the price. */
function billsOf(sheet: Sheet, share: Big, multiple = ONE): (month: number) => Big {
  const hourly = schedulable(sheet).times(share).times(valueIn(sheet, "rent.perAcceleratorHour")).times(multiple);
  const change = valueIn(sheet, "rent.priceChangePerYear");
  const bill = billOnce((hours, since) =>
    hourly.times(hours).times(stepped(change, since)).div(valueIn(sheet, "rent.throughput")),
  );
  return (month) => bill(hoursIn(sheet, month), firstOfTerm(sheet, month));
}

const firstOfTerm = (sheet: Sheet, month: number): number => stepOf(month, monthsIn(sheet, "rent.termMonths"));

/** The prepaid share of what is due of each term anyway: paid in its first month, and not due again. */
function prepayments(
  sheet: Sheet,
  months: number,
): { readonly flows: readonly CostFlow[]; readonly covered: ReadonlyMap<number, Big> } {
  const share = valueIn(sheet, "rent.prepaymentShare");
  const anyway = valueIn(sheet, "rent.takeOrPayShare");
  if (share.eq(0) || anyway.eq(0)) return { flows: [], covered: new Map() };
  const bill = billsOf(sheet, anyway);
  const covered = new Map(monthsBetween(0, months).map((month) => [month, bill(month).times(share).round(2)]));
  const flows = [...covered].map(([month, amount]) => ({
    part: "prepayment" as const,
    month: firstOfTerm(sheet, month),
    amount,
  }));
  return { flows, covered };
}

function staffOf(sheet: Sheet, until: number): CostFlow[] {
  const amount = valueIn(sheet, "rent.staffPerMonth").round(2);
  return amount.eq(0) ? [] : monthsBetween(0, until).map((month) => ({ part: "staff", month, amount }));
}
