import type { Fleet } from "siteform";
import { aks, atlas, azure, azureH100 } from "../support";

const SPOKE =
  "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/hub/providers/Microsoft.Network/virtualNetworks/spoke";

/** Two sites that share a network which exists, and take the same part of it and the same zone. */
export function fleet(): Fleet {
  const fleet = atlas();
  azure(fleet, "boydton", {
    infiniband: "external",
    network: { cidrs: ["10.48.0.0/16"], id: SPOKE, endpoints: "10.48.255.0/27" },
  })
    .addStorageAccount("atlasboydton")
    .addCluster("train", { network: aks(), pools: [azureH100(8)] });
  azure(fleet, "henrico", {
    infiniband: "external",
    network: { cidrs: ["10.48.0.0/16"], id: SPOKE, endpoints: "10.48.255.32/27" },
  })
    .addStorageAccount("atlashenrico")
    .addCluster("train", { network: aks(), pools: [azureH100(8)] });
  return fleet;
}

export const expected = [
  "error   sites.henrico.clusters.train.network.nodes: 10.48.0.0/20 is the range of sites.boydton.clusters.train.network.nodes; traffic for these addresses has two destinations  [X-CIDR-01]",
  "          → choose a range that no other site or cluster has",
  `error   sites.henrico.network.dnsZones.blob: the zone privatelink.blob.core.windows.net would be made here and for sites.boydton, and the virtual network ${SPOKE} takes one of a name  [AZ-DNS-01]`,
  '          → name a zone that exists at one of the two: dnsZones: { blob: "<id>" }',
];
