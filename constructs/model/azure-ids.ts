import { z } from "zod";
import { textLike } from "./primitives";
import { show } from "./show";

/** Azure's ids do not tell capitals from small letters; that the provider does is the rule AZ-ID-01, which has the right spelling. */
const resource = (type: string): RegExp =>
  new RegExp(`^/subscriptions/[0-9a-f-]{36}/resourceGroups/[^/]+/providers/${type.replaceAll("*", "[^/]+")}$`, "i");

const idOf = (type: string, what: string) =>
  textLike(
    resource(type),
    `the resource id of ${what}, /subscriptions/<id>/resourceGroups/<group>/providers/${type.replaceAll("*", "<name>")}`,
  );

/** Resource ids of what exists already, by type. */
export const azureId = {
  network: idOf("Microsoft.Network/virtualNetworks/*", "a virtual network"),
  subnet: idOf("Microsoft.Network/virtualNetworks/*/subnets/*", "a subnet"),
  routeTable: idOf("Microsoft.Network/routeTables/*", "a route table"),
  dnsZone: idOf("Microsoft.Network/privateDnsZones/*", "a private DNS zone"),
  registry: idOf("Microsoft.ContainerRegistry/registries/*", "a container registry"),
  diskEncryptionSet: idOf("Microsoft.Compute/diskEncryptionSets/*", "a disk encryption set"),
  placementGroup: idOf("Microsoft.Compute/proximityPlacementGroups/*", "a proximity placement group"),
  workspace: idOf("Microsoft.OperationalInsights/workspaces/*", "a Log Analytics workspace"),
} as const;

/** The words of a resource id that are no names, as the provider spells them. */
const WORDS = [
  "subscriptions",
  "resourceGroups",
  "providers",
  "Microsoft.Network",
  "virtualNetworks",
  "subnets",
  "routeTables",
  "privateDnsZones",
  "Microsoft.ContainerRegistry",
  "registries",
  "Microsoft.Compute",
  "diskEncryptionSets",
  "proximityPlacementGroups",
  "capacityReservationGroups",
  "Microsoft.OperationalInsights",
  "workspaces",
];

/**
 * A resource id as the provider spells it: words and names take turns in it, until the provider's own name comes, which no name
 * follows.
 *
 * @example speltAsAzure("/subscriptions/1/resourcegroups/hub/providers/microsoft.network/virtualNetworks/vnet")
 * // "/subscriptions/1/resourceGroups/hub/providers/Microsoft.Network/virtualNetworks/vnet"
 */
export function speltAsAzure(id: string): string {
  const steps = id.split("/");
  return steps
    .map((step, index) => {
      const isWord = index < 6 ? index % 2 === 1 : index === 6 || index % 2 === 1;
      return isWord ? (WORDS.find((word) => word.toLowerCase() === step.toLowerCase()) ?? step) : step;
    })
    .join("/");
}

/** An id of Microsoft Entra: a tenant, a group, a principal. */
export const entraId = (what: string) =>
  z.guid({ error: (issue) => `must be the id of ${what}, a UUID; got ${show(issue.input)}` });

/** Availability zones of a region, as the subscription numbers them. */
export const azureZone = z.enum(["1", "2", "3"]);
