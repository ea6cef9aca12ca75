import Big from "big.js";
import { type Basis, type Bound, joinBounds, leaseOf, type PassThrough, type SiteSpec } from "../../model";
import { grouped } from "../../model/grouped";
import { type Commitment, endOfDay, instantOf, MS_PER_HOUR, meet } from "../capacity";
import { type EnergyLine, weakerBasis } from "../energy";
import { sumOf } from "../money-sum";
import { withFee } from "../pass-through";
import { splitAmount } from "../split-amount";
import type { CostDays } from "./held";

/** On what the power that a lease passes on by meter is charged. */
export interface MeteredPower {
  readonly site: string;
  /** Where the lease says it, `sites.river.lease.passThrough.power`. */
  readonly path: string;
  /**
   * `averageEnergy`: on what the site's machines draw on average, as `siteform energy` reckons it. `fullPower`: on every contracted kW
   * in every hour, the most it can be: an assumption, for want of what `lacks` says.
   */
  readonly chargedOn: "averageEnergy" | "fullPower";
  /** What nobody says, so that the energy is not known. */
  readonly lacks?: string;
}

/** What is known of the machines of one site in the months that are asked about. */
export interface SiteDraw {
  /** Of machines of any commitment. */
  readonly lines: readonly EnergyLine[];
  /** Whether there are machines of which nobody knows since when they have power. */
  readonly hasUndated: boolean;
}

/** What keeps the energy of a site from being known; nothing where it is known. */
export function lacksOf(site: SiteSpec, { lines, hasUndated }: SiteDraw): string | undefined {
  if (site.clusters.every(({ pools }) => pools.length === 0)) return "the machines that stand there";
  if (hasUndated) return "since when all of its machines have power";
  if (lines.some(({ itKW }) => itKW === undefined)) return "what each of its machines draws (machinePowerKW)";
  const { averagePue, monthlyPue } = site.energy ?? {};
  return averagePue === undefined && monthlyPue === undefined ? `its PUE of a year (energy.averagePue)` : undefined;
}

/** The items of a lease by which power is charged by meter at a price. */
export const meteredItems = (site: SiteSpec): PassThrough[] =>
  (leaseOf(site)?.passThrough ?? []).filter(
    ({ kind, what, perMWh }) => kind === "metered" && what === "power" && perMWh !== undefined,
  );

/** A month's metered power, as sure as that. */
export interface PowerBill {
  readonly commitment: Commitment;
  readonly amount: Big;
  readonly bound: Bound;
  readonly basis: Basis;
}

/**
 * What the machines of a site draw in the billed days of a month comes to at the price of an item: rounded to the cent once, and split
 * among machines that are more and less sure.
 */
export function powerBills(item: PassThrough, days: CostDays, lines: readonly EnergyLine[]): PowerBill[] {
  const price = item.perMWh;
  if (price === undefined) return [];
  const span = { from: instantOf(days.from), until: endOfDay(days.to) };
  const drawn = lines.flatMap((line) => {
    const both = meet(line, span);
    const kW = cappedKW(line, item);
    if (kW === undefined || both?.from === undefined || both.until === undefined) return [];
    return [{ line, due: new Big(kW).times(both.until - both.from).times(price.amount) }];
  });
  const groups = [...grouped(drawn, ({ line }) => line.commitment)].map(([commitment, own]) => ({
    commitment,
    due: sumOf(own.map(({ due }) => due)),
    bound: own.reduce<Bound>((bound, { line }) => joinBounds(bound, line.facilityKW?.bound ?? "exact"), "exact"),
    basis: own.reduce<Basis>((basis, { line }) => weakerBasis(basis, line.facilityKW?.basis ?? basis), price.basis),
  }));
  const weights = groups.map(({ due }) => due);
  const amounts = splitAmount(withFee(item, sumOf(weights).div(MS_PER_HOUR * KW_PER_MW)), weights);
  return groups.map(({ due: _, ...group }, index) => ({ ...group, amount: amounts[index] ?? new Big(0) }));
}

const KW_PER_MW = 1000;

/** What a site draws for some machines, its PUE no higher than the item lets it be. */
function cappedKW({ itKW, facilityKW }: EnergyLine, { pueCap }: PassThrough): number | undefined {
  if (itKW === undefined || facilityKW === undefined) return undefined;
  return pueCap === undefined ? facilityKW.value : Math.min(facilityKW.value, itKW.value * pueCap.value);
}
