import type { OutputRule } from "../output-rule";
import { block, isGiven } from "../stack-output";
import { nodePools } from "./node-pools";

export const poolCounts: OutputRule = {
  id: "GCP-POOL-01",
  title: "a node pool has a number of nodes or an autoscaler, whose limits are of a zone or of all",
  severity: "error",
  source: "terraform-provider-google, container_node_pool: node_count, autoscaling",
  *check(stack, context) {
    for (const { pool } of nodePools(stack, context)) {
      const scaling = block(pool.values["autoscaling"]);
      if (isGiven(pool.values["node_count"]) && isGiven(pool.values["autoscaling"])) {
        yield {
          path: `${pool.path}.node_count`,
          message: "the autoscaler changes the number of nodes, and each apply would change it back",
          hint: "write node_count or autoscaling",
        };
      }
      const ofZone = ["min_node_count", "max_node_count"].filter((argument) => isGiven(scaling[argument]));
      const ofAll = ["total_min_node_count", "total_max_node_count"].filter((argument) => isGiven(scaling[argument]));
      if (ofZone.length === 0 || ofAll.length === 0) continue;
      yield {
        path: `${pool.path}.autoscaling`,
        observed: [...ofZone, ...ofAll].join(", "),
        message: "has limits of one zone and of all zones together, which exclude each other",
        hint: "leave one kind",
      };
    }
  },
};
