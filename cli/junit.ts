import builders from "junit-report-builder";
import type { Handover } from "../constructs/fleet/handover";
import { type Finding, formatFinding } from "../constructs/model";
import { allChecks } from "./checks";

/** Findings as JUnit XML: a suite a fleet, a case a check; errors fail it, warnings stand in its output. */
export function junit(fleets: readonly Handover[]): string {
  const builder = builders.newBuilder();
  for (const { document, findings } of fleets) {
    const suite = builder.testSuite().name(document.metadata.name);
    for (const rule of allChecks) {
      const own = findings.filter((finding) => finding.rule === rule.id && finding.waived === undefined);
      const testCase = suite.testCase().className(document.metadata.name).name(`${rule.id}: ${rule.title}`).time(0);
      const errors = own.filter((finding) => finding.severity === "error");
      if (errors.length > 0) testCase.failure(lines(errors), "error");
      const others = own.filter((finding) => finding.severity !== "error");
      if (others.length > 0) testCase.standardOutput(lines(others));
    }
  }
  return `${builder.build()}\n`;
}

const lines = (findings: readonly Finding[]): string => findings.map((finding) => formatFinding(finding)).join("\n");
