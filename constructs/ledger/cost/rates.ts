import type { PriceBook, RatePrice, SiteSpec } from "../../model";
import { grouped } from "../../model/grouped";
import type { Commitment, PowerLine, Supply, SupplyLine } from "../capacity";
import { spanOf } from "../capacity";
import { type EnergyLine, weakerBasis } from "../energy";
import { isSigned } from "../exits";
import { partyName } from "../party-roles";
import type { Billed } from "./bills";
import { basisOf, type CostOwner } from "./line";
import { appliesTo, isOfSites, keyOf, type PricedPool } from "./scope";

/** Everything that prices are asked about. */
export interface PricedFleet {
  readonly sites: readonly SiteSpec[];
  readonly supply: Supply;
  readonly power: readonly PowerLine[];
  readonly pools: ReadonlyMap<string, PricedPool>;
  /** What machines draw, in the months that prices are asked about. */
  readonly energy: readonly EnergyLine[];
  /** How sure it must be that something is there. */
  readonly counted: readonly Commitment[];
}

/** What one rate is due on, thing by thing. */
export function billedBy(book: PriceBook, rate: RatePrice, fleet: PricedFleet): Billed[] {
  switch (rate.per) {
    case "acceleratorHour":
    case "acceleratorMonth":
      return ofPools(book, rate, fleet, ({ accelerators }) => accelerators);
    case "machineHour":
    case "machineMonth":
      return ofPools(book, rate, fleet, ({ machines }) => machines);
    case "kWMonth":
      return ofPower(book, rate, fleet);
    case "month":
      return ofSites(book, rate, fleet);
    case "MWh":
      return ofEnergy(book, rate, fleet);
  }
}

function ofPools(
  book: PriceBook,
  rate: RatePrice,
  { supply, pools, counted }: PricedFleet,
  quantityOf: (line: SupplyLine) => number,
): Billed[] {
  return supply.lines.flatMap((line): Billed[] => {
    const pool = pools.get(keyOf(line));
    if (pool === undefined || !counted.includes(line.commitment) || !appliesTo(rate.appliesTo, pool)) return [];
    const { from, until, bound, commitment } = line;
    const isBound = from !== undefined && until !== undefined;
    const prepaid = isBound ? (rate.prepaymentShare ?? (isBlock(pool) ? 1 : 0)) : 0;
    return [
      {
        owner: ownerOf(book, rate, line),
        of: pool,
        from,
        until,
        quantity: quantityOf(line),
        bound,
        basis: weakerBasis(basisOf(book.basis), line.basis),
        commitment,
        committed: Math.max(prepaid, rate.takeOrPayShare ?? boundShare(pool)),
        prepaid,
      },
    ];
  });
}

const isBlock = ({ capacity }: PricedPool): boolean =>
  capacity === "capacityBlock" || capacity === "capacityBlockPurchase";

const reserved: readonly PricedPool["capacity"][] = ["onDemandReservation", "reservation", "capacityReservation"];

/**
 * Share of a pool's price that is due whatever is used. A reservation can be given up on any day, unless an agreement with an end says
 * otherwise.
 */
function boundShare(pool: PricedPool): number {
  const { term, capacity } = pool;
  if (isBlock(pool)) return 1;
  return reserved.includes(capacity) && term?.until !== undefined && isSigned(term.state) ? 1 : 0;
}

/** What sites draw for their machines, cooling and losses included; nothing where nobody says their PUE. */
function ofEnergy(book: PriceBook, rate: RatePrice, { energy, pools }: PricedFleet): Billed[] {
  return energy.flatMap((line): Billed[] => {
    const pool = pools.get(keyOf(line));
    const { from, until, commitment, facilityKW } = line;
    if (pool === undefined || facilityKW === undefined || !appliesTo(rate.appliesTo, pool)) return [];
    return [
      {
        owner: ownerOf(book, rate, line),
        of: pool,
        from,
        until,
        quantity: facilityKW.value,
        bound: facilityKW.bound,
        basis: weakerBasis(basisOf(book.basis), facilityKW.basis),
        commitment,
        committed: rate.takeOrPayShare ?? 0,
        prepaid: 0,
      },
    ];
  });
}

