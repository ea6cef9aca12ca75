import type { OutputStack } from "../inputs/output";
import type { StackInput } from "../report/stack-input";
import { mayReplace } from "./provider/may-replace";
import type { BothSides, StackSimulation } from "./simulate-stack";

/** What a review gets of one stack that was simulated, or needed no simulation. */
export function stackInputOf(
  { base, head }: BothSides<OutputStack | undefined>,
  simulation: StackSimulation | undefined,
  name: string,
): StackInput {
  const site = head?.site ?? base?.site;
  const common = {
    name,
    ...(site === undefined ? {} : { site }),
    constructPaths: (head ?? base)?.constructPaths ?? new Map(),
    basis: "simulation" as const,
    doubtOf: mayReplace,
  };
  if (head === undefined) return { ...common, unplanned: "removed" };
  if (simulation === undefined) return { ...common, unplanned: "unchanged" };
  const { outcome, notes } = simulation;
  const noted = { ...common, ...(notes.length === 0 ? {} : { note: notes.join("; ") }) };
  switch (outcome.is) {
    case "unchanged":
      return { ...noted, unplanned: "unchanged" };
    case "notSimulated":
      return { ...noted, notSimulated: outcome.why };
    case "planned":
      return { ...noted, plan: outcome.plan, diagnostics: outcome.diagnostics };
    case "failed":
      return {
        ...noted,
        ...(outcome.plan === undefined ? {} : { plan: outcome.plan }),
        failure: outcome.failure,
        diagnostics: outcome.diagnostics,
      };
  }
}
