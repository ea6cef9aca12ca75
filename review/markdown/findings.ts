import type { Review } from "../report/schema";
import type { ReviewedFinding, ReviewedFindings } from "../report/spec-schema";
import { folded } from "./changes";
import { atMost, type Detail } from "./detail";
import { code, many, words } from "./text";

const severities = ["error", "warning", "note"] as const;

/** What rules find that they did not find in base, errors and warnings without unfolding, and what became of the others. */
export function findings({ findings: found }: Review, { spec, most }: Detail): string[] {
  if (found === undefined || isQuiet(found)) return [];
  const pressing = found.new.filter(({ severity }) => severity !== "note");
  const notes = found.new.filter(({ severity }) => severity === "note");
  return [
    "### What rules say",
    "",
    `${numbersOf(found)}, asked about ${code(found.asOf)}.`,
    "",
    ...(pressing.length === 0 ? [] : [...atMost(pressing.map(lineOf), most), ""]),
    ...(spec === "lines"
      ? [
          ...folded(`${many(notes.length, "new note")}`, notes.map(lineOf)),
          ...folded(`${found.fixed.length} fixed`, found.fixed.map(lineOf)),
        ]
      : []),
  ];
}

/** Whether no rule says anything about base or head. */
export const isQuiet = ({ new: fresh, fixed, waived, unchanged }: ReviewedFindings): boolean =>
  fresh.length + fixed.length + waived.length + unchanged.list.length === 0;

export function numbersOf({ new: fresh, fixed, waived, unchanged }: ReviewedFindings): string {
  const bySeverity = (count: (severity: (typeof severities)[number]) => number): string =>
    severities.flatMap((severity) => (count(severity) === 0 ? [] : [many(count(severity), severity)])).join(", ");
  const news = bySeverity((severity) => fresh.filter((each) => each.severity === severity).length);
  const same = bySeverity((severity) => unchanged[severity]);
  return [
    news === "" ? "Nothing new" : `**New: ${news}**`,
    ...(fixed.length === 0 ? [] : [`${fixed.length} fixed`]),
    ...(same === "" ? [] : [`as before: ${same}`]),
    ...(waived.length === 0 ? [] : [`${waived.length} waived`]),
  ].join("; ");
}

function lineOf({ severity, rule, path, phase, message, hint }: ReviewedFinding): string {
  const where = phase === undefined ? code(path) : `${code(path)} (phase ${code(phase)})`;
  const what = severity === "error" ? "**error**" : severity;
  return `- ${what} ${code(rule)} at ${where}: ${words(message)}${hint === undefined ? "" : `. *${words(hint)}*`}`;
}
