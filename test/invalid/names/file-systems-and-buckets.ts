import type { Fleet } from "siteform";
import { filestore, lustre } from "siteform/google";
import { atlas, gke, google, tpus } from "../support";

/** Two file systems of one name, two buckets of one, and one of another site's. */
export function fleet(): Fleet {
  const fleet = atlas();
  const zone = "us-central1-a";
  google(fleet, "iowa")
    .addCluster("train", {
      network: { ...gke(), privateServices: "10.40.0.0/20" },
      storage: [
        lustre({ name: "scratch", zone, capacityGiB: 9000, throughput: 1000 }),
        filestore({ name: "scratch", tier: "regional", capacityGiB: 1024 }),
      ],
      pools: [tpus(1)],
    })
    .addBucket("data")
    .addBucket("data", { versioning: true });
  google(fleet, "ohio", { region: "us-east5" })
    .addBucket("copy", { bucket: "atlas-research-iowa-data" })
    .addBucket("checkpoints", { hierarchical: true, versioning: true });
  return fleet;
}

export const expected = [
  'error   sites.iowa.buckets.data[1]: the name "data" stands 2 times (positions 1, 2); each bucket of the site needs a name of its own  [NAME-1]',
  "          → rename all but one",
  'error   sites.iowa.clusters.train.storage.scratch[1]: the name "scratch" stands 2 times (positions 1, 2); each file system of the cluster needs a name of its own  [NAME-1]',
  "          → rename all but one",
  "error   sites.ohio.buckets.checkpoints.versioning: a bucket with a hierarchical namespace keeps no versions of objects  [GCP-GCS-01]",
  "          → leave out versioning or hierarchical",
  'error   sites.ohio.buckets.copy.bucket: "atlas-research-iowa-data" is the name of sites.iowa.buckets.data, and one in all of Cloud Storage  [GCP-GCS-01]',
  "          → give one of them another name",
];
