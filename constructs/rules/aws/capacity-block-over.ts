import { compareDates, isCapacityBlock } from "../../model";
import type { Rule } from "../rule";
import { awsClusters } from "../walk";

export const capacityBlockOver: Rule = {
  id: "CAP-2",
  title: "a capacity block has not ended; of one that is bought, this is an error",
  severity: "warning",
  formula: "day of end >= the day for which rules are asked",
  source:
    "Amazon EC2 user guide, Capacity Blocks for ML: instances are terminated before the block ends; hashicorp/terraform-provider-aws, ec2_capacity_block_reservation: what has expired leaves the state, so that the next plan buys",
  *check(context) {
    for (const { cluster, path } of awsClusters(context)) {
      for (const { name, capacity } of cluster.pools) {
        // An instant is in UTC, so that its first ten characters are its day.
        if (!isCapacityBlock(capacity) || compareDates(capacity.end.slice(0, 10), context.asOf) >= 0) continue;
        const place = {
          path: `${path}.pools.${name}.capacity.end`,
          observed: capacity.end,
          limit: context.asOf,
        };
        const ended = `ended on ${capacity.end.slice(0, 10)}`;
        if (capacity.kind === "capacityBlockPurchase") {
          yield {
            ...place,
            severity: "error",
            message: `the capacity block that this pool bought ${ended}: Terraform knows it no longer, and the next deploy would buy ${capacity.offeringId}`,
            hint: "retire the pool; the next block is a pool of another name",
          };
          continue;
        }
        yield {
          ...place,
          message: `the capacity block ${ended}; its machines are gone`,
          hint: "remove the pool, or give it the next block",
        };
      }
    }
  },
};
