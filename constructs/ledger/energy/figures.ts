import { Basis, type Bound, joinBounds, type Total } from "../../model";
import type { EnergyPart, HourlyRates } from "./parts";

/** A sum, with the accelerator-hours that it speaks of: fewer than all where something of others is not known. */
export interface EnergySum extends Total {
  readonly acceleratorHours: number;
  /** Whether it speaks of all; else the true sum is larger, and the bound says so. */
  readonly complete: boolean;
}

/** The sums of energy, water and greenhouse gases. */
export const measures = ["fullMWh", "itMWh", "facilityMWh", "waterM3", "locationTonnes", "marketTonnes"] as const;
export type Measure = (typeof measures)[number];

/**
 * What some machines come to in a time. A sum is absent where nothing of it is known.
 *
 * - `fullMWh`: if all machines drew full power all the time: what no average reaches
 * - `itMWh`, `facilityMWh`: what machines draw, and what their sites draw for them
 * - `waterM3`
 * - `locationTonnes`, `marketTonnes`: tonnes of CO2 equivalent, by what the grid is, and by what contracts convey
 */
export interface EnergyFigures extends Readonly<Partial<Record<Measure, EnergySum>>> {
  /** Accelerators that are there times hours, whether they work or not. */
  readonly acceleratorHours: Total;
}

/** One number as it is summed. Schedules add hundreds of thousands of parts: nothing is made here for each. */
class Tally {
  private value = 0;
  private acceleratorHours = 0;
  private complete = true;
  private any = false;
  private bound: Bound = "exact";
  private readonly byBasis: number[] = [];

  constructor(private readonly measure: keyof HourlyRates) {}

  add({ rates, hours }: EnergyPart): void {
    const rate = rates[this.measure];
    if (rate === undefined) {
      this.complete = false;
      return;
    }
    const { value, bound, basis } = rate;
    const amount = value * hours;
    const place = Basis.options.indexOf(basis);
    this.any = true;
    this.value += amount;
    this.acceleratorHours += rates.acceleratorHours.value * hours;
    this.byBasis[place] = (this.byBasis[place] ?? 0) + amount;
    if (bound !== this.bound) this.bound = joinBounds(this.bound, bound);
  }

  /** The sum; nothing where no part is known. */
  sum(): EnergySum | undefined {
    if (!this.any) return undefined;
    const byBasis: Partial<Record<Basis, number>> = {};
    for (const [place, basis] of Basis.options.entries()) {
      const known = this.byBasis[place];
      if (known !== undefined) byBasis[basis] = clean(known);
    }
    return {
      value: clean(this.value),
      bound: this.complete ? this.bound : joinBounds(this.bound, "atLeast"),
      byBasis,
      acceleratorHours: clean(this.acceleratorHours),
      complete: this.complete,
    };
  }
}

/** Binary fractions leave dust in sums; twelve digits are more than any meter has. */
const clean = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(12)));

/** What some parts come to together. */
export function figuresOf(parts: readonly EnergyPart[]): EnergyFigures {
  const hours = new Tally("acceleratorHours");
  const tallies = measures.map((measure) => new Tally(measure));
  for (const part of parts) {
    hours.add(part);
    for (const tally of tallies) tally.add(part);
  }
  const { value, bound, byBasis } = hours.sum() ?? { value: 0, bound: "exact" as const, byBasis: {} };
  const sums: Partial<Record<Measure, EnergySum>> = {};
  for (const [place, measure] of measures.entries()) {
    const sum = tallies[place]?.sum();
    if (sum !== undefined) sums[measure] = sum;
  }
  return { acceleratorHours: { value, bound, byBasis }, ...sums };
}
