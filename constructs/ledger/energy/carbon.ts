import { findGrid } from "../../catalog";
import type { EnergySupply, SiteEnergy, SiteSpec } from "../../model";
import { endOfDay, instantOf, type Span } from "../capacity";
import { type Estimate, estimate, plus } from "./estimate";

/** Greenhouse gases of a site's electricity while its contracts stay, in grams of CO2 equivalent for a kWh. */
export interface CarbonStretch extends Required<Span> {
  /** Of what the grid and plants on the site make, whatever contracts say. */
  readonly location?: Estimate;
  /** Of what contracts convey, and of the residual mix, or for want of it the grid's, for what none covers. */
  readonly market?: Estimate;
}

/** The figure of the grid: the site's own, else the catalogue's. */
export const gridCarbonOf = (energy: SiteEnergy | undefined): Estimate | undefined => {
  const stated = energy?.carbonGramsPerKWh ?? findGrid(energy?.grid ?? "")?.carbonGramsPerKWh;
  return stated === undefined ? undefined : estimate(stated);
};

/** Carbon of a site over a time, cut where its contracts for energy begin and end. */
export function carbonStretches({ energy }: SiteSpec, window: Required<Span>): CarbonStretch[] {
  const supply = energy?.supply ?? [];
  const cuts = supply.flatMap(({ from, until }) => [
    ...(from === undefined ? [] : [instantOf(from)]),
    ...(until === undefined ? [] : [endOfDay(until)]),
  ]);
  const inside = cuts.filter((cut) => cut > window.from && cut < window.until);
  const bounds = [...new Set([window.from, ...inside, window.until])].sort((a, b) => a - b);
  return bounds.slice(0, -1).map((from, index) => {
    const until = bounds[index + 1] ?? window.until;
    return {
      from,
      until,
      ...carbonOf(
        energy,
        supply.filter((each) => isHeld(each, from)),
      ),
    };
  });
}

const isHeld = ({ from, until }: EnergySupply, instant: number): boolean =>
  (from === undefined || instantOf(from) <= instant) && (until === undefined || instant < endOfDay(until));

function carbonOf(
  energy: SiteEnergy | undefined,
  held: readonly EnergySupply[],
): Pick<CarbonStretch, "location" | "market"> {
  const grid = gridCarbonOf(energy);
  const residual = energy?.residualGramsPerKWh;
  const location = mixed(
    held.filter(({ kind }) => kind === "onsite"),
    grid,
  );
  const market = mixed(held, residual === undefined ? grid : estimate(residual));
  return {
    ...(location === undefined ? {} : { location }),
    ...(market === undefined ? {} : { market }),
  };
}

/** Contracts by their shares, and something else for the rest; nothing where there is a rest of which nobody says anything. */
function mixed(held: readonly EnergySupply[], rest: Estimate | undefined): Estimate | undefined {
  // Shares such as 0.1 + 0.2 + 0.7 are one but for the dust of binary fractions.
  const left = Number(Math.max(0, 1 - held.reduce((sum, { share }) => sum + share, 0)).toPrecision(12));
  if (left > DUST && rest === undefined) return undefined;
  return plus([
    ...held.map(({ share, carbonGramsPerKWh, bound, basis }) => ({
      value: share * carbonGramsPerKWh,
      // A share that is a floor is no floor of what is emitted: the rest may emit more.
      bound: bound === "exact" ? bound : ("about" as const),
      basis,
    })),
    ...(rest === undefined || left <= DUST ? [] : [{ ...rest, value: left * rest.value }]),
  ]);
}

const DUST = 1e-9;
