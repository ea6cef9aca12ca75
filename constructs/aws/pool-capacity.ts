import { DataAwsAvailabilityZone } from "@cdktf/provider-aws/lib/data-aws-availability-zone";
import { Ec2CapacityBlockReservation } from "@cdktf/provider-aws/lib/ec2-capacity-block-reservation";
import { Ec2CapacityReservation } from "@cdktf/provider-aws/lib/ec2-capacity-reservation";
import { PlacementGroup } from "@cdktf/provider-aws/lib/placement-group";
import type { Construct } from "constructs";
import type { Machine } from "../catalog";
import type { NodeGroup } from "../ledger/aws-node-groups";
import { placementOf } from "../ledger/aws-placement";
import type { AwsPool } from "../model";
import type { LaunchSource } from "./launch-template";

/** What the contract of a pool becomes in Terraform, and what of it a group's template names. */
export interface PoolCapacity {
  readonly placementGroup?: PlacementGroup;
  /** A bought capacity block. */
  readonly block?: Ec2CapacityBlockReservation;
  /** Reservations that were made, by group, in order. */
  readonly reservations: readonly Ec2CapacityReservation[];
  /** Whether each group needs a template of its own. */
  readonly perGroup: boolean;
  sourceOf(group: NodeGroup): LaunchSource;
}

export interface CapacityGround {
  readonly name: string;
  readonly protect: boolean;
  readonly groups: readonly NodeGroup[];
}

/** Makes the placement group, the reservations or the purchase that a pool's contract asks for. */
export function poolCapacity(scope: Construct, pool: AwsPool, machine: Machine, ground: CapacityGround): PoolCapacity {
  const { capacity } = pool;
  const placement = placementOf(capacity, machine);
  const placementGroup =
    placement?.kind === "own"
      ? new PlacementGroup(scope, "placement", { name: ground.name, strategy: "cluster" })
      : undefined;
  const placementGroupName = placement?.kind === "named" ? placement.name : placementGroup?.name;
  const placed = placementGroupName === undefined ? {} : { placementGroupName };
  const made = { ...(placementGroup === undefined ? {} : { placementGroup }), reservations: [], perGroup: false };

  switch (capacity.kind) {
    case "capacityBlock":
      return { ...made, sourceOf: () => ({ reservationId: capacity.reservationId }) };
    case "capacityBlockPurchase": {
      // Making it is the purchase, and a second one would be a second purchase: guarded whatever the site says. Offerings get a new
      // id with every search, so that the one it was bought by means nothing afterwards.
      const block = new Ec2CapacityBlockReservation(scope, "block", {
        capacityBlockOfferingId: capacity.offeringId,
        instancePlatform: "Linux/UNIX",
        tags: { Name: ground.name },
        lifecycle: { preventDestroy: true, ignoreChanges: ["capacity_block_offering_id"] },
      });
      return { ...made, block, sourceOf: () => ({ reservationId: block.id }) };
    }
    case "onDemandReservation": {
      const { create, reservationId, reservationGroupArn } = capacity;
      if (create === undefined) {
        const named = {
          ...(reservationId === undefined ? {} : { reservationId }),
          ...(reservationGroupArn === undefined ? {} : { reservationGroupArn }),
        };
        return { ...made, sourceOf: () => ({ ...named, ...placed }) };
      }
      const reservations = reserve(scope, pool, machine, ground, create.end, capacity.zoneId, placementGroup);
      return {
        ...made,
        reservations,
        perGroup: true,
        sourceOf: ({ number }) => {
          const own = reservations[number - 1];
          return { ...(own === undefined ? {} : { reservationId: own.id }), ...placed };
        },
      };
    }
    default:
      return { ...made, sourceOf: () => placed };
  }
}

/** One reservation for each group, of the group's size, which changes in place. */
function reserve(
  scope: Construct,
  pool: AwsPool,
  machine: Machine,
  { groups, name, protect }: CapacityGround,
  end: string | undefined,
  zoneId: string,
  placementGroup: PlacementGroup | undefined,
): Ec2CapacityReservation[] {
  // The reservation knows zones by name only, and which name a zone has differs from account to account.
  const zone = new DataAwsAvailabilityZone(scope, "zone", { zoneId });
  return groups.map(
    (group) =>
      new Ec2CapacityReservation(scope, `reservation${group.suffix}`, {
        instanceType: machine.type,
        instancePlatform: "Linux/UNIX",
        availabilityZone: zone.name,
        instanceCount: group.machines,
        // Nothing but what names it is launched into it.
        instanceMatchCriteria: "targeted",
        endDateType: end === undefined ? "unlimited" : "limited",
        ...(end === undefined ? {} : { endDate: end }),
        ...(placementGroup === undefined ? {} : { placementGroupArn: placementGroup.arn }),
        tags: { Name: `${name}${group.suffix}`, "siteform:pool": pool.name },
        lifecycle: { preventDestroy: protect },
      }),
  );
}
