import type { Machine } from "../catalog";
import type { AwsCapacity } from "../model";
import { efaInterfaces } from "./extended-resources";

/** The cluster placement group of a pool: one made for it, or one that exists. */
export type Placement = { readonly kind: "own" } | { readonly kind: "named"; readonly name: string };

/**
 * Where the machines of a pool are placed. Machines with EFA stand together, unless the pool says otherwise: on demand, and in
 * reservations made for them. An existing reservation takes machines of a placement group only if it was made in that
 * group (Amazon EC2 user guide, Capacity Reservations with cluster placement groups); a capacity block stands close already.
 */
export function placementOf(capacity: AwsCapacity, machine: Machine): Placement | undefined {
  const own = (wanted: boolean | undefined): Placement | undefined =>
    (wanted ?? efaInterfaces(machine) > 0) ? { kind: "own" } : undefined;
  if (capacity.kind === "onDemand") return own(capacity.placementGroup);
  if (capacity.kind !== "onDemandReservation") return undefined;
  if (capacity.create !== undefined) return own(capacity.create.placementGroup);
  const name = capacity.placementGroupName;
  return name === undefined ? undefined : { kind: "named", name };
}
