import Big from "big.js";
import type { PriceBook, SpendCommitment } from "../../model";
import { indexOf, type Month, monthAt, monthOf } from "../months";
import { clouds, partyName } from "../party-roles";
import { basisOf, type CostLine } from "./line";
import { priceName, UNNAMED } from "./rates";
import { appliesTo } from "./scope";

const NOTHING = new Big(0);
const sum = (amounts: readonly Big[]): Big => amounts.reduce((total, each) => total.plus(each), NOTHING);

/** The months of a spend commitment, period by period. */
export function periodsOf({ from, until, per }: SpendCommitment): Month[][] {
  const [first, last] = [indexOf(monthOf(from)), indexOf(monthOf(until))];
  const length = { month: 1, year: 12, term: last - first + 1 }[per];
  const periods: Month[][] = [];
  for (let begin = first; begin <= last; begin += length) {
    const end = Math.min(begin + length, last + 1);
    periods.push(Array.from({ length: end - begin }, (_, index) => monthAt(begin + index)));
  }
  return periods;
}

/**
 * What a promise to spend makes of the bills that count towards it: what is spent is committed up to the promise, what is not spent is
 * due in the last month of each period, and what is prepaid is due in the first and drawn down as it is spent. A last period that is
 * shorter than the others owes as much of the amount as it has months.
 *
 * @param lines bills of the same book, for all months of the commitment
 */
export function withCommitment(book: PriceBook, commitment: SpendCommitment, lines: readonly CostLine[]): CostLine[] {
  const counts = ({ price, of }: CostLine) =>
    of !== undefined && price.startsWith(`${book.name}.`) && appliesTo(commitment.appliesTo, of);
  const others = lines.filter((line) => !counts(line));
  const own = lines.filter(counts);
  const periods = periodsOf(commitment);
  const asked = new Set(periods.flat());
  const usual = { month: 1, year: 12, term: asked.size }[commitment.per];
  return [
    ...others,
    ...own.filter(({ month }) => !asked.has(month)),
    ...periods.flatMap((months) => {
      const amount = new Big(commitment.amount).times(months.length).div(usual).round(2);
      const spent = own.filter(({ month }) => months.includes(month));
      return inPeriod(amount, months, spent, { book, commitment, sample: own[0] });
    }),
  ];
}

interface Promised {
  readonly book: PriceBook;
  readonly commitment: SpendCommitment;
  /** A bill that counts towards it, if there is any: of the same sort is what is not spent. */
  readonly sample: CostLine | undefined;
}

function inPeriod(amount: Big, months: readonly Month[], spent: readonly CostLine[], promised: Promised): CostLine[] {
  const bySpan = [...spent].sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
  let open = amount.minus(sum(spent.map(({ committed }) => committed)));
  const missing = most(amount.minus(sum(spent.map(({ cost }) => cost))));
  // What rates have prepaid themselves is not paid again.
  const payable = sum(spent.map(({ cash }) => most(cash))).plus(missing);
  let prepaid = least(amount.times(promised.commitment.prepaymentShare).round(2), payable);
  const early = prepaid;
  const lines = bySpan.map((line): CostLine => {
    const raised = least(line.cost.minus(line.committed), most(open));
    open = open.minus(raised);
    const drawn = least(most(line.cash), prepaid);
    prepaid = prepaid.minus(drawn);
    const [committed, cash] = [line.committed.plus(raised), line.cash.minus(drawn)];
    return { ...line, committed, cash, committedCash: least(most(line.committedCash.plus(raised).minus(drawn)), cash) };
  });
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return lines;
  const due = missing.minus(prepaid);
  return [
    ...(early.gt(0) ? [extra(promised, first, { cost: NOTHING, cash: early })] : []),
    ...lines,
    ...(missing.gt(0) ? [extra(promised, last, { cost: missing, cash: most(due) })] : []),
  ];
}

/** A bill of the promise itself, which belongs to no site. */
function extra(
  { book, commitment, sample }: Promised,
  month: Month,
  { cost, cash }: { readonly cost: Big; readonly cash: Big },
): CostLine {
  const name = priceName(book, commitment);
  const [provider] = commitment.appliesTo.providers ?? [];
  const named = book.counterparty ?? (provider === undefined ? undefined : clouds[provider]);
  const counterparty = named === undefined ? (sample?.counterparty ?? UNNAMED) : partyName(named);
  return {
    site: name,
    tenure: sample?.tenure ?? "cloud",
    country: NOWHERE,
    jurisdiction: NOWHERE,
    provider: counterparty,
    counterparty,
    contract: name,
    price: name,
    currency: book.currency,
    month,
    what: sample?.what ?? "compute",
    cost,
    committed: cost,
    cash,
    committedCash: cash,
    bound: "exact",
    basis: basisOf(book.basis),
    commitment: "firm",
  };
}

const NOWHERE = "-";

const least = (one: Big, other: Big): Big => (one.lt(other) ? one : other);
/** At least nothing. */
const most = (amount: Big): Big => (amount.gt(0) ? amount : NOTHING);

/** The months from the first to the last of all commitments of a book, none where it has none. */
export const commitmentMonths = ({ commitments }: PriceBook): Month[] =>
  commitments.flatMap(({ from, until }) => [monthOf(from), monthOf(until)]);
