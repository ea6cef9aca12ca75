import { type AwsCapacityBlock, isCapacityBlock } from "../../model";
import { counted } from "../node-counts";
import type { Report, Rule } from "../rule";
import { awsClusters } from "../walk";

const HOUR = 3_600_000;
const MOST_DAILY = 14;
const MOST_DAYS = 182;
const MOST_MACHINES = 64;

export const capacityBlockLength: Rule = {
  id: "AWS-CB-04",
  title: "a capacity block lasts a number of days that AWS sells, and has at most 64 machines",
  severity: "error",
  formula: "1 <= days <= 14, or days = 7 n <= 182, within an hour of whole days; machines <= 64",
  source: "Amazon EC2 user guide, Capacity Blocks for ML: durations and sizes",
  *check(context) {
    for (const { cluster, path } of awsClusters(context)) {
      for (const pool of cluster.pools) {
        if (!isCapacityBlock(pool.capacity)) continue;
        const place = `${path}.pools.${pool.name}`;
        yield* length(pool.capacity, `${place}.capacity.end`);
        if (pool.count <= MOST_MACHINES) continue;
        yield {
          path: `${place}.count`,
          observed: pool.count,
          limit: MOST_MACHINES,
          unit: "machines",
          message: `a capacity block has at most ${MOST_MACHINES} machines; got ${counted(pool.count)}`,
          hint: "make it a pool for each block",
        };
      }
    }
  },
};

function* length(block: AwsCapacityBlock, path: string): Generator<Report> {
  const hours = (Date.parse(block.end) - Date.parse(block.start)) / HOUR;
  if (hours <= 0) {
    yield {
      path,
      observed: block.end,
      limit: block.start,
      message: `the block must end after it starts (${block.start}); got ${block.end}`,
    };
    return;
  }
  const days = Math.round(hours / 24);
  const place = { path, observed: Number((hours / 24).toFixed(2)), unit: "days" };
  if (days < 1 || Math.abs(hours - days * 24) > 1) {
    const message = `a capacity block lasts whole days; from ${block.start} to ${block.end} are ${Number(hours.toFixed(2))} hours`;
    yield { ...place, message, hint: "blocks start and end at the same hour of the day" };
  } else if (days > MOST_DAYS) {
    yield { ...place, limit: MOST_DAYS, message: `a capacity block lasts at most ${MOST_DAYS} days; got ${days}` };
  } else if (days > MOST_DAILY && days % 7 !== 0) {
    const message = `a capacity block of more than ${MOST_DAILY} days lasts whole weeks; got ${days} days`;
    yield {
      ...place,
      limit: days - (days % 7),
      message,
      hint: `take ${days - (days % 7)} or ${Math.min(MOST_DAYS, days - (days % 7) + 7)} days`,
    };
  }
}
