import { findMachine, type Machine } from "../../catalog";
import { type Finding, sortFindings } from "../../model/finding";
import type { FleetDocument } from "../../model/fleet";
import { applyWaivers } from "../waive";
import { outputRules } from ".";
import type { OutputContext } from "./output-rule";
import type { StackOutput } from "./stack-output";

/** Checks the Terraform of a fleet's stacks. Pure: same stacks, same day, same findings. */
export function validateOutput(stacks: Iterable<StackOutput>, document: FleetDocument, asOf: string): Finding[] {
  const own = new Map<string, Machine>(document.spec.machines.map((machine) => [machine.type, machine]));
  const context: OutputContext = { machine: (type) => own.get(type) ?? findMachine(type) };
  const waiving = { waivers: document.spec.waivers, asOf };
  const findings = Array.from(stacks).flatMap((stack) =>
    outputRules.flatMap((rule) =>
      Array.from(rule.check(stack, context), ({ severity, ...report }) =>
        applyWaivers({ rule: rule.id, severity: severity ?? rule.severity, ...report }, waiving),
      ),
    ),
  );
  return gatherAlike(sortFindings(findings));
}

/** `stacks.<stack>.<type>.<name>` and what follows it. */
const RESOURCE_PATH = /^stacks\.([^.]+)\.([a-z0-9_]+)\.[^.[]+(.*)$/s;

/** One finding for what an aspect or a hook did to many resources alike: the first of them speaks for all, and says for how many. */
function gatherAlike(findings: readonly Finding[]): Finding[] {
  const groups = new Map<string, { readonly first: Finding; readonly stacks: Set<string>; count: number }>();
  for (const finding of findings) {
    const [, stack = "", type, argument] = RESOURCE_PATH.exec(finding.path) ?? [];
    const { rule, severity, message, waived } = finding;
    const key = JSON.stringify([rule, severity, type ?? finding.path, argument, message, waived]);
    const group = groups.get(key) ?? { first: finding, stacks: new Set<string>(), count: 0 };
    group.stacks.add(stack);
    group.count++;
    groups.set(key, group);
  }
  return [...groups.values()].map(({ first, stacks, count }) => {
    if (count === 1) return first;
    const where = stacks.size > 1 ? ` in ${stacks.size} stacks` : "";
    return { ...first, message: `${first.message} (the same of ${count} resources${where})` };
  });
}
