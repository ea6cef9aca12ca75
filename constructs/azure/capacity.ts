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

/**
 * A capacity reservation group that exists, by its resource id. Nothing is reserved, and so nothing is bought, by Terraform.
 * Zones must agree: a group in a zone takes only a pool in that zone.
 */
export const capacityReservation = (
  options: Omit<Contract<"capacityReservation">, "kind">,
): Contract<"capacityReservation"> => ({ kind: "capacityReservation", ...options });
