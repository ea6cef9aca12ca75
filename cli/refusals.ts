import { type AllowList, AllowListError, readAllowList, refusedOf } from "../review/allow/allow-list";
import type { OutputStack } from "../review/inputs/output";
import type { PlanFailure } from "../review/run/plan-stack";
import { UsageError } from "./usage-error";

/** Why stacks are not prepared: each says what it demands that is not allowed. */
export function refusals(stacks: readonly OutputStack[], path: string): Map<string, PlanFailure> {
  const list = allowListAt(path);
  return new Map(
    stacks.flatMap((stack): [string, PlanFailure][] => {
      const refused = refusedOf(stack, list);
      if (refused.length === 0) return [];
      const diagnostics = refused.map(({ kind, is, address }) => ({
        severity: "error" as const,
        // Digests tell nobody anything.
        summary: `not allowed: ${kind} ${is.replace(/ ?sha256:[0-9a-f]{64}$/, "")}`,
        address,
      }));
      return [[stack.name, { failure: "refused before init, since the base demands nothing like it", diagnostics }]];
    }),
  );
}

function allowListAt(path: string): AllowList {
  try {
    return readAllowList(path);
  } catch (error) {
    if (error instanceof AllowListError) throw new UsageError(`--allowed: ${error.message}`);
    throw error;
  }
}
