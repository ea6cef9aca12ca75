import Big from "big.js";
import { type Currency, daysBetween, leaseOf, type PassThrough, type SiteSpec } from "../model";
import type { Month } from "./months";
import { premisesOf } from "./premises";
import { type RentLine, type RentOptions, rentSchedule } from "./rent";

/** A cost that the tenant bears beside rent, in one month. */
export interface PassThroughLine {
  readonly month: Month;
  readonly id: string;
  readonly what: PassThrough["what"];
  readonly currency: Currency;
  readonly amount: Big;
  /** `fixed`: what is agreed. `atFullPower`: metered power with every contracted kW drawn in every hour, hence the most it can be. */
  readonly as: "fixed" | "atFullPower";
}

/**
 * What the lease passes through, in the months in which rent is due. Metered costs other than power, shares of what the landlord
 * pays, and power without a tariff or a PUE are not known beforehand and make no line.
 */
export function passThroughLines(site: SiteSpec, options: RentOptions): PassThroughLine[] {
  const items = leaseOf(site)?.passThrough ?? [];
  if (items.length === 0) return [];
  const months = new Map<Month, RentLine[]>();
  for (const line of rentSchedule(site, options).lines)
    months.set(line.month, [...(months.get(line.month) ?? []), line]);
  const kW = new Map(premisesOf(site, options.machine).map((each) => [each.id, each.kW]));
  return [...months].flatMap(([month, lines]) =>
    items.flatMap((item): PassThroughLine[] => {
      const { id, what } = item;
      if (item.kind === "fixed" && item.perMonth !== undefined) {
        const { amount, currency } = item.perMonth;
        return [{ month, id, what, currency, amount: withFee(item, new Big(amount)), as: "fixed" }];
      }
      const pue = pueOf(item, site);
      if (item.kind !== "metered" || what !== "power" || item.perMWh === undefined || pue === undefined) return [];
      const energy = lines.reduce((sum, line) => sum.plus(energyMWh(line, kW.get(line.premises))), new Big(0));
      const { amount, currency } = item.perMWh;
      return [{ month, id, what, currency, amount: withFee(item, energy.times(pue).times(amount)), as: "atFullPower" }];
    }),
  );
}

/** An amount with what the landlord adds for handling it, rounded to the cent. */
export const withFee = ({ adminFeePercent = 0 }: PassThrough, amount: Big): Big =>
  amount.times(new Big(adminFeePercent).div(100).plus(1)).round(2);

/** What IT energy is multiplied by: the PUE of the site, or its cap where that is lower. */
function pueOf(item: PassThrough, site: SiteSpec): number | undefined {
  const known = [item.pueCap?.value, site.peakPue?.value].filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

/** The energy of every contracted kW in every hour of the days that are billed. */
const energyMWh = ({ from, to }: RentLine, kW: Big | undefined): Big =>
  (kW ?? new Big(0)).times(24 * (daysBetween(from, to) + 1)).div(1000);
