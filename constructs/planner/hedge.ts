import Big from "big.js";
import { type Decision, decide } from "./decide";
import type { PlanRequest } from "./request";
import type { SolverOptions } from "./solve";
import { leastCost } from "./worth";

/** What covering all scenarios costs if one of them comes. */
export interface HedgePrice {
  readonly scenario: string;
  /** The cost of the cheapest plan for this scenario alone. */
  readonly alone: Big;
  /** The cost of the plan for all scenarios, if this one comes. */
  readonly covered: Big;
  /** What covering the others costs then: `covered` less `alone`. */
  readonly price: Big;
  /** The price is at most this: more where a gap was left in planning for the scenario alone. */
  readonly most: Big;
}

/** The price of one plan for all scenarios against knowing from the start which comes. */
export interface Hedge {
  readonly byScenario: readonly HedgePrice[];
  /** The expected price: each scenario's, times how likely it is. */
  readonly expected: Big;
  /** The expected price of the best plan lies between these. */
  readonly least: Big;
  readonly most: Big;
}

type Decided = Extract<Decision, { readonly status: "decided" }>;

/** Plans each scenario alone, and compares; nothing for a single scenario, or where one of them found no plan in its time. */
export async function hedgeOf(request: PlanRequest, plan: Decided, options: SolverOptions): Promise<Hedge | undefined> {
  if (request.scenarios.length < 2) return undefined;
  const rows: (HedgePrice & { readonly probability: number; readonly bound: Big })[] = [];
  for (const [index, scenario] of request.scenarios.entries()) {
    const { probability: _, ...certain } = scenario;
    const { knownFrom: __, ...rest } = request;
    const alone = await decide({ ...rest, scenarios: [certain] }, options);
    const covered = plan.outcome.scenarios[index];
    if (alone.status !== "decided" || covered === undefined) return undefined;
    const [cost, bound] = [alone.outcome.cost, leastCost(alone)];
    rows.push({
      scenario: scenario.name,
      alone: cost,
      covered: covered.presentValue,
      price: covered.presentValue.minus(cost),
      most: covered.presentValue.minus(bound),
      probability: covered.probability,
      bound,
    });
  }
  const expected = (of: (row: (typeof rows)[number]) => Big) =>
    rows.reduce((total, row) => total.plus(of(row).times(row.probability)), new Big(0));
  const { cost } = plan.outcome;
  return {
    byScenario: rows.map(({ probability: _, bound: __, ...row }) => row),
    expected: cost.minus(expected(({ alone }) => alone)).round(2),
    least: leastCost(plan)
      .minus(expected(({ alone }) => alone))
      .round(2),
    most: cost.minus(expected(({ bound }) => bound)).round(2),
  };
}
