import { z } from "zod";
import { Cidr } from "./address";
import { AwsQuotas } from "./aws-capacity";
import { AwsPool } from "./aws-pool";
import { AwsBucket, AwsLustre } from "./aws-storage";
import { cloudCluster, pools } from "./cluster-base";
import { type DeepReadonly, filledList, textLike } from "./primitives";
import { cloudBase, stacks } from "./site-base";

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
  quotas: AwsQuotas.optional(),
  pools: pools(AwsPool),
  storage: z.array(AwsLustre).optional(),
});
export type AwsCluster = z.infer<typeof AwsCluster>;

export const AwsSiteSpec = z.strictObject({
  ...cloudBase,
  provider: z.literal("aws"),
  account: textLike(/^\d{12}$/, "an AWS account id of twelve digits, in quotes"),
  region: textLike(/^[a-z]{2}(-[a-z]+)+-\d$/, 'an AWS region such as "us-east-2"'),
  network: AwsNetwork.optional(),
  quotas: AwsQuotas.optional(),
  buckets: z.array(AwsBucket).optional(),
  stacks,
  clusters: z.array(AwsCluster).default([]),
});
export type AwsSiteSpec = z.infer<typeof AwsSiteSpec>;
