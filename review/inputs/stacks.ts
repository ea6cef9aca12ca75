import type { StackInput } from "../report/stack-input";
import type { Output, OutputStack } from "./output";
import type { PlannedStack } from "./plans";
import { isSameStack } from "./same-stack";

/** Why a plan is none of what head says; nothing where it is, or where nobody says of what it was made. */
function staleness({ outputDigest }: PlannedStack, now: OutputStack | undefined): string | undefined {
  if (now === undefined) return "head has no stack of this name: its plan is of another output";
  if (outputDigest === undefined || outputDigest === now.digest) return undefined;
  return "its plan is of another output than head: run `siteform plan` again";
}

/**
 * What a review gets of each stack that base or head has, or that somebody planned. A stack of head without a plan is missing; one
 * that base alone has was removed from the program.
 */
export function stackInputs(
  plans: readonly PlannedStack[],
  head: Output | undefined,
  base: Output | undefined,
): StackInput[] {
  const planned = new Map(plans.map((each) => [each.name, each]));
  const inHead = new Map((head?.stacks ?? []).map((each) => [each.name, each]));
  const inBase = new Map((base?.stacks ?? []).map((each) => [each.name, each]));
  const names = new Set([...inHead.keys(), ...inBase.keys(), ...planned.keys()]);
  return [...names].map((name): StackInput => {
    const [plan, now, before] = [planned.get(name), inHead.get(name), inBase.get(name)];
    const site = now?.site ?? before?.site;
    const isRemoved = head !== undefined && now === undefined && before !== undefined;
    const isSame = plan === undefined && now !== undefined && before !== undefined && isSameStack(now, before);
    const stale = plan === undefined || head === undefined || isRemoved ? undefined : staleness(plan, now);
    return {
      ...(plan ?? {}),
      ...(stale === undefined ? {} : { failure: stale }),
      name,
      ...(site === undefined ? {} : { site }),
      ...(isRemoved ? { unplanned: "removed" } : isSame ? { unplanned: "unchanged" } : {}),
      ...(base === undefined || now === undefined ? {} : { programs: { head: now.bodies, base: before?.bodies } }),
      constructPaths: (now ?? before)?.constructPaths ?? new Map(),
    };
  });
}
