import type { CoverageOptions } from "./coverage";
import type { ScenarioDemand } from "./demand-curve";
import { enoughOf } from "./enough";
import { alikeFor, COUNTED, lotsAt, throughputFor } from "./lots";
import type { Shortfall } from "./shortfalls";
import { covers, instantOf } from "./spans";
import type { SupplyLine } from "./supply";
import { type Commitment } from "./words";

/** What would cover a shortfall, or help. Amounts are in the accelerators in which the demand is counted, as far as they take work. */
export interface Remedies {
  /** Capacity that is there on the worst day and is not counted on, by how sure it is. */
  readonly unsure: readonly { readonly commitment: Commitment; readonly amount: number }[];
  /** Capacity that could be counted on and comes later, soonest first. */
  readonly later: readonly {
    readonly site: string;
    readonly accelerator: string;
    readonly from: number;
    readonly amount: number;
  }[];
  /** Accelerators that one would have to add, of each sort that serves: so many of one of them. */
  readonly add: readonly { readonly accelerator: string; readonly accelerators: number }[];
}

/** What would cover a shortfall on its worst day, beside all that is wanted then. */
export function remediesOf(
  { worst, from }: Shortfall,
  demand: ScenarioDemand,
  { demands, lines }: { readonly demands: readonly ScenarioDemand[]; readonly lines: readonly SupplyLine[] },
  { schedulable, counted = COUNTED, until }: CoverageOptions,
): Remedies {
  // What ends within a day leaves the shortfall to the rest of it.
  const at = Math.max(instantOf(worst.day), from);
  const unsure = new Map<Commitment, number>();
  const later = new Map<string, Remedies["later"][number]>();
  for (const line of lines) {
    const amount = line.accelerators * schedulable * throughputFor(demand, line);
    if (amount === 0) continue;
    if (covers(line, at)) {
      if (!counted.includes(line.commitment)) unsure.set(line.commitment, (unsure.get(line.commitment) ?? 0) + amount);
    } else if (line.from !== undefined && line.from > at && line.from < until && counted.includes(line.commitment)) {
      const { site, accelerator, from } = line;
      const key = `${site}\0${accelerator}\0${from}`;
      later.set(key, { site, accelerator, from, amount: amount + (later.get(key)?.amount ?? 0) });
    }
  }
  const lots = lotsAt(alikeFor(lines, demands, counted), at, schedulable);
  return {
    unsure: [...unsure].map(([commitment, amount]) => ({ commitment, amount: rounded(amount) })),
    later: [...later.values()]
      .map((each) => ({ ...each, amount: rounded(each.amount) }))
      .sort((a, b) => a.from - b.from || b.amount - a.amount),
    // Where nothing takes work, nothing that is added does.
    add: (schedulable > 0 ? sortsFor(demand) : []).map(({ accelerator, throughput }) => ({
      accelerator,
      accelerators: enoughOf(
        accelerator,
        Math.ceil(Number((worst.missing / (throughput * schedulable)).toPrecision(12))),
        demand,
        { day: worst.day, lots, demands, schedulable },
      ),
    })),
  };
}

const rounded = (value: number): number => Number(value.toPrecision(9));

/** Accelerators that are known to serve a demand. */
function sortsFor({ demand }: ScenarioDemand): { readonly accelerator: string; readonly throughput: number }[] {
  const others = demand.servedBy.map(({ accelerator, throughput }) => ({ accelerator, throughput: throughput.value }));
  const own = demand.accelerator;
  const isListed = others.some(({ accelerator }) => accelerator === own);
  return [...(own === undefined || isListed ? [] : [{ accelerator: own, throughput: 1 }]), ...others].filter(
    ({ throughput }) => throughput > 0,
  );
}
