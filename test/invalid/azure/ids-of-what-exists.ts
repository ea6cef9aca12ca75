import type { Fleet } from "siteform";
import { capacityReservation } from "siteform/azure";
import { aks, atlas, azure, azureH100 } from "../support";

const SUBSCRIPTION = "/subscriptions/00000000-0000-4000-8000-000000000001";
const HUB = `${SUBSCRIPTION}/resourceGroups/hub/providers`;
const SPOKE = `${HUB}/Microsoft.Network/virtualNetworks/spoke`;
const GROUP = `${HUB}/Microsoft.Compute/capacityReservationGroups/h100`;

/** Ids copied from a portal that writes them in small letters, of a reservation for its group, of a group where a name belongs. */
export function fleet(): Fleet {
  const fleet = atlas();
  azure(fleet, "boydton", {
    infiniband: "external",
    resourceGroup: `${SUBSCRIPTION}/resourceGroups/gpus`,
    network: { cidrs: ["10.48.0.0/16"] },
  }).addCluster("train", {
    network: aks(),
    pools: [
      azureH100(8, { capacity: capacityReservation({ groupId: `${GROUP}/capacityReservations/r1`, zone: "1" }) }),
    ],
  });
  azure(fleet, "quincy", {
    infiniband: "external",
    network: { cidrs: ["10.52.0.0/16"], id: SPOKE.replace("resourceGroups", "resourcegroups") },
  }).addCluster("serve", {
    network: { ...aks(1), nodes: "10.52.0.0/20" },
    apiServer: { access: "private", dnsZone: `${HUB}/Microsoft.Network/privateDnsZones/privatelink.westus3.azmk8s.io` },
    pools: [azureH100(8)],
  });
  azure(fleet, "dallas", {
    infiniband: "external",
    network: { cidrs: ["10.56.0.0/16"], id: `${HUB}/Microsoft.Network/virtualNetworks/hub` },
  }).addCluster("serve", {
    network: {
      ...aks(2),
      nodes: "10.56.0.0/20",
      subnetId: `${HUB}/Microsoft.Network/virtualNetworks/hub/subnets/GatewaySubnet`,
    },
    pools: [azureH100(8)],
  });
  return fleet;
}

export const expected = [
  `error   sites.boydton.clusters.train.pools.h100.capacity.groupId: "${GROUP}/capacityReservations/r1" is not the resource id of a capacity reservation group  [AZ-CRG-01]`,
  `          → write that of its group, ${GROUP}`,
  'error   sites.boydton.resourceGroup: must be the name of a resource group, up to 90 letters, digits, periods, underscores, hyphens and parentheses, no period last; got "/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/gpus"  [SCHEMA]',
  "error   sites.dallas.clusters.serve.network.subnetId: the subnet GatewaySubnet belongs to a service of Azure; no machine may stand in it  [AZ-NET-03]",
  "          → name another subnet of the network, or leave subnetId out: then one is made",
  "error   sites.quincy.clusters.serve.apiServer.dnsZone: AKS writes the name of an API server in eastus2 to a zone named privatelink.eastus2.azmk8s.io, or <subzone>.privatelink.eastus2.azmk8s.io; got privatelink.westus3.azmk8s.io  [AZ-DNS-02]",
  '          → name such a zone, or write dnsZone: "System"',
  'error   sites.quincy.network.id: the id is not spelt as the provider reads it: "resourcegroups" is "resourceGroups"  [AZ-ID-01]',
  `          → write "${SPOKE}"`,
];
