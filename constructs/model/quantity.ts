import type { Money } from "./money";

/** What a quantity measures. */
export type Dimension = "power" | "dataRate" | "duration";

declare const dimension: unique symbol;

/**
 * A number with a dimension: a `Power` is refused where a `Duration` is wanted, and a plain number where either is.
 *
 * A quantity that is not a finite number of zero or more is not thrown at its author: it is recorded as given, and the
 * fleet reports it, with its path and together with everything else that is wrong, before anything is written.
 */
export interface Quantity<D extends Dimension> {
  // A function of and to D, so that a sum over two dimensions is not a sum over their union.
  readonly [dimension]: (of: D) => D;
  /** The number in the dimension's own unit: MW, Gbit/s, or days. */
  readonly value: number;
}

/** Electrical power, in MW. */
export type Power = Quantity<"power">;
/** Data rate, in Gbit/s. */
export type DataRate = Quantity<"dataRate">;
/** Length of time, in days. */
export type Duration = Quantity<"duration">;

/** Decimal prefixes applied in binary floating point leave dust (0.3 * 1000); twelve digits are more than any meter has. */
function withoutDust(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : value;
}

/** `factor`: the given unit in the dimension's own. What is no number, from a program without types, is not turned into one. */
function quantity<D extends Dimension>(value: number, factor = 1): Quantity<D> {
  // The brand exists at compile time only; this is the one place that puts it on.
  return Object.freeze({ value: typeof value === "number" ? withoutDust(value * factor) : value }) as Quantity<D>;
}

/** Power in kilowatts. */
export const kilowatts = (value: number): Power => quantity(value, 1 / 1000);
/** Power in megawatts. */
export const megawatts = (value: number): Power => quantity(value);
/** Power in gigawatts. */
export const gigawatts = (value: number): Power => quantity(value, 1000);

/** Data rate in gigabits per second. */
export const gigabitsPerSecond = (value: number): DataRate => quantity(value);
/** Data rate in terabits per second. */
export const terabitsPerSecond = (value: number): DataRate => quantity(value, 1000);

/** A length of time in hours. */
export const hours = (value: number): Duration => quantity(value, 1 / 24);
/** A length of time in days. */
export const days = (value: number): Duration => quantity(value);

/** A length of time in hours, as a plain number. */
export const inHours = (duration: Duration): number => withoutDust(duration.value * 24);

/** The sum of quantities of one dimension; of none it is zero. */
export function sum<D extends Dimension>(quantities: readonly Quantity<D>[]): Quantity<D> {
  return quantity(quantities.reduce((total, each) => total + each.value, 0));
}

/** A quantity, or a plain count, of which only a bound is known. */
export interface Bounded<Q> {
  readonly bound: "atLeast" | "atMost" | "about";
  readonly of: Q;
}

/** "Over 300 MW": the figure is a floor, and totals that contain it are floors too. */
export const atLeast = <Q extends number | Power | Money>(of: Q): Bounded<Q> => ({ bound: "atLeast", of });
/** "Up to 300 MW": the figure is a ceiling. */
export const atMost = <Q extends number | Power | Money>(of: Q): Bounded<Q> => ({ bound: "atMost", of });
/** "Some 300 MW". */
export const about = <Q extends number | Power | Money>(of: Q): Bounded<Q> => ({ bound: "about", of });
