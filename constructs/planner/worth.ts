import Big from "big.js";
import { type Decision, decide } from "./decide";
import type { LimitRef } from "./limits";
import type { PlanRequest } from "./request";
import type { SolverOptions } from "./solve";
import { sooner } from "./wider";

/** What could give way: a limit of the request, or how long it takes until things come. */
export type Binding = LimitRef | { readonly kind: "leadTime"; readonly name: "leadTime" };

/** How much cheaper a plan becomes. */
export interface Saving {
  /** The two plans' costs apart. */
  readonly amount: Big;
  /** The two best plans' costs are apart by at least and at most this: wider than `amount` where a gap was left. */
  readonly least: Big;
  readonly most: Big;
}

/** What one limit is worth. Both figures come from planning again: with whole steps, no price at the margin is true. */
export interface Worth {
  readonly binding: Binding;
  /** What is given in `oneMore`: `1 MW more`, `1 month sooner`, ... */
  readonly unit: string;
  /** What the unit saves; absent where there is no plan then, or the search found none in its time. */
  readonly oneMore?: Saving;
  /** What is saved where it does not hold at all; for lead times, where everything is there at once. */
  readonly without?: Saving;
  /**
   * Changes after which nothing meets all demand any more, which is proven: what comes sooner also ends sooner, and may not be decided
   * later. They save nothing.
   */
  readonly withoutPlan: readonly ("oneMore" | "without")[];
  /** Whether it makes the plan dearer; `unproven` where the gaps leave that open. */
  readonly binds: "yes" | "no" | "unproven";
}

type Decided = Extract<Decision, { readonly status: "decided" }>;

/** What each limit and the lead times are worth to a plan: two more plans each, made like the first. */
export async function worths(request: PlanRequest, plan: Decided, options: SolverOptions): Promise<Worth[]> {
  const found: Worth[] = [];
  for (const { binding, unit, oneMore, without } of relaxations(request)) {
    const decisions = { oneMore: await decide(oneMore, options), without: await decide(without, options) };
    const [one, all] = [saving(plan, decisions.oneMore), saving(plan, decisions.without)];
    const changes = ["oneMore", "without"] as const;
    const withoutPlan = changes.filter((change) => decisions[change].status === "infeasible");
    found.push({
      binding,
      unit,
      ...(one === undefined ? {} : { oneMore: one }),
      ...(all === undefined ? {} : { without: all }),
      withoutPlan,
      binds: bindsBy([one, all], withoutPlan.length),
    });
  }
  return found;
}

/** What leaves no plan saves nothing. */
function bindsBy(savings: readonly (Saving | undefined)[], withoutPlan: number): Worth["binds"] {
  if (savings.some((each) => each?.least.gt(0) === true)) return "yes";
  const nothing = savings.filter((each) => each?.most.eq(0) === true).length;
  return nothing + withoutPlan === savings.length ? "no" : "unproven";
}

function saving(plan: Decided, other: Decision): Saving | undefined {
  if (other.status !== "decided") return undefined;
  const zero = new Big(0);
  const atLeast0 = (value: Big) => (value.lt(0) ? zero : value).round(2);
  const of = (decided: Decided) => ({ cost: decided.outcome.cost, bound: leastCost(decided) });
  const [dear, cheap] = [of(plan), of(other)];
  return {
    // What is less bound is never dearer: where it seems so, a gap was left.
    amount: atLeast0(dear.cost.minus(cheap.cost)),
    least: atLeast0(dear.bound.minus(cheap.cost)),
    most: atLeast0(dear.cost.minus(cheap.bound)),
  };
}

/** No plan costs less; the cost itself where it is proven to be the least. */
export const leastCost = ({ outcome, proof }: Decided): Big =>
  proof.gap === 0 ? outcome.cost : new Big(proof.bound).round(2);

interface Relaxation {
  readonly binding: Binding;
  readonly unit: string;
  readonly oneMore: PlanRequest;
  readonly without: PlanRequest;
}

function relaxations(request: PlanRequest): Relaxation[] {
  const { limits } = request;
  const other = <K extends LimitRef["kind"]>(kind: K, list: PlanRequest["limits"][K]): PlanRequest => ({
    ...request,
    limits: { ...limits, [kind]: list },
  });
  return [
    ...limits.power.map((limit) => ({
      binding: { kind: "power" as const, name: limit.name },
      unit: "1 MW more",
      oneMore: other(
        "power",
        limits.power.map((each) => (each === limit ? { ...each, mostMW: each.mostMW + 1 } : each)),
      ),
      without: other(
        "power",
        limits.power.filter((each) => each !== limit),
      ),
    })),
    ...limits.concentration.map((limit) => ({
      binding: { kind: "concentration" as const, name: limit.name },
      unit: limit.mostShare === undefined ? "1 % more accelerators" : "1 percentage point more",
      oneMore: other(
        "concentration",
        limits.concentration.map((each) => (each === limit ? lessConcentrated(each) : each)),
      ),
      without: other(
        "concentration",
        limits.concentration.filter((each) => each !== limit),
      ),
    })),
    ...limits.money.map((limit) => ({
      binding: { kind: "money" as const, name: limit.name },
      unit: "1 % more money",
      oneMore: other(
        "money",
        limits.money.map((each) =>
          each === limit ? { ...each, most: new Big(each.most).times("1.01").toFixed() } : each,
        ),
      ),
      without: other(
        "money",
        limits.money.filter((each) => each !== limit),
      ),
    })),
    ...(request.offers.some(({ leadMonths }) => leadMonths > 0)
      ? [
          {
            binding: { kind: "leadTime" as const, name: "leadTime" as const },
            unit: "1 month sooner",
            oneMore: sooner(request, 1),
            without: sooner(request, Number.POSITIVE_INFINITY),
          },
        ]
      : []),
  ];
}

type ConcentrationLimit = PlanRequest["limits"]["concentration"][number];

const lessConcentrated = (limit: ConcentrationLimit): ConcentrationLimit => ({
  ...limit,
  ...(limit.mostAccelerators === undefined ? {} : { mostAccelerators: limit.mostAccelerators * 1.01 }),
  ...(limit.mostShare === undefined ? {} : { mostShare: Math.min(1, limit.mostShare + 0.01) }),
});
