import Big from "big.js";
import { ownOrRentDrawing } from "../constructs/emit/drawings/own-or-rent/own-or-rent-drawing";
import { ownOrRentJson } from "../constructs/emit/own-or-rent/json";
import { ownOrRentPage } from "../constructs/emit/own-or-rent/page";
import { monthsTable, sensitivityTable } from "../constructs/emit/own-or-rent/tables";
import { expandFleet } from "../constructs/ledger";
import {
  type AssumptionKey,
  assuming,
  comparisonSheet,
  lastDue,
  type OwnOrRent,
  ownOrRent,
  type Sheet,
} from "../constructs/ledger/own-or-rent";
import { didYouMean, type FleetDocument } from "../constructs/model";
import { planningContextOf } from "../constructs/owned/allocation/planning-context";
import type { CapacityFormat } from "./choices";
import { UsageError } from "./usage-error";

/** What `siteform own-or-rent` is asked. */
export interface ComparisonQuestion {
  /** Names of comparisons; all of them when there are none. */
  readonly names: readonly string[];
  readonly format: CapacityFormat;
  /** Other values than the comparisons state: what if. */
  readonly utilization?: number;
  readonly rate?: number;
  readonly months?: number;
  /** With csv: what each assumption changes, instead of the months. */
  readonly sensitivity?: boolean;
}

/** One comparison with the name of its fleet. */
interface Compared {
  readonly fleet: string;
  readonly report: OwnOrRent;
}

/**
 * Whether to own or to rent, for some comparisons of some fleets.
 *
 * @throws UsageError where there is no comparison, none of a name, or a value that was asked for cannot be
 */
export function ownOrRentText(documents: readonly FleetDocument[], question: ComparisonQuestion): string {
  const { format, sensitivity } = question;
  if (sensitivity === true && format !== "csv")
    throw new UsageError(`--sensitivity is of csv; ${format} has it anyway`);
  const sheets = chosen(documents, question.names).map(({ fleet, sheet }) => ({
    fleet,
    sheet: asked(sheet, question),
  }));
  if ((format === "csv" || format === "svg") && sheets.length > 1) {
    const all = sheets.map(({ sheet }) => sheet.name).join(", ");
    throw new UsageError(
      `${format} is of one comparison, and there are ${sheets.length} (${all}): name one, or use text or json`,
    );
  }
  const compared = sheets.map(({ fleet, sheet }): Compared => ({ fleet, report: ownOrRent(sheet) }));
  const table = sensitivity === true ? sensitivityTable : monthsTable;
  switch (format) {
    case "text":
      return compared.map(({ report }) => ownOrRentPage(report)).join("\n");
    case "json": {
      const all = compared.map(({ fleet, report }) => ownOrRentJson(fleet, report));
      return `${JSON.stringify(all.length === 1 ? all[0] : all, null, 2)}\n`;
    }
    case "csv":
      return compared.map(({ report }) => table(report)).join("");
    case "svg":
      return compared.map(({ report }) => ownOrRentDrawing(report)).join("");
  }
}

function chosen(
  documents: readonly FleetDocument[],
  names: readonly string[],
): { readonly fleet: string; readonly sheet: Sheet }[] {
  const all = documents.map(expandFleet).flatMap(({ metadata, spec }) => {
    const { machine } = planningContextOf(spec);
    return spec.comparisons.flatMap((comparison) => {
      const sheet = comparisonSheet(spec, comparison, machine);
      return sheet === undefined ? [] : [{ fleet: metadata.name, sheet }];
    });
  });
  const known = [...new Set(all.map(({ sheet }) => sheet.name))];
  if (known.length === 0) {
    throw new UsageError(
      `${documents.length === 1 ? `the fleet ${documents[0]?.metadata.name} has` : "the fleets have"} no comparison: give it one with addComparison`,
    );
  }
  const wrong = names
    .filter((name) => !known.includes(name))
    .map(
      (name) =>
        `there is no comparison ${JSON.stringify(name)}: ${didYouMean(name, known) ?? `known are ${known.join(", ")}`}`,
    );
  if (wrong.length > 0) throw new UsageError(wrong.join("\n"));
  return all.filter(({ sheet }) => names.length === 0 || names.includes(sheet.name));
}

/** The comparison with what was asked for instead of what it states. */
function asked(sheet: Sheet, { utilization, rate, months }: ComparisonQuestion): Sheet {
  if (months !== undefined) refuseMonths(sheet, months);
  const given: readonly (readonly [AssumptionKey, number | undefined, string])[] = [
    ["utilization", utilization, "--utilization"],
    ["discountRatePerYear", rate, "--rate"],
    ["months", months, "--months"],
  ];
  return given.reduce(
    (so, [key, value, option]) =>
      value === undefined ? so : assuming(so, { key, value: new Big(value), source: `asked with ${option}` }),
    sheet,
  );
}

function refuseMonths(sheet: Sheet, months: number): void {
  const last = lastDue(sheet);
  if (months <= last) {
    throw new UsageError(
      `--months ${months} must be more than ${last}: by then ${sheet.name} has its own machines, and has paid for them`,
    );
  }
  if (months > 600) throw new UsageError(`--months ${months} must be at most 600`);
}
