import {
  compareDates,
  type MilestoneDates,
  type MilestoneDay,
  type MilestoneKind,
  milestoneOrder,
  type Phase,
} from "../model";
import type { Report, Rule } from "./rule";
import { phases } from "./walk";

export const milestoneOrderKept: Rule = {
  id: "TIME-1",
  title: "milestones of a phase come in the order in which they can happen",
  severity: "error",
  formula: "permit <= utility <= integratedTest <= readyForService <= acceptance, as agreed and as expected",
  source: "construction practice: each milestone rests on the one before it",
  *check(context) {
    for (const { phase, path } of phases(context)) {
      const agreed = [...outOfOrder(phase, path, (dates) => at("contract", dates))];
      yield* agreed;
      const expected = outOfOrder(
        phase,
        path,
        (dates) => at("actual", dates) ?? at("forecast", dates) ?? at("contract", dates),
      );
      const said = new Set(agreed.map((report) => `${report.path} ${report.limit}`));
      for (const report of expected) if (!said.has(`${report.path} ${report.limit}`)) yield report;
    }
  },
};

interface Dated {
  readonly field: MilestoneDay;
  readonly date: string;
}

function at(field: MilestoneDay, dates: MilestoneDates): Dated | undefined {
  const date = dates[field];
  return date === undefined ? undefined : { field, date };
}

/** Holds each milestone against the latest of those before it. */
function* outOfOrder(
  phase: Phase,
  path: string,
  dateOf: (dates: MilestoneDates) => Dated | undefined,
): Generator<Report> {
  let latest: { readonly kind: MilestoneKind; readonly date: string } | undefined;
  for (const kind of milestoneOrder) {
    const dates = phase.milestones[kind];
    const dated = dates === undefined ? undefined : dateOf(dates);
    if (dated === undefined) continue;
    const { field, date } = dated;
    if (latest !== undefined && compareDates(date, latest.date) < 0) {
      yield {
        path: `${path}.milestones.${kind}.${field}`,
        phase: phase.id,
        observed: date,
        limit: latest.date,
        message: `${kind} (${field}) is on ${date}, before ${latest.kind} on ${latest.date}, on which it rests`,
      };
    } else latest = { kind, date };
  }
}
