import type { Highs, ModelData } from "highs";
import type { Program } from "./program";

/** How long the solver may search, and how near to the best its answer must be proven. */
export interface SolverOptions {
  /**
   * Share of the cost by which the answer may exceed the least possible: 0.001 for 0.1 %.
   * @default 0, up to the solver's tolerance
   */
  readonly gap?: number;
  /** Most nodes of the search: work, not time, so that every machine stops at the same answer. @default - no limit */
  readonly nodes?: number;
  /** Most seconds for one search. Where it stops there, another run may stop at another answer. @default 60 */
  readonly seconds?: number;
}

/** What the solver found. */
export type Solution =
  | {
      readonly status: "solved";
      readonly values: Float64Array;
      readonly objective: number;
      /** No answer is below this, up to the solver's tolerance. */
      readonly bound: number;
      /** What ended the search before it was done; absent where it was. */
      readonly stoppedBy?: "seconds" | "nodes" | undefined;
    }
  | { readonly status: "infeasible" }
  /** Nothing was found in time, which proves nothing. */
  | { readonly status: "nothing"; readonly stoppedBy: "seconds" | "nodes" };

let loaded: Promise<Highs> | undefined;

/** The solver, loaded once and when first asked for: it is 3.5 MB of WebAssembly that only a plan needs. */
function solver(): Promise<Highs> {
  loaded ??= (require("highs") as typeof import("highs")).default();
  return loaded;
}

export const DEFAULT_SECONDS = 60;

/** Objectives are brought near this size: the solver's tolerances are absolute. */
const SIZE = 1e4;

/**
 * The bit of the presolve rule that merges parallel rows and columns: with it, presolve of HiGHS 1.15 ran without end on small
 * programs with ramps, and heeded no limit of time.
 */
const PARALLEL = 1 << 13;

/** What one call of the solver is given beside the program. */
export interface Call extends SolverOptions {
  /** An answer as good as this ends the search. */
  readonly target?: number;
  /** An answer that is known to hold, from which to search. */
  readonly start?: Float64Array;
  /** By how much a row may be missed, in its own unit. @default 1e-7 */
  readonly tolerance?: number;
}

/** Minimizes an objective, one number a column, over a program. */
export async function minimize(program: Program, objective: Float64Array, call: Call = {}): Promise<Solution> {
  const { gap = 0, nodes, seconds = DEFAULT_SECONDS, target, start, tolerance = 1e-7 } = call;
  // The solver says of nothing to decide that it is empty, and no more.
  if (program.columns.length === 0) return withoutColumns(program);
  const highs = await solver();
  const isMixed = program.columns.some(({ whole }) => whole !== undefined);
  const most = objective.reduce((max, each) => Math.max(max, Math.abs(each)), 0);
  const scale = most === 0 ? 1 : SIZE / most;
  const data = modelOf(
    program,
    objective.map((each) => each * scale),
  );
  return highs.withModel(data, (model): Solution => {
    model.options.set({
      output_flag: false,
      random_seed: 0,
      // Without whole numbers the program is solved sooner than it is made smaller.
      presolve: isMixed ? "choose" : "off",
      presolve_rule_off: PARALLEL,
      mip_rel_gap: gap,
      mip_abs_gap: 1e-6,
      mip_feasibility_tolerance: 1e-9,
      primal_feasibility_tolerance: tolerance,
      time_limit: Math.max(0.1, seconds),
      ...(nodes === undefined ? {} : { mip_max_nodes: nodes }),
      ...(target === undefined ? {} : { objective_target: target * scale }),
    });
    if (start !== undefined) model.setSolution({ colValue: start });
    const { modelStatus } = model.run();
    const codes = highs.constants.modelStatus;
    if (modelStatus === codes.infeasible || modelStatus === codes.unboundedOrInfeasible)
      return { status: "infeasible" };
    const isDone = modelStatus === codes.optimal || modelStatus === codes.objectiveTarget;
    const stoppedBy = modelStatus === codes.timeLimit ? ("seconds" as const) : ("nodes" as const);
    if (model.info.get("primal_solution_status") !== highs.constants.solutionStatus.feasible)
      return { status: "nothing", stoppedBy };
    const found = model.getObjectiveValue();
    const bound = isMixed ? Number(model.info.get("mip_dual_bound")) : found;
    return {
      status: "solved",
      values: model.getSolution().colValue,
      objective: found / scale,
      bound: Math.min(bound, found) / scale,
      ...(isDone ? {} : { stoppedBy }),
    };
  });
}

const withoutColumns = ({ rows }: Program): Solution =>
  rows.every(({ lower, upper }) => lower <= 0 && upper >= 0)
    ? { status: "solved", values: new Float64Array(0), objective: 0, bound: 0 }
    : { status: "infeasible" };

function modelOf({ columns, rows }: Program, objective: Float64Array): ModelData {
  const starts = [0];
  const [indices, values]: [number[], number[]] = [[], []];
  for (const { terms } of rows) {
    for (const [column, times] of terms) {
      indices.push(column);
      values.push(times);
    }
    starts.push(indices.length);
  }
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: objective,
    colLower: columns.map(({ lower }) => lower),
    colUpper: columns.map(({ upper }) => upper),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: { format: "csr", numRows: rows.length, numCols: columns.length, starts, indices, values },
    integrality: columns.map(({ whole }) => (whole === undefined ? 0 : 1)),
  };
}
