import type { Finding } from "./finding";

/** The colours a text may have; the identity for none. */
export interface Colours {
  red(text: string): string;
  yellow(text: string): string;
  cyan(text: string): string;
  dim(text: string): string;
  bold(text: string): string;
}

const identity = (text: string): string => text;
export const noColours: Colours = { red: identity, yellow: identity, cyan: identity, dim: identity, bold: identity };

const paint = { error: "red", warning: "yellow", note: "cyan" } as const;

/** `error  sites.x.y: what is wrong  [RULE-1]`, its hint on a second line, and its place in a file when it has one. */
export function formatFinding(finding: Finding, colours: Colours = noColours): string {
  const { origin } = finding;
  // A file that could not be read is its own path.
  const path = finding.path === origin?.file ? "" : `${colours.bold(finding.path)}`;
  const place = origin === undefined ? "" : `${origin.file}:${origin.line}:${origin.column}${path === "" ? "" : ": "}`;
  const phase = finding.phase === undefined ? "" : ` (phase ${finding.phase})`;
  const severity = colours[paint[finding.severity]](finding.severity.padEnd(7));
  const head = `${severity} ${place}${path}${phase}: ${finding.message}  ${colours.dim(`[${finding.rule}]`)}`;
  const hint = finding.hint === undefined ? "" : `\n          ${colours.dim("→")} ${finding.hint}`;
  const waived = finding.waived === undefined ? "" : `\n          ${colours.dim("waived:")} ${finding.waived}`;
  return head + hint + waived;
}
