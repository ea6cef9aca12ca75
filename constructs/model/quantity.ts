import type { Money } from "./money";

/** What a quantity measures. */
export type Dimension = "power" | "dataRate" | "duration";

declare const brand: unique symbol;

/**
 * A number with a dimension: a `Power` is refused where a `Duration` is wanted, and a plain number where either is. The compiler
 * refuses it, and in a program without types the fleet does: a quantity carries its dimension.
 *
 * A quantity that is not a finite number of zero or more is not thrown at its author: it is recorded as given, and the
 * fleet reports it, with its path and together with everything else that is wrong, before anything is written.
 */
export interface Quantity<D extends Dimension> {
  // A function of and to D, so that a sum over two dimensions is not a sum over their union.
  readonly [brand]: (of: D) => D;
  /** What it measures; undefined in the sum of nothing, which is zero of everything. */
  readonly dimension: D | undefined;
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

/** The value may be anything, from a program without types: the schema refuses what is no number. */
function quantity<D extends Dimension>(dimension: D | undefined, value: unknown): Quantity<D> {
  // The brand exists at compile time only; this is the one place that puts it on.
  return Object.freeze({ dimension, value }) as Quantity<D>;
}

/** `factor`: the given unit in the dimension's own. What is no number is not turned into one. */
const unit =
  <D extends Dimension>(dimension: D, factor = 1) =>
  (value: number): Quantity<D> =>
    quantity(dimension, scaled(value, factor));

const scaled = (value: unknown, factor: number): unknown =>
  typeof value === "number" ? withoutDust(value * factor) : value;

/** Power in kilowatts. */
export const kilowatts: (value: number) => Power = unit("power", 1 / 1000);
/** Power in megawatts. */
export const megawatts: (value: number) => Power = unit("power");
/** Power in gigawatts. */
export const gigawatts: (value: number) => Power = unit("power", 1000);

/** Data rate in gigabits per second. */
export const gigabitsPerSecond: (value: number) => DataRate = unit("dataRate");
/** Data rate in terabits per second. */
export const terabitsPerSecond: (value: number) => DataRate = unit("dataRate", 1000);

/** A length of time in hours. Kept in full: a third of a day has no twelve digits, and must be eight hours again. */
export const hours = (value: number): Duration => quantity("duration", typeof value === "number" ? value / 24 : value);
/** A length of time in days. */
export const days: (value: number) => Duration = unit("duration");

/** A quantity as anything may hold one, its number unchecked. */
interface AnyQuantity {
  readonly dimension: Dimension | undefined;
  readonly value: unknown;
}

const units: Readonly<Record<Dimension, string>> = { power: "MW", dataRate: "Gbit/s", duration: "days" };

/** Whether a value is a quantity, whatever it measures. */
export function isQuantity(given: unknown): given is AnyQuantity {
  if (typeof given !== "object" || given === null || !("dimension" in given && "value" in given)) return false;
  return (
    given.dimension === undefined || (typeof given.dimension === "string" && Object.hasOwn(units, given.dimension))
  );
}

/** `4 MW`, `20 days`. */
export function formatQuantity({ dimension, value }: AnyQuantity): string {
  const number = typeof value === "string" ? JSON.stringify(value) : String(value);
  if (dimension === undefined) return number;
  return `${number} ${value === 1 && dimension === "duration" ? "day" : units[dimension]}`;
}

/**
 * The number in a quantity of one dimension, in the dimension's own unit. What is none, from a program without types, is not
 * turned into a number but goes on as it is, for the schema to refuse in its place; a bare number, which no schema could tell
 * from one with a unit, goes on as a text.
 */
export function numberIn<D extends Dimension>(given: Quantity<D>, dimension: D): number;
export function numberIn(given: unknown, dimension: Dimension): unknown {
  if (typeof given === "number") return `${given} without a unit`;
  const measures = isQuantity(given) && (given.dimension === undefined || given.dimension === dimension);
  return measures ? given.value : given;
}

/** A length of time in hours, as a plain number; of what is none, see `numberIn`. */
export function inHours(duration: Duration): number;
export function inHours(duration: Duration): unknown {
  return scaled(numberIn(duration, "duration"), 24);
}

/**
 * The sum of quantities of one dimension; of none it is zero. What cannot be added, from a program without types, is recorded
 * as the sum that was asked for, for the fleet to refuse.
 */
export function sum<D extends Dimension>(quantities: readonly Quantity<D>[]): Quantity<D> {
  if (!Array.isArray(quantities)) return quantity<D>(undefined, quantities);
  const measured = quantities.filter((each) => each?.dimension !== undefined);
  const dimension = measured[0]?.dimension;
  const addable =
    measured.every((each) => each.dimension === dimension) &&
    quantities.every((each) => isQuantity(each) && typeof each.value === "number");
  if (addable) {
    return quantity(dimension, withoutDust(quantities.reduce((total, each) => total + each.value, 0)));
  }
  const asked = quantities.map((each: unknown) =>
    isQuantity(each) ? formatQuantity(each) : String(each ?? "nothing"),
  );
  return quantity(dimension, asked.join(" + "));
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
