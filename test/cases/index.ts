import {
  assumed,
  atLeast,
  contracted,
  Fleet,
  gigabitsPerSecond,
  LeasedSite,
  leased,
  megawatts,
  OwnedSite,
  owned,
  PartnerSite,
  RemoteState,
  reported,
  usd,
} from "siteform";
import { AwsSite, capacityBlock, kubernetes, onDemand, onDemandReservation, spot } from "siteform/aws";
import { AzureSite, onDemand as azureOnDemand, capacityReservation } from "siteform/azure";
import { flexStart, GoogleSite, onDemand as googleOnDemand, reservation } from "siteform/google";

const indiana = { country: "US", subdivision: "US-IN" } as const;

/** One VPC, one cluster, a pool under each contract. */
function aws(): Fleet {
  const fleet = new Fleet("case-aws", {
    state: RemoteState.s3({ bucket: "case-tfstate", region: "us-east-2", kmsKeyId: "alias/case-tfstate" }),
  });
  const site = new AwsSite(fleet, "ohio", {
    account: "111122223333",
    region: "us-east-2",
    location: indiana,
    network: {
      cidrs: ["10.16.0.0/16", "10.17.0.0/16"],
      accelerators: { "use2-az1": "10.17.0.0/16" },
      services: "172.20.0.0/16",
    },
  });
  site.addCluster("train", {
    purpose: "training",
    scheduler: kubernetes({ version: "1.34" }),
    pools: [
      { machine: "trn2.48xlarge", count: 256, capacity: onDemandReservation({ zoneId: "use2-az1" }) },
      {
        name: "reserved",
        machine: "p5.48xlarge",
        count: 4,
        capacity: onDemandReservation({ zoneId: "use2-az1", reservationId: "cr-0123456789abcdef0" }),
      },
      {
        name: "block",
        machine: "p5en.48xlarge",
        count: 16,
        capacity: capacityBlock({
          zoneId: "use2-az2",
          reservationId: "cr-0fedcba9876543210",
          start: "2026-12-01T11:30:00Z",
          end: "2026-12-15T11:30:00Z",
        }),
      },
    ],
  });
  site.addCluster("serve", {
    purpose: "inference",
    pools: [
      { name: "spot", machine: "g6e.48xlarge", count: 8, capacity: spot({ zoneId: "use2-az3" }) },
      { machine: "p6-b300.48xlarge", count: 2, capacity: onDemand({ zoneId: "use2-az3" }) },
    ],
  });
  return fleet;
}

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
        capacity: googleOnDemand({ zone: "us-central1-a" }),
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
    pools: [{ machine: "a3-highgpu-8g", count: 16, capacity: googleOnDemand({ zone: "us-central1-a" }) }],
  });
  return fleet;
}

/** A cluster with a reservation group and one without. */
function azure(): Fleet {
  const fleet = new Fleet("case-azure", {
    state: RemoteState.azureBlob({ resourceGroup: "case-state", storageAccount: "casetfstate", container: "tfstate" }),
  });
  const group =
    "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/case/providers/Microsoft.Compute/capacityReservationGroups/h200";
  const site = new AzureSite(fleet, "virginia", {
    subscription: "00000000-0000-4000-8000-000000000001",
    region: "eastus2",
    location: { country: "US", subdivision: "US-VA" },
    network: { cidrs: ["10.48.0.0/16"] },
  });
  site.addCluster("serve", {
    purpose: "inference",
    scheduler: kubernetes({ version: "1.34" }),
    network: { nodes: "10.48.0.0/22", pods: "10.80.0.0/15", services: "10.49.0.0/20" },
    pools: [
      { machine: "Standard_ND96isr_H200_v5", count: 64, capacity: capacityReservation({ groupId: group, zone: "1" }) },
      { name: "amd", machine: "Standard_ND96isr_MI300X_v5", count: 8, capacity: azureOnDemand() },
    ],
  });
  return fleet;
}

/** An owned, a leased and a partner-built site, a guarantee, a waiver, a retired site. */
function dataCenters(): Fleet {
  const fleet = new Fleet("case-data-centers", { organisation: "Case AI" });
  const lab = new OwnedSite(fleet, "lab", {
    location: { country: "DE", subdivision: "DE-BY", locality: "Garching" },
    power: contracted(megawatts(4), { meaning: "utility", source: "supply contract 17" }),
    peakPue: assumed(1.25),
    halls: [{ name: "a", criticalItMW: 3.2 }],
  });
  lab.addCluster("research", { purpose: "research", pools: [{ machine: "dgx-h200", count: 300, capacity: owned() }] });
  const leasedSite = new LeasedSite(fleet, "memphis", {
    location: { country: "US", subdivision: "US-TN", locality: "Memphis" },
    scope: "compute",
    lease: {
      landlord: "Landlord Inc.",
      state: "commenced",
      exclusive: true,
      terminationRights: [{ party: "tenant", noticeDays: 90, from: "2027-01-01" }],
      rentPerKWMonth: { amount: "130.00", currency: "USD", basis: "assumed", source: "comparable deals" },
      phases: [
        {
          id: "p1",
          power: reported(atLeast(megawatts(300)), { meaning: "unstated", countedAs: "criticalIT", source: "press" }),
          rentCommencement: "2026-05-01",
        },
      ],
    },
  });
  leasedSite.addCluster("train", {
    pools: [{ machine: "gb200-nvl72", count: 2_000, capacity: leased({ phase: "p1" }) }],
  });
  const built = new PartnerSite(fleet, "abilene", {
    location: { country: "US", subdivision: "US-TX" },
    contractor: "Builder LLC",
    scope: "turnkey",
    title: { kind: "leased", lease: { landlord: "Builder LLC", state: "binding" } },
    programme: { name: "build", investment: reported(usd(50_000_000_000), { source: "press" }) },
    phases: [
      {
        id: "p1",
        power: contracted(megawatts(20), { meaning: "criticalIT", source: "contract" }),
        milestones: {
          utility: { contract: "2026-10-01" },
          readyForService: { contract: "2026-12-01", forecast: "2027-02-01" },
        },
      },
    ],
  });
  built.addCluster("first", { pools: [{ machine: "dgx-b200", count: 1_000, capacity: leased({ phase: "p1" }) }] });
  fleet.addInterconnect("lab-memphis", { between: [lab, leasedSite], rate: gigabitsPerSecond(400) });
  fleet.addGuarantee("backstop", {
    obligor: "Guarantor",
    covers: "rent",
    state: "proposed",
    sites: ["memphis", "abilene"],
  });
  const old = new OwnedSite(fleet, "old-lab", {
    location: { country: "DE" },
    power: contracted(megawatts(1), { meaning: "criticalIT", source: "supply contract 3" }),
  });
  old.retire();
  return fleet;
}

/** Fleets whose whole output is committed under test/golden. */
export const cases: Readonly<Record<string, () => Fleet>> = { aws, google, azure, "data-centers": dataCenters };
