import { type Month, monthAt } from "../ledger/months";
import { type Formulation, formulate } from "./formulate";
import type { LimitRef } from "./limits";
import { type Feasible, type Remedy, remediesFor, rounded } from "./remedies";
import type { PlanRequest } from "./request";
import { minimize, type SolverOptions } from "./solve";

/** Demand that nothing on offer can meet. */
export interface Missing {
  readonly scenario: string;
  readonly workload: string;
  readonly month: Month;
  /** What must be met, the service level taken into account. */
  readonly needed: number;
  readonly missing: number;
  readonly unit: string;
}

/** Why there is no plan. */
export interface Shortage {
  /** What must go unmet, each workload measured against its own peak; in the order of months. */
  readonly missing: readonly Missing[];
  /** Whether no less can go unmet: not known where the search ended first. */
  readonly isLeast: boolean;
  /** Each alone would do. */
  readonly remedies: readonly Remedy[];
  /** Where no single one is known that would do: whether all of them together would, or a search ended before that was known. */
  readonly together?: Feasible;
  /** Limits that what one has already exceeds: no purchase mends that. */
  readonly exceeded: readonly {
    readonly limit: LimitRef;
    readonly month: string;
    readonly have: number;
    readonly most: number;
    readonly unit: string;
  }[];
}

/** What counts as missing: less is the solver's rounding. */
const TOLERANCE = 1e-6;

/** What is missing where a request has no plan, and what would have to give. */
export async function shortageOf(request: PlanRequest, options: SolverOptions): Promise<Shortage> {
  const { formulation, ...least } = await leastMissing(request, options);
  return {
    ...least,
    ...(await remediesFor(request, formulation, { ...options, gap: 0 })),
    exceeded: exceededBy(formulation),
  };
}

interface LeastMissing extends Pick<Shortage, "missing" | "isLeast"> {
  readonly formulation: Formulation;
}

/** The least that goes unmet, whatever is bought. */
export async function leastMissing(request: PlanRequest, options: SolverOptions): Promise<LeastMissing> {
  const formulation = formulate(request, { mayFall: true });
  const found = await minimize(formulation.program, shortObjective(formulation), { ...options, gap: 0 });
  return {
    formulation,
    missing: found.status === "solved" ? missingIn(formulation, found.values) : [],
    isLeast: found.status !== "nothing" && !("stoppedBy" in found && found.stoppedBy !== undefined),
  };
}

/** What is missing, in shares of each workload's peak. */
function shortObjective({ program, short, request }: Formulation): Float64Array {
  const objective = new Float64Array(program.columns.length);
  for (const { column, workload } of short) {
    const peaks = request.scenarios.flatMap(
      ({ demand }) => demand.find((each) => each.workload === workload.name)?.perMonth ?? [],
    );
    objective[column] = 1 / Math.max(...peaks);
  }
  return objective;
}

const missingIn = ({ short, request, horizon }: Formulation, values: Float64Array): Missing[] =>
  inOrder(
    short.flatMap(({ column, workload, scenario, month, needed }) => {
      const missing = values[column] ?? 0;
      if (missing <= TOLERANCE * Math.max(1, needed)) return [];
      return {
        scenario: request.scenarios[scenario]?.name ?? "",
        workload: workload.name,
        month: monthAt(horizon.first + month),
        needed,
        missing: rounded(missing),
        unit: workload.unit,
      };
    }),
  );

/** By month. */
export const inOrder = (missing: readonly Missing[]): Missing[] =>
  [...missing].sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));

/** Limits over which what one has lies already, each with the first month in which it does. A share falls with what others supply. */
function exceededBy({ limits }: Formulation): Shortage["exceeded"] {
  const over = limits.filter(
    ({ anyway, most, measure }) => (measure === "MW" || measure === "accelerators") && anyway > most + TOLERANCE,
  );
  const first = new Map(over.map((row) => [`${row.ref.kind} ${row.ref.name}`, row] as const).reverse());
  return [...first.values()].map(({ ref, measure, period, anyway, most }) => ({
    limit: ref,
    month: period,
    have: rounded(anyway),
    most,
    unit: measure,
  }));
}
