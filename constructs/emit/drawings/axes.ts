// Version 3: version 4 is modules alone, which Node 20.9 cannot require.
import { scaleLinear, scaleUtc } from "d3-scale";
import { MS_PER_DAY } from "../../ledger/capacity";

/** An axis of time: places of instants, in px, and marks at days among round ones. */
export interface TimeAxis {
  /** The x of an instant in milliseconds since 1970. */
  readonly at: (instant: number) => number;
  readonly ticks: readonly TimeTick[];
}

/** A mark on an axis of time. */
export interface TimeTick {
  readonly x: number;
  /** `2027`, `Apr 2027`, `2027-04-11`; none where the words before it take the room. */
  readonly words: string | undefined;
  readonly isYear: boolean;
}

/** Two ends of an axis: instants in milliseconds, or px. */
export type Ends = readonly [from: number, to: number];

/** Least distance of two words below a chart, in px. */
const APART = 64;

/**
 * Lays time out in px, in UTC.
 *
 * @param count about so many marks
 */
export function timeAxis(instants: Ends, px: Ends, count: number): TimeAxis {
  const scale = scaleUtc()
    .domain(instants.map((instant) => new Date(instant)))
    .range([...px]);
  const at = (instant: number): number => scale(new Date(instant)) ?? px[0];
  let last = Number.NEGATIVE_INFINITY;
  const ticks = scale
    .ticks(count)
    .filter((date) => date.getTime() % MS_PER_DAY === 0)
    .map((date): TimeTick => {
      const x = at(date.getTime());
      const hasRoom = x - last >= APART;
      if (hasRoom) last = x;
      const isYear = date.getUTCMonth() === 0 && date.getUTCDate() === 1;
      return { x, words: hasRoom ? dateWords(date) : undefined, isYear };
    });
  return { at, ticks };
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** As much as it takes to tell a day from others. */
function dateWords(date: Date): string {
  if (date.getUTCDate() !== 1) return date.toISOString().slice(0, 10);
  const [month, year] = [date.getUTCMonth(), date.getUTCFullYear()];
  return month === 0 ? String(year) : `${months[month] ?? ""} ${year}`;
}

/** An axis of amounts from 0 up: their places, in px, and round ones for marks. */
export interface AmountAxis {
  /** The y of an amount. */
  readonly over: (value: number) => number;
  readonly ticks: readonly number[];
  /** The amount at its upper end: round, and no less than the largest asked for. */
  readonly most: number;
}

/** Lays amounts out in px, from `bottom` at 0 up to `top` at a round amount that holds the largest, at least 1. */
export function amountAxis(largest: number, bottom: number, top: number): AmountAxis {
  const scale = scaleLinear()
    .domain([0, Math.max(1, largest)])
    .nice(4)
    .range([bottom, top]);
  return { over: (value) => scale(value) ?? bottom, ticks: scale.ticks(4), most: scale.domain()[1] ?? 1 };
}

/** `M62 200H140V120H400`: an amount that changes at some x, from a first point to a last x. */
export function stepPath(
  start: readonly [x: number, y: number],
  moves: readonly (readonly [x: number, y: number])[],
  end: number,
): string {
  const steps = moves.map(([x, y]) => `H${tenth(x)}V${tenth(y)}`);
  return `M${tenth(start[0])} ${tenth(start[1])}${steps.join("")}H${tenth(end)}`;
}

/** A number of px to a tenth: paths of many points stay short. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;
