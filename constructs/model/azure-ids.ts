import { z } from "zod";
import { textLike } from "./primitives";
import { show } from "./show";

/** Azure's ids do not tell capitals from small letters. */
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

/** An id of Microsoft Entra: a tenant, a group, a principal. */
export const entraId = (what: string) =>
  z.guid({ error: (issue) => `must be the id of ${what}, a UUID; got ${show(issue.input)}` });

/** Availability zones of a region, as the subscription numbers them. */
export const azureZone = z.enum(["1", "2", "3"]);
