import { isReservationGroupId } from "../../ledger/azure-names";
import { type AzureCapacity, type AzureCluster, type AzureSiteSpec, speltAsAzure } from "../../model";
import type { Rule } from "../rule";
import { azureSites } from "../walk";

export const azureIds: Rule = {
  id: "AZ-ID-01",
  title: "resource ids of Azure are spelt as the provider reads them, capitals included",
  severity: "error",
  source:
    "hashicorp/go-azure-helpers, resourcemanager/resourceids: the parts of an id that are no names are compared with their case; what Azure answers with is then no change",
  *check(context) {
    for (const { site, path } of azureSites(context)) {
      const found = [
        ...ofSite(site, path),
        ...site.clusters.flatMap((cluster) => ofCluster(cluster, `${path}.clusters.${cluster.name}`)),
      ];
      for (const [at, id] of found) {
        // A keyword in an id's place, such as "System", is none.
        if (id === undefined || !id.startsWith("/")) continue;
        const right = speltAsAzure(id);
        if (right === id) continue;
        yield {
          path: at,
          observed: id,
          limit: right,
          message: `the id is not spelt as the provider reads it: ${differing(id, right)}`,
          hint: `write ${JSON.stringify(right)}`,
        };
      }
    }
  },
};

type Found = readonly [path: string, id: string | undefined];

function ofSite({ network }: AzureSiteSpec, path: string): Found[] {
  const { egress, dnsZones } = network;
  return [
    [`${path}.network.id`, network.id],
    [`${path}.network.egress.routeTable`, egress.kind === "routed" ? egress.routeTable : undefined],
    [`${path}.network.egress.registry`, egress.kind === "none" ? egress.registry : undefined],
    ...Object.entries(dnsZones).map(([service, id]): Found => [`${path}.network.dnsZones.${service}`, id]),
  ];
}

function ofCluster(cluster: AzureCluster, path: string): Found[] {
  const { apiServer, encryption, logs, network } = cluster;
  return [
    [`${path}.network.subnetId`, network.subnetId],
    [`${path}.apiServer.dnsZone`, apiServer.access === "private" ? apiServer.dnsZone : undefined],
    [`${path}.encryption.disks`, encryption.disks],
    [`${path}.logs.workspace`, logs?.workspace],
    ...cluster.pools.flatMap(({ name, capacity, proximityPlacementGroup }): Found[] => [
      [`${path}.pools.${name}.proximityPlacementGroup`, proximityPlacementGroup],
      [`${path}.pools.${name}.capacity.groupId`, groupIdOf(capacity)],
    ]),
  ];
}

/** Where it is one: AZ-CRG-01 reports anything else. */
const groupIdOf = (capacity: AzureCapacity): string | undefined =>
  capacity.kind === "capacityReservation" && isReservationGroupId(capacity.groupId ?? "")
    ? capacity.groupId
    : undefined;

/** `resourcegroups` is `resourceGroups`, and so on. */
function differing(id: string, right: string): string {
  const [wrong, meant] = [id.split("/"), right.split("/")];
  return wrong
    .flatMap((step, index) =>
      step === meant[index] ? [] : [`${JSON.stringify(step)} is ${JSON.stringify(meant[index])}`],
    )
    .join(", ");
}
