import { compareDates, isCapacityBlock } from "../../model";
import type { Rule } from "../rule";
import { awsClusters } from "../walk";

export const capacityBlockOver: Rule = {
  id: "CAP-2",
  title: "a capacity block has not ended",
  severity: "warning",
  formula: "day of end >= the day for which rules are asked",
  source: "Amazon EC2 user guide, Capacity Blocks for ML: instances are terminated before the block ends",
  *check(context) {
    for (const { cluster, path } of awsClusters(context)) {
      for (const { name, capacity } of cluster.pools) {
        // An instant is in UTC, so that its first ten characters are its day.
        if (!isCapacityBlock(capacity) || compareDates(capacity.end.slice(0, 10), context.asOf) >= 0) continue;
        yield {
          path: `${path}.pools.${name}.capacity.end`,
          observed: capacity.end,
          limit: context.asOf,
          message: `the capacity block ended on ${capacity.end.slice(0, 10)}; its machines are gone`,
          hint: "remove the pool, or give it the next block",
        };
      }
    }
  },
};
