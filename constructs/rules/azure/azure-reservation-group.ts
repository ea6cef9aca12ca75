import { isReservationGroupId, partsOfId } from "../../ledger/azure-names";
import type { AzureReservation } from "../../model";
import type { Report, Rule } from "../rule";
import { azureClusters } from "../walk";

interface Use {
  readonly path: string;
  readonly zone: string | undefined;
}

export const azureReservationGroup: Rule = {
  id: "AZ-CRG-01",
  title:
    "a capacity reservation is an existing group by its whole resource id, in one zone for all, or one that is made",
  severity: "error",
  source:
    "AKS documentation, use capacity reservation groups; Azure documentation, on-demand capacity reservation (zones); Azure Resource Manager documentation, resource ids",
  *check(context) {
    const first = new Map<string, Use>();
    for (const { site, cluster, path } of azureClusters(context)) {
      for (const { name, capacity } of cluster.pools) {
        if (capacity.kind !== "capacityReservation") continue;
        const at = `${path}.pools.${name}.capacity`;
        if (context.isPartial(at)) continue;
        if ((capacity.groupId === undefined) === (capacity.create === undefined)) {
          yield {
            path: at,
            observed: capacity.create === undefined ? "neither" : "both",
            message:
              "a capacity reservation is a group that exists (groupId) or one that is made (create), and not both",
            hint: "create: { acceptCharges: true } makes one, which is billed from then on; groupId names one",
          };
          continue;
        }
        if (capacity.groupId === undefined) continue;
        if (!isReservationGroupId(capacity.groupId)) {
          yield notAnId(at, capacity.groupId, site.subscription);
          continue;
        }
        yield* zonesAgree(first, at, capacity, capacity.groupId);
        yield* elsewhere(at, capacity, capacity.groupId, site.subscription);
      }
    }
  },
};

function notAnId(at: string, groupId: string, subscription: string): Report {
  const last = groupId.split("/").filter((part) => part !== "");
  // The id of a reservation is that of its group and more.
  const group = groupId.replace(/\/capacityReservations\/[^/]*$/i, "");
  return {
    path: `${at}.groupId`,
    observed: groupId,
    message: `${JSON.stringify(groupId)} is not the resource id of a capacity reservation group`,
    hint: isReservationGroupId(group)
      ? `write that of its group, ${group}`
      : `write /subscriptions/${subscription}/resourceGroups/<group>/providers/Microsoft.Compute/capacityReservationGroups/${last.at(-1) ?? "<name>"}`,
  };
}

/** A group may have several zones, so that another one is likely a mistake and no more. */
function* zonesAgree(
  first: Map<string, Use>,
  at: string,
  { zone }: AzureReservation,
  groupId: string,
): Generator<Report> {
  const key = groupId.toLowerCase();
  const other = first.get(key);
  if (other === undefined) first.set(key, { path: at, zone });
  else if ((other.zone === undefined) !== (zone === undefined)) {
    yield {
      path: `${at}.zone`,
      observed: zone ?? "none",
      limit: other.zone ?? "none",
      message: `the group ${partsOfId(groupId).name} has ${zone === undefined ? "no zone" : `zone ${zone}`} here and ${other.zone === undefined ? "none" : `zone ${other.zone}`} at ${other.path}; a group has zones or it has none`,
      hint: "give both pools the zones of the group's reservations",
    };
  }
}

/** A role in another subscription is given by whoever may give roles there. */
function* elsewhere(at: string, { grant }: AzureReservation, groupId: string, subscription: string): Generator<Report> {
  const owner = partsOfId(groupId).subscription;
  if (grant === "external" || owner.toLowerCase() === subscription.toLowerCase()) return;
  yield {
    path: `${at}.groupId`,
    severity: "warning",
    observed: owner,
    limit: subscription,
    message: `the group belongs to subscription ${owner}: whoever runs Terraform must be allowed to give roles there, and the group be shared with ${subscription}`,
    hint: 'or let its owner give the cluster\'s identity its role, and write grant: "external"',
  };
}
