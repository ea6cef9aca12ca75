import type { Rule } from "../rule";
import { awsClusters, machineAt } from "../walk";

export const ultraServers: Rule = {
  id: "AWS-CB-05",
  title: "machines of an UltraServer come as whole UltraServers in a capacity block that exists",
  severity: "error",
  formula: "count is a multiple of a size of the UltraServer",
  source: "Amazon EC2 user guide, UltraServers and Capacity Blocks for ML",
  *check(context) {
    for (const { site, cluster, path } of awsClusters(context)) {
      for (const pool of cluster.pools) {
        const sizes = machineAt(context, site, pool.machine)?.ultraServerSizes ?? [];
        if (sizes.length === 0) continue;
        const place = `${path}.pools.${pool.name}`;
        if (pool.capacity.kind === "capacityBlockPurchase") {
          yield {
            path: `${place}.capacity.kind`,
            observed: pool.capacity.kind,
            limit: "capacityBlock",
            message: `UltraServers of ${pool.machine} are not bought here: the AWS provider cannot tell their offerings from others`,
            hint: "buy them with the AWS CLI, and give the reservation id: capacityBlock({ reservationId, ... })",
          };
        } else if (pool.capacity.kind !== "capacityBlock") {
          yield {
            path: `${place}.capacity.kind`,
            observed: pool.capacity.kind,
            limit: "capacityBlock",
            message: `${pool.machine} is sold in capacity blocks only; got the contract ${JSON.stringify(pool.capacity.kind)}`,
            hint: "give the reservation id, zone, start and end of a capacity block",
          };
        }
        if (sizes.some((size) => pool.count % size === 0)) continue;
        const smallest = Math.min(...sizes);
        const [below, above] = [Math.floor(pool.count / smallest), Math.ceil(pool.count / smallest)];
        yield {
          path: `${place}.count`,
          observed: pool.count,
          limit: smallest,
          unit: "machines",
          message: `${pool.machine} comes in UltraServers of ${sizes.join(" or ")} machines; ${pool.count} are no whole number of them`,
          hint: below === 0 ? `take ${smallest}` : `take ${below * smallest} or ${above * smallest}`,
        };
      }
    }
  },
};
