import type { Fleet } from "siteform";
import { lustre } from "siteform/azure";
import { aks, atlas, azure, azureH100 } from "../support";

const OFFICER = "00000000-0000-4000-8000-0000000000aa";

/** Names that Azure refuses, a principal and a container twice, sizes between two, an account that nobody added, a key of two owners. */
export function fleet(): Fleet {
  const fleet = atlas();
  azure(fleet, "boydton", {
    infiniband: "external",
    network: { cidrs: ["10.48.0.0/16"], endpoints: "10.48.255.0/27" },
    keyVault: { name: "atlas-keys", officers: [OFFICER, OFFICER] },
  })
    .addStorageAccount("atlasdata", { containers: ["tokens", "tokens"] })
    .addStorageAccount("atlas-runs")
    .addCluster("train", {
      network: { ...aks(), storage: "10.48.254.0/24" },
      encryption: { disks: "site" },
      storage: [
        lustre({ name: "disks", sku: "AMLFS-Durable-Premium-250", capacityTiB: 8, zone: "1", customerKey: true }),
        lustre({ name: "scratch", sku: "AMLFS-Durable-Premium-250", capacityTiB: 10, zone: "1" }),
      ],
      pools: [azureH100(8)],
    });
  azure(fleet, "quincy", {
    infiniband: "external",
    network: { cidrs: ["10.52.0.0/16"], endpoints: "10.52.255.0/27" },
    keyVault: { name: "atlas_quincy", officers: [OFFICER] },
  })
    .addStorageAccount("atlasquincy", { containers: ["a", "double--hyphen"] })
    .addCluster("serve", {
      network: { ...aks(), nodes: "10.52.0.0/20", storage: "10.52.254.0/24" },
      storage: [
        lustre({
          name: "scratch",
          sku: "AMLFS-Durable-Premium-500",
          capacityTiB: 8,
          zone: "1",
          blob: { account: "atlasdata", container: "tokens", logging: "logs" },
        }),
      ],
      pools: [azureH100(8)],
    });
  return fleet;
}

export const expected = [
  'error   sites.boydton.clusters.train.storage.disks: the key "boydton-train-disks" would belong to sites.boydton.clusters.train and to sites.boydton.clusters.train.storage.disks  [NAME-1]',
  "          → rename one of the two",
  "error   sites.boydton.clusters.train.storage.scratch.capacityTiB: AMLFS-Durable-Premium-250 comes in multiples of 8 TiB; got 10  [AZ-LUS-01]",
  "          → 8 or 16",
  `error   sites.boydton.keyVault.officers[1]: "${OFFICER}" stands at sites.boydton.keyVault.officers[0] already  [AZ-LIST-01]`,
  "          → leave it out",
  'error   sites.boydton.storageAccounts.atlas-runs.name: must be the name of a storage account, 3 to 24 lower-case letters and digits; got "atlas-runs"  [SCHEMA]',
  'error   sites.boydton.storageAccounts.atlasdata.containers[1]: "tokens" stands at sites.boydton.storageAccounts.atlasdata.containers[0] already  [AZ-LIST-01]',
  "          → leave it out",
  'error   sites.quincy.clusters.serve.storage.scratch.blob.account: the site has no storage account "atlasdata" in use  [AZ-STG-01]',
  '          → add it: addStorageAccount("atlasdata", { containers: [...] })',
  'error   sites.quincy.keyVault.name: must be the name of a key vault, 3 to 24 letters, digits and single inner hyphens, a letter first; got "atlas_quincy"  [SCHEMA]',
  'error   sites.quincy.storageAccounts.atlasquincy.containers[0]: must be the name of a container, 3 to 63 lower-case letters, digits and single inner hyphens; got "a"  [SCHEMA]',
  'error   sites.quincy.storageAccounts.atlasquincy.containers[1]: must be the name of a container, 3 to 63 lower-case letters, digits and single inner hyphens; got "double--hyphen"  [SCHEMA]',
];
