import Big from "big.js";
import { earliest, latest, type PassThrough, type SiteSpec } from "../../model";
import { grouped } from "../../model/grouped";
import type { Commitment, CommittedSpan } from "../capacity";
import type { Exit } from "../exits";
import { firstOf, lastOf, type Month, monthOf } from "../months";
import { type PassThroughLine, passThroughLines } from "../pass-through";
import type { RentLine } from "../rent";
import type { MachineLookup } from "../site-figures";
import { type CostDays, countedPart } from "./held";
import { type CostGap, type CostLine, type CostOwner, costLine, isWithinMonths, type MonthWindow } from "./line";
import { lacksOf, type MeteredPower, meteredItems, type PowerBill, powerBills, type SiteDraw } from "./metered-power";

/** The lease that passes costs on. */
export interface PassingLease extends Pick<CostLine, "of" | "commitment"> {
  readonly site: SiteSpec;
  readonly owner: CostOwner;
  readonly rent: readonly RentLine[];
  /** The first day on which the tenant can leave. */
  readonly exit: Exit | undefined;
  /** How sure the right to the site is over time. */
  readonly held: readonly CommittedSpan[];
}

/** What a lease passes on, and on what its metered power is charged. */
export interface PassedOn {
  readonly lines: readonly CostLine[];
  readonly metered: readonly MeteredPower[];
  readonly gaps: readonly CostGap[];
}

/** What is asked of what a lease passes on. */
export interface PassedOnOptions extends MonthWindow {
  readonly machine: MachineLookup;
  readonly counted: readonly Commitment[];
}

/**
 * What a lease passes on, month by month, while its rent is due. Metered power is charged on the energy that machines draw on average;
 * where that is not known, on full power.
 */
export function passedOn(lease: PassingLease, draw: SiteDraw, options: PassedOnOptions): PassedOn {
  const { site, rent, held } = lease;
  const { machine, counted } = options;
  const isAsked = ({ month }: { readonly month: Month }) => isWithinMonths(options, month);
  const passing = passThroughLines(site, { machine, until: lastOf(options.last) }).filter(isAsked);
  const items = meteredItems(site);
  if (passing.length === 0 && items.length === 0) return { lines: [], metered: [], gaps: [] };
  const rented = grouped(rent.filter(isAsked), ({ month }) => month);
  const lacks = items.length === 0 ? undefined : lacksOf(site, draw);
  const isKnown = items.length > 0 && lacks === undefined;
  const asStated = passing.filter(({ as }) => as === "fixed" || !isKnown);
  const unknown = isKnown ? [] : items.filter(({ id }) => !passing.some((line) => line.id === id));
  return {
    lines: [
      ...asStated.flatMap((line) =>
        countedPart(statedLine(line, lease), daysOf(rented.get(line.month) ?? [], line.month), held, counted),
      ),
      ...(isKnown ? items.flatMap((item) => meteredLines(item, lease, rented, draw, counted)) : []),
    ],
    metered: items
      .filter((item) => rented.size > 0 && !unknown.includes(item))
      .map((item) => ({
        site: site.name,
        path: pathOf(site, item),
        ...(lacks === undefined ? { chargedOn: "averageEnergy" } : { chargedOn: "fullPower", lacks }),
      })),
    gaps: (rented.size === 0 ? [] : unknown).map((item) => ({
      site: site.name,
      path: pathOf(site, item),
      message: `the power that ${site.name} is charged for by meter has a price, and nobody says how much it is: neither ${lacks ?? "its machines"}, nor contracted power and a pueCap or peakPue`,
    })),
  };
}

const pathOf = ({ name }: SiteSpec, { id }: PassThrough): string => `sites.${name}.lease.passThrough.${id}`;

/** The days of a month in which any rent is due. */
function daysOf(lines: readonly RentLine[], month: Month): CostDays {
  return {
    from: earliest(...lines.map(({ from }) => from)) ?? firstOf(month),
    to: latest(...lines.map(({ to }) => to)) ?? lastOf(month),
  };
}

/** Fixed costs are bound to the lease; power at its most is an assumption, and nobody is bound to draw it. */
function statedLine(
  { month, currency, amount, as, id }: PassThroughLine,
  { owner, of, commitment, exit }: PassingLease,
): CostLine {
  const isFixed = as === "fixed";
  const committed = isFixed && (exit === undefined || month <= monthOf(exit.day)) ? amount : NOTHING;
  return costLine(owner, {
    of,
    commitment,
    price: `lease.${id}`,
    what: "passThrough",
    month,
    currency,
    cost: amount,
    cash: amount,
    committed,
    committedCash: committed,
    bound: isFixed ? "exact" : "atMost",
    basis: isFixed ? "contract" : "assumed",
  });
}

const NOTHING = new Big(0);

/** Power by meter, which nobody is bound to draw. */
function meteredLines(
  item: PassThrough,
  { owner, of }: PassingLease,
  rented: ReadonlyMap<Month, readonly RentLine[]>,
  { lines }: SiteDraw,
  counted: readonly Commitment[],
): CostLine[] {
  const { perMWh, id } = item;
  if (perMWh === undefined) return [];
  const lineOf = (month: Month, { amount, bound, basis, commitment }: PowerBill): CostLine =>
    costLine(owner, {
      of,
      commitment,
      price: `lease.${id}`,
      what: "passThrough",
      month,
      currency: perMWh.currency,
      cost: amount,
      cash: amount,
      committed: NOTHING,
      committedCash: NOTHING,
      bound,
      basis,
    });
  return [...rented].flatMap(([month, own]) =>
    powerBills(item, daysOf(own, month), lines)
      .filter(({ commitment }) => counted.includes(commitment))
      .map((bill) => lineOf(month, bill)),
  );
}
