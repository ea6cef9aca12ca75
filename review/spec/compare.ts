import type { Finding, FleetDocument } from "../../constructs/model";
import { stackOutput } from "../../constructs/rules/output/stack-output";
import { validateOutput } from "../../constructs/rules/output/validate-output";
import { fleetDeltas } from "../deltas/fleet-deltas";
import type { JsonObject } from "../plan/json";
import type { Delta, ReviewedFindings, SpecChange } from "../report/spec-schema";
import { specDiff } from "./diff";
import { compareFindings } from "./findings";
import { judged } from "./judged";

/** What two specs differ in, what that comes to, and what rules say of it. */
export interface Comparison {
  readonly spec: SpecChange[];
  readonly deltas: Delta[];
  readonly findings: ReviewedFindings;
}

/** The Terraform of a stack, as it was written. */
export interface WrittenStack {
  readonly name: string;
  readonly json: JsonObject;
}

/**
 * Compares the fleets of two outputs. Rules about Terraform look at it as it stands there; which arguments the bindings do not know
 * (X-SCHEMA-01), only a synthesis sees.
 *
 * @param asOf the day that rules are asked about, of both alike, `YYYY-MM-DD`
 * @param stacks what both wrote; without it only what the spec decides is looked at
 */
export function compareFleets(
  base: FleetDocument,
  head: FleetDocument,
  asOf: string,
  stacks: { readonly base: readonly WrittenStack[]; readonly head: readonly WrittenStack[] } = { base: [], head: [] },
): Comparison {
  const spec = specDiff(base, head);
  const [before, after] = [judged(base, asOf), judged(head, asOf)];
  return {
    spec,
    deltas: fleetDeltas(before.document, after.document, asOf, formerNames(spec)),
    findings: compareFindings(
      [...before.findings, ...foundInStacks(stacks.base, before.document, asOf)],
      [...after.findings, ...foundInStacks(stacks.head, after.document, asOf)],
      spec,
      { fleet: head.metadata.name, asOf },
    ),
  };
}

const foundInStacks = (stacks: readonly WrittenStack[], document: FleetDocument, asOf: string): Finding[] =>
  validateOutput(
    stacks.map(({ name, json }) => stackOutput(name, json)),
    document,
    asOf,
  );

/** The names in base of sites that have another in head. */
const formerNames = (changes: readonly SpecChange[]): Map<string, string> =>
  new Map(
    changes.flatMap(({ kind, path, before, after }): [string, string][] =>
      kind === "renamed" && /^sites\.[\w-]+$/.test(path) && before !== undefined && after !== undefined
        ? [[after, before]]
        : [],
    ),
  );