/** Critical IT power of a site, phase by phase. */
function ofPower(book: PriceBook, rate: RatePrice, { sites, power, counted }: PricedFleet): Billed[] {
  if (!isOfSites(rate.appliesTo)) return [];
  const named = new Map(sites.map((site) => [site.name, site]));
  return power.flatMap((line): Billed[] => {
    const site = named.get(line.site);
    if (site === undefined || line.meaning !== "criticalIT" || !counted.includes(line.commitment)) return [];
    if (!appliesTo(rate.appliesTo, { site })) return [];
    const { from, until, value, bound, basis, commitment } = line;
    const held = { from, until, quantity: value * 1000, bound, commitment };
    return [ofSite({ book, rate, site, ...held, basis: weakerBasis(basisOf(book.basis), basis), line })];
  });
}

/** A site from the first instant at which it has anything up to the last. */
function ofSites(book: PriceBook, rate: RatePrice, { sites, supply, power, counted }: PricedFleet): Billed[] {
  if (!isOfSites(rate.appliesTo)) return [];
  const there = [...supply.lines, ...power].filter(({ commitment }) => counted.includes(commitment));
  const bySite = grouped(there, ({ site }) => site);
  return sites.flatMap((site): Billed[] => {
    if (site.retired || !appliesTo(rate.appliesTo, { site })) return [];
    const own = bySite.get(site.name) ?? [];
    const [line] = own;
    if (line === undefined) return [];
    const span = spanOf(
      Math.min(...own.map(({ from }) => from ?? Number.NEGATIVE_INFINITY)),
      Math.max(...own.map(({ until }) => until ?? Number.POSITIVE_INFINITY)),
    );
    const surest = counted.find((commitment) => own.some((each) => each.commitment === commitment));
    const held = { ...span, quantity: 1, bound: "exact", commitment: surest ?? line.commitment } as const;
    return [ofSite({ book, rate, site, ...held, basis: basisOf(book.basis), line })];
  });
}

interface OfSite extends Pick<Billed, "from" | "until" | "quantity" | "bound" | "basis" | "commitment"> {
  readonly book: PriceBook;
  readonly rate: RatePrice;
  readonly site: SiteSpec;
  readonly line: SupplyLine | PowerLine;
}

function ofSite({ book, rate, site, line, ...held }: OfSite): Billed {
  const committed = rate.takeOrPayShare ?? 0;
  const prepaid = held.from !== undefined && held.until !== undefined ? (rate.prepaymentShare ?? 0) : 0;
  return {
    ...held,
    owner: siteOwner(book, rate, line),
    of: { site },
    committed: Math.max(committed, prepaid),
    prepaid,
  };
}

/** Whose a cost of a pool is. */
export const ownerOf = (book: PriceBook, price: Price, line: Omit<SupplyLine, "from" | "until">): CostOwner => ({
  ...siteOwner(book, price, line),
  ...(line.tenure === "cloud" ? { contract: line.contract } : {}),
  cluster: line.cluster,
  pool: line.pool,
});

/** A price of a book, of either sort. */
export interface Price {
  readonly id: string;
  readonly counterparty?: string | undefined;
}

/** The name of whom one pays where nobody says it. */
export const UNNAMED = "unnamed";

/** Whose a cost of a site is. Where no agreement is named, the price stands for one. */
export function siteOwner(
  book: PriceBook,
  price: Price,
  { site, tenure, country, jurisdiction, provider, counterparty }: Omit<PowerLine | SupplyLine, "from" | "until">,
): CostOwner {
  const named = price.counterparty ?? book.counterparty;
  const paid = named === undefined ? (tenure === "cloud" ? counterparty : UNNAMED) : partyName(named);
  return { site, tenure, country, jurisdiction, provider, counterparty: paid, contract: priceName(book, price) };
}

/** `list-2026.trn2`. */
export const priceName = (book: PriceBook, price: Price): string => `${book.name}.${price.id}`;
