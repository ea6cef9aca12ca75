import { eachRange, Fleet, RemoteState } from "siteform";
import {
  type AzurePoolProps,
  AzureSite,
  type AzureSiteProps,
  capacityReservation,
  isolated,
  kubernetes,
  lustre,
  nat,
  onDemand,
  routed,
  spot,
} from "siteform/azure";

const SUBSCRIPTION = "00000000-0000-4000-8000-000000000001";
const HUB = `/subscriptions/${SUBSCRIPTION}/resourceGroups/hub/providers`;

const fleetOf = (name: string): Fleet =>
  new Fleet(name, {
    state: RemoteState.azureBlob({ resourceGroup: "case-state", storageAccount: "casetfstate", container: "tfstate" }),
  });

const virginia = (fleet: Fleet, more: Partial<AzureSiteProps> = {}): AzureSite =>
  new AzureSite(fleet, "virginia", {
    subscription: SUBSCRIPTION,
    region: "eastus2",
    location: { country: "US", subdivision: "US-VA" },
    network: { cidrs: ["10.48.0.0/16"] },
    protect: false,
    ...more,
  });

/** A cluster with a reservation group and one without. */
function azure(): Fleet {
  const fleet = fleetOf("case-azure");
  const group = `/subscriptions/${SUBSCRIPTION}/resourceGroups/case/providers/Microsoft.Compute/capacityReservationGroups/h200`;
  virginia(fleet).addCluster("serve", {
    purpose: "inference",
    scheduler: kubernetes({ version: "1.34" }),
    network: { nodes: "10.48.0.0/22", pods: "10.80.0.0/15", services: "10.49.0.0/20" },
    pools: [
      { machine: "Standard_ND96isr_H200_v5", count: 64, capacity: capacityReservation({ groupId: group, zone: "1" }) },
      { name: "amd", machine: "Standard_ND96isr_MI300X_v5", count: 8, capacity: onDemand() },
    ],
  });
  return fleet;
}

/** Keys of one's own everywhere, a reservation that is made, a pool of 1,500, storage of each kind; protected. */
export function azureTraining(protect = true): Fleet {
  const fleet = fleetOf("case-azure-training");
  const officer = "00000000-0000-4000-8000-0000000000aa";
  const site = virginia(fleet, {
    protect,
    tenant: "00000000-0000-4000-8000-0000000000ff",
    useOidc: true,
    tags: { "cost-center": "research" },
    infiniband: "register",
    network: { cidrs: ["10.48.0.0/16"], endpoints: "10.48.255.0/27", egress: nat({ zone: "1", prefixLength: 30 }) },
    keyVault: { name: "case-virginia-keys", officers: [officer] },
  });
  site.addStorageAccount("casedatasets", {
    containers: ["tokens", "hydration-log"],
    customerKey: true,
    lustrePrincipal: "00000000-0000-4000-8000-0000000000cc",
  });
  site.addStorageAccount("casecheckpoints", { hierarchical: true, replication: "GZRS", containers: ["runs"] });
  site.addCluster("train", {
    purpose: "training",
    scheduler: kubernetes({ version: "1.34" }),
    network: {
      nodes: "10.48.0.0/20",
      pods: "10.80.0.0/13",
      services: "10.49.0.0/20",
      apiServer: "10.48.254.0/28",
      storage: "10.48.253.0/24",
    },
    tier: "Premium",
    system: { count: 6, min: 3, zones: ["1", "2", "3"] },
    admins: ["00000000-0000-4000-8000-0000000000bb"],
    upgrades: { channel: "patch", nodeImages: "NodeImage", window: { day: "Saturday", time: "06:00", hours: 8 } },
    encryption: { disks: "site", secrets: "site", host: true },
    logs: { workspace: `${HUB}/Microsoft.OperationalInsights/workspaces/logs` },
    storage: [
      lustre({
        name: "scratch",
        sku: "AMLFS-Durable-Premium-500",
        capacityTiB: 128,
        zone: "1",
        customerKey: true,
        blob: {
          account: "casedatasets",
          container: "tokens",
          logging: "hydration-log",
        },
      }),
    ],
    pools: [
      {
        machine: "Standard_ND96isr_H100_v5",
        count: 256,
        capacity: capacityReservation({ create: { acceptCharges: true }, zone: "1" }),
        osDisk: { type: "Ephemeral", sizeGB: 256 },
        labels: { "atlas.dev/team": "pretraining" },
        taints: [{ key: "team", value: "pretraining", effect: "NoSchedule" }],
      },
      { name: "h200", machine: "Standard_ND96isr_H200_v5", count: 1500, capacity: onDemand({ zone: "1" }) },
      { name: "a100", machine: "Standard_ND96amsr_A100_v4", count: 32, capacity: spot(), autoscale: { min: 0 } },
    ],
  });
  return fleet;
}

