import { compareVersions } from "../../../ledger/provider-floors";
import type { OutputRule } from "../output-rule";
import { block, isGiven, leastVersion, type Values } from "../stack-output";
import { nodePools } from "./node-pools";

/** What hashicorp/google 6.50 does not have, found in a node pool, and the version that has it. */
export const laterThanGoogle650: readonly (readonly [
  argument: string,
  found: (pool: Values) => boolean,
  version: string,
])[] = [
  [
    "network_config.accelerator_network_profile",
    (pool) => isGiven(block(pool["network_config"])["accelerator_network_profile"]),
    "7.0",
  ],
  ["node_drain_config", (pool) => isGiven(pool["node_drain_config"]), "7.0"],
  ["maintenance_policy", (pool) => isGiven(pool["maintenance_policy"]), "7.0"],
  ["node_config.taint_config", (pool) => isGiven(block(pool["node_config"])["taint_config"]), "7.0"],
  [
    "node_config.reservation_affinity.consume_reservation_type",
    (pool) =>
      block(block(pool["node_config"])["reservation_affinity"])["consume_reservation_type"] ===
      "ANY_RESERVATION_THEN_FAIL",
    "7.0",
  ],
];

export const googleProviderVersion: OutputRule = {
  id: "GCP-VER-01",
  title: "what an older provider does not know asks for a later one",
  severity: "error",
  source: "terraform-provider-google v6.50.0, container_node_pool; upgrade guide and change log of 7.x",
  *check(stack, context) {
    const least = leastVersion(stack, "google");
    for (const { pool } of nodePools(stack, context)) {
      for (const [argument, found, version] of laterThanGoogle650) {
        if (!found(pool.values) || least === undefined || compareVersions(least, version) >= 0) continue;
        yield {
          path: `${pool.path}.${argument}`,
          observed: least,
          limit: version,
          message: `hashicorp/google ${least}, which this stack takes, refuses it at plan; versions since ${version} know it`,
          hint: `stack.addOverride("terraform.required_providers.google.version", ">= ${version}, < 8")`,
        };
      }
    }
  },
};
