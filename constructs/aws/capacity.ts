import type { AwsCapacity } from "../model";

type Contract<K extends AwsCapacity["kind"]> = Extract<AwsCapacity, { kind: K }>;

/** A capacity contract of AWS. The fields of other clouds' contracts are ruled out, whose kinds share names with these. */
export type AwsContract = AwsCapacity & { readonly zone?: never; readonly groupId?: never };

/** Launched when there is room, paid by use. */
export const onDemand = (options: Omit<Contract<"onDemand">, "kind"> = {}): Contract<"onDemand"> => ({
  kind: "onDemand",
  ...options,
});

/** Launched when there is room to spare, and taken back when there is not. */
export const spot = (options: Omit<Contract<"spot">, "kind"> = {}): Contract<"spot"> => ({ kind: "spot", ...options });

/**
 * An on-demand capacity reservation that exists. With `reservationId` the machines are launched into that one; without, into
 * any open reservation that matches. Nothing is reserved, and so nothing is bought, by Terraform.
 */
export const onDemandReservation = (
  options: Omit<Contract<"onDemandReservation">, "kind">,
): Contract<"onDemandReservation"> => ({
  kind: "onDemandReservation",
  ...options,
});

/** A capacity block that was bought: a fixed number of machines from one instant to another. */
export const capacityBlock = (options: Omit<Contract<"capacityBlock">, "kind">): Contract<"capacityBlock"> => ({
  kind: "capacityBlock",
  ...options,
});
