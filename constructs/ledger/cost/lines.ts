import type { FleetSpec, PriceBook, RatePrice } from "../../model";
import { addDays, formatCount, latest } from "../../model";
import { grouped } from "../../model/grouped";
import { type Commitment, commitments, dayOf, powerSupplyOf, type Supply, supplyOf } from "../capacity";
import type { CostOptions } from "../committed-cost";
import { type EnergyLine, energyLines, SIGNED } from "../energy";
import { memoized } from "../memo";
import { firstOf, lastOf, type Month, monthAfter, monthOf } from "../months";
import { type Billed, billsOf } from "./bills";
import { type LeaseCosts, leaseCosts } from "./leases";
import { type CostGap, type CostLine, isWithinMonths, type MonthWindow } from "./line";
import { meteredItems } from "./metered-power";
import { priceSteps } from "./price-steps";
import { type BookValue, purchasesAt } from "./purchases";
import { billedBy, type PricedFleet, priceName } from "./rates";
import { appliesTo, keyOf, type PricedPool, pricedPools } from "./scope";
import { commitmentMonths, withCommitment } from "./spend";

/** What is asked of the costs of a fleet. */
export interface CostLinesOptions extends CostOptions, MonthWindow {
  /** How sure it must be that something is there. @default - firm, terminable and conditional */
  readonly counted?: readonly Commitment[];
}

/** The months for which a fleet plans, from that of a day on; up to a day, without it, where one is given. */
export function planningMonths({ policy }: Pick<FleetSpec, "policy">, asOf: string, until?: string): MonthWindow {
  const first = monthOf(asOf);
  return {
    first,
    last: until === undefined ? monthAfter(first, policy.planningMonths - 1) : monthOf(addDays(until, -1)),
  };
}

/** All costs of a fleet in some months, thing by thing. */
export interface FleetCosts extends Pick<LeaseCosts, "exitFees" | "deposits" | "metered"> {
  readonly lines: readonly CostLine[];
  /** What things bought are worth in the books at the end. */
  readonly left: readonly BookValue[];
  readonly gaps: readonly CostGap[];
  readonly supply: Supply;
  readonly pools: ReadonlyMap<string, PricedPool>;
}

/**
 * What a fleet costs, line by line: rent and what leases pass on, and what its price books say of everything else. What was asked once
 * of a fleet is kept: rules and reports ask the same.
 *
 * @param fleet as it is built (`expandFleet`); what is retired costs nothing here
 */
export function fleetCosts(fleet: FleetSpec, options: CostLinesOptions): FleetCosts {
  const { machine, asOf, organisation, first, last, counted = SIGNED } = options;
  const { known } = askedOf(fleet, machine, "");
  const key = JSON.stringify([asOf, organisation, first, last, counted]);
  const costs = known.get(key) ?? reckon(fleet, { machine, asOf, organisation, first, last, counted });
  known.set(key, costs);
  return costs;
}

const askedOf = memoized(() => ({ known: new Map<string, FleetCosts>() }));

function reckon(fleet: FleetSpec, options: Required<Pick<CostLinesOptions, "counted">> & CostLinesOptions): FleetCosts {
  const { counted } = options;
  const supply = supplyOf(fleet, options);
  const energy = energyFor(fleet, options);
  const priced: PricedFleet = {
    sites: fleet.sites,
    supply,
    power: powerSupplyOf(fleet.sites, options).lines,
    pools: pricedPools(fleet.sites, supply),
    energy: energy.filter(({ commitment }) => counted.includes(commitment)),
    counted,
  };
  const drawn = grouped(energy, ({ site }) => site);
  const undated = new Set(supply.undated.map(({ site }) => site));
  const leases = fleet.sites.map((site) =>
    leaseCosts(site, options, options, { lines: drawn.get(site.name) ?? [], hasUndated: undated.has(site.name) }),
  );
  const books = fleet.priceBooks.map((book) => bookCosts(book, priced, options));
  const lines = [...leases.flatMap((each) => each.lines), ...books.flatMap((each) => each.lines)];
  return {
    lines,
    exitFees: leases.flatMap((each) => each.exitFees).filter(({ month }) => isWithinMonths(options, month)),
    deposits: leases.flatMap((each) => each.deposits).filter(({ month }) => isWithinMonths(options, month)),
    metered: leases.flatMap((each) => each.metered),
    left: books.flatMap((each) => each.left),
    gaps: [
      ...leases.flatMap((each) => each.gaps),
      ...books.flatMap((each) => each.gaps),
      ...unmetered(fleet, priced),
      ...unpriced(priced, lines, options),
    ],
    supply,
    pools: priced.pools,
  };
}

const monthsOfAll = (months: readonly [Month, Month, ...Month[]]): MonthWindow => {
  const sorted = [...months].sort();
  return { first: sorted[0] ?? months[0], last: sorted.at(-1) ?? months[1] };
};

