import type { Fleet } from "siteform";
import { flexStart, kubernetes, onDemand } from "siteform/google";
import { atlas, gke, google, tpus } from "../support";

/** Versions of GKE in full, a patch too early, and one as a tag has it. */
export function fleet(): Fleet {
  const fleet = atlas();
  const site = google(fleet, "iowa");
  const flex = { capacity: flexStart({ zone: "us-central1-a" }) };
  site.addCluster("flex", {
    scheduler: kubernetes({ version: "1.33.0-gke.1711999" }),
    network: gke(),
    pools: [
      tpus(1, { name: "a", ...flex }),
      tpus(1, { name: "b", topology: "2x2x1", ...flex }),
      { name: "c", machine: "a3-highgpu-8g", count: 1, ...flex },
    ],
  });
  site.addCluster("ironwood", {
    scheduler: kubernetes({ version: "1.34.0-gke.1709000" }),
    network: gke(1),
    pools: [
      tpus(1, { machine: "tpu7x-standard-4t", topology: "4x4x4", capacity: onDemand({ zone: "us-central1-c" }) }),
    ],
  });
  google(fleet, "ohio", { region: "us-east5" }).addCluster("train", {
    scheduler: kubernetes({ version: "v1.34" }),
    network: gke(2),
    pools: [tpus(1, { capacity: onDemand({ zone: "us-east5-a" }) })],
  });
  return fleet;
}

export const expected = [
  'error   sites.iowa.clusters.flex.scheduler.version: flex-start of TPUs (pools "a" and "b") needs GKE 1.33.0-gke.1712000 or later; got "1.33.0-gke.1711999"  [GCP-CAP-02]',
  '          → write "1.33" or later, or leave the version out',
  'error   sites.iowa.clusters.ironwood.scheduler.version: TPU7x (pool "tpu7x") needs GKE 1.34.0-gke.2201000 or later; got "1.34.0-gke.1709000"  [GCP-TPU-03]',
  '          → write "1.34", or leave the version out for GKE\'s default',
  'error   sites.ohio.clusters.train.scheduler.version: must be a version in quotes, such as "1.34" or "1.34.0-gke.2201000"; got "v1.34"  [SCHEMA]',
];
