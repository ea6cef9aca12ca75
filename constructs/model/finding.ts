/** What a rule reports. */
export interface Finding {
  /** The rule's id, or `SCHEMA` for a value whose form is wrong, `YAML` for a file that cannot be read. */
  readonly rule: string;
  readonly severity: Severity;
  /** Where, by keys a person knows: `sites.colossus-1.clusters.hopper.pools.h100.count`. */
  readonly path: string;
  /** The phase in which it holds, when not always. */
  readonly phase?: string;
  readonly observed?: number | string;
  readonly limit?: number | string;
  readonly unit?: string;
  readonly message: string;
  /** The likely fix. */
  readonly hint?: string;
  /** Where it was written, for documents that were read from a file. */
  readonly origin?: Origin;
  /** Why it does not count, when a waiver covers it. */
  readonly waived?: string;
}

export type Severity = "error" | "warning" | "note";

export interface Origin {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

const rank: Record<Severity, number> = { error: 0, warning: 1, note: 2 };

/** Errors first, then by path and rule, in an order no machine's locale changes. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const key = (finding: Finding) => `${rank[finding.severity]}\0${finding.path}\0${finding.rule}\0${finding.message}`;
  return [...findings].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** Whether a set of findings stops synthesis. */
export const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some((finding) => finding.severity === "error" && finding.waived === undefined);
