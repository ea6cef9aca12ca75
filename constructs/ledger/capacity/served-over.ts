import { type CoverageOptions, lastDayOf, type Served, type Stretch, servedOn, stretchesOf } from "./coverage";
import { type ScenarioDemand, wantedOn } from "./demand-curve";
import { dayOf, firstsBetween } from "./spans";
import type { SupplyLine } from "./supply";

/** What is wanted at an instant, and what of it is met. */
export interface ServedPoint {
  readonly at: number;
  readonly wanted: number;
  readonly served: number;
}

/** A stretch of time between whose points what is wanted and what is met take their course, without a jump. */
export type ServedCourse = readonly ServedPoint[];

/**
 * How much of each demand is met over time, all demands of one scenario together: where supply changes, where demand may turn, on the
 * first of each month between, and at some more instants.
 *
 * @returns of each demand in the order given, its courses one after the other
 */
export function servedOver(
  lines: readonly SupplyLine[],
  demands: readonly ScenarioDemand[],
  options: CoverageOptions,
  more: readonly number[] = [],
): ServedCourse[][] {
  const courses = stretchesOf(lines, demands, options).map((stretch) => {
    // The end of a stretch belongs to the next: what holds up to it is what holds on the last day before.
    const points = [
      ...instantsIn(stretch, more).map((at) => ({ at, day: dayOf(at) })),
      { at: stretch.until, day: lastDayOf(stretch) },
    ];
    // Where the same is wanted of the same lots, the same is met.
    const known = new Map<string, readonly Served[]>();
    return points.map(({ at, day }) => {
      const key = demands.map((demand) => wantedOn(demand, day)).join();
      const served = known.get(key) ?? servedOn(stretch.lots, demands, day);
      known.set(key, served);
      return { at, served };
    });
  });
  return demands.map((_, index) =>
    courses.map((course) => course.map(({ at, served }) => ({ at, ...(served[index] ?? { wanted: 0, served: 0 }) }))),
  );
}

/** Its first instant, firsts of months in it, and those of some others that lie in it. */
function instantsIn({ from, until }: Stretch, more: readonly number[]): number[] {
  const inside = [...firstsBetween(from, until), ...more].filter((at) => at > from && at < until);
  return [...new Set([from, ...inside])].sort((a, b) => a - b);
}
