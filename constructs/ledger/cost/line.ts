import type Big from "big.js";
import type { Basis, Bound, Currency, PriceBasis, SiteSpec, SpendKind } from "../../model";
import type { Commitment } from "../capacity";
import type { Month } from "../months";
import type { Priced } from "./scope";

/** Of what a cost is. */
export interface CostOwner {
  readonly site: string;
  readonly tenure: SiteSpec["tenure"];
  readonly country: string;
  readonly jurisdiction: string;
  readonly provider: string;
  /** Whom one pays; oneself where nobody is named. */
  readonly counterparty: string;
  readonly contract: string;
  readonly cluster?: string | undefined;
  readonly pool?: string | undefined;
}

/** What one thing costs in one month by one price, exact to the cent. */
export interface CostLine extends CostOwner {
  readonly month: Month;
  readonly what: SpendKind;
  /** The price book and the price in it, `list-2026.trn2`; `lease` where a lease says it. */
  readonly price: string;
  readonly currency: Currency;
  /** What the month costs: what is used in it, and what is bought as it loses its value. */
  readonly cost: Big;
  /** Of the cost, what is due whatever is used, until the first day on which one can leave. */
  readonly committed: Big;
  /** What is paid in the month; negative where something is worth money that one has no more use for. */
  readonly cash: Big;
  /** Of that, what cannot be avoided. */
  readonly committedCash: Big;
  readonly bound: Bound;
  readonly basis: Basis;
  /** How sure it is that the thing is there. */
  readonly commitment: Commitment;
  /** What it is a price of; nothing where it is of a promise to spend. */
  readonly of?: Priced | undefined;
}

/** A line, written out: there are hundreds of thousands, and copies of copies are slow to make. */
export function costLine(owner: CostOwner, line: Omit<CostLine, keyof CostOwner>): CostLine {
  const { site, tenure, country, jurisdiction, provider, counterparty, contract, cluster, pool } = owner;
  const { month, what, price, currency, cost, committed, cash, committedCash, bound, basis, commitment, of } = line;
  return {
    site,
    tenure,
    country,
    jurisdiction,
    provider,
    counterparty,
    contract,
    cluster,
    pool,
    month,
    what,
    price,
    currency,
    cost,
    committed,
    cash,
    committedCash,
    bound,
    basis,
    commitment,
    of,
  };
}

/** Something that costs money which nobody can say. */
export interface CostGap {
  /** `sites.rainier.clusters.train`, or the price itself. */
  readonly path: string;
  readonly message: string;
  /** Of which site something lacks. */
  readonly site: string;
}

/** Months that are asked about, both included. */
export interface MonthWindow {
  readonly first: Month;
  readonly last: Month;
}

export const isWithinMonths = ({ first, last }: MonthWindow, month: Month): boolean => month >= first && month <= last;

/** A basis of prices as one of figures. */
export const basisOf = (basis: PriceBasis): Basis => {
  const known: Readonly<Record<PriceBasis, Basis>> = {
    negotiated: "contract",
    list: "vendor",
    reported: "reported",
    assumed: "assumed",
  };
  return known[basis];
};
