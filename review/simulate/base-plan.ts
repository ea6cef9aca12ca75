import { type JsonObject, objectAt } from "../plan/json";
import { copyOf } from "./cut";
import type { Demands, Refusal } from "./demands";
import { withTypeOutputs } from "./dynamic-types";
import type { SimulatedProviders } from "./provider";
import { stateOfPlan } from "./state";
import type { Version } from "./versions";
import type { WorkFolder } from "./work-folder";

/** Plans that are made at most: each knows more than the one before, since more is there. */
const MOST = 8;

/** What of base is planned, and with what. */
export interface BasePlan {
  readonly base: Version;
  /** Parts that are planned. */
  readonly keep: ReadonlySet<string>;
  readonly demands: Demands;
  /** Files that stand for the states of other stacks, by data source. */
  readonly states: ReadonlyMap<string, string>;
  /** Starts providers that tell of what is new what only an apply would tell. */
  readonly start: () => Promise<SimulatedProviders>;
}

/** Outputs that would be there, with their types. */
export interface Foreseen {
  readonly outputs: JsonObject;
}

/**
 * Writes into a folder the state that there would be if base were applied. Nothing is applied: providers tell in the plan what they would
 * give, and the plan is written as a state. What Terraform itself gives only when it applies, as the id of a `terraform_data`, is made up
 * afterwards, and what depends on it is planned again, until all is known.
 *
 * @returns why it cannot be planned, where it cannot
 */
export async function foresee(
  { base, keep, demands, states, start }: BasePlan,
  work: WorkFolder,
): Promise<Foreseen | Refusal> {
  const { stack } = base;
  const isEmpty = ![...keep].some((name) => base.parts.has(name));
  if (stack === undefined || isEmpty) return { outputs: {} };
  const { required_version: _, ...settings } = objectAt(copy(base, { keep, demands, states }), "terraform");
  const whole = { ...withTypeOutputs(copy(base, { keep, demands, states })), terraform: settings };
  let before = Number.POSITIVE_INFINITY;
  for (let round = 1; ; round += 1) {
    const { plan, result } = await withProviders(start, (env) => work.plan(stack, whole, env));
    if (plan === undefined || result.state === "failed") {
      const [error] = result.diagnostics.filter(({ severity }) => severity === "error");
      const said =
        error === undefined
          ? result.failure
          : `${error.summary}${error.address === undefined ? "" : ` at ${error.address}`}`;
      return { why: `what base says cannot be planned with simulated providers: ${said ?? "no reason is known"}` };
    }
    const { state, missing } = stateOfPlan(plan, base.parts, false);
    const isStuck = missing >= before || round === MOST;
    work.writeState(missing > 0 && isStuck ? stateOfPlan(plan, base.parts, true).state : state);
    if (missing === 0 || isStuck) return { outputs: objectAt(state, "outputs") };
    before = missing;
  }
}

/** Base without what says how objects came to where they are: it is there already. */
function copy(
  { json, parts }: Version,
  { keep, demands, states }: Pick<BasePlan, "keep" | "demands" | "states">,
): JsonObject {
  const settled = new Set([...keep].filter((name) => !/^(moved|import|removed)\./.test(name)));
  return copyOf(json, parts, { keep: settled, providers: demands.providers, states });
}

/** Does something while providers run. */
export async function withProviders<T>(
  start: () => Promise<SimulatedProviders>,
  work: (env: NodeJS.ProcessEnv) => Promise<T>,
): Promise<T> {
  const providers = await start();
  try {
    return await work(providers.env);
  } finally {
    await providers.close();
  }
}
