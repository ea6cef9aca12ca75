import { eachRange, type Fleet } from "siteform";
import { flexStart, onDemand } from "siteform/google";
import { atlas, google, tpus } from "../support";

/** A mistake in a cluster that is spread, told once; and clusters that would share one subnetwork. */
export function fleet(): Fleet {
  const fleet = atlas();
  const ranges = (nodes: string, pods: string, services: string, controlPlane: string) => ({
    nodes: eachRange(nodes, 20),
    pods: eachRange(pods, 14),
    services: eachRange(services, 20),
    controlPlane: eachRange(controlPlane, 28),
  });
  google(fleet, "okla", { region: "us-central2" }).addCluster("train", {
    network: ranges("10.32.0.0/15", "10.128.0.0/10", "10.36.0.0/17", "172.16.0.0/25"),
    pools: [
      tpus(9, {
        name: "v4",
        machine: "ct4p-hightpu-4t",
        topology: "4x4x4",
        perCluster: 2,
        capacity: flexStart({ zone: "us-central2-b" }),
      }),
    ],
  });
  google(fleet, "ohio", { region: "us-east5" }).addCluster("train", {
    network: {
      ...ranges("10.34.0.0/15", "10.192.0.0/10", "10.36.128.0/17", "172.16.0.128/25"),
      existing: { vpc: "prod", subnetwork: "train" },
    },
    pools: [tpus(3, { perCluster: 2, capacity: onDemand({ zone: "us-east5-a" }) })],
  });
  return fleet;
}

export const expected = [
  "error   sites.ohio.clusters.train.network.existing: train becomes 2 clusters, whose ranges the subnetwork train cannot all have  [GCP-NET-01]",
  "          → declare a cluster for each subnetwork, or leave existing out",
  // Nine slices, two a cluster.
  "error   sites.okla.clusters.train.pools.v4.capacity: ct4p-hightpu-4t has no flex-start (in each of the 5 clusters of train)  [GCP-CAP-02]",
  "          → take onDemand, spot or a reservation",
];
