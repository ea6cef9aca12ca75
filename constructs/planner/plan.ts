import type { Currency, Finding } from "../model";
import { checkPlanRequest } from "./check";
import { decide, type Proof } from "./decide";
import { type Hedge, hedgeOf } from "./hedge";
import type { Outcome } from "./outcome";
import type { PlanRequest, PlanRequestInput } from "./request";
import { type Shortage, shortageOf } from "./shortage";
import type { SolverOptions } from "./solve";
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
}

/** What comes of a request. */
export type PlanResult =
  | Plan
  | NoPlan
  /** The request is wrong; every problem has its path, its value, what is allowed and the likely fix. */
  | { readonly status: "refused"; readonly findings: readonly Finding[] }
  /** The search ended before it found any plan, which proves nothing. */
  | { readonly status: "unknown"; readonly stoppedBy: "seconds" | "nodes" };

/**
 * The cheapest mix of offers over the horizon that meets every scenario's demand at its service level, within all limits: what to buy of
 * which offer, in which month. The same request, its lists in whatever order, gives the same plan, unless a search was ended by the clock.
 */
export async function planCapacity(input: PlanRequestInput, options: PlanOptions = {}): Promise<PlanResult> {
  const { request, findings } = checkPlanRequest(input);
  if (request === undefined) return { status: "refused", findings };
  const { worth = true, hedge = true, ...solver } = options;
  const decision = await decide(request, solver);
  if (decision.status === "infeasible")
    return { status: "infeasible", request, ...(await shortageOf(request, solver)) };
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
