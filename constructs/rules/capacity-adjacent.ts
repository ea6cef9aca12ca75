import { adjacencyOf, cloudWindow, instantText, MS_PER_HOUR, supplyOf } from "../ledger/capacity";
import { groupThousands, show } from "../model";
import type { Rule, RuleContext } from "./rule";

const adjacent = ({ fleet, asOf, machine }: RuleContext) =>
  adjacencyOf(supplyOf(fleet, { machine, asOf, organisation: fleet.organisation }).lines);

/** `for 2.5 hours, from ... to ...`; a contract without a beginning or an end has none. */
const stretch = (from: number, until: number): string => {
  const begin = Number.isFinite(from) ? `from ${instantText(from)}` : "from the start";
  if (!Number.isFinite(until)) return `${begin} on`;
  const hours = Number(((until - from) / MS_PER_HOUR).toFixed(2));
  return Number.isFinite(hours)
    ? `for ${groupThousands(hours)} hours, ${begin} to ${instantText(until)}`
    : `${begin} to ${instantText(until)}`;
};

export const capacityGaps: Rule = {
  id: "CAP-4",
  title: "contracts for the same machines in one cluster follow each other without a gap",
  severity: "warning",
  formula: "begin of the next <= end of those before it, half-open and in UTC",
  source: "the windows of capacity blocks and the terms of pools",
  *check(context) {
    for (const { site, cluster, machine, before, after, from, until } of adjacent(context).gaps) {
      yield {
        path: `sites.${site}.clusters.${cluster}.pools.${after.pool}`,
        observed: instantText(until),
        limit: instantText(from),
        message: `no ${machine} of ${cluster} is there ${stretch(from, until)}: ${show(before.contract)} ends, and ${show(after.contract)} begins`,
        hint: "extend the one, or begin the other sooner",
      };
    }
  },
};

export const capacityOverlaps: Rule = {
  id: "CAP-5",
  title: "contracts for the same machines in one cluster do not run at once",
  severity: "note",
  formula: "begin of the next >= end of those before it, half-open and in UTC",
  source: "the windows of capacity blocks and the terms of pools; both are paid for, which may be meant",
  *check(context) {
    for (const { site, cluster, machine, before, after, from, until } of adjacent(context).overlaps) {
      yield {
        path: `sites.${site}.clusters.${cluster}.pools.${after.pool}`,
        observed: after.from === undefined ? "the start" : instantText(after.from),
        limit: before.until === undefined ? "no end" : instantText(before.until),
        message: `${show(after.contract)} and ${show(before.contract)} bring ${machine} of ${cluster} at once ${stretch(from, until)}`,
      };
    }
  },
};

export const termsRun: Rule = {
  id: "CAP-6",
  title: "the term of a pool in a cloud ends after it begins, and meets the window of its contract",
  severity: "error",
  formula: "from < until; the window of a capacity block and the term have time in common",
  source: "the calendar: machines that are there at no time count nowhere",
  *check({ fleet }) {
    for (const site of fleet.sites) {
      if (site.tenure !== "cloud") continue;
      for (const cluster of site.clusters) {
        for (const pool of cluster.pools) {
          if (pool.term === undefined || cloudWindow(pool) !== undefined) continue;
          const { from, until } = pool.term;
          yield {
            path: `sites.${site.name}.clusters.${cluster.name}.pools.${pool.name}.term`,
            observed: `${from ?? "always"} to ${until ?? "no end"}`,
            message:
              "the machines are there at no time: the term ends before it begins, or lies outside the window of the contract",
          };
        }
      }
    }
  },
};
