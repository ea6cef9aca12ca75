import type { OutputStack } from "../inputs/output";
import type { Prepare } from "./prepare";
import type { PlanResult } from "./results";
import { type CurrentState, currentState } from "./state-version";
import type { Terraform } from "./terraform";

/** Stacks with those that they depend on, each once, as far as they are known. */
export function withUpstream(stacks: readonly OutputStack[], all: readonly OutputStack[]): OutputStack[] {
  const wanted = new Set(stacks.flatMap(({ name, dependencies }) => [name, ...dependencies]));
  return [...new Set([...stacks, ...all.filter(({ name }) => wanted.has(name))])];
}

/**
 * Tells of each stack which versions the states have that it depends on, each asked for once. They are taken before the stack is planned:
 * a state that has the same version later is then the one that the plan was made on.
 */
export function upstreamVersions(
  terraform: Terraform,
  prepare: Prepare,
  all: readonly OutputStack[],
): (stack: OutputStack) => Promise<NonNullable<PlanResult["upstream"]>> {
  const byName = new Map(all.map((stack) => [stack.name, stack]));
  const asked = new Map<string, Promise<CurrentState>>();
  const ask = async (stack: OutputStack): Promise<CurrentState> =>
    (await prepare(stack)) === undefined ? currentState(terraform, stack) : { failure: "it cannot be prepared" };
  return async ({ dependencies }) => {
    const versions: NonNullable<PlanResult["upstream"]> = {};
    for (const name of dependencies) {
      const stack = byName.get(name);
      if (stack === undefined) continue;
      const answer = asked.get(name) ?? ask(stack);
      asked.set(name, answer);
      const state = await answer;
      if ("version" in state) versions[name] = state.version ?? null;
    }
    return versions;
  };
}
