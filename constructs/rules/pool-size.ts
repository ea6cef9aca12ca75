import { sizePool } from "../catalog";
import type { Pool } from "../model";
import { counted } from "./node-counts";
import type { Rule } from "./rule";
import { machineAt, pools } from "./walk";

const MOST_SLICES = 100_000;
const MOST_MACHINES = 10_000_000;

export const poolSize: Rule = {
  id: "SIZE-1",
  title: "a pool has a number of slices and machines that somebody can have meant",
  severity: "error",
  structural: true,
  formula: "slices <= 100,000; machines <= 10,000,000",
  source: "a convention of this project: one more is a slip of the keyboard, and nothing is built from it",
  *check(context) {
    for (const { site, pool, path } of pools(context)) {
      const slices = slicesOf(pool);
      if (slices !== undefined && slices > MOST_SLICES) {
        yield {
          path: `${path}.slices`,
          observed: slices,
          limit: MOST_SLICES,
          unit: "slices",
          message: `a pool has at most ${counted(MOST_SLICES)} slices; got ${counted(slices)}`,
          hint: HINT,
        };
        continue;
      }
      const machine = machineAt(context, site, pool.machine);
      const machines = (machine === undefined ? undefined : sizePool(pool, machine)?.machines) ?? pool.count ?? 0;
      if (machines <= MOST_MACHINES) continue;
      yield {
        path: `${path}.${pool.count === undefined ? "slices" : "count"}`,
        observed: machines,
        limit: MOST_MACHINES,
        unit: "machines",
        message: `a pool has at most ${counted(MOST_MACHINES)} machines; got ${counted(machines)}`,
        hint: HINT,
      };
    }
  },
};

const HINT = "check the number for zeros too many";

const slicesOf = (pool: Pool): number | undefined => ("slices" in pool ? pool.slices : undefined);
