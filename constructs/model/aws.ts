import { z } from "zod";
import { Cidr } from "./address";
import { cloudCluster, cloudPool, countedPool, pools } from "./cluster-base";
import { type DeepReadonly, filledList, Instant, textLike } from "./primitives";
import { cloudBase, stacks } from "./site-base";

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

export const AwsPool = z.strictObject({ ...countedPool, ...cloudPool, capacity: AwsCapacity });
export type AwsPool = z.infer<typeof AwsPool>;

/** AWS: a VPC of the cluster's own; without it the cluster stands in the site's. */
export const AwsNetwork = z.strictObject({
  cidrs: filledList(Cidr, "must hold at least one IPv4 range"),
  services: Cidr.optional(),
  /** The range of the accelerator subnet of a zone. Default: the upper half of the first range for the first zone, then a range each. */
  accelerators: z.record(z.string(), Cidr).optional(),
  /** Zones of the control plane and the system machines, at least two. */
  zoneIds: filledList(z.string(), "must hold at least two zone ids: EKS needs subnets in two zones", 2).optional(),
});
export type AwsNetwork = z.infer<typeof AwsNetwork>;
/** A network as one writes it. */
export type AwsNetworkInput = DeepReadonly<z.input<typeof AwsNetwork>>;

export const AwsCluster = z.strictObject({
  ...cloudCluster,
  network: AwsNetwork.optional(),
  pools: pools(AwsPool),
});
export type AwsCluster = z.infer<typeof AwsCluster>;

export const AwsSiteSpec = z.strictObject({
  ...cloudBase,
  provider: z.literal("aws"),
  account: textLike(/^\d{12}$/, "an AWS account id of twelve digits, in quotes"),
  region: textLike(/^[a-z]{2}(-[a-z]+)+-\d$/, 'an AWS region such as "us-east-2"'),
  network: AwsNetwork.optional(),
  stacks,
  clusters: z.array(AwsCluster).default([]),
});
export type AwsSiteSpec = z.infer<typeof AwsSiteSpec>;
