import type { CostLine, CostReportOptions } from "../../../constructs/ledger/cost";
import { costReport, fleetCosts } from "../../../constructs/ledger/cost";
import type { Raw } from "../../rules/support";
import { built, optionsFor } from "../capacity/support";

/** A price book in dollars with these prices. */
export const book = (prices: Raw, more: Raw = {}): Raw => ({
  name: "list",
  currency: "USD",
  basis: "list",
  source: "the price list",
  date: "2026-11-01",
  ...prices,
  ...more,
});

/** The costs of a fleet from the first month to the last. */
export function costs(raw: Raw, first: string, last: string, more: object = {}) {
  const spec = built(raw);
  return fleetCosts(spec, { ...optionsFor(spec, `${first}-01`), first, last, ...more });
}

export function report(raw: Raw, options: Partial<CostReportOptions> & { readonly asOf: string }) {
  const spec = built(raw);
  return costReport(spec, { ...optionsFor(spec, options.asOf), ...options });
}

/** `2027-03 rainier.p0 1200.00 of it 0.00, paid 1200.00`: a line as a test reads it. */
export const brief = ({ month, site, pool, cost, committed, cash }: CostLine): string =>
  `${month} ${site}${pool === undefined ? "" : `.${pool}`} ${cost.toFixed(2)} of it ${committed.toFixed(2)}, paid ${cash.toFixed(2)}`;

export const briefs = (lines: readonly CostLine[]): string[] => lines.map(brief).sort();
