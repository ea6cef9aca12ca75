import { energyJson } from "../constructs/emit/energy/json";
import { energyPage } from "../constructs/emit/energy/page";
import { energyTable } from "../constructs/emit/energy/tables";
import { expandFleet } from "../constructs/ledger";
import type { Commitment } from "../constructs/ledger/capacity";
import { type EnergyDimension, type EnergyReport, energyOf } from "../constructs/ledger/energy";
import { addMonths, type FleetDocument } from "../constructs/model";
import { planningContextOf } from "../constructs/owned/allocation/planning-context";
import type { EnergyFormat } from "./choices";
import { oneFleet, windowProblems } from "./questions";
import { UsageError } from "./usage-error";

/** What `siteform energy` is asked. */
export interface EnergyQuestion {
  /** The first day. */
  readonly asOf: string;
  /** The day up to which one looks. @default - a year later */
  readonly until?: string;
  readonly by?: EnergyDimension;
  readonly counted?: readonly Commitment[];
  readonly format: EnergyFormat;
}

/**
 * What the machines of some fleets draw, and what that comes to.
 *
 * @throws UsageError where the time ends before it begins
 */
export function energyText(documents: readonly FleetDocument[], question: EnergyQuestion): string {
  const problems = windowProblems(question.asOf, question.until);
  if (problems.length > 0) throw new UsageError(problems.join("\n"));
  const reports = documents
    .map(expandFleet)
    .map((fleet) => ({ name: fleet.metadata.name, report: reportOf(fleet, question) }));
  switch (question.format) {
    case "text":
      return reports.map(({ name, report }) => energyPage(name, report)).join("\n");
    case "json": {
      const all = reports.map(({ name, report }) => energyJson(name, report));
      return `${JSON.stringify(all.length === 1 ? all[0] : all, null, 2)}\n`;
    }
    case "csv":
      return oneFleet(reports, "csv", energyTable);
  }
}

const reportOf = ({ spec }: FleetDocument, { asOf, until, by, counted }: EnergyQuestion): EnergyReport =>
  energyOf(spec, {
    machine: planningContextOf(spec).machine,
    organisation: spec.organisation,
    asOf,
    from: asOf,
    until: until ?? addMonths(asOf, 12),
    by,
    ...(counted === undefined ? {} : { counted }),
  });
