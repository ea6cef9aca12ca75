import type { Review } from "./schema";
import type { Delta, ReviewedFinding, ReviewedFindings, SpecChange } from "./spec-schema";
import { cut, cutBoth, mapped } from "./texts";

type Comparison = Pick<Review, "spec" | "deltas" | "findings">;
type Redact = (given: string) => string;

/** What a review says of specs without secrets: a secret that a plan marks may stand in a label or a source of the spec. */
export function redactSpec({ spec, deltas, findings }: Comparison, text: Redact): Comparison {
  const short = (given: string): string => cut(text(given));
  return {
    ...(spec === undefined ? {} : { spec: spec.map((each) => redactChange(each, text)) }),
    ...(deltas === undefined ? {} : { deltas: deltas.map((each) => redactDelta(each, short)) }),
    ...(findings === undefined ? {} : { findings: redactFindings(findings, short) }),
  };
}

function redactChange(change: SpecChange, text: Redact): SpecChange {
  const short = (given: string): string => cut(text(given));
  const { before, after } = change;
  // Cut each for itself, two long values would look the same.
  const sides =
    before !== undefined && after !== undefined
      ? cutBoth(text(before), text(after))
      : [before, after].map((side) => (side === undefined ? undefined : short(side)));
  const [was, will] = sides;
  return {
    ...change,
    path: short(change.path),
    ...mapped(change, ["site", "by", "from"], short),
    ...(was === undefined ? {} : { before: was }),
    ...(will === undefined ? {} : { after: will }),
  };
}

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
