import type { Machine } from "../../../catalog";
import type { OutputContext } from "../output-rule";
import { block, type Resource, type StackOutput, texts, type Values } from "../stack-output";

/** A node pool of GKE, and what it is made of. */
export interface NodePool {
  readonly pool: Resource;
  readonly config: Values;
  /** The machine, where somebody knows it. */
  readonly machine: Machine | undefined;
}

/** Every node pool of a stack. */
export function* nodePools(stack: StackOutput, { machine }: OutputContext): Generator<NodePool> {
  for (const pool of stack.resources("google_container_node_pool")) {
    const config = block(pool.values["node_config"]);
    const [type = ""] = texts(config["machine_type"]);
    yield { pool, config, machine: machine(type) };
  }
}
