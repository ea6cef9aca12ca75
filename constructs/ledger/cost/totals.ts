import type Big from "big.js";
import { Basis, type Bound, type Currency, joinBounds } from "../../model";
import { MoneySum } from "../money-sum";
import type { CostLine } from "./line";

/** A sum of costs in one currency, and how sure it is. */
export interface CostTotal {
  readonly currency: Currency;
  readonly cost: Big;
  /** Of the cost, what is due whatever is used. */
  readonly committed: Big;
  readonly flexible: Big;
  readonly cash: Big;
  readonly committedCash: Big;
  readonly bound: Bound;
  /** Of the cost, by where the figures come from. */
  readonly byBasis: Readonly<Partial<Record<Basis, Big>>>;
}

/** Sums of some costs, one for each currency in order of it. */
export const costTotals = (lines: readonly CostLine[]): CostTotal[] => totalsBy(lines, () => "").get("") ?? [];

/** The same for each key, in the order in which the keys come first. */
export function totalsBy<Key>(lines: readonly CostLine[], keyOf: (line: CostLine) => Key): Map<Key, CostTotal[]> {
  const tallies = new Map<Key, Tallies>();
  for (const line of lines) {
    const key = keyOf(line);
    const own = tallies.get(key) ?? new Tallies();
    tallies.set(key, own);
    own.of(line.currency).addLine(line);
  }
  return new Map([...tallies].map(([key, own]) => [key, own.totals()]));
}

/** Sums of sums, one for each currency in order of it. */
export function joinTotals(all: readonly CostTotal[]): CostTotal[] {
  const tallies = new Tallies();
  for (const total of all) tallies.of(total.currency).addTotal(total);
  return tallies.totals();
}

/** Sums that are made of many lines: nothing is made here for each. */
class Tally {
  private readonly cost = new MoneySum();
  private readonly committed = new MoneySum();
  private readonly cash = new MoneySum();
  private readonly committedCash = new MoneySum();
  private readonly byBasis = new Map<Basis, MoneySum>();
  private bound: Bound = "exact";

  addLine(line: CostLine): void {
    this.add(line);
    this.ofBasis(line.basis).add(line.cost);
  }

  addTotal(total: CostTotal): void {
    this.add(total);
    for (const basis of Basis.options) {
      const cost = total.byBasis[basis];
      if (cost !== undefined) this.ofBasis(basis).add(cost);
    }
  }

  private add({ cost, committed, cash, committedCash, bound }: Counted): void {
    this.cost.add(cost);
    this.committed.add(committed);
    this.cash.add(cash);
    this.committedCash.add(committedCash);
    this.bound = joinBounds(this.bound, bound);
  }

  private ofBasis(basis: Basis): MoneySum {
    const known = this.byBasis.get(basis) ?? new MoneySum();
    this.byBasis.set(basis, known);
    return known;
  }

  total(currency: Currency): CostTotal {
    const [cost, committed] = [this.cost.total(), this.committed.total()];
    return {
      currency,
      cost,
      committed,
      flexible: cost.minus(committed),
      cash: this.cash.total(),
      committedCash: this.committedCash.total(),
      bound: this.bound,
      byBasis: Object.fromEntries([...this.byBasis].map(([basis, sum]) => [basis, sum.total()])),
    };
  }
}

type Counted = Pick<CostTotal, "cost" | "committed" | "cash" | "committedCash" | "bound">;

/** One tally for each currency. */
class Tallies {
  private readonly known = new Map<Currency, Tally>();

  of(currency: Currency): Tally {
    const known = this.known.get(currency) ?? new Tally();
    this.known.set(currency, known);
    return known;
  }

  totals(): CostTotal[] {
    return [...this.known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, tally]) => tally.total(currency));
  }
}

/** Sums by a key, in the order in which the keys come first. */
export function sums<Key>(
  lines: readonly CostLine[],
  keyOf: (line: CostLine) => Key,
  amountOf: (line: CostLine) => Big,
): Map<Key, Big> {
  const found = new Map<Key, MoneySum>();
  for (const line of lines) {
    const key = keyOf(line);
    const sum = found.get(key) ?? new MoneySum();
    sum.add(amountOf(line));
    found.set(key, sum);
  }
  return new Map([...found].map(([key, sum]) => [key, sum.total()]));
}
