import {
  type CoverageOptions,
  firstDayWith,
  lastDayOf,
  type Served,
  type Stretch,
  servedOn,
  stretchesOf,
} from "./coverage";
import type { ScenarioDemand } from "./demand-curve";
import { dayOf, instantOf } from "./spans";
import type { SupplyLine } from "./supply";

/** A demand of which a part is not met, from one instant up to another. */
export interface Shortfall {
  readonly demand: string;
  readonly scenario: string;
  readonly from: number;
  /** Absent: still short at the end of what one looks at. */
  readonly until?: number;
  /** The day on which most is missing, and what then is wanted and there, in counted accelerators. */
  readonly worst: Served & { readonly day: string; readonly missing: number };
}

/** Less than this share of a demand missing is dust of a solver. */
const DUST = 1e-6;

/**
 * Every stretch of time in which a demand is not met by what is counted on.
 *
 * Between two cuts supply stays and each demand goes in one direction. What is met at both ends of such a stretch is met within it: what
 * can be given out is convex, and no curve lies above the line between its ends.
 */
export function shortfallsOf(
  lines: readonly SupplyLine[],
  demands: readonly ScenarioDemand[],
  options: CoverageOptions,
): Shortfall[] {
  const stretches = stretchesOf(lines, demands, options);
  const parts = stretches.flatMap((stretch) => partsOf(stretch, demands));
  return demands.flatMap((demand) =>
    joined(
      parts.filter((part) => part.of === demand),
      options.until,
    ).map(({ of: _, ...part }) => ({ ...part, demand: demand.demand.name, scenario: demand.scenario })),
  );
}

interface Part {
  readonly of: ScenarioDemand;
  readonly from: number;
  readonly until: number;
  readonly worst: Shortfall["worst"];
}

/** What of a stretch some demands are short in. */
function partsOf(stretch: Stretch, demands: readonly ScenarioDemand[]): Part[] {
  const known = new Map<string, readonly Served[]>();
  const on = (day: string): readonly Served[] => {
    const found = known.get(day) ?? servedOn(stretch.lots, demands, day);
    known.set(day, found);
    return found;
  };
  const [first, last] = [dayOf(stretch.from), lastDayOf(stretch)];
  return demands.flatMap((of, index): Part[] => {
    const missing = (day: string): Shortfall["worst"] => worstOn(on(day)[index], day);
    const [begin, end] = [missing(first), missing(last)];
    if (begin.missing === 0 && end.missing === 0) return [];
    const worst = end.missing > begin.missing ? end : begin;
    const isMissing = (day: string): boolean => missing(day).missing > 0;
    const from = begin.missing > 0 ? stretch.from : Math.max(stretch.from, instantOf(firstDayWith(stretch, isMissing)));
    const until = end.missing > 0 ? stretch.until : instantOf(firstDayWith(stretch, (day) => !isMissing(day)));
    return [{ of, from, until, worst }];
  });
}

function worstOn(served: Served | undefined, day: string): Shortfall["worst"] {
  const { wanted, served: met } = served ?? { wanted: 0, served: 0 };
  const missing = wanted - met > wanted * DUST ? Number((wanted - met).toPrecision(9)) : 0;
  return { day, wanted, served: met, missing };
}

/** Parts that follow each other are one shortfall; one that lasts to the end of what one looks at has no end. */
function joined(parts: readonly Part[], end: number): (Omit<Part, "until"> & { readonly until?: number })[] {
  const found: Part[] = [];
  for (const part of parts) {
    const before = found.at(-1);
    if (before?.until !== part.from) found.push(part);
    else {
      const worst = part.worst.missing > before.worst.missing ? part.worst : before.worst;
      found[found.length - 1] = { ...before, until: part.until, worst };
    }
  }
  return found.map(({ until, ...part }) => (until === end ? part : { ...part, until }));
}
