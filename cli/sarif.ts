import { createHash } from "node:crypto";
import type { Log, Result } from "sarif";
import type { Origin, Severity } from "../constructs/model";
import { allChecks } from "./checks";

const levels = { error: "error", warning: "warning", note: "note" } as const;

/** A finding as a log tells it. */
export interface LoggedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
  readonly phase?: string | undefined;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly origin?: Origin | undefined;
  readonly waived?: string | undefined;
  /** Whether a base has it, where there is one. */
  readonly baselineState?: "new" | "unchanged";
}

/** The findings of one fleet. */
export interface LoggedFleet {
  readonly name: string;
  readonly findings: readonly LoggedFinding[];
}

/** Findings as SARIF 2.1.0, for code scanning. */
export function sarif(fleets: readonly LoggedFleet[]): Log {
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "siteform",
            rules: allChecks.map((rule) => ({
              id: rule.id,
              shortDescription: { text: rule.title },
              fullDescription: {
                text: `${rule.title}. Source: ${rule.source}.${rule.formula === undefined ? "" : ` Formula: ${rule.formula}.`}`,
              },
              defaultConfiguration: { level: levels[rule.severity] },
            })),
          },
        },
        results: fleets.flatMap(({ name, findings }) => findings.map((finding) => result(name, finding))),
      },
    ],
  };
}

function result(fleet: string, finding: LoggedFinding): Result {
  const { origin, baselineState } = finding;
  const text = `${finding.path}: ${finding.message}${finding.hint === undefined ? "" : `. ${finding.hint}`}`;
  const fingerprint = createHash("sha256")
    .update(`${fleet}\0${finding.rule}\0${finding.path}\0${finding.phase ?? ""}`)
    .digest("hex");
  return {
    ruleId: finding.rule,
    level: levels[finding.severity],
    message: { text },
    locations: [
      {
        // Code scanning wants a file: what was not read from one was said by the program that cdktf.json names.
        physicalLocation:
          origin === undefined
            ? { artifactLocation: { uri: "cdktf.json" }, region: { startLine: 1 } }
            : {
                artifactLocation: { uri: origin.file },
                region: { startLine: origin.line, startColumn: origin.column },
              },
        logicalLocations: [{ fullyQualifiedName: `${fleet}.${finding.path}` }],
      },
    ],
    partialFingerprints: { "siteform/v1": fingerprint },
    ...(baselineState === undefined ? {} : { baselineState }),
    ...(finding.waived === undefined
      ? {}
      : { suppressions: [{ kind: "external" as const, justification: finding.waived }] }),
  };
}
