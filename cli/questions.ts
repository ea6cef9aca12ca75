import { addMonths, compareDates } from "../constructs/model";
import { UsageError } from "./usage-error";

/** No contract lasts longer; a row for each day of ten thousand years helps nobody. */
const MOST_MONTHS = 600;

/** What is wrong with the time one asks about. */
export function windowProblems(asOf: string, until: string | undefined): string[] {
  if (until === undefined) return [];
  if (compareDates(until, asOf) <= 0) return [`--until ${until} must be later than ${asOf}, from which one looks`];
  if (compareDates(until, addMonths(asOf, MOST_MONTHS)) > 0) {
    return [`--until ${until} is more than 50 years after ${asOf}`];
  }
  return [];
}

/**
 * A table or a picture, which is of one fleet.
 *
 * @throws UsageError where there are several
 */
export function oneFleet<Report>(
  reports: readonly { readonly name: string; readonly report: Report }[],
  format: string,
  write: (report: Report) => string,
): string {
  const [first, ...others] = reports;
  if (first === undefined) return "";
  if (others.length > 0) {
    throw new UsageError(
      `${format} is of one fleet, and this program has ${reports.length} (${reports.map(({ name }) => name).join(", ")}): use text or json, or name one with --fleet`,
    );
  }
  return write(first.report);
}
