import { z } from "zod";
import type { AwsCapacity } from "./aws-capacity";
import type { AzureCapacity } from "./azure";
import type { GoogleCapacity } from "./google";
import { Name, PlainDate } from "./primitives";

/**
 * Capacity contracts: why the machines of a pool are there, where, and until when. One kind is one shape; each tenure and
 * each cloud takes its own subset, so that a capacity block on a leased site is refused by type and by schema alike. Those of
 * the clouds stand with the rest of each cloud.
 */

/** Machines that come with a lease; `until` when before the lease ends. */
export const LeasedCapacity = z.strictObject({
  kind: z.literal("leased"),
  phase: Name.optional(),
  until: PlainDate.optional(),
});
/** Machines one owns; `until` is the day they are retired. */
export const OwnedCapacity = z.strictObject({
  kind: z.literal("owned"),
  phase: Name.optional(),
  until: PlainDate.optional(),
});
/** In a leased shell both occur: one's own machines, or the landlord's. */
export const SiteCapacity = z.discriminatedUnion("kind", [LeasedCapacity, OwnedCapacity]);
export type LeasedCapacity = z.infer<typeof LeasedCapacity>;
export type OwnedCapacity = z.infer<typeof OwnedCapacity>;
export type SiteCapacity = z.infer<typeof SiteCapacity>;

export type Capacity = AwsCapacity | GoogleCapacity | AzureCapacity | SiteCapacity;

/** The contract in a few words, for summaries and plans. */
export function describeCapacity(capacity: Capacity): string {
  const words: Record<Capacity["kind"], string> = {
    onDemand: "on-demand",
    spot: "spot",
    onDemandReservation: "on-demand capacity reservation",
    capacityBlock: "capacity block",
    capacityBlockPurchase: "capacity block",
    reservation: "reservation",
    flexStart: "flex-start",
    queued: "queued provisioning",
    capacityReservation: "capacity reservation",
    leased: "lease",
    owned: "owned",
  };
  return words[capacity.kind];
}
