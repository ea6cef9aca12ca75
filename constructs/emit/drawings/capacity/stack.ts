import { type Step, type SupplyGroup, stepsWithin } from "../../../ledger/capacity";
import { type AmountAxis, type TimeAxis, tenth } from "../axes";

/** The time that a drawing shows: half-open, in milliseconds since 1970. */
export interface Window {
  readonly from: number;
  readonly until: number;
}

/** An amount from one instant up to another. */
export interface Level extends Window {
  readonly value: number;
}

/** What of some steps lies in a window. Steps have no gaps, and so neither have levels. */
export const levelsIn = (
  steps: readonly Step[],
  window: Window,
  amountIn: (step: Step) => number = ({ value }) => value,
): Level[] => stepsWithin(steps, window).map((step) => ({ from: step.from, until: step.until, value: amountIn(step) }));

/** A part of a whole over time. */
export interface Named {
  readonly name: string;
  readonly levels: readonly Level[];
}

/** Amounts summed over time: accelerators times milliseconds. */
export const weightOf = ({ levels }: Pick<Named, "levels">): number =>
  levels.reduce((sum, { from, until, value }) => sum + value * (until - from), 0);

/**
 * Groups in a window, the largest first, without those that never are there. Of more than can be told apart the small rest is one.
 *
 * @param most how many are told apart
 */
export function largest(groups: readonly SupplyGroup[], window: Window, most: number): Named[] {
  const named = groups
    .map(({ name, steps }) => ({ name, levels: levelsIn(steps, window) }))
    .filter((each) => weightOf(each) > 0)
    .sort((a, b) => weightOf(b) - weightOf(a));
  if (named.length <= most) return named;
  const rest = named.slice(most - 1);
  return [
    ...named.slice(0, most - 1),
    { name: `${rest.length} others`, levels: sumOf(rest.map(({ levels }) => levels)) },
  ];
}

/** Every instant at which one of some amounts begins, in order. */
const beginsOf = (all: readonly (readonly Level[])[]): number[] =>
  [...new Set(all.flatMap((levels) => levels.map(({ from }) => from)))].sort((a, b) => a - b);

/** Amounts at some instants in order; each amount must begin at or before the first. */
function valuesAt(levels: readonly Level[], instants: readonly number[]): number[] {
  let index = 0;
  return instants.map((instant) => {
    while ((levels[index + 1]?.from ?? Number.POSITIVE_INFINITY) <= instant) index += 1;
    return levels[index]?.value ?? 0;
  });
}

function sumOf(all: readonly (readonly Level[])[]): Level[] {
  const begins = beginsOf(all);
  const end = all[0]?.at(-1)?.until ?? 0;
  const values = all.map((levels) => valuesAt(levels, begins));
  return begins.map((from, index) => ({
    from,
    until: begins[index + 1] ?? end,
    value: values.reduce((sum, each) => sum + (each[index] ?? 0), 0),
  }));
}

/** A part where it lies upon those below it. */
export interface Band extends Window {
  readonly low: number;
  readonly high: number;
}

/** Amounts upon each other, the first at the bottom: of each its bands. */
export function stacked(all: readonly (readonly Level[])[]): Band[][] {
  const begins = beginsOf(all);
  const below = begins.map(() => 0);
  return all.map((levels) => {
    const end = levels.at(-1)?.until ?? 0;
    return valuesAt(levels, begins).map((value, index) => {
      const low = below[index] ?? 0;
      below[index] = low + value;
      return { from: begins[index] ?? 0, until: begins[index + 1] ?? end, low, high: low + value };
    });
  });
}

/** `M80 300H200V250H400V300H80Z`: the surface of bands, in steps. */
export function bandsPath(bands: readonly Band[], { at }: TimeAxis, { over }: AmountAxis): string {
  const there = joined(bands.filter(({ low, high }) => high > low));
  const runs: Band[][] = [];
  for (const band of there) {
    const last = runs.at(-1);
    if (last?.at(-1)?.until === band.from) last?.push(band);
    else runs.push([band]);
  }
  return runs.map((run) => runPath(run, at, over)).join("");
}

/** Bands of which the next goes on where one ends, as one. */
function joined(bands: readonly Band[]): Band[] {
  const found: Band[] = [];
  for (const band of bands) {
    const last = found.at(-1);
    if (last?.until === band.from && last.low === band.low && last.high === band.high) {
      found[found.length - 1] = { ...last, until: band.until };
    } else found.push(band);
  }
  return found;
}

function runPath(run: readonly Band[], at: TimeAxis["at"], over: AmountAxis["over"]): string {
  const [first] = run;
  if (first === undefined) return "";
  const there = run.map(({ until, high }) => `V${tenth(over(high))}H${tenth(at(until))}`);
  const back = [...run].reverse().map(({ from, low }) => `V${tenth(over(low))}H${tenth(at(from))}`);
  return `M${tenth(at(first.from))} ${tenth(over(first.low))}${there.join("")}${back.join("")}Z`;
}