/** GB200 and GB300 in a network that exists, behind the firewall of a hub. */
function azureGrace(): Fleet {
  const fleet = fleetOf("case-azure-grace");
  const site = virginia(fleet, {
    resourceGroup: "accelerators",
    network: {
      cidrs: ["10.48.0.0/16"],
      id: `${HUB}/Microsoft.Network/virtualNetworks/spoke`,
      egress: routed({ routeTable: `${HUB}/Microsoft.Network/routeTables/through-firewall` }),
    },
  });
  site.addCluster("grace", {
    purpose: "training",
    scheduler: kubernetes({ version: "1.35" }),
    network: { nodes: "10.48.0.0/22", pods: "10.80.0.0/15", services: "10.49.0.0/20" },
    apiServer: { access: "private", dnsZone: `${HUB}/Microsoft.Network/privateDnsZones/privatelink.eastus2.azmk8s.io` },
    pools: [
      { machine: "Standard_ND128isr_NDR_GB200_v6", count: 36, capacity: onDemand({ zone: "2" }) },
      { machine: "Standard_ND128isr_GB300_v6", count: 18, capacity: onDemand({ zone: "3" }), osSku: "Ubuntu2404" },
    ],
  });
  site.addCluster("serve", {
    purpose: "inference",
    network: {
      nodes: "10.48.8.0/24",
      pods: "10.82.0.0/16",
      services: "10.49.16.0/20",
      subnetId: `${HUB}/Microsoft.Network/virtualNetworks/spoke/subnets/serve`,
    },
    apiServer: { access: "public", authorizedRanges: ["198.51.100.0/24"] },
    pools: [{ machine: "Standard_ND96asr_v4", count: 16, capacity: onDemand() }],
  });
  return fleet;
}

/** A cluster without a way out, in Azure Government. */
function azureIsolated(): Fleet {
  const fleet = fleetOf("case-azure-isolated");
  const site = virginia(fleet, {
    region: "usgovvirginia",
    network: {
      cidrs: ["10.48.0.0/16"],
      endpoints: "10.48.255.0/27",
      egress: isolated({ registry: `${HUB}/Microsoft.ContainerRegistry/registries/cache` }),
    },
  });
  site.addStorageAccount("caseweights", { replication: "LRS", containers: ["weights"] });
  site.addCluster("serve", {
    purpose: "inference",
    network: { nodes: "10.48.0.0/24", pods: "10.80.0.0/16", services: "10.49.0.0/20" },
    pools: [{ machine: "Standard_ND96isr_H100_v5", count: 8, capacity: onDemand() }],
  });
  return fleet;
}

