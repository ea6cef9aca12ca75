/**
 * What the planner knows of halls, racks and machines. Every amount is a whole number of a small unit (watts, grams, half rack
 * units), so that sums are exact and a layout may come exactly up to a limit.
 */

/** Amounts by the name of the limit that they count against. */
export type Amounts = Readonly<Record<string, number>>;

/** A limit of a hall, of some of its positions, or of a rack. */
export interface Limit {
  /** The key under which loads state what they take of it: `air`. */
  readonly name: string;
  /** In a message: `air cooling`. */
  readonly label: string;
  /** In whole small units. */
  readonly most: number;
  /** The unit in which people read it. */
  readonly unit: string;
  /** Small units in one of those: 1000 watts in a kW. */
  readonly perUnit: number;
}

/** A limit of a hall; of some positions alone where it is that of a busway, a row or a loop. */
export interface HallLimit extends Limit {
  /** Absent: the whole hall. */
  readonly positions?: ReadonlySet<string>;
}

/** Positions that stand in one line. */
export interface Row {
  readonly name: string;
  readonly positions: readonly string[];
}

/** A hall as the planner fills it. */
export interface Room {
  readonly name: string;
  /** In the order in which they fill. */
  readonly rows: readonly Row[];
  readonly limits: readonly HallLimit[];
}

/** How machines of one type stand in one kind of rack in a hall. */
export interface RackFit {
  /** The rack type; absent for a machine that is a rack of its own. */
  readonly rackType?: string | undefined;
  /** Limits of one rack, each with what one machine takes of it in `takes`. */
  readonly limits: readonly Limit[];
  readonly takes: Amounts;
  /** Machines that an empty rack takes. */
  readonly machines: number;
}

/** The limit of a rack, before anything else, that a number of machines comes up against: the first of the tightest. */
export function tightest({ limits, takes }: Pick<RackFit, "limits" | "takes">): Limit | undefined {
  let found: Limit | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const limit of limits) {
    const fits = fitting(limit.most, takes[limit.name]);
    if (fits < least) [least, found] = [fits, limit];
  }
  return found;
}

/** How many of something fit in what is left; endless where it takes nothing. */
export const fitting = (left: number, each: number | undefined): number =>
  each === undefined || each <= 0 ? Number.POSITIVE_INFINITY : Math.max(0, Math.floor(left / each));

/** Machines to be placed. */
export interface Request {
  /** Names the pool: `train/h100`. */
  readonly key: string;
  /** How many machines are still to be placed. */
  readonly machines: number;
  /** Names of the halls in which they may stand, in the order in which they fill. */
  readonly halls: readonly string[];
  /** How they stand in the rack at a position of a hall. */
  fitAt(hall: string, position: string): RackFit;
  /** What one machine takes of the limits of its hall. */
  readonly takes: Amounts;
  /** Machines that are best kept together, such as those of a scalable unit. Absent: none. */
  readonly unitMachines?: number | undefined;
  /** How many machines of the unit that was begun last still lack. Absent: 0. */
  readonly unitLacks?: number | undefined;
  /** Where the last machine of that unit stands. */
  readonly unitAt?: { readonly hall: string; readonly position: string } | undefined;
}

/** Machines in one rack, as a layout states them. */
export interface Stated extends Placed {
  /** The layout that says so. */
  readonly layout: string;
  /** Keys of all pools that the layout puts into the same rack. */
  readonly beside: readonly string[];
}

/** Machines in one rack, as the planner puts them there. */
export interface Placed {
  readonly hall: string;
  readonly position: string;
  readonly rackType?: string | undefined;
  readonly machines: number;
  /** How many of them an empty rack takes. */
  readonly machinesPerRack: number;
  /** How many machines stand below the first of them. */
  readonly below: number;
  /** The lowest rack unit of the first of them. Absent: the lowest that is free. */
  readonly fromUnit?: number | undefined;
}
