import type { AwsCapacity, PURCHASE_ACCEPTANCE, RESERVATION_ACCEPTANCE } from "../model";

type Contract<K extends AwsCapacity["kind"]> = Extract<AwsCapacity, { kind: K }>;

/** A capacity contract of AWS. The fields of other clouds' contracts are ruled out, whose kinds share names with these. */
export type AwsContract = AwsCapacity & { readonly zone?: never; readonly groupId?: never };

export interface OnDemandOptions {
  /** @default - the first zone of the network */
  readonly zoneId?: string;
  /**
   * Whether the machines stand in a cluster placement group of the pool's own: close together, and harder to find room for.
   * @default - true for machines with EFA
   */
  readonly placementGroup?: boolean;
}

/** Launched when there is room, paid by use. */
export const onDemand = (options: OnDemandOptions = {}): Contract<"onDemand"> => ({ kind: "onDemand", ...options });

/** Launched when there is room to spare, and taken back when there is not. */
export const spot = (
  options: { /** @default - the first zone of the network */ readonly zoneId?: string } = {},
): Contract<"spot"> => ({ kind: "spot", ...options });

/** Reservations that Terraform makes, one for each node group of the pool. */
export interface NewReservation {
  /**
   * Reserved machines cost as much as running ones, from the moment on which the reservation exists. Write the sentence out.
   */
  readonly accept: typeof RESERVATION_ACCEPTANCE;
  /**
   * When the reservations end by themselves, as an instant in UTC. Machines that run go on, on demand; new ones are not launched, and
   * deploys fail until the pool has a later end or another contract.
   * @default - never: they last until they are cancelled
   */
  readonly end?: string;
  /**
   * Whether the reservations, and so their machines, stand in a cluster placement group of the pool's own.
   * @default - true for machines with EFA
   */
  readonly placementGroup?: boolean;
}

/** Which on-demand capacity reservation: one by its id, those of a resource group, any open one, or new ones. */
export type OnDemandReservationOptions = { readonly zoneId: string } & (
  | {
      /** @default - any open reservation that matches */
      readonly reservationId?: string;
      /**
       * The cluster placement group that the reservation was made in.
       * @default - none
       */
      readonly placementGroupName?: string;
      readonly reservationGroupArn?: never;
      readonly create?: never;
    }
  | {
      /** A resource group of reservations, by its ARN: for more than one, or for those that another account shares. */
      readonly reservationGroupArn: string;
      /** @default - none */
      readonly placementGroupName?: string;
      readonly reservationId?: never;
      readonly create?: never;
    }
  | {
      readonly create: NewReservation;
      readonly reservationId?: never;
      readonly reservationGroupArn?: never;
      readonly placementGroupName?: never;
    }
);

/**
 * An on-demand capacity reservation. With `reservationId` the machines are launched into that one, with `reservationGroupArn` into
 * one of that group; without either into any open reservation that matches. Nothing is reserved, and so nothing is bought, by Terraform,
 * except with `create`.
 */
export const onDemandReservation = (options: OnDemandReservationOptions): Contract<"onDemandReservation"> => ({
  kind: "onDemandReservation",
  ...options,
});

/** The window of a capacity block. */
interface BlockOptions {
  /** The zone of the block. */
  readonly zoneId: string;
  /** When the block starts, as an instant in UTC. */
  readonly start: string;
  /** When the block ends, as an instant in UTC. */
  readonly end: string;
  /**
   * Who scales the node group within the window: scheduled actions, from the start on and down to zero before the end, or
   * the Kubernetes Cluster Autoscaler. Terraform never changes the size of a group that has a window.
   * @default "schedule"
   */
  readonly scaling?: "schedule" | "autoscaler";
}

export interface CapacityBlockOptions extends BlockOptions {
  /** The block's capacity reservation, e.g. `cr-0123456789abcdef0`. */
  readonly reservationId: string;
}

/** A capacity block, or UltraServers, that were bought: a fixed number of machines from one instant to another. */
export const capacityBlock = (options: CapacityBlockOptions): Contract<"capacityBlock"> => ({
  kind: "capacityBlock",
  ...options,
});

export interface CapacityBlockPurchaseOptions extends BlockOptions {
  /** The offering, e.g. `cb-0123456789abcdef0`, as `aws ec2 describe-capacity-block-offerings` found it. */
  readonly offeringId: string;
  /** The purchase is charged upfront, and nothing undoes it. Write the sentence out. */
  readonly acceptPurchase: typeof PURCHASE_ACCEPTANCE;
}

/**
 * Buys a capacity block: the next deploy pays for it. It is bought once for a pool of that name, whatever becomes of `offeringId`
 * later: the next block is a pool of another name. When it has ended, retire the pool: the rule CAP-2 refuses a program that would
 * buy anew.
 */
export const buyCapacityBlock = (options: CapacityBlockPurchaseOptions): Contract<"capacityBlockPurchase"> => ({
  kind: "capacityBlockPurchase",
  ...options,
});
