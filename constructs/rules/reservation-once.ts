import type { AwsCapacity } from "../model";
import type { Rule } from "./rule";
import { awsClusters } from "./walk";

interface Use {
  readonly path: string;
  readonly capacity: Extract<AwsCapacity, { readonly zoneId: string; readonly reservationId?: string | undefined }>;
}

export const reservationOnce: Rule = {
  id: "CAP-3",
  title: "a capacity block is one pool's, and a reservation stands in one zone",
  severity: "error",
  source:
    "Amazon EKS user guide, managed node groups with Capacity Blocks: the launch template of a group targets one block, whose machines a second group would count again; Amazon EC2 user guide, Capacity Reservations: a reservation is for one zone",
  *check(context) {
    const first = new Map<string, Use>();
    for (const { cluster, path } of awsClusters(context)) {
      for (const { name, capacity } of cluster.pools) {
        if (capacity.kind !== "capacityBlock" && capacity.kind !== "onDemandReservation") continue;
        const { reservationId: id, zoneId } = capacity;
        if (id === undefined) continue;
        const use: Use = { path: `${path}.pools.${name}`, capacity };
        const other = first.get(id);
        if (other === undefined) first.set(id, use);
        else if (capacity.kind === "capacityBlock" || other.capacity.kind === "capacityBlock") {
          yield {
            path: `${use.path}.capacity.reservationId`,
            severity: "warning",
            observed: id,
            message: `the capacity block ${id} is that of ${other.path} already, and its machines are counted twice`,
            hint: "give each pool its own block, or make one pool of the two",
          };
        } else if (zoneId !== other.capacity.zoneId) {
          yield {
            path: `${use.path}.capacity.zoneId`,
            observed: zoneId,
            limit: other.capacity.zoneId,
            message: `the reservation ${id} is in ${zoneId} here and in ${other.capacity.zoneId} at ${other.path}; a reservation is for one zone`,
            hint: "correct the zone, or the id of the reservation",
          };
        }
      }
    }
  },
};
