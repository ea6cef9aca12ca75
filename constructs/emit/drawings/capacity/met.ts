import {
  type CapacityReport,
  type DemandCoverage,
  instantOf,
  type ServedCourse,
  servedOver,
} from "../../../ledger/capacity";
import type { LinePoint } from "./plot";
import type { Window } from "./stack";

/** One demand in one scenario, with how it is met over time. */
export interface MetDemand extends DemandCoverage {
  readonly courses: readonly ServedCourse[];
}

/** A scenario, with how each of its demands is met over time. */
export interface MetScenario {
  readonly name: string;
  readonly demands: readonly MetDemand[];
}

/** The time that a report looks at. */
export const windowOf = ({ asOf, until }: Pick<CapacityReport, "asOf" | "until">): Window => ({
  from: instantOf(asOf),
  until: instantOf(until),
});

/** How the demands of each scenario are met over time by what a report counts on. */
export function metIn(report: CapacityReport): MetScenario[] {
  const { supply, schedulable, counted, scenarios } = report;
  const options = { ...windowOf(report), schedulable, counted };
  return scenarios.map(({ name, demands }) => {
    const edges = demands.flatMap(({ shortfalls }) => shortfalls.flatMap(({ from, until }) => [from, until ?? from]));
    const courses = servedOver(
      supply.lines,
      demands.map(({ demand }) => demand),
      options,
      edges,
    );
    return { name, demands: demands.map((each, index) => ({ ...each, courses: courses[index] ?? [] })) };
  });
}

/** What a demand wants, from point to point. */
export const wantedPoints = ({ courses }: Pick<MetDemand, "courses">): LinePoint[] =>
  courses.flat().map(({ at, wanted }) => ({ at, value: wanted }));

/** What all demands of a scenario want together. */
export function wantedInAll({ demands }: MetScenario): LinePoint[] {
  const all = demands.map(wantedPoints);
  // Demands of one scenario have their points at the same instants.
  return (all[0] ?? []).map(({ at }, index) => ({
    at,
    value: all.reduce((sum, points) => sum + (points[index]?.value ?? 0), 0),
  }));
}
