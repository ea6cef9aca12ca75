import { Basis, type Bound, joinBounds, type Total } from "../../model";
import type { Estimate } from "./estimate";
import type { EnergyPart } from "./parts";

/** A sum, with the accelerator-hours that it speaks of: fewer than all where something of others is not known. */
export interface EnergySum extends Total {
  readonly acceleratorHours: number;
  /** Whether it speaks of all; else the true sum is larger, and the bound says so. */
  readonly complete: boolean;
}

/** What some machines come to in a time. A sum is absent where nothing of it is known. */
export interface EnergyFigures {
  /** Accelerators that are there times hours, whether they work or not. */
  readonly acceleratorHours: Total;
  /** If all machines drew full power all the time: what no average reaches. */
  readonly fullMWh?: EnergySum;
  readonly itMWh?: EnergySum;
  readonly facilityMWh?: EnergySum;
  readonly waterM3?: EnergySum;
  /** Tonnes of CO2 equivalent, by what the grid is. */
  readonly locationTonnes?: EnergySum;
  /** The same by what contracts convey. */
  readonly marketTonnes?: EnergySum;
}

/** The sums of energy, water and greenhouse gases. */
export const measures = ["fullMWh", "itMWh", "facilityMWh", "waterM3", "locationTonnes", "marketTonnes"] as const;
export type Measure = (typeof measures)[number];

/** One number as it is summed. */
class Tally {
  private value = 0;
  private hours = 0;
  private complete = true;
  private any = false;
  private bound: Bound = "exact";
  private readonly byBasis = new Map<Basis, number>();

  add(part: Estimate | undefined, hours: number): void {
    if (part === undefined) {
      this.complete = false;
      return;
    }
    this.any = true;
    this.value += part.value;
    this.hours += hours;
    this.bound = joinBounds(this.bound, part.bound);
    this.byBasis.set(part.basis, (this.byBasis.get(part.basis) ?? 0) + part.value);
  }

  /** The sum; nothing where no part is known. */
  sum(): EnergySum | undefined {
    if (!this.any) return undefined;
    return {
      value: clean(this.value),
      bound: this.complete ? this.bound : joinBounds(this.bound, "atLeast"),
      byBasis: Object.fromEntries(
        Basis.options.flatMap((basis): [Basis, number][] => {
          const known = this.byBasis.get(basis);
          return known === undefined ? [] : [[basis, clean(known)]];
        }),
      ),
      acceleratorHours: clean(this.hours),
      complete: this.complete,
    };
  }
}

/** Binary fractions leave dust in sums; twelve digits are more than any meter has. */
const clean = (value: number): number => Number(value.toPrecision(12));

/** What some parts come to together. */
export function figuresOf(parts: readonly EnergyPart[]): EnergyFigures {
  const hours = new Tally();
  const tallies = measures.map((measure) => ({ measure, tally: new Tally() }));
  for (const part of parts) {
    hours.add(part.acceleratorHours, part.acceleratorHours.value);
    for (const { measure, tally } of tallies) tally.add(part[measure], part.acceleratorHours.value);
  }
  const { value, bound, byBasis } = hours.sum() ?? { value: 0, bound: "exact" as const, byBasis: {} };
  return {
    acceleratorHours: { value, bound, byBasis },
    ...Object.fromEntries(
      tallies.flatMap(({ measure, tally }) => {
        const sum = tally.sum();
        return sum === undefined ? [] : [[measure, sum]];
      }),
    ),
  };
}
