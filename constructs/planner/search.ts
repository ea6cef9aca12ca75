import type { Formulation } from "./formulate";
import type { OfferColumns } from "./offer-columns";
import type { ColumnSpec, Program } from "./program";
import { DEFAULT_SECONDS, minimize, type Solution, type SolverOptions } from "./solve";

/** Nodes of a search near the relaxed program: enough for what rounding leaves open, and the same on every machine. */
const NEAR_NODES = 100;

/** What the solver may leave of a whole number. */
const TOLERANCE = 1e-6;

/**
 * Minimizes an objective over the program of a request to the gap asked for.
 *
 * Where a gap is allowed, first the program in which parts of a step can be had: no plan costs less than that. Then whole steps near it,
 * in two searches: of what one keeps, while parts of what can be given back may be had, and then of that. Its steps are small and bind
 * for short, so that they cost little to round, and there are many of them, over which the solver's own heuristics take much longer.
 * Only if what is found there is not proven near enough, the whole program, from that answer on.
 */
export async function search(
  formulation: Formulation,
  objective: Float64Array,
  options: SolverOptions = {},
): Promise<Solution> {
  const { program } = formulation;
  const gap = options.gap ?? 0;
  if (gap === 0) return minimize(program, objective, options);
  const began = performance.now();
  const left = () => (options.seconds ?? DEFAULT_SECONDS) - (performance.now() - began) / 1000;
  const relaxed = await minimize(
    program.with(({ lower, upper }) => ({ lower, upper })),
    objective,
    { ...options, seconds: left() },
  );
  if (relaxed.status !== "solved") return relaxed;
  const nodes = Math.min(options.nodes ?? NEAR_NODES, NEAR_NODES);
  const kept = await minimize(nearKept(formulation, relaxed.values), objective, {
    gap: gap / 4,
    nodes,
    seconds: left() / 2,
    // What rounding the rest costs is left of the gap.
    target: relaxed.objective / (1 - gap * 0.8),
  });
  // Where that found nothing in its time, fewer months are looked at, in which an answer is found sooner.
  const near =
    kept.status === "solved"
      ? await minimize(nearReturnable(formulation, kept.values), objective, {
          gap: gap / 10,
          nodes,
          seconds: left() / 2,
        })
      : await minimize(nearest(formulation, relaxed.values), objective, { gap: gap / 2, nodes, seconds: left() / 2 });
  if (near.status === "solved" && isProven(near.objective, relaxed.objective, gap))
    return { ...near, bound: relaxed.objective, ...byClock(kept, near) };
  const start = near.status === "solved" ? { start: near.values } : {};
  const last = await minimize(program, objective, { ...options, seconds: left(), ...start });
  if (last.status !== "solved")
    return near.status === "solved"
      ? { ...near, bound: relaxed.objective, stoppedBy: last.status === "nothing" ? last.stoppedBy : near.stoppedBy }
      : last;
  const bound = Math.max(last.bound, relaxed.objective);
  const clock = byClock(kept, near, last);
  return isProven(last.objective, bound, gap)
    ? { ...last, bound, ...clock }
    : { ...last, bound, stoppedBy: clock.stoppedBy ?? last.stoppedBy };
}

/** What stopped before its time does not matter where the gap is proven, unless it was the clock, which stops elsewhere next time. */
const byClock = (...solutions: readonly Solution[]): { readonly stoppedBy: "seconds" | undefined } => ({
  stoppedBy: solutions.some((each) => "stoppedBy" in each && each.stoppedBy === "seconds") ? "seconds" : undefined,
});

const isProven = (cost: number, bound: number, gap: number): boolean => cost - bound <= gap * Math.abs(cost);

/**
 * The program in which what one keeps is ordered in whole steps, in the months in which the relaxed one orders it or in one beside
 * them, and parts of what can be given back may be had.
 */
function nearKept({ program, offers }: Formulation, relaxed: Float64Array): Program {
  const far = columnsOf(
    offers.filter(({ held }) => held.length === 0),
    (offer, decision) => !isOrdered(offer, relaxed, decision, 1),
  );
  return program.with((column, index) => {
    if (far.has(index)) return { ...column, upper: 0 };
    return column.whole === "returnable" ? { lower: column.lower, upper: column.upper } : column;
  });
}

/** The program in which what one keeps is settled, and of the rest one has what another answer has, to within two steps. */
function nearReturnable({ program, offers }: Formulation, answer: Float64Array): Program {
  const settled = program.with((column, index) => {
    if (column.whole !== "kept") return column;
    const value = Math.round(answer[index] ?? 0);
    return { ...column, lower: value, upper: value };
  });
  const returnable = offers.filter(({ held }) => held.length > 0);
  return within(settled, returnable, answer, 1);
}

/** The program in which only what the relaxed one orders is ordered, in whatever amount, and one has what it has, to within two steps. */
const nearest = ({ program, offers }: Formulation, relaxed: Float64Array): Program =>
  within(program, offers, relaxed, 0);

/** The program in which some offers are ordered in the months in which an answer orders them, or so many beside. */
function within(program: Program, offers: readonly OfferColumns[], answer: Float64Array, beside: number): Program {
  const far = columnsOf(offers, (offer, decision) => !isOrdered(offer, answer, decision, beside));
  const had = new Set(offers.flatMap(({ held }) => held.map(({ column }) => column)));
  return program.with((column, index): ColumnSpec => {
    const value = answer[index] ?? 0;
    if (far.has(index)) return { ...column, upper: 0 };
    if (!had.has(index)) return column;
    return {
      ...column,
      lower: Math.max(column.lower, Math.floor(value + TOLERANCE) - 1),
      upper: Math.min(column.upper, Math.ceil(value - TOLERANCE) + 1),
    };
  });
}

/** Orders of some offers of which something holds. */
const columnsOf = (
  offers: readonly OfferColumns[],
  holds: (offer: OfferColumns, decision: number) => boolean,
): ReadonlySet<number> =>
  new Set(
    offers.flatMap((offer) =>
      offer.orders.filter(({ decision }) => holds(offer, decision)).map(({ column }) => column),
    ),
  );

/** Whether an answer orders anything of an offer in a month, or in so many beside it. */
const isOrdered = ({ orders }: OfferColumns, answer: Float64Array, month: number, beside: number): boolean =>
  orders.some(({ column, decision }) => Math.abs(decision - month) <= beside && (answer[column] ?? 0) > TOLERANCE);
