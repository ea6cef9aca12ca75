import type { Fleet } from "siteform";
import { filestore, lustre, onDemand } from "siteform/google";
import { atlas, gke, google, tpus, untyped } from "../support";

/** Capacities between two steps or below the least, a throughput that nobody sells, a zone that is missing. */
export function fleet(): Fleet {
  const fleet = atlas();
  google(fleet, "iowa").addCluster("train", {
    network: gke(),
    storage: [
      filestore({ name: "fast", tier: "zonal", capacityGiB: 1000 }),
      filestore({ name: "home", tier: "enterprise", capacityGiB: 12_800 }),
      lustre({ name: "scratch", zone: "us-central1-a", capacityGiB: 10_000, throughput: 1000 }),
    ],
    pools: [tpus(1)],
  });
  google(fleet, "ohio", { region: "us-east5" }).addCluster("train", {
    network: { ...gke(1), privateServices: "10.40.0.0/20" },
    storage: [lustre({ name: "scratch", zone: "us-east5-a", capacityGiB: 9000, throughput: untyped(600) })],
    pools: [tpus(1, { capacity: onDemand({ zone: "us-east5-a" }) })],
  });
  return fleet;
}

export const expected = [
  "error   sites.iowa.clusters.train.storage.fast.capacityGiB: the capacity of the zonal tier is 1,024 to 102,400 GiB in steps of 256, and of 2,560 from 10,240; got 1,000  [GCP-FS-01]",
  "          → write 1024",
  "error   sites.iowa.clusters.train.storage.fast.zone: is missing: a zonal instance stands in one zone  [GCP-FS-01]",
  "          → take that of the pools which read it",
  "error   sites.iowa.clusters.train.storage.home.capacityGiB: the capacity of the enterprise tier is 1,024 to 10,240 GiB in steps of 256; got 12,800  [GCP-FS-01]",
  "          → write 10240",
  "error   sites.iowa.clusters.train.storage.scratch: needs a range for Google's side of the peering, and the cluster's network states none  [GCP-LUS-01]",
  "          → state privateServices in the network, for example a /20",
  "error   sites.iowa.clusters.train.storage.scratch.capacityGiB: at 1000 MB/s a TiB capacity is a multiple of 9,000 GiB, 9,000 to 10,008,000; got 10,000  [GCP-LUS-01]",
  "          → write 18000",
  "error   sites.ohio.clusters.train.storage.scratch.throughput: must be 125, 250, 500 or 1000 MB/s a TiB; got 600  [SCHEMA]",
];
