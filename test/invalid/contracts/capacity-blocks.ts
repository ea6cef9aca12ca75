import type { Fleet } from "siteform";
import { capacityBlock } from "siteform/aws";
import { atlas, aws, trainium } from "../support";

/** One block for two pools, fifteen days, half a day more than two, an end before the start, more machines than a block has. */
export function fleet(): Fleet {
  const fleet = atlas();
  const block = (start: string, end: string, id = 0, zoneId = "use2-az1") =>
    capacityBlock({ zoneId, reservationId: `cr-0123456789abcdef${id}`, start, end });
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/16"] } }).addCluster("train", {
    pools: [
      trainium(16, { name: "fifteen", capacity: block("2026-12-01T11:30:00Z", "2026-12-16T11:30:00Z") }),
      trainium(16, { name: "half", capacity: block("2026-12-01T11:30:00Z", "2026-12-03T23:30:00Z") }),
      trainium(128, { name: "large", capacity: block("2026-12-01T11:30:00Z", "2026-12-15T11:30:00Z", 1) }),
    ],
  });
  aws(fleet, "oregon", { region: "us-west-2", network: { cidrs: ["10.17.0.0/16"] } }).addCluster("train", {
    pools: [trainium(16, { capacity: block("2026-12-15T11:30:00Z", "2026-12-01T11:30:00Z", 2, "usw2-az1") })],
  });
  return fleet;
}

export const expected = [
  "error   sites.ohio.clusters.train.pools.fifteen.capacity.end: a capacity block of more than 14 days lasts whole weeks; got 15 days  [AWS-CB-04]",
  "          → take 14 or 21 days",
  "error   sites.ohio.clusters.train.pools.half.capacity.end: a capacity block lasts whole days; from 2026-12-01T11:30:00Z to 2026-12-03T23:30:00Z are 60 hours  [AWS-CB-04]",
  "          → blocks start and end at the same hour of the day",
  "error   sites.ohio.clusters.train.pools.large.count: a capacity block has at most 64 machines; got 128  [AWS-CB-04]",
  "          → make it a pool for each block",
  "error   sites.oregon.clusters.train.pools.trainium2.capacity.end: the block must end after it starts (2026-12-15T11:30:00Z); got 2026-12-01T11:30:00Z  [AWS-CB-04]",
];
