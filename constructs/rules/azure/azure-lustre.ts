import type { AzureLustreSku } from "../../model";
import { addressesIn, counted, rangeFor } from "../node-counts";
import type { Rule } from "../rule";
import { azureClusters } from "../walk";

/** The least size of each product, of which every size is a multiple, in TiB. */
const STEPS: Readonly<Record<AzureLustreSku, number>> = {
  "AMLFS-Durable-Premium-40": 48,
  "AMLFS-Durable-Premium-125": 16,
  "AMLFS-Durable-Premium-250": 8,
  "AMLFS-Durable-Premium-500": 4,
};

export const azureLustre: Rule = {
  id: "AZ-LUS-01",
  title: "a file system of Azure Managed Lustre has a size that its product comes in, and a subnet",
  severity: "error",
  formula: "TiB >= and a multiple of: 48 for 40 MB/s a TiB, 16 for 125, 8 for 250, 4 for 500",
  source: "terraform-provider-azurerm v4.55.0, managed_lustre_file_system_resource.go",
  *check(context) {
    for (const { cluster, path } of azureClusters(context)) {
      for (const { name, sku, capacityTiB } of cluster.storage) {
        const step = STEPS[sku];
        if (capacityTiB % step === 0) continue;
        const near = Math.max(1, Math.floor(capacityTiB / step)) * step;
        yield {
          path: `${path}.storage.${name}.capacityTiB`,
          observed: capacityTiB,
          limit: step,
          unit: "TiB",
          message: `${sku} comes in multiples of ${step} TiB; got ${counted(capacityTiB)}`,
          hint: near >= capacityTiB ? `${near} is the least` : `${near} or ${near + step}`,
        };
      }
      if (cluster.storage.length > 0 && cluster.network.storage === undefined) {
        yield {
          path: `${path}.network.storage`,
          observed: "none",
          message: "a file system stands in a subnet of its own, and the cluster's network has none for it",
          hint: "give the network one: storage, a /24 of the site's network",
        };
      }
    }
  },
};

/** Sizes up to a number of TiB, and the narrowest range recommended for one file system. */
const SUBNETS: readonly (readonly [upToTiB: number, prefix: number])[] = [
  [16, 27],
  [40, 26],
  [92, 25],
  [196, 24],
  [400, 23],
];

export const azureLustreSubnet: Rule = {
  id: "AZ-LUS-02",
  title: "the storage subnet of an AKS cluster has the addresses that its file systems are said to need",
  severity: "warning",
  formula:
    "sum of: /27 up to 16 TiB, /26 up to 40, /25 up to 92, /24 up to 196, /23 up to 400, and so on in proportion",
  source: "Azure Managed Lustre documentation, prerequisites: network size requirements, a rough estimate",
  *check(context) {
    for (const { cluster, path } of azureClusters(context)) {
      const { storage } = cluster.network;
      if (storage === undefined || cluster.storage.length === 0 || context.isPartial(`${path}.storage`)) continue;
      const observed = cluster.storage.reduce((total, each) => total + addressesFor(each.capacityTiB), 0);
      const limit = addressesIn(storage);
      if (observed <= limit) continue;
      yield {
        path: `${path}.network.storage`,
        observed,
        limit,
        unit: "addresses",
        message: `file systems of these sizes are said to need ${counted(observed)} addresses together; ${storage} has ${counted(limit)}`,
        hint: `a ${rangeFor(observed)} is enough; a file system cannot be moved to another subnet`,
      };
    }
  },
};

/** Beyond the table each further 400 TiB count as its last row. */
function addressesFor(capacityTiB: number): number {
  const row = SUBNETS.find(([upTo]) => capacityTiB <= upTo);
  return row === undefined ? Math.ceil(capacityTiB / 400) * 2 ** (32 - 23) : 2 ** (32 - row[1]);
}
