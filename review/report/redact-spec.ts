import type { Review } from "./schema";
import type { Delta, ReviewedFinding, ReviewedFindings, SpecChange } from "./spec-schema";
import { cut, mapped } from "./texts";

type Comparison = Pick<Review, "spec" | "deltas" | "findings">;
type Redact = (given: string) => string;

/** What a review says of specs without secrets: a secret that a plan marks may stand in a label or a source of the spec. */
export function redactSpec({ spec, deltas, findings }: Comparison, text: Redact): Comparison {
  const short = (given: string): string => cut(text(given));
  return {
    ...(spec === undefined ? {} : { spec: spec.map((each) => redactChange(each, short)) }),
    ...(deltas === undefined ? {} : { deltas: deltas.map((each) => redactDelta(each, short)) }),
    ...(findings === undefined ? {} : { findings: redactFindings(findings, short) }),
  };
}

const redactChange = (change: SpecChange, text: Redact): SpecChange => ({
  ...change,
  path: text(change.path),
  ...mapped(change, ["site", "before", "after", "by", "from"], text),
});

const redactDelta = (delta: Delta, text: Redact): Delta => ({
  ...delta,
  ...mapped(delta, ["site", "of", "before", "after", "by"], text),
});

function redactFindings(findings: ReviewedFindings, text: Redact): ReviewedFindings {
  const all = (list: readonly ReviewedFinding[]): ReviewedFinding[] => list.map((each) => redactFinding(each, text));
  return {
    ...findings,
    fleet: text(findings.fleet),
    new: all(findings.new),
    fixed: all(findings.fixed),
    waived: all(findings.waived),
    unchanged: { ...findings.unchanged, list: all(findings.unchanged.list) },
  };
}

function redactFinding(finding: ReviewedFinding, text: Redact): ReviewedFinding {
  const value = (given: number | string): number | string => (typeof given === "string" ? text(given) : given);
  return {
    ...finding,
    path: text(finding.path),
    message: text(finding.message),
    ...mapped(finding, ["phase", "unit", "hint", "waived"], text),
    ...(finding.observed === undefined ? {} : { observed: value(finding.observed) }),
    ...(finding.limit === undefined ? {} : { limit: value(finding.limit) }),
  };
}
