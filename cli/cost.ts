import { costJson } from "../constructs/emit/cost/json";
import { costPage } from "../constructs/emit/cost/page";
import { costTable } from "../constructs/emit/cost/tables";
import { expandFleet } from "../constructs/ledger";
import type { Commitment } from "../constructs/ledger/capacity";
import { type CostDimension, costReport } from "../constructs/ledger/cost";
import { addMonths, compareDates, type FleetDocument } from "../constructs/model";
import { planningContextOf } from "../constructs/owned/allocation/planning-context";
import type { CostFormat } from "./choices";
import { UsageError } from "./usage-error";

/** No contract lasts longer. */
const MOST_MONTHS = 600;

/** What `siteform cost` is asked. */
export interface CostQuestion {
  readonly asOf: string;
  readonly until?: string;
  readonly by?: CostDimension;
  readonly counted?: readonly Commitment[];
  readonly rate?: number;
  readonly utilization?: number;
  readonly format: CostFormat;
}

/**
 * What some fleets cost, month by month, and what of it cannot be avoided.
 *
 * @throws UsageError where the time ends before it begins, or a table is asked for of several fleets
 */
export function costText(documents: readonly FleetDocument[], question: CostQuestion): string {
  const { asOf, until, format } = question;
  if (until !== undefined && compareDates(until, asOf) <= 0)
    throw new UsageError(`--until ${until} must be later than ${asOf}, from which one looks`);
  if (until !== undefined && compareDates(until, addMonths(asOf, MOST_MONTHS)) > 0)
    throw new UsageError(`--until ${until} is more than 50 years after ${asOf}`);
  const reports = documents.map(expandFleet).map(({ spec, metadata }) => ({
    name: metadata.name,
    report: costReport(spec, {
      machine: planningContextOf(spec).machine,
      organisation: spec.organisation,
      ...question,
    }),
  }));
  switch (format) {
    case "text":
      return reports.map(({ name, report }) => costPage(name, report)).join("\n");
    case "json": {
      const all = reports.map(({ name, report }) => costJson(name, report));
      return `${JSON.stringify(all.length === 1 ? all[0] : all, null, 2)}\n`;
    }
    case "csv": {
      const [first, ...others] = reports;
      if (others.length > 0)
        throw new UsageError(
          `csv is of one fleet, and this program has ${reports.length} (${reports.map(({ name }) => name).join(", ")}): use text or json, or name one with --fleet`,
        );
      return first === undefined ? "" : costTable(first.report);
    }
  }
}
