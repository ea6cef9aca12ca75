import { type MachineLookup, rentSchedule } from "../../ledger";
import type { SiteSpec } from "../../model";
import { toCsv } from "../csv";
import type { EmittedFile } from "../emit";

const columns = [
  "site",
  "month",
  "premises",
  "phase",
  "hall",
  "from",
  "to",
  "unit",
  "rate",
  "quantity",
  "amount",
  "minimum",
  "currency",
  "bound",
  "basis",
] as const;

const units = { kWMonth: "kW-month", month: "month", acceleratorHour: "accelerator-hour" } as const;

/** The rent of a lease, a row for each premises and month, to be added up in a spreadsheet; no file where no rent is known. */
export function rentFiles(site: SiteSpec, machine: MachineLookup): EmittedFile[] {
  const { lines, bound, basis } = rentSchedule(site, { machine });
  if (lines.length === 0) return [];
  const rows = lines.map((line) => ({
    site: site.name,
    month: line.month,
    premises: line.premises,
    phase: line.phase,
    hall: line.hall,
    from: line.from,
    to: line.to,
    unit: units[line.unit],
    rate: line.rate.toFixed(),
    quantity: line.quantity.toFixed(),
    amount: line.amount.toFixed(2),
    minimum: line.minimum.toFixed(2),
    currency: line.currency,
    bound,
    basis,
  }));
  return [{ file: "schedules/rent.csv", text: toCsv(columns, rows) }];
}
