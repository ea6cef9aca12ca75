import type { Program } from "./program";
import { DEFAULT_SECONDS, minimize, type Solution, type SolverOptions } from "./solve";

/** Nodes of the search near the relaxed program: enough for what rounding leaves open, and the same on every machine. */
const NEAR_NODES = 500;

/** What the solver may leave of a whole number. */
const TOLERANCE = 1e-6;

/**
 * Minimizes an objective over a program to the gap asked for.
 *
 * Where a gap is allowed, first the program in which parts of a step can be had: no plan costs less than that. Then the whole
 * steps next to it: large fleets buy many steps, of which rounding moves few, and the solver's own heuristics look for them much
 * longer. Only if what is found there is not proven near enough, the whole program, from that answer on.
 */
export async function search(
  program: Program,
  objective: Float64Array,
  options: SolverOptions = {},
): Promise<Solution> {
  const gap = options.gap ?? 0;
  if (gap === 0) return minimize(program, objective, options);
  const began = performance.now();
  const left = () => (options.seconds ?? DEFAULT_SECONDS) - (performance.now() - began) / 1000;
  const relaxed = await minimize(relax(program), objective, { ...options, seconds: left() });
  if (relaxed.status !== "solved") return relaxed;
  const near = await minimize(nearby(program, relaxed.values), objective, {
    gap: gap / 2,
    nodes: Math.min(options.nodes ?? NEAR_NODES, NEAR_NODES),
    seconds: left() / 2,
    target: relaxed.objective / (1 - gap),
  });
  if (near.status === "solved" && isProven(near.objective, relaxed.objective, gap))
    return { ...near, bound: relaxed.objective, ...byClock(near) };
  const start = near.status === "solved" ? { start: near.values } : {};
  const last = await minimize(program, objective, { ...options, seconds: left(), ...start });
  if (last.status !== "solved")
    return near.status === "solved" ? { ...near, bound: relaxed.objective, stoppedBy: "seconds" } : last;
  const bound = Math.max(last.bound, relaxed.objective);
  return isProven(last.objective, bound, gap) ? { ...last, bound, ...byClock(near, last) } : { ...last, bound };
}

/** What stopped before its time does not matter where the gap is proven, unless it was the clock, which stops elsewhere next time. */
const byClock = (...solutions: readonly Solution[]): { readonly stoppedBy: "seconds" | undefined } => ({
  stoppedBy: solutions.some((each) => "stoppedBy" in each && each.stoppedBy === "seconds") ? "seconds" : undefined,
});

const isProven = (cost: number, bound: number, gap: number): boolean => cost - bound <= gap * Math.abs(cost);

/** The program in which parts of a step, of an order and of a yes or no can be had. */
const relax = (program: Program): Program => program.with(({ lower, upper }) => ({ lower, upper }));

/** The program in which only what the relaxed one orders is ordered, in whatever amount, and one has what it has, to within two steps. */
function nearby(program: Program, values: Float64Array): Program {
  return program.with((column, index) => {
    const value = values[index] ?? 0;
    if (column.whole === "order") return value <= TOLERANCE ? { lower: 0, upper: 0 } : column;
    if (column.whole !== "held") return column;
    return {
      ...column,
      lower: Math.max(column.lower, Math.floor(value + TOLERANCE) - 1),
      upper: Math.min(column.upper, Math.ceil(value - TOLERANCE) + 1),
    };
  });
}
