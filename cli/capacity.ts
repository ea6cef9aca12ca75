import { capacityJson } from "../constructs/emit/capacity/json";
import { capacityPage } from "../constructs/emit/capacity/page";
import { daysTable, powerTable, stepsTable } from "../constructs/emit/capacity/tables";
import { capacityDrawing } from "../constructs/emit/drawings/capacity";
import { expandFleet } from "../constructs/ledger";
import {
  type CapacityReport,
  type Commitment,
  capacityReport,
  type Dimension,
  scenariosOf,
} from "../constructs/ledger/capacity";
import { didYouMean, type FleetDocument } from "../constructs/model";
import { planningContextOf } from "../constructs/owned/allocation/planning-context";
import type { CapacityFormat } from "./choices";
import { oneFleet, windowProblems } from "./questions";
import { UsageError } from "./usage-error";

/** What `siteform capacity` is asked. */
export interface CapacityQuestion {
  readonly asOf: string;
  readonly until?: string;
  readonly by?: Dimension;
  readonly counted?: readonly Commitment[];
  readonly scenario?: readonly string[];
  readonly format: CapacityFormat;
  /** A row for each day instead of one for each change. */
  readonly daily?: boolean;
  /** The power instead of the accelerators. */
  readonly power?: boolean;
}

/**
 * What some fleets have, when, how sure, and where it is not enough.
 *
 * @throws UsageError where a scenario is asked for that no fleet has, or the time ends before it begins
 */
export function capacityText(documents: readonly FleetDocument[], question: CapacityQuestion): string {
  const fleets = documents.map(expandFleet);
  refuse(fleets, question);
  const reports = fleets.map((fleet) => ({ name: fleet.metadata.name, report: reportOf(fleet, question) }));
  switch (question.format) {
    case "text":
      return reports.map(({ name, report }) => capacityPage(name, report)).join("\n");
    case "json": {
      const all = reports.map(({ name, report }) => capacityJson(name, report));
      return `${JSON.stringify(all.length === 1 ? all[0] : all, null, 2)}\n`;
    }
    case "csv":
      return oneFleet(
        reports,
        "csv",
        question.power === true ? powerTable : question.daily === true ? daysTable : stepsTable,
      );
    case "svg":
      return oneFleet(reports, "svg", capacityDrawing);
  }
}

function reportOf({ spec }: FleetDocument, { scenario, ...question }: CapacityQuestion): CapacityReport {
  const { machine } = planningContextOf(spec);
  const known = scenariosOf(spec);
  return capacityReport(spec, {
    machine,
    organisation: spec.organisation,
    ...question,
    ...(scenario === undefined ? {} : { scenarios: scenario.filter((name) => known.includes(name)) }),
  });
}

function refuse(
  fleets: readonly FleetDocument[],
  { scenario = [], asOf, until, daily, power, format }: CapacityQuestion,
): void {
  const known = [...new Set(fleets.flatMap(({ spec }) => scenariosOf(spec)))];
  const isPlain = daily !== true && power !== true;
  const problems = [
    ...(isPlain || format === "csv" ? [] : [`--daily and --power are of csv; ${format} has everything`]),
    ...(daily === true && power === true ? ["--daily is of accelerators, --power of power: ask for one of them"] : []),
    ...unknownScenarios(scenario, known),
  ];
  problems.push(...windowProblems(asOf, until));
  if (problems.length > 0) throw new UsageError(problems.join("\n"));
}

const unknownScenarios = (asked: readonly string[], known: readonly string[]): string[] =>
  asked
    .filter((name) => !known.includes(name))
    .map((name) => {
      const others = known.length === 0 ? "nothing is said of demand" : `known are ${known.join(", ")}`;
      return `no demand has the scenario ${JSON.stringify(name)}: ${didYouMean(name, known) ?? others}`;
    });