/** What machines of any commitment draw, where a price or a lease asks for it. */
function energyFor(fleet: FleetSpec, options: CostLinesOptions): readonly EnergyLine[] {
  const books = fleet.priceBooks.filter(({ rates }) => rates.some(isMetered));
  const sites = books.length > 0 ? fleet.sites : fleet.sites.filter((site) => meteredItems(site).length > 0);
  if (sites.length === 0) return [];
  const { first, last } = monthsOfAll([options.first, options.last, ...books.flatMap(commitmentMonths)]);
  const span = { from: firstOf(first), until: firstOf(monthAfter(last)) };
  return energyLines({ ...fleet, sites }, { ...options, ...span, counted: commitments });
}

const isMetered = ({ per }: RatePrice): boolean => per === "MWh";

/** Sites whose energy has a price, and of which nobody says how much it is. */
function unmetered({ priceBooks }: FleetSpec, { energy, pools }: PricedFleet): CostGap[] {
  const rates = priceBooks.flatMap((book) => book.rates.filter(isMetered));
  const sites = energy.flatMap((line) => {
    const pool = pools.get(keyOf(line));
    const isPriced = pool !== undefined && rates.some((rate) => appliesTo(rate.appliesTo, pool));
    return isPriced && line.facilityKW === undefined ? [line.site] : [];
  });
  return [...new Set(sites)].map((site) => ({
    site,
    path: `sites.${site}.energy`,
    message: `the energy of ${site} has a price, and nobody says how much it is: give the site energy.averagePue, and its machines a power`,
  }));
}

/** The last day on which anything is billed: of what is prepaid, all of its term. */
const lastBilled = (all: readonly Billed[], { last }: MonthWindow): string =>
  all.reduce(
    (day, { prepaid, until }) => (prepaid > 0 && until !== undefined ? (latest(day, dayOf(until)) ?? day) : day),
    lastOf(last),
  );

const BILLED_PER = {
  acceleratorHour: "hour",
  machineHour: "hour",
  acceleratorMonth: "month",
  machineMonth: "month",
  kWMonth: "month",
  month: "month",
  MWh: "thousandHours",
} as const;

function bookCosts(book: PriceBook, fleet: PricedFleet, { first, last }: MonthWindow) {
  const asked = { first, last };
  // A promise to spend is asked about whole periods, whichever of their months one looks at.
  const whole = monthsOfAll([first, last, ...commitmentMonths(book)]);
  const bills = book.rates.flatMap((rate) => {
    const billed = billedBy(book, rate, fleet);
    const { id: _, what, per } = rate;
    const steps = priceSteps(rate, lastBilled(billed, whole));
    return billsOf(
      { price: priceName(book, rate), what, currency: book.currency, steps, per: BILLED_PER[per] },
      billed,
      whole,
    );
  });
  const promised = book.commitments.reduce<readonly CostLine[]>(
    (lines, commitment) => withCommitment(book, commitment, lines),
    bills,
  );
  const purchases = book.purchases.map((price) => purchasesAt(book, price, fleet, asked));
  return {
    lines: [
      ...promised.filter(({ month }) => isWithinMonths(asked, month)),
      ...purchases.flatMap((each) => each.lines),
    ],
    left: purchases.flatMap((each) => each.left),
    gaps: purchases.flatMap((each) => each.gaps),
  };
}

/** Pools that are there in some month, and for which nothing says what they cost: neither a price nor the rent of their site. */
function unpriced({ supply, pools, counted }: PricedFleet, lines: readonly CostLine[], window: MonthWindow): CostGap[] {
  const rented = new Set(lines.filter(({ what }) => what === "rent").map(({ site }) => site));
  const priced = new Set(
    lines.flatMap(({ what, site, cluster, pool }) =>
      (what === "compute" || what === "hardware") && cluster !== undefined && pool !== undefined
        ? [keyOf({ site, cluster, pool })]
        : [],
    ),
  );
  const [begin, end] = [Date.parse(firstOf(window.first)), Date.parse(lastOf(window.last))];
  const there = supply.lines.filter(
    (line) =>
      counted.includes(line.commitment) &&
      (line.from ?? begin) <= end &&
      (line.until ?? Number.POSITIVE_INFINITY) > begin,
  );
  const missing = new Map<string, { readonly site: string; readonly accelerators: number }>();
  for (const line of there) {
    const key = keyOf(line);
    const pool = pools.get(key);
    const isRented = pool?.capacity === "leased" && rented.has(line.site);
    if (priced.has(key) || isRented || pool === undefined) continue;
    missing.set(key, {
      site: line.site,
      accelerators: Math.max(missing.get(key)?.accelerators ?? 0, line.accelerators),
    });
  }
  return [...missing].map(([key, { site, accelerators }]) => ({
    site,
    path: `sites.${key}`,
    message: `no price book says what ${key} costs: ${formatCount(accelerators)} accelerators`,
  }));
}
