import { Temporal } from "temporal-polyfill";
import type { OutputRule } from "../output-rule";
import { block, texts } from "../stack-output";
import { nodePools } from "./node-pools";

const LEAST_HOURS = 2;
/** What hashicorp/google 6.50 waits where nothing is stated. */
const DEFAULT_HOURS = 0.5;

export const poolTimeout: OutputRule = {
  id: "GCP-POOL-03",
  title: "Terraform waits long enough for machines with accelerators",
  severity: "warning",
  formula: "timeouts.create >= 2 h",
  source: "terraform-provider-google 6.50, container_node_pool: 30 minutes by default; 7.x: two hours",
  *check(stack, context) {
    for (const { pool, machine } of nodePools(stack, context)) {
      if (machine === undefined) continue;
      const [stated] = texts(block(pool.values["timeouts"])["create"]);
      const hours = stated === undefined ? DEFAULT_HOURS : hoursOf(stated);
      if (hours === undefined || hours >= LEAST_HOURS) continue;
      yield {
        path: `${pool.path}.timeouts.create`,
        observed: hours,
        limit: LEAST_HOURS,
        unit: "h",
        message: `${stated ?? "30m, the provider's own,"} is often too short for machines with accelerators; Terraform then gives up on a pool that goes on being made`,
        hint: 'write "2h" or more',
      };
    }
  },
};

/** The hours of a duration of Go's, such as `1h30m`; undefined where it is none. */
function hoursOf(text: string): number | undefined {
  try {
    return Temporal.Duration.from(`PT${text.toUpperCase()}`).total("hours");
  } catch {
    return undefined;
  }
}
