import { z } from "zod";
import { Instant, Name, PlainDate, Text, textLike } from "./primitives";
import { show } from "./show";

/**
 * Capacity contracts: why the machines of a pool are there, where, and until when. One kind is one shape; each tenure and
 * each cloud takes its own subset, so that a capacity block on a leased site is refused by type and by schema alike.
 */
const zoneId = textLike(
  /^[a-z]{2,4}\d-(az\d+|[a-z0-9]+-az\d+)$/,
  'an availability zone id such as "use2-az1" (ids, unlike names, mean the same in every account)',
);
const reservationId = textLike(/^cr-[0-9a-f]{8,17}$/, 'a capacity reservation id such as "cr-0123456789abcdef0"');

export const AwsCapacity = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("onDemand"), zoneId: zoneId.optional() }),
  z.strictObject({ kind: z.literal("spot"), zoneId: zoneId.optional() }),
  z.strictObject({ kind: z.literal("onDemandReservation"), zoneId, reservationId: reservationId.optional() }),
  z.strictObject({
    kind: z.literal("capacityBlock"),
    zoneId,
    reservationId,
    start: Instant,
    end: Instant,
  }),
]);
export type AwsCapacity = z.infer<typeof AwsCapacity>;

const zone = textLike(/^[a-z]+-[a-z]+\d+-(ai\d+)?[a-z]$/, 'a zone such as "us-central1-c"');

const hoursError = (issue: { readonly input?: unknown }) => `must be 1 to 168 hours; got ${show(issue.input)}`;
/** Google takes machines of a flex-start back after seven days. */
const maxRunHours = z.number({ error: hoursError }).min(1, { error: hoursError }).max(168, { error: hoursError });

export const GoogleCapacity = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("onDemand"), zone }),
  z.strictObject({ kind: z.literal("spot"), zone }),
  z.strictObject({ kind: z.literal("reservation"), zone, reservation: Text, project: Text.optional() }),
  z.strictObject({ kind: z.literal("flexStart"), zone, maxRunHours: maxRunHours.default(168) }),
]);
export type GoogleCapacity = z.infer<typeof GoogleCapacity>;

const azureZone = z.enum(["1", "2", "3"]);

export const AzureCapacity = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("onDemand"), zone: azureZone.optional() }),
  z.strictObject({ kind: z.literal("spot"), zone: azureZone.optional() }),
  z.strictObject({ kind: z.literal("capacityReservation"), zone: azureZone.optional(), groupId: Text }),
]);
export type AzureCapacity = z.infer<typeof AzureCapacity>;

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
    reservation: "reservation",
    flexStart: "flex-start",
    capacityReservation: "capacity reservation",
    leased: "lease",
    owned: "owned",
  };
  return words[capacity.kind];
}