/** A foundation and a stack a cluster: a pool spread over two clusters, keys and a file system of what all share; one retired. */
function azurePerCluster(): Fleet {
  const fleet = fleetOf("case-azure-per-cluster");
  const site = virginia(fleet, {
    stacks: "perCluster",
    tags: { CostCenter: "4711" },
    infiniband: "external",
    network: { cidrs: ["10.48.0.0/14"], endpoints: "10.51.255.0/27", egress: nat({ prefixLength: 31 }) },
    keyVault: { name: "case-shared-keys", officers: ["00000000-0000-4000-8000-0000000000aa"] },
  });
  site.addStorageAccount("casesharedtokens", {
    containers: ["tokens", "hydration-log"],
    lustrePrincipal: "00000000-0000-4000-8000-0000000000cc",
  });
  site.addCluster("train", {
    purpose: "training",
    scheduler: kubernetes({ version: "1.34" }),
    network: {
      nodes: eachRange("10.48.0.0/16", 20),
      pods: "10.80.0.0/13",
      services: "10.88.0.0/20",
      apiServer: eachRange("10.49.0.0/24", 28),
      storage: eachRange("10.50.0.0/16", 24),
    },
    encryption: { disks: "site", secrets: "site" },
    storage: [
      lustre({
        name: "scratch",
        sku: "AMLFS-Durable-Premium-250",
        capacityTiB: 8,
        zone: "1",
        customerKey: true,
        blob: { account: "casesharedtokens", container: "tokens", logging: "hydration-log" },
      }),
    ],
    pools: [{ machine: "Standard_ND96isr_H200_v5", count: 1800, perCluster: 1200, capacity: onDemand({ zone: "1" }) }],
  });
  site.addCluster("serve", {
    purpose: "inference",
    network: { nodes: "10.51.0.0/24", pods: "10.96.0.0/16", services: "10.97.0.0/20" },
    apiServer: { access: "public", authorizedRanges: ["198.51.100.0/24"] },
    pools: [
      {
        machine: "Standard_ND96isr_H100_v5",
        count: 8,
        capacity: capacityReservation({ create: { acceptCharges: true }, zone: "1" }),
      },
    ],
  });
  site.addCluster("old", {
    retired: true,
    network: { nodes: "10.51.1.0/24", pods: "10.98.0.0/16", services: "10.99.0.0/20" },
    pools: [{ machine: "Standard_ND96isr_H100_v5", count: 8, capacity: onDemand() }],
  });
  return fleet;
}

/** Every ND size under every contract; those that want the InfiniBand feature and those that do not in a subscription each. */
function azureContracts(): Fleet {
  const fleet = fleetOf("case-azure-contracts");
  const other = "00000000-0000-4000-8000-000000000002";
  const contracts = (subscription: string) =>
    Object.entries({
      od: onDemand({ zone: "1" }),
      sp: spot(),
      held: capacityReservation({
        groupId: `/subscriptions/${subscription}/resourceGroups/case/providers/Microsoft.Compute/capacityReservationGroups/held`,
        grant: "external",
        zone: "2",
      }),
      made: capacityReservation({ create: { acceptCharges: true }, zone: "3" }),
    } as const);
  const poolsOf = (subscription: string, sizes: Readonly<Record<string, AzurePoolProps["machine"]>>) =>
    Object.entries(sizes).flatMap(([size, machine]) =>
      contracts(subscription).map(([contract, capacity]) => ({ name: size + contract, machine, count: 2, capacity })),
    );
  virginia(fleet, { infiniband: "external" }).addCluster("x86", {
    scheduler: kubernetes({ version: "1.34" }),
    network: { nodes: "10.48.0.0/24", pods: "10.80.0.0/16", services: "10.81.0.0/20" },
    pools: poolsOf(SUBSCRIPTION, {
      a100: "Standard_ND96asr_v4",
      a10080: "Standard_ND96amsr_A100_v4",
      h100: "Standard_ND96isr_H100_v5",
      h200: "Standard_ND96isr_H200_v5",
      mi300: "Standard_ND96isr_MI300X_v5",
    }),
  });
  new AzureSite(fleet, "quincy", {
    subscription: other,
    region: "westus3",
    location: { country: "US", subdivision: "US-AZ" },
    network: { cidrs: ["10.52.0.0/16"] },
    infiniband: "external",
    protect: false,
  }).addCluster("arm", {
    scheduler: kubernetes({ version: "1.35" }),
    network: { nodes: "10.52.0.0/24", pods: "10.80.0.0/16", services: "10.81.0.0/20" },
    pools: poolsOf(other, { gb200: "Standard_ND128isr_NDR_GB200_v6", gb300: "Standard_ND128isr_GB300_v6" }),
  });
  return fleet;
}

export const azureCases = {
  azure,
  "azure-training": () => azureTraining(),
  "azure-grace": azureGrace,
  "azure-isolated": azureIsolated,
  "azure-per-cluster": azurePerCluster,
  "azure-contracts": azureContracts,
} as const;
