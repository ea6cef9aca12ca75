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

/** Gaps and overlaps of contracts that stand for each other: for one type of machine in one cluster, and none of them without an end. */
export function adjacencyOf(lines: readonly SupplyLine[]): Adjacency {
  const gaps: Adjacency["gaps"][number][] = [];
  const overlaps: Adjacency["overlaps"][number][] = [];
  for (const group of groupsOf(lines).values()) {
    const inOrder = [...group].sort((a, b) => a.from - b.from || a.until - b.until);
    let [longest] = inOrder;
    for (const after of inOrder.slice(1)) {
      if (longest === undefined) break;
      const { site, cluster, machine } = after;
      const pair = { site, cluster, machine, before: longest, after };
      if (after.from > longest.until) gaps.push({ ...pair, from: longest.until, until: after.from });
      else if (after.from < longest.until && after.contract !== longest.contract) {
        overlaps.push({ ...pair, from: after.from, until: Math.min(after.until, longest.until) });
      }
      if (after.until > longest.until) longest = after;
    }
  }
  return { gaps, overlaps };
}

type Bounded = SupplyLine & { readonly from: number; readonly until: number };

function groupsOf(lines: readonly SupplyLine[]): Map<string, Bounded[]> {
  const groups = new Map<string, Bounded[]>();
  for (const line of lines) {
    const { from, until, tenure, site, cluster, machine } = line;
    if (tenure !== "cloud" || from === undefined || until === undefined) continue;
    const key = `${site}.${cluster}.${machine}`;
    groups.set(key, [...(groups.get(key) ?? []), { ...line, from, until }]);
  }
  return groups;
}
