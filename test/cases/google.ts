import { Fleet, hours, RemoteState } from "siteform";
import {
  createdKey,
  existingKey,
  filestore,
  flexStart,
  GoogleSite,
  kubernetes,
  lustre,
  onDemand,
  queued,
  reservation,
  spot,
} from "siteform/google";

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
      gpu: "192.168.0.0/20",
    },
    pools: [{ machine: "a3-highgpu-8g", count: 16, capacity: onDemand({ zone: "us-central1-a" }) }],
  });
  site.addBucket("checkpoints", { hierarchical: true });
  return fleet;
}

/** Every TPU machine as a slice of one host and, where it makes them, of several; with each contract. */
function googleTpus(): Fleet {
  const fleet = new Fleet("case-google-tpus", { state: RemoteState.gcs({ bucket: "case-tfstate" }) });
  const site = new GoogleSite(fleet, "okla", {
    project: "case-project",
    region: "us-central2",
    location: { country: "US", subdivision: "US-OK" },
    protect: false,
  });
  const zone = "us-central2-b";
  const held = (name: string, project?: string) =>
    reservation({ zone, reservation: name, ...(project === undefined ? {} : { project }) });
  site.addCluster("old", {
    network: { nodes: "10.32.0.0/20", pods: "10.64.0.0/14", services: "10.36.0.0/20", controlPlane: "172.16.0.0/28" },
    pools: [
      {
        name: "v4",
        machine: "ct4p-hightpu-4t",
        topology: "2x2x4",
        capacity: spot({ zone }),
        upgrade: { surge: 1, unavailable: 0 },
      },
      { name: "v4-one", machine: "ct4p-hightpu-4t", topology: "2x2x1", capacity: onDemand({ zone }) },
      { name: "v5e", machine: "ct5lp-hightpu-4t", topology: "4x4", capacity: queued({ zone }) },
      { name: "v5e-1t", machine: "ct5lp-hightpu-1t", topology: "1x1", capacity: flexStart({ zone }) },
      {
        name: "v5e-one",
        machine: "ct5lp-hightpu-8t",
        topology: "2x4",
        slices: 2,
        capacity: onDemand({ zone }),
        maxPods: 32,
      },
      { name: "v5p-1t", machine: "ct5p-hightpu-1t", topology: "1x1x1", capacity: spot({ zone }) },
      { name: "v5p", machine: "ct5p-hightpu-4t", topology: "2x2x2", capacity: held("v5p", "case-shared") },
      {
        name: "v6e",
        machine: "ct6e-standard-4t",
        topology: "16x16",
        capacity: held("v6e/reservationBlocks/b1"),
        bootDiskGiB: 200,
      },
      { name: "v5e-4t", machine: "ct5lp-hightpu-4t", topology: "2x2", capacity: flexStart({ zone, maxRun: hours(1) }) },
      { name: "v6e-4t", machine: "ct6e-standard-4t", topology: "2x2", capacity: held("v6e", "case-shared") },
      { name: "v6e-1t", machine: "ct6e-standard-1t", topology: "1x1", slices: 3, capacity: queued({ zone }) },
      { name: "v6e-8t", machine: "ct6e-standard-8t", topology: "2x4", capacity: held("v6e") },
      { name: "v7", machine: "tpu7x-standard-4t", topology: "2x2x2", capacity: spot({ zone }) },
      { name: "v7-one", machine: "tpu7x-standard-4t", topology: "2x2x1", capacity: held("v7") },
      { name: "v7-1t", machine: "tpu7x-standard-1t", topology: "1x1x1", capacity: onDemand({ zone }) },
    ],
  });
  return fleet;
}

