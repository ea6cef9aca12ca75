import { type Finding, isWithin } from "../../constructs/model";
import type { ReviewedFinding, ReviewedFindings, SpecChange } from "../report/spec-schema";

/** What is said of findings as a whole. */
export type About = Pick<ReviewedFindings, "fleet" | "asOf">;

/** The findings of two fleets, by what became of them. What was renamed or moved is still the same. */
export function compareFindings(
  before: readonly Finding[],
  after: readonly Finding[],
  changes: readonly SpecChange[],
  about: About,
): ReviewedFindings {
  const movedTo = pathInHead(changes);
  return sortedOut(
    before.map((each) => ({ ...each, path: movedTo(each.path) })),
    after,
    about,
  );
}

/** Findings by what became of them, those of base at their paths in head. */
function sortedOut(before: readonly Finding[], after: readonly Finding[], about: About): ReviewedFindings {
  const known = new Map<string, Finding[]>();
  for (const finding of before.filter(isStanding)) {
    const same = known.get(identityOf(finding));
    if (same === undefined) known.set(identityOf(finding), [finding]);
    else same.push(finding);
  }
  const found: { new: ReviewedFinding[]; unchanged: ReviewedFinding[]; waived: ReviewedFinding[] } = {
    new: [],
    unchanged: [],
    waived: [],
  };
  // Of several at one place those of the same words first, so that the one that is new is told.
  const byWords = [...after].sort((a, b) => Number(isKnown(b, known)) - Number(isKnown(a, known)));
  const fate = new Map<Finding, "new" | "unchanged" | "waived">();
  for (const finding of byWords) {
    const same = known.get(identityOf(finding)) ?? [];
    const at = Math.max(
      0,
      same.findIndex(({ message }) => message === finding.message),
    );
    const [former] = same.splice(at, 1);
    const isWorse = former !== undefined && rank[finding.severity] < rank[former.severity];
    fate.set(finding, finding.waived !== undefined ? "waived" : former === undefined || isWorse ? "new" : "unchanged");
  }
  for (const finding of after) found[fate.get(finding) ?? "new"].push(reviewed(finding));
  const count = (severity: Finding["severity"]) => found.unchanged.filter((each) => each.severity === severity).length;
  return {
    ...about,
    new: found.new,
    fixed: before.filter((finding) => known.get(identityOf(finding))?.includes(finding) === true).map(reviewed),
    waived: found.waived,
    unchanged: { error: count("error"), warning: count("warning"), note: count("note"), list: found.unchanged },
  };
}

const rank: Readonly<Record<Finding["severity"], number>> = { error: 0, warning: 1, note: 2 };

const isStanding = ({ waived }: Finding): boolean => waived === undefined;

const isKnown = (finding: Finding, known: ReadonlyMap<string, readonly Finding[]>): boolean =>
  known.get(identityOf(finding))?.some(({ message }) => message === finding.message) === true;

/** By what a finding is known again: its numbers may change. */
const identityOf = ({ rule, path, phase }: Finding): string => [rule, path, phase ?? ""].join("\0");

/** A path of base as it is in head, where what stands at it or around it has another name or place. */
function pathInHead(changes: readonly SpecChange[]): (path: string) => string {
  const moves = changes
    .flatMap(({ from, path }) => (from === undefined ? [] : [{ from, to: path }]))
    // What lies deeper goes first: its own path in head is whole.
    .sort((a, b) => b.from.length - a.from.length);
  return (path) => {
    const move = moves.find(({ from }) => isWithin(path, from));
    return move === undefined ? path : `${move.to}${path.slice(move.from.length)}`;
  };
}

/** A finding without its place in a file: an output folder has no files of the author's. */
function reviewed({ origin: _, ...finding }: Finding): ReviewedFinding {
  return finding;
}
