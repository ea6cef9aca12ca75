import type Big from "big.js";
import { costObjective, type Formulation, formulate } from "./formulate";
import { type Outcome, outcomeOf } from "./outcome";
import type { Column, ColumnSpec } from "./program";
import type { PlanRequest } from "./request";
import { search } from "./search";
import { minimize, type SolverOptions } from "./solve";

/** How well a plan is proven. */
export interface Proof {
  /** No plan costs less than this, up to the solver's tolerance of a few millionths. */
  readonly bound: number;
  /** Share of the cost by which the plan may exceed the least possible; 0 where it is the least. */
  readonly gap: number;
  /** Whether the gap is as small as was asked for. */
  readonly isProven: boolean;
  /**
   * What ended a search before it was done. After `seconds`, another run may end with another plan, though within the gap: where
   * it is 0, with another of the same cost.
   */
  readonly stoppedBy?: "seconds" | "nodes";
}

export type Decision =
  | {
      readonly status: "decided";
      readonly formulation: Formulation;
      readonly values: Float64Array;
      readonly outcome: Outcome;
      readonly proof: Proof;
    }
  | { readonly status: "infeasible" }
  | { readonly status: "nothing"; readonly stoppedBy: "seconds" | "nodes" };

/** The gap up to which a cost counts as the least: the solver computes in binary fractions. */
const TOLERANCE = 1e-6;

/** The cheapest plan for a request that was checked. */
export async function decide(request: PlanRequest, options: SolverOptions): Promise<Decision> {
  const formulation = formulate(request);
  const objective = costObjective(formulation);
  const found = await search(formulation, objective, options);
  if (found.status !== "solved") return found;
  const first = await answerOf(formulation, found.values);
  if (first === undefined) throw new Error("the solver's answer does not hold in whole numbers");
  const { bound } = found;
  const gap = gapOf(first.outcome.cost, bound);
  const loose = gap === 0 ? undefined : returnable(formulation);
  const best = await settleTies(formulation, objective, found.objective, first, { ...options, loose });
  const stoppedBy = found.stoppedBy ?? best.stoppedBy;
  const isProven = gap <= Math.max(options.gap ?? 0, TOLERANCE);
  return {
    status: "decided",
    formulation,
    values: best.values,
    outcome: best.outcome,
    proof: { bound, gap, isProven, ...(stoppedBy === undefined ? {} : { stoppedBy }) },
  };
}

/** A cent is no gap: to it the cost is rounded. */
function gapOf(cost: Big, bound: number): number {
  const exact = cost.toNumber();
  const gap = exact === 0 ? 0 : (exact - bound - 0.01) / Math.abs(exact);
  return gap <= TOLERANCE ? 0 : gap;
}

interface Answer {
  readonly values: Float64Array;
  readonly outcome: Outcome;
}

interface Settled extends Answer {
  readonly stoppedBy?: "seconds";
}

/** Nodes of the second search: enough for what few ties leave open, and the same on every machine. */
const TIE_NODES = 1000;

/**
 * What is settled where a gap is left, when the plans of the same cost are too many to look through: orders of what can be given back,
 * so that nothing is given back and ordered again in the same month.
 */
const returnable = ({ offers, program }: Formulation): ReadonlySet<Column> =>
  new Set(
    offers
      .filter(({ held }) => held.length > 0)
      .flatMap(({ orders, priced }) => [
        ...orders.map(({ column }) => column),
        ...priced.flatMap(({ column }) => (program.columns[column]?.whole === "switch" ? [column] : [])),
      ]),
  );

/**
 * Of several plans of the same cost, the one that decides less, later, and takes offers in the order of their names: a second
 * search, over the plans that cost no more. It cannot change the optimum, since its answer is only taken if its exact cost
 * is not above the first one's. What is still alike after that, the solver settles, the same way each time: it counts with one thread and a
 * fixed seed, and gets the same numbers in the same order, whatever the order of the request (`check.ts`).
 */
async function settleTies(
  { program, offers, horizon, ...rest }: Formulation,
  objective: Float64Array,
  least: number,
  first: Answer,
  { loose, ...options }: SolverOptions & { readonly loose: ReadonlySet<Column> | undefined },
): Promise<Settled> {
  const weights = new Float64Array(program.columns.length);
  offers.forEach(({ orders, held }, index) => {
    for (const { column, decision } of orders)
      weights[column] = (horizon.months - decision) * (offers.length + 1) + index + 1;
    for (const { column } of held) weights[column] = 1 / horizon.months;
  });
  const scale = Math.max(1, Math.abs(least)) / 1e4;
  const terms = Array.from(objective, (cost, column) => [column, cost / scale] as const).filter(
    ([, cost]) => cost !== 0,
  );
  const noDearer = { terms, lower: Number.NEGATIVE_INFINITY, upper: (least / scale) * (1 + Math.sign(least) * 1e-10) };
  const held = (column: ColumnSpec, index: Column): ColumnSpec => {
    if (loose === undefined || column.whole === undefined || loose.has(index)) return column;
    return { ...column, lower: first.values[index] ?? 0, upper: first.values[index] ?? 0 };
  };
  const all = program.with(held, [noDearer]);
  const nodes = Math.min(options.nodes ?? TIE_NODES, TIE_NODES);
  const second = await minimize(all, weights, { ...options, gap: 0, nodes, start: first.values });
  // What a clock stopped depends on the machine: then the first answer stands, and it is said.
  if ("stoppedBy" in second && second.stoppedBy === "seconds") return { ...first, stoppedBy: "seconds" };
  if (second.status !== "solved") return first;
  const answer = await answerOf({ program, offers, horizon, ...rest }, second.values);
  return answer?.outcome.cost.lte(first.outcome.cost) === true ? answer : first;
}

/**
 * What the solver found, in whole numbers: it leaves them a billionth off, so that what follows from them is computed again, and
 * with it that they meet all demand within all limits; nothing where they do not.
 */
async function answerOf(formulation: Formulation, values: Float64Array): Promise<Answer | undefined> {
  const { program } = formulation;
  const settled = program.with(({ lower, upper, whole }, index) => {
    const value = Math.round(values[index] ?? 0);
    return whole === undefined ? { lower, upper } : { lower: value, upper: value };
  });
  // A hundred-thousandth of an accelerator is dust of binary fractions; one that is missing is not.
  const again = await minimize(settled, new Float64Array(program.columns.length), { tolerance: 1e-5 });
  if (again.status !== "solved") return undefined;
  return { values: again.values, outcome: outcomeOf(formulation, again.values) };
}
