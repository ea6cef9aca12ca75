import type { Fleet } from "siteform";
import { lustre, scratchLustre, siteBucket, tieredLustre } from "siteform/aws";
import { atlas, aws, trainium, untyped } from "../support";

/** Sizes that FSx does not make, a throughput it does not have, and a link to a bucket that is misspelt. */
export function fleet(): Fleet {
  const fleet = atlas();
  const zoneId = "use2-az1";
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/16"] } })
    .addBucket("datasets")
    .addCluster("train", {
      pools: [trainium(16)],
      storage: [
        lustre({ name: "efa", zoneId, capacityGiB: 4_800, throughputPerTiB: 125, efa: true }),
        lustre({ name: "fast", zoneId, capacityGiB: 2_400, throughputPerTiB: untyped(2_000) }),
        scratchLustre({
          name: "scratch",
          zoneId,
          capacityGiB: 2_000,
          links: [siteBucket("dataset", { path: "/datasets" })],
        }),
      ],
    });
  aws(fleet, "indiana", { network: { cidrs: ["10.17.0.0/16"] } }).addCluster("train", {
    pools: [trainium(16)],
    storage: [tieredLustre({ name: "archive", zoneId, throughputMBps: 6_000, metadataIops: 6_000 })],
  });
  return fleet;
}

export const expected = [
  "error   sites.indiana.clusters.train.storage.archive.throughputMBps: the throughput is a multiple of 4,000 MB/s; got 6,000  [AWS-FSX-02]",
  "          → take 4,000 or 8,000",
  "error   sites.ohio.clusters.train.storage.efa.capacityGiB: the capacity with EFA at 125 MB/s a TiB is a multiple of 38,400 GiB; got 4,800  [AWS-FSX-02]",
  "          → take 38,400",
  "error   sites.ohio.clusters.train.storage.fast.throughputPerTiB: must be 125, 250, 500 or 1000 MB/s for each TiB; got 2000  [SCHEMA]",
  "error   sites.ohio.clusters.train.storage.scratch.capacityGiB: the capacity is 1,200 GiB or a multiple of 2,400 GiB; got 2,000  [AWS-FSX-02]",
  "          → take 1,200 or 2,400",
  'error   sites.ohio.clusters.train.storage.scratch.links[0].bucket.name: the site has no bucket "dataset"; it has datasets  [AWS-FSX-03]',
  '          → did you mean "datasets"?',
];
