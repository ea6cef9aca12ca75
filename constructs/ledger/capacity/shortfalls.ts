import { type CoverageOptions, type Served, type Stretch, servedOn, stretchesOf } from "./coverage";
import { isFlat, type ScenarioDemand } from "./demand-curve";
import { dayOf, instantOf, MS_PER_DAY } from "./spans";
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
 * Every stretch of time in which a demand is not met by what is counted on. Between two cuts supply stays; where demand stays, too, one look
 * tells of all of it, else each day is looked at: what a curve times another does between its ends is not told by them.
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
  const pieces = piecesOf(stretch, demands).map((piece) => ({
    ...piece,
    served: servedOn(stretch.lots, demands, piece.day),
  }));
  return demands.flatMap((of, index) =>
    pieces.flatMap(({ from, until, day, served }): Part[] => {
      const worst = worstOn(served[index], day);
      return worst.missing === 0 ? [] : [{ of, from, until, worst }];
    }),
  );
}

/** A stretch as a whole where nothing that is wanted changes in it, else day by day. */
function piecesOf(
  { from, until }: Stretch,
  demands: readonly ScenarioDemand[],
): (Omit<Stretch, "lots"> & { day: string })[] {
  const first = dayOf(from);
  if (demands.every((demand) => isFlat(demand, first, dayOf(until - 1)))) return [{ from, until, day: first }];
  const pieces: (Omit<Stretch, "lots"> & { day: string })[] = [];
  for (let begin = instantOf(first); begin < until; begin += MS_PER_DAY) {
    pieces.push({ from: Math.max(from, begin), until: Math.min(until, begin + MS_PER_DAY), day: dayOf(begin) });
  }
  return pieces;
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
