import { grouped } from "../../model/grouped";
import type { SupplyLine } from "./supply";

/** Two contracts for the same machines in one cluster, one after the other. */
export interface Adjacent {
  readonly site: string;
  readonly cluster: string;
  readonly machine: string;
  readonly before: SupplyLine;
  readonly after: SupplyLine;
}

/** Contracts of clouds that end and begin: where they follow each other with time between, and where both run at once. */
export interface Adjacency {
  readonly gaps: readonly (Adjacent & { readonly from: number; readonly until: number })[];
  readonly overlaps: readonly (Adjacent & { readonly from: number; readonly until: number })[];
}

/**
 * Gaps and overlaps of contracts that stand for each other: for one type of machine in one cluster. What is always there leaves no gap, and
 * what runs beside it is meant to.
 */
export function adjacencyOf(lines: readonly SupplyLine[]): Adjacency {
  const gaps: Adjacency["gaps"][number][] = [];
  const overlaps: Adjacency["overlaps"][number][] = [];
  const clouds = lines.filter(({ tenure }) => tenure === "cloud");
  for (const group of grouped(clouds, ({ site, cluster, machine }) => `${site}.${cluster}.${machine}`).values()) {
    const inOrder = group.map(bounded).sort((a, b) => a.from - b.from || a.until - b.until);
    let [longest] = inOrder;
    for (const next of inOrder.slice(1)) {
      if (longest === undefined) break;
      const { site, cluster, machine } = next.line;
      const pair = { site, cluster, machine, before: longest.line, after: next.line };
      const isAlways = [longest, next].some(({ from, until }) => !Number.isFinite(from) && !Number.isFinite(until));
      if (next.from > longest.until) gaps.push({ ...pair, from: longest.until, until: next.from });
      else if (next.from < longest.until && !isAlways && next.line.contract !== longest.line.contract) {
        overlaps.push({ ...pair, from: next.from, until: Math.min(next.until, longest.until) });
      }
      if (next.until > longest.until) longest = next;
    }
  }
  return { gaps, overlaps };
}

const bounded = (line: SupplyLine) => ({
  line,
  from: line.from ?? Number.NEGATIVE_INFINITY,
  until: line.until ?? Number.POSITIVE_INFINITY,
});
