import { z } from "zod";
import { Instant, positiveCount, Text, textLike } from "./primitives";
import { show } from "./show";

/** An availability zone by its id, which means the same in every account. */
export const AwsZoneId = textLike(
  /^[a-z]{2,4}\d-(az\d+|[a-z0-9]+-az\d+)$/,
  'an availability zone id such as "use2-az1" (ids, unlike names, mean the same in every account)',
);
const reservationId = textLike(/^cr-[0-9a-f]{8,17}$/, 'a capacity reservation id such as "cr-0123456789abcdef0"');
const groupArn = textLike(
  /^arn:aws[a-z-]*:resource-groups:[a-z0-9-]+:\d{12}:group\/[\w.-]+(\/[0-9a-z]+)?$/,
  'the ARN of a resource group, such as "arn:aws:resource-groups:us-east-2:111122223333:group/trn2"',
);
const offeringId = textLike(/^cb-[0-9a-f]{8,17}$/, 'a capacity block offering id such as "cb-0123456789abcdef0"');

/** What one must write for Terraform to make a reservation, which costs as running machines do from the moment it exists. */
export const RESERVATION_ACCEPTANCE =
  "I accept that billing starts at once and goes on until the reservation is cancelled";
/** What one must write for Terraform to buy a capacity block. */
export const PURCHASE_ACCEPTANCE =
  "I accept that this purchase is charged upfront and can be neither cancelled nor refunded";

/** A sentence that must be written out, word for word. */
const sentence = <S extends string>(words: S) =>
  z.literal(words, { error: (issue) => `must be the sentence ${show(words)}; got ${show(issue.input)}` });

/** Who brings a capacity block's machines into its node group, and out of it, within the window. */
export const AwsScaling = z.enum(["schedule", "autoscaler"]);
export type AwsScaling = z.infer<typeof AwsScaling>;

const window = { start: Instant, end: Instant, scaling: AwsScaling.optional() };

export const AwsCapacity = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("onDemand"),
    zoneId: AwsZoneId.optional(),
    /** A cluster placement group of the pool's own. */
    placementGroup: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal("spot"), zoneId: AwsZoneId.optional() }),
  z.strictObject({
    kind: z.literal("onDemandReservation"),
    zoneId: AwsZoneId,
    reservationId: reservationId.optional(),
    /** A resource group of reservations. */
    reservationGroupArn: groupArn.optional(),
    /** The cluster placement group in which an existing reservation was made. */
    placementGroupName: Text.optional(),
    /** Makes the reservations instead. */
    create: z
      .strictObject({
        accept: sentence(RESERVATION_ACCEPTANCE),
        /** When the reservations end. Without it they last until they are cancelled. */
        end: Instant.optional(),
        placementGroup: z.boolean().optional(),
      })
      .optional(),
  }),
  z.strictObject({ kind: z.literal("capacityBlock"), zoneId: AwsZoneId, reservationId, ...window }),
  z.strictObject({
    kind: z.literal("capacityBlockPurchase"),
    zoneId: AwsZoneId,
    offeringId,
    acceptPurchase: sentence(PURCHASE_ACCEPTANCE),
    ...window,
  }),
]);
export type AwsCapacity = z.infer<typeof AwsCapacity>;

/** A capacity block, whether it exists or is bought. */
export type AwsCapacityBlock = Extract<AwsCapacity, { readonly kind: "capacityBlock" | "capacityBlockPurchase" }>;
export const isCapacityBlock = (capacity: AwsCapacity): capacity is AwsCapacityBlock =>
  capacity.kind === "capacityBlock" || capacity.kind === "capacityBlockPurchase";

/** Limits of EKS on an account and region, which AWS raises on request. */
export const AwsQuotas = z.strictObject({
  nodesPerGroup: positiveCount("nodes").optional(),
  groupsPerCluster: positiveCount("node groups").optional(),
});
export type AwsQuotas = z.infer<typeof AwsQuotas>;

/** Quotas of the account in the region of a site, beside those of its clusters. */
export const AwsSiteQuotas = AwsQuotas.extend({
  vpcs: positiveCount("VPCs").optional(),
  elasticIps: positiveCount("elastic addresses").optional(),
  natGatewaysPerZone: positiveCount("NAT gateways").optional(),
  /** Of each VPC. */
  networkAddressUnits: positiveCount("network address units").optional(),
});
export type AwsSiteQuotas = z.infer<typeof AwsSiteQuotas>;
