import type { AzureCapacity } from "../model";

type Contract<K extends AzureCapacity["kind"]> = Extract<AzureCapacity, { kind: K }>;

/** A capacity contract of Azure. The fields of other clouds' contracts are ruled out, whose kinds share names with these. */
export type AzureContract = AzureCapacity & { readonly zoneId?: never };

/** Launched when there is room, paid by use. */
export const onDemand = (options: Omit<Contract<"onDemand">, "kind"> = {}): Contract<"onDemand"> => ({
  kind: "onDemand",
  ...options,
});

/** Launched when there is room to spare, and deleted when there is not. The price is capped at the on-demand price. */
export const spot = (options: Omit<Contract<"spot">, "kind"> = {}): Contract<"spot"> => ({ kind: "spot", ...options });

/** A group that exists, or one that is made: never both. */
export type AzureReservationOptions = Omit<Contract<"capacityReservation">, "kind"> &
  (
    | {
        /** The resource id of a capacity reservation group that exists. Nothing is reserved, and so nothing is bought. */
        readonly groupId: string;
        readonly create?: never;
      }
    | {
        /**
         * Makes a group and a reservation of as many machines as the pool has. It is billed from the moment it exists at the
         * on-demand price, whether the machines run or not, until it is deleted; and it fails where Azure has no room. The
         * reservation follows the pool's count in place.
         */
        readonly create: { readonly acceptCharges: true };
        readonly groupId?: never;
        readonly grant?: never;
      }
  );

/**
 * Machines out of a capacity reservation group, existing or made. Zones must agree: a group in a zone takes only a pool in that zone.
 *
 * The cluster's identity becomes Contributor on the resource group that holds an existing group, as AKS asks; with
 * `grant: "external"` somebody else gives it that role, or a narrower one, before the pool is made.
 */
export const capacityReservation = (options: AzureReservationOptions): Contract<"capacityReservation"> => ({
  kind: "capacityReservation",
  ...options,
});
