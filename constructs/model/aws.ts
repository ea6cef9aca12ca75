import { z } from "zod";
import { AwsQuotas, AwsSiteQuotas } from "./aws-capacity";
import { AssumeRole, eksOptions } from "./aws-eks";
import { AwsNetwork } from "./aws-network";
import { AwsPool } from "./aws-pool";
import { AwsBucket, AwsLustre } from "./aws-storage";
import { cloudCluster, pools } from "./cluster-base";
import { textLike } from "./primitives";
import { cloudBase, stacks } from "./site-base";

export const AwsCluster = z.strictObject({
  ...cloudCluster,
  /** A VPC of the cluster's own; without it the cluster stands in the site's. */
  network: AwsNetwork.optional(),
  quotas: AwsQuotas.optional(),
  ...eksOptions,
  pools: pools(AwsPool),
  storage: z.array(AwsLustre).optional(),
});
export type AwsCluster = z.infer<typeof AwsCluster>;

export const AwsSiteSpec = z.strictObject({
  ...cloudBase,
  provider: z.literal("aws"),
  account: textLike(/^\d{12}$/, "an AWS account id of twelve digits, in quotes"),
  region: textLike(/^[a-z]{2}(-[a-z]+)+-\d$/, 'an AWS region such as "us-east-2"'),
  /** Tags of everything that is made. */
  tags: z.record(z.string(), z.string()).optional(),
  assumeRole: AssumeRole.optional(),
  network: AwsNetwork.optional(),
  quotas: AwsSiteQuotas.optional(),
  buckets: z.array(AwsBucket).optional(),
  stacks,
  clusters: z.array(AwsCluster).default([]),
});
export type AwsSiteSpec = z.infer<typeof AwsSiteSpec>;
