import { POOL_LABEL } from "../../ledger";
import { labelsOfPlace } from "../../owned/scheduler/names";
import { hostsOfPool, type ScheduledCluster } from "../../owned/scheduler/scheduled";
import type { EmittedFile } from "../emit";
import { comment } from "./text";

/** The labels of every node, one a line; nothing where there are no hosts. */
export function nodeLabelFiles({ pools }: ScheduledCluster): EmittedFile[] {
  const nodes = pools.flatMap((pool) =>
    hostsOfPool(pool).map((host) => ({
      apiVersion: "v1",
      kind: "Node",
      metadata: {
        name: host.name,
        labels: { ...pool.pool.labels, [POOL_LABEL]: pool.pool.name, ...labelsOfPlace(pool, host) },
      },
    })),
  );
  if (nodes.length === 0) return [];
  const head = comment([
    "Labels of nodes: pool, and place in the fabric. A node that is not there yet finds them when it joins.",
    "Apply: kubectl apply --server-side -f node-labels.yaml",
  ]);
  // A line of JSON is YAML; a line a node, whatever its length, is a line in a review.
  const items = nodes.map((node) => `  - ${JSON.stringify(node)}\n`).join("");
  return [{ file: "node-labels.yaml", text: `${head}apiVersion: v1\nkind: List\nitems:\n${items}` }];
}