/** Every GPU machine with its further networks, and the contracts they take. */
function googleGpus(): Fleet {
  const fleet = new Fleet("case-google-gpus", { state: RemoteState.gcs({ bucket: "case-tfstate" }) });
  const site = new GoogleSite(fleet, "iowa", {
    project: "case-project",
    region: "us-central1",
    location: { country: "US", subdivision: "US-IA" },
    protect: false,
    network: { egress: "none", routing: "global", flowLogs: true },
    labels: { team: "research", "cost-center": "4711" },
  });
  const zone = "us-central1-b";
  const held = (name: string) => reservation({ zone, reservation: name });
  site.addCluster("hopper", {
    network: {
      nodes: "10.32.0.0/20",
      pods: "10.64.0.0/14",
      services: "10.36.0.0/20",
      controlPlane: "172.16.0.0/28",
      gpu: "192.168.0.0/16",
    },
    pools: [
      { name: "h100", machine: "a3-highgpu-8g", count: 2, capacity: spot({ zone }), localSsd: "block" },
      { name: "mega", machine: "a3-megagpu-8g", count: 1001, capacity: held("mega"), gpuDriver: "latest" },
      { name: "ultra", machine: "a3-ultragpu-8g", count: 4, capacity: flexStart({ zone, maxRun: hours(48) }) },
    ],
  });
  site.addCluster("blackwell", {
    network: {
      nodes: "10.32.16.0/20",
      pods: "10.68.0.0/14",
      services: "10.36.16.0/20",
      controlPlane: "172.16.0.16/28",
      gpu: "192.168.0.0/16",
    },
    pools: [
      { name: "b200", machine: "a4-highgpu-8g", count: 8, capacity: queued({ zone }), gpuDriver: "disabled" },
      { name: "gb200", machine: "a4x-highgpu-4g", count: 20, capacity: held("gb200") },
    ],
  });
  return fleet;
}

/** What a careful owner asks for: keys, windows, file systems, buckets, ways in; and a cluster in a VPC that exists. */
function googleSecured(): Fleet {
  const fleet = new Fleet("case-google-secured", { state: RemoteState.gcs({ bucket: "case-tfstate" }) });
  const site = new GoogleSite(fleet, "eems", {
    project: "case-project",
    projectNumber: "123456789012",
    region: "europe-west4",
    location: { country: "NL" },
    protect: false,
    encryption: createdKey({ rotationDays: 30 }),
    enableApis: true,
    impersonate: "terraform@case-project.iam.gserviceaccount.com",
    quotaProject: "case-billing",
  });
  site.addCluster("train", {
    scheduler: kubernetes({ version: "1.34" }),
    releaseChannel: "stable",
    access: { authorizedNetworks: ["10.0.0.0/8"], dnsEndpoint: true, globalAccess: true },
    maintenance: {
      window: { start: "2026-01-03T02:00:00Z", end: "2026-01-03T08:00:00Z", recurrence: "FREQ=WEEKLY;BYDAY=SA,SU" },
      exclusions: [
        { name: "launch", start: "2026-03-01T00:00:00Z", end: "2026-03-20T00:00:00Z", scope: "minorAndNodeUpgrades" },
      ],
    },
    network: {
      nodes: "10.32.0.0/20",
      pods: "10.64.0.0/14",
      services: "10.36.0.0/20",
      controlPlane: "172.16.0.0/28",
      privateServices: "10.37.0.0/20",
    },
    storage: [
      lustre({ name: "scratch", zone: "europe-west4-a", capacityGiB: 36_000, throughput: 500 }),
      filestore({ name: "home", tier: "regional", capacityGiB: 2048, protocol: "NFS_V4_1" }),
    ],
    pools: [
      { name: "v6e", machine: "ct6e-standard-4t", topology: "4x4", capacity: onDemand({ zone: "europe-west4-a" }) },
    ],
  });
  site.addBucket("checkpoints", {
    hierarchical: true,
    lifecycle: [{ afterDays: 30, to: "deleted", prefixes: ["tmp/"] }],
  });
  site.addBucket("datasets", { versioning: true, softDeleteDays: 30, location: "EU" });

  const shared = new GoogleSite(fleet, "shared", {
    project: "case-shared",
    region: "europe-west4",
    location: { country: "NL" },
    protect: false,
    encryption: existingKey("projects/case-keys/locations/europe-west4/keyRings/gke/cryptoKeys/disks", {
      grant: false,
    }),
  });
  shared.addCluster("serve", {
    nodeServiceAccount: "nodes@case-shared.iam.gserviceaccount.com",
    network: {
      nodes: "10.48.0.0/20",
      pods: "10.80.0.0/14",
      services: "10.52.0.0/20",
      controlPlane: "172.16.0.16/28",
      existing: { vpc: "prod", subnetwork: "serve", podsRange: "gke-pods", hostProject: "case-host" },
    },
    pools: [
      {
        name: "v6e",
        machine: "ct6e-standard-1t",
        topology: "1x1",
        slices: 4,
        capacity: spot({ zone: "europe-west4-a" }),
      },
    ],
  });
  return fleet;
}

export const googleCases = {
  google,
  "google-tpus": googleTpus,
  "google-gpus": googleGpus,
  "google-secured": googleSecured,
} as const;
