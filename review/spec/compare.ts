import type { FleetDocument } from "../../constructs/model";
import { fleetDeltas } from "../deltas/fleet-deltas";
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

/**
 * Compares the fleets of two outputs.
 *
 * @param asOf the day that rules are asked about, of both alike, `YYYY-MM-DD`
 */
export function compareFleets(base: FleetDocument, head: FleetDocument, asOf: string): Comparison {
  const spec = specDiff(base, head);
  const [before, after] = [judged(base, asOf), judged(head, asOf)];
  return {
    spec,
    deltas: fleetDeltas(before.document, after.document, formerNames(spec)),
    findings: compareFindings(before.findings, after.findings, spec, { fleet: head.metadata.name, asOf }),
  };
}

/** The names in base of sites that have another in head. */
const formerNames = (changes: readonly SpecChange[]): Map<string, string> =>
  new Map(
    changes.flatMap(({ kind, path, before, after }): [string, string][] =>
      kind === "renamed" && /^sites\.[\w-]+$/.test(path) && before !== undefined && after !== undefined
        ? [[after, before]]
        : [],
    ),
  );
