import type { OutputRule } from "../output-rule";
import { block, isTrue } from "../stack-output";
import { nodePools } from "./node-pools";

export const queuedPool: OutputRule = {
  id: "GCP-CAP-03",
  title: "a queued pool begins without machines, and takes neither a reservation nor spot machines",
  severity: "error",
  formula: "min_node_count = 0; consume_reservation_type = NO_RESERVATION; COMPACT only for TPUs",
  source: "GKE documentation, run large-scale workloads with flex-start and queued provisioning",
  *check(stack, context) {
    for (const { pool, config, machine } of nodePools(stack, context)) {
      if (!isTrue(block(pool.values["queued_provisioning"])["enabled"])) continue;
      const scaling = block(pool.values["autoscaling"]);
      const { consume_reservation_type: reservation } = block(config["reservation_affinity"]);
      for (const argument of ["min_node_count", "total_min_node_count"] as const) {
        const least = scaling[argument];
        if (typeof least !== "number" || least === 0) continue;
        const message = `a queued pool begins with none; got ${least}`;
        yield { path: `${pool.path}.autoscaling.${argument}`, observed: least, limit: 0, unit: "nodes", message };
      }
      if (reservation !== "NO_RESERVATION") {
        yield {
          path: `${pool.path}.node_config.reservation_affinity.consume_reservation_type`,
          observed: String(reservation ?? "not stated"),
          limit: "NO_RESERVATION",
          message: "a queued pool takes no reservation, and GKE refuses one that does not say so",
          hint: 'write "NO_RESERVATION"',
        };
      }
      if (isTrue(config["spot"])) {
        yield {
          path: `${pool.path}.node_config.spot`,
          message: "machines that are queued for are not spot machines",
          hint: "remove it",
        };
      }
      if (block(pool.values["placement_policy"])["type"] === "COMPACT" && machine?.tpu === undefined) {
        yield {
          path: `${pool.path}.placement_policy`,
          message: "only TPU slices are both queued and placed compactly",
          hint: "remove it",
        };
      }
    }
  },
};
