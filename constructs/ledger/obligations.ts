import Big from "big.js";
import { type Currency, leaseOf, type SiteSpec } from "../model";
import { isSigned } from "./exits";
import { fiscalYearOf, monthOf } from "./months";
import { passThroughLines } from "./pass-through";
import { rentSchedule } from "./rent";
import type { MachineLookup } from "./site-figures";

/** What a lease costs in one calendar or fiscal year, in one currency. */
export interface YearObligation {
  readonly site: string;
  /** Whether the lease is signed; what is not is shown beside, and in no sum. */
  readonly signed: boolean;
  readonly year: string;
  readonly currency: Currency;
  readonly rent: Big;
  /** Of the rent, what is due whatever is used. */
  readonly minimum: Big;
  /** Pass-through that is agreed as an amount. */
  readonly fixed: Big;
  /** Metered power, with every contracted kW drawn in every hour: the most it can be. */
  readonly power: Big;
  /** Deposits that fall due; they come back. */
  readonly deposits: Big;
  /** Rent, fixed pass-through and power. */
  readonly total: Big;
}

export interface ObligationOptions {
  readonly machine: MachineLookup;
  /** First month of the fiscal year, 1 to 12. */
  readonly fiscalYearStart: number;
}

/** What the lease of a site costs year by year to the end of its term; nothing where it has none, or where no rent is known. */
export function obligationsByYear(site: SiteSpec, { machine, fiscalYearStart }: ObligationOptions): YearObligation[] {
  const lease = leaseOf(site);
  if (lease === undefined) return [];
  const rows = new Map<string, YearObligation>();
  const add = (
    month: string,
    currency: Currency,
    part: "rent" | "minimum" | "fixed" | "power" | "deposits",
    amount: Big,
  ) => {
    const year = fiscalYearOf(month, fiscalYearStart);
    const key = `${year} ${currency}`;
    const row = rows.get(key) ?? empty(site.name, isSigned(lease.state), year, currency);
    const counts = part === "rent" || part === "fixed" || part === "power";
    rows.set(key, { ...row, [part]: row[part].plus(amount), total: counts ? row.total.plus(amount) : row.total });
  };
  for (const line of rentSchedule(site, { machine }).lines) {
    add(line.month, line.currency, "rent", line.amount);
    add(line.month, line.currency, "minimum", line.minimum);
  }
  for (const line of passThroughLines(site, { machine }))
    add(line.month, line.currency, line.as === "fixed" ? "fixed" : "power", line.amount);
  for (const { kind, amount, due } of lease.security ?? [])
    if (kind === "deposit" && amount !== undefined && due !== undefined)
      add(monthOf(due), amount.currency, "deposits", new Big(amount.amount));
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

const empty = (site: string, signed: boolean, year: string, currency: Currency): YearObligation => ({
  site,
  signed,
  year,
  currency,
  rent: new Big(0),
  minimum: new Big(0),
  fixed: new Big(0),
  power: new Big(0),
  deposits: new Big(0),
  total: new Big(0),
});
