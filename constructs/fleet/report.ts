import { type Finding, type FleetDocument, formatFinding } from "../model";
import { coloursFor } from "./colours";
import { type Output, summarize } from "./summary";

/** Under the cdktf command the program's output is its log; there, findings are all that is said. */
const underCommand = (): boolean => process.env["CDKTF_OUTDIR"] !== undefined;

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** Says on stderr what is wrong, all of it, and that nothing was written. */
export function printFailure(fleet: string, findings: readonly Finding[]): void {
  const standing = findings.filter((finding) => finding.waived === undefined);
  const errors = standing.filter((finding) => finding.severity === "error").length;
  const colours = coloursFor(process.stderr);
  const lines = standing.map((finding) => formatFinding(finding, colours));
  const verdict = `${fleet}: ${plural(errors, "error")}; nothing was written, the last good output stays as it was`;
  process.stderr.write(`${lines.join("\n")}\n\n${colours.red(verdict)}\n`);
}

/** Says on stdout what the fleet is, what was found, what was written, and what to run next. */
export function printSuccess(document: FleetDocument, findings: readonly Finding[], output: Output): void {
  const colours = coloursFor(process.stdout);
  if (underCommand()) {
    const warnings = findings.filter((finding) => finding.severity === "warning" && finding.waived === undefined);
    for (const warning of warnings) process.stdout.write(`${formatFinding(warning, colours)}\n`);
    return;
  }
  process.stdout.write(`${summarize(document, findings, output, colours)}\n`);
}
