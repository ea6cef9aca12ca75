import type { Handover } from "../constructs/fleet/handover";
import { type Colours, type Finding, formatFinding } from "../constructs/model";
import type { Format } from "./choices";
import { junit } from "./junit";
import { sarif } from "./sarif";

/** Findings of all fleets, in one text that ends with a line break. */
export function render(fleets: readonly Handover[], format: Format, colours: Colours): string {
  switch (format) {
    case "text":
      return fleets.map((fleet) => text(fleet, colours)).join("\n");
    case "json":
      return `${JSON.stringify({ version: 1, fleets: fleets.map(summaryOf) }, null, 2)}\n`;
    case "sarif":
      return `${JSON.stringify(sarif(fleets.map(logged)), null, 2)}\n`;
    case "junit":
      return junit(fleets);
  }
}

const logged = ({ document, findings }: Handover) => ({ name: document.metadata.name, findings });

const standing = (findings: readonly Finding[]) => findings.filter((finding) => finding.waived === undefined);

const count = (findings: readonly Finding[], severity: Finding["severity"]): number =>
  standing(findings).filter((finding) => finding.severity === severity).length;

function summaryOf({ document, findings }: Handover) {
  return {
    name: document.metadata.name,
    errors: count(findings, "error"),
    warnings: count(findings, "warning"),
    notes: count(findings, "note"),
    waived: findings.length - standing(findings).length,
    findings,
  };
}

function text(fleet: Handover, colours: Colours): string {
  const { name, errors, warnings, notes, waived } = summaryOf(fleet);
  const lines = fleet.findings.map((finding) => `${formatFinding(finding, colours)}\n`).join("");
  const parts = [
    plural(errors, "error"),
    plural(warnings, "warning"),
    ...(notes > 0 ? [plural(notes, "note")] : []),
    ...(waived > 0 ? [`${waived} waived`] : []),
  ];
  // What has a wrong form is not in the document: a count would not be the author's.
  const whole = fleet.findings.every((finding) => finding.rule !== "SCHEMA");
  const sites = whole ? [plural(fleet.document.spec.sites.length, "site")] : [];
  const verdict = `${name}: ${[...sites, ...parts].join(", ")}`;
  return `${lines}${errors > 0 ? colours.red(verdict) : verdict}\n`;
}

const plural = (number: number, noun: string): string =>
  `${number === 0 ? "no" : number} ${noun}${number === 1 ? "" : "s"}`;
