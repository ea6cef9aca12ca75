import type { Currency, Finding } from "../model";
import { checkPlanOptions, checkPlanRequest } from "./check";
import { decide, type Proof } from "./decide";
import { type Hedge, hedgeOf } from "./hedge";
import type { Outcome } from "./outcome";
import type { PlanRequest, PlanRequestInput } from "./request";
import { inOrder, type Shortage, shortageOf } from "./shortage";
import type { SolverOptions } from "./solve";
import { partUnserved, type Unserved } from "./unserved";
import { type Worth, worths } from "./worth";

export interface PlanOptions extends SolverOptions {
  /** Whether to plan again for what each limit is worth: two more plans for each. @default true */
  readonly worth?: boolean;
  /** Whether to plan each scenario alone too, for the price of covering all. @default true */
  readonly hedge?: boolean;
}

/** The cheapest mix of offers that was found, and how well that is proven. */
export interface Plan extends Outcome {
  readonly status: "planned";
  readonly request: PlanRequest;
  readonly currency: Currency;
  readonly proof: Proof;
  /** What each limit and the lead times are worth; empty where it was not asked for. */
  readonly worth: readonly Worth[];
  /** What covering all scenarios costs; absent for a single one, and where it was not asked for. */
  readonly hedge?: Hedge;
}

/** There is no plan: demand stays unmet whatever is bought. */
export interface NoPlan extends Shortage {
  readonly status: "infeasible";
  readonly request: PlanRequest;
  /** Workloads that nothing on offer serves, and why: where there are any, nothing that gives would do. */
  readonly unserved: readonly Unserved[];
  /** What comes of the request without what is missing of these; absent where there are none, or nothing else is wanted. */
  readonly rest?: Exclude<PlanResult, { readonly status: "refused" }>;
}

/** What comes of a request. */
export type PlanResult =
  | Plan
  | NoPlan
  /** The request or an option is wrong; every problem has its path, its value, what is allowed and the likely fix. */
  | { readonly status: "refused"; readonly findings: readonly Finding[] }
  /** The search ended before it found any plan, which proves nothing. */
  | { readonly status: "unknown"; readonly stoppedBy: "seconds" | "nodes" };

/**
 * The cheapest mix of offers over the horizon that meets every scenario's demand at its service level, within all limits: what to buy of
 * which offer, in which month. The same request, its lists in whatever order, gives the same plan, unless a search was ended by the clock.
 */
export async function planCapacity(input: PlanRequestInput, options: PlanOptions = {}): Promise<PlanResult> {
  const wrong = checkPlanOptions(options);
  const { request, findings } = checkPlanRequest(input);
  if (request === undefined || wrong.length > 0) return { status: "refused", findings: [...wrong, ...findings] };
  return planOf(request, options);
}

/** The plan of a request that was checked. */
async function planOf(
  request: PlanRequest,
  options: PlanOptions,
  isRest = false,
): Promise<Exclude<PlanResult, { status: "refused" }>> {
  const { worth = true, hedge = true, ...solver } = options;
  const decision = await decide(request, solver);
  if (decision.status === "infeasible") return isRest ? shortOf(request, options) : noPlan(request, options);
  if (decision.status === "nothing") return { status: "unknown", stoppedBy: decision.stoppedBy };
  const price = hedge ? await hedgeOf(request, decision, solver) : undefined;
  return {
    status: "planned",
    request,
    currency: request.currency,
    ...decision.outcome,
    proof: decision.proof,
    worth: worth ? await worths(request, decision, solver) : [],
    ...(price === undefined ? {} : { hedge: price }),
  };
}

/** Why there is no plan. What nothing on offer serves is told apart, so that it does not hide what comes of the rest. */
async function noPlan(request: PlanRequest, options: PlanOptions): Promise<NoPlan> {
  const parted = await partUnserved(request, solverOf(options));
  if (parted === undefined) return shortOf(request, options);
  const { unserved, isLeast } = parted;
  const rest = parted.rest === undefined ? undefined : await planOf(parted.rest, options, true);
  const others = rest?.status === "infeasible" ? rest : undefined;
  return {
    status: "infeasible",
    request,
    unserved,
    missing: inOrder([...unserved.flatMap(({ missing }) => missing), ...(others?.missing ?? [])]),
    isLeast: isLeast && (others?.isLeast ?? true),
    remedies: [],
    together: "no",
    exceeded: others?.exceeded ?? [],
    ...(rest === undefined ? {} : { rest }),
  };
}

const shortOf = async (request: PlanRequest, options: PlanOptions): Promise<NoPlan> => ({
  status: "infeasible",
  request,
  unserved: [],
  ...(await shortageOf(request, solverOf(options))),
});

const solverOf = ({ worth: _, hedge: __, ...solver }: PlanOptions): SolverOptions => solver;
