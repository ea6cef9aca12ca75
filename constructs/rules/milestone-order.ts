import {
  compareDates,
  type MilestoneDates,
  type MilestoneKind,
  milestoneOrder,
  type Phase,
  type SiteDates,
  siteDates,
} from "../model";
import type { Report, Rule } from "./rule";
import { phases } from "./walk";

export const milestoneOrderKept: Rule = {
  id: "TIME-1",
  title: "milestones of a phase come in the order in which they can happen",
  severity: "error",
  formula:
    "permit <= utility <= integratedTest <= readyForService <= acceptance, as agreed and as expected; what follows another comes no earlier than it",
  source: "construction practice: each milestone rests on the one before it",
  *check(context) {
    for (const { site, phase, path } of phases(context)) {
      const agreed = [...outOfOrder(phase, path, agreedDay)];
      yield* agreed;
      const said = new Set(agreed.map((report) => `${report.path} ${report.limit}`));
      for (const report of outOfOrder(phase, path, expectedDay(siteDates(site), phase)))
        if (!said.has(`${report.path} ${report.limit}`)) yield report;
    }
  },
};

interface Dated {
  readonly field: keyof MilestoneDates;
  readonly date: string;
}

type DayOf = (kind: MilestoneKind, dates: MilestoneDates) => Dated | undefined;

const agreedDay: DayOf = (_, { contract }) =>
  contract === undefined ? undefined : { field: "contract", date: contract };

/** The day as expected, and the field that says it. */
const expectedDay =
  (dates: SiteDates, phase: Phase): DayOf =>
  (kind, { contract, forecast, actual }) => {
    const date = dates.milestone(phase, kind);
    if (date === undefined) return undefined;
    if (actual !== undefined) return { field: "actual", date };
    if (forecast !== undefined) return { field: "forecast", date };
    return { field: date === contract ? "contract" : "follows", date };
  };

/** Holds each milestone against the latest of those before it. */
function* outOfOrder(phase: Phase, path: string, dayOf: DayOf): Generator<Report> {
  let latest: { readonly kind: MilestoneKind; readonly date: string } | undefined;
  for (const kind of milestoneOrder) {
    const dates = phase.milestones[kind];
    const dated = dates === undefined ? undefined : dayOf(kind, dates);
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
