import type { Basis, Figure } from "./basis";
import type { Money } from "./money";
import type { MoneyFigure } from "./money-figure";
import type { PowerFigure, PowerMeaning } from "./power";
import { type Bounded, isQuantity, type Power } from "./quantity";
import { isMoney } from "./show";

/** What to say beside a power. */
export interface PowerStatement {
  /** Which power the source speaks of; `unstated` where it does not say. */
  readonly meaning: PowerMeaning;
  /**
   * The assumption under which an `unstated` figure enters totals.
   * @default - an unstated figure stays out of totals
   */
  readonly countedAs?: "criticalIT" | "utility";
  /** Where the figure can be checked. */
  readonly source: string;
}

/** What to say beside an amount of money or a plain number. */
export interface NumberStatement {
  /** Where the figure can be checked. */
  readonly source: string;
}

type Assumption<S extends { readonly source: string }> = Omit<S, "source"> & {
  /**
   * Why this value.
   * @default "assumed by the author of the fleet"
   */
  readonly source?: string;
};

const ASSUMED = "assumed by the author of the fleet";

function isBounded<Q>(value: Q | Bounded<Q>): value is Bounded<Q> {
  return typeof value === "object" && value !== null && "of" in value;
}

/**
 * A figure of what was given. A program without types may give anything: what is no quantity, and a quantity that measures
 * something else than power, goes on as it is, for the schema to refuse.
 */
function state(basis: Basis, given: unknown, statement: object) {
  const bound = isBounded(given) ? given.bound : "exact";
  const of = isBounded(given) ? given.of : given;
  const said = { bound, basis, ...statement };
  if (isMoney(of)) return { ...of, ...said };
  if (isQuantity(of)) {
    const power = of.dimension === "power" || of.dimension === undefined;
    return power ? { valueMW: of.value, ...said } : { ...of, ...said };
  }
  return { value: of, ...said };
}

/** States a power, an amount of money, or a plain number, on one basis. */
interface Stating {
  (power: Power | Bounded<Power>, statement: PowerStatement): PowerFigure;
  (amount: Money | Bounded<Money>, statement: NumberStatement): MoneyFigure;
  (value: number | Bounded<number>, statement: NumberStatement): Figure;
}

/** The same for an assumption, whose source may be left out. */
interface Assuming {
  (power: Power | Bounded<Power>, statement: Assumption<PowerStatement>): PowerFigure;
  (amount: Money | Bounded<Money>, statement?: Assumption<NumberStatement>): MoneyFigure;
  (value: number | Bounded<number>, statement?: Assumption<NumberStatement>): Figure;
}

// The overloads promise more than one implementation signature can show: a Power gives a PowerFigure, and so on.
const stating = (basis: Basis) => ((given, statement) => state(basis, given, statement)) as Stating;

/** Read from a meter or an inventory. */
export const measured: Stating = stating("measured");
/** Promised in a signed agreement. */
export const contracted: Stating = stating("contract");
/** From a data sheet or an API of the maker. */
export const vendorStated: Stating = stating("vendor");
/** From the press or another third party. */
export const reported: Stating = stating("reported");
/** Chosen by the author of the fleet. */
export const assumed: Assuming = ((given: unknown, statement: Partial<PowerStatement> = {}) =>
  state("assumed", given, { ...statement, source: statement?.source ?? ASSUMED })) as Assuming;
