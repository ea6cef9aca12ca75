import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type AllowList, AllowListError, allowListOf, readAllowList, refusedOf } from "../review/allow/allow-list";
import type { OutputStack } from "../review/inputs/output";
import type { PlanFailure } from "../review/run/plan-stack";
import { outputOf } from "./output";
import { UsageError } from "./usage-error";

/**
 * Why stacks are not prepared: each says what it demands that is not allowed.
 *
 * @param allowed a file of an allow-list, or the base: its output folder, or its git revision
 */
export function refusals(stacks: readonly OutputStack[], cwd: string, allowed: string): Map<string, PlanFailure> {
  const list = allowListOfBase(cwd, allowed);
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

function allowListOfBase(cwd: string, allowed: string): AllowList {
  const path = resolve(cwd, allowed);
  try {
    return existsSync(path) ? readAllowList(path) : allowListOf(outputOf(cwd, allowed).output);
  } catch (error) {
    if (error instanceof AllowListError || error instanceof UsageError) {
      throw new UsageError(`--allowed: ${error.message}`);
    }
    throw error;
  }
}
