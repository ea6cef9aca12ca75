import type { Lot } from "./assign";
import type { Commitment } from "./commitment";
import type { ScenarioDemand } from "./demand-curve";
import { covers } from "./spans";
import type { SupplyLine } from "./supply";

/** What of a line decides whom it can serve. */
export type Serving = Pick<SupplyLine, "site" | "accelerator" | "purpose" | "country" | "jurisdiction">;

/** Schedulable accelerators that can serve the same. */
export interface SupplyLot extends Lot, Serving {}

/** What may be counted on: what is firm, unless one asks for more. */
export const COUNTED: readonly Commitment[] = ["firm"];

/** The schedulable accelerators at an instant, those together that can serve the same. */
export function lotsAt(
  lines: readonly SupplyLine[],
  instant: number,
  { counted, schedulable }: { readonly counted: readonly Commitment[]; readonly schedulable: number },
): SupplyLot[] {
  const lots = new Map<string, SupplyLot>();
  for (const line of lines) {
    if (!counted.includes(line.commitment) || !covers(line, instant)) continue;
    const { site, accelerator, purpose, country, jurisdiction } = line;
    const key = `${site}\0${accelerator}\0${purpose}`;
    const known = lots.get(key)?.accelerators ?? 0;
    lots.set(key, {
      site,
      accelerator,
      purpose,
      country,
      jurisdiction,
      accelerators: Number((known + line.accelerators * schedulable).toPrecision(12)),
    });
  }
  return [...lots.values()];
}

/**
 * What one accelerator of a line does for a demand, in the accelerators in which that is counted: 0 where it must not run there, where
 * the cluster is for other work, or where nobody says that it serves.
 */
export function throughputFor({ demand }: Pick<ScenarioDemand, "demand">, line: Serving): number {
  const { sites, jurisdictions, workload } = demand;
  if (sites !== undefined && !sites.includes(line.site)) return 0;
  if (jurisdictions !== undefined && !jurisdictions.some((each) => each === line.country || each === line.jurisdiction))
    return 0;
  if (line.purpose !== workload && line.purpose !== "mixed" && workload !== "mixed") return 0;
  const other = demand.servedBy.find(({ accelerator }) => accelerator === line.accelerator);
  if (other !== undefined) return other.throughput.value;
  return demand.accelerator === undefined || demand.accelerator === line.accelerator ? 1 : 0;
}
