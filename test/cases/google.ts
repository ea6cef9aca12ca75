import { Fleet, RemoteState } from "siteform";
import { flexStart, GoogleSite, kubernetes, onDemand, reservation } from "siteform/google";

/** TPU slices of several generations and contracts, single hosts, GPUs; one stack a cluster. */
function google(): Fleet {
  const fleet = new Fleet("case-google", { state: RemoteState.gcs({ bucket: "case-tfstate" }) });
  const site = new GoogleSite(fleet, "iowa", {
    project: "case-project",
    region: "us-central1",
    location: { country: "US", subdivision: "US-IA" },
    stacks: "perCluster",
  });
  site.addCluster("tpu", {
    purpose: "training",
    scheduler: kubernetes({ version: "1.34" }),
    network: { nodes: "10.32.0.0/20", pods: "10.64.0.0/14", services: "10.36.0.0/20", controlPlane: "172.16.0.0/28" },
    pools: [
      {
        machine: "ct5p-hightpu-4t",
        topology: "4x4x8",
        slices: 3,
        capacity: reservation({ zone: "us-central1-a", reservation: "v5p" }),
      },
      {
        name: "ironwood",
        machine: "tpu7x-standard-4t",
        topology: "4x4x4",
        slices: 2,
        capacity: reservation({ zone: "us-central1-c", reservation: "ironwood", project: "capacity-project" }),
      },
      { name: "flex", machine: "ct6e-standard-4t", topology: "4x8", capacity: flexStart({ zone: "us-central1-b" }) },
      {
        name: "single",
        machine: "ct5p-hightpu-4t",
        topology: "2x2x1",
        slices: 5,
        capacity: onDemand({ zone: "us-central1-a" }),
      },
    ],
  });
  site.addCluster("gpu", {
    network: {
      nodes: "10.32.16.0/20",
      pods: "10.68.0.0/14",
      services: "10.36.16.0/20",
      controlPlane: "172.16.0.16/28",
    },
    pools: [{ machine: "a3-highgpu-8g", count: 16, capacity: onDemand({ zone: "us-central1-a" }) }],
  });
  return fleet;
}

export const googleCases = { google } as const;
