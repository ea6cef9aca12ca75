import { adjacencyOf, instantText, MS_PER_HOUR, supplyOf } from "../ledger/capacity";
import { groupThousands } from "../model";
import type { Rule, RuleContext } from "./rule";

const adjacent = ({ fleet, asOf, machine }: RuleContext) =>
  adjacencyOf(supplyOf(fleet, { machine, asOf, organisation: fleet.organisation }).lines);

const hours = (from: number, until: number): string =>
  `${groupThousands(Number(((until - from) / MS_PER_HOUR).toFixed(2)))} hours`;

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
        message: `no ${machine} of ${cluster} is there for ${hours(from, until)}, from ${instantText(from)}, when ${before.contract} ends, to ${instantText(until)}, when ${after.contract} begins`,
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
        observed: instantText(from),
        limit: instantText(before.until ?? until),
        message: `${after.contract} and ${before.contract} bring ${machine} of ${cluster} at once for ${hours(from, until)}, from ${instantText(from)} to ${instantText(until)}`,
      };
    }
  },
};
