import { type AwsCapacityBlock, isCapacityBlock } from "../../model";
import { counted } from "../node-counts";
import type { Rule } from "../rule";
import { awsClusters } from "../walk";

const MOST = 256;

interface Block {
  readonly path: string;
  readonly machines: number;
  readonly window: Pick<AwsCapacityBlock, "start" | "end">;
}

export const capacityBlocksTogether: Rule = {
  id: "AWS-CB-06",
  title: "capacity blocks of an account in a region that run together have at most 256 machines",
  severity: "warning",
  formula: `sum of machines of blocks whose windows hold an instant <= ${MOST}`,
  source: "Amazon EC2 user guide, Capacity Blocks for ML: machines across Capacity Blocks",
  *check(context) {
    const places = new Map<string, Block[]>();
    for (const { site, cluster, path } of awsClusters(context)) {
      const place = `${site.account} ${site.region}`;
      for (const { name, count, capacity } of cluster.pools) {
        if (!isCapacityBlock(capacity)) continue;
        const block = { path: `${path}.pools.${name}`, machines: count, window: capacity };
        places.set(place, [...(places.get(place) ?? []), block]);
      }
    }
    for (const blocks of places.values()) {
      // The most run together when one of them starts.
      const [most] = blocks
        .map((block) => ({ ...block, together: blocks.filter((other) => holds(other, block.window.start)) }))
        .map((block) => ({ ...block, sum: block.together.reduce((sum, { machines }) => sum + machines, 0) }))
        .sort((a, b) => b.sum - a.sum);
      if (most === undefined || most.sum <= MOST || most.together.length < 2) continue;
      yield {
        path: `${most.path}.count`,
        observed: most.sum,
        limit: MOST,
        unit: "machines",
        message: `from ${most.window.start} on ${counted(most.together.length)} capacity blocks of this account run together, with ${counted(most.sum)} machines; AWS sells ${counted(MOST)} at a time`,
        hint: "ask AWS whether it sells more, or let the blocks follow each other",
      };
    }
  },
};

/** Whether an instant lies in the window of a block. */
const holds = ({ window: { start, end } }: Block, instant: string): boolean =>
  Date.parse(start) <= Date.parse(instant) && Date.parse(instant) < Date.parse(end);
