import { z } from "zod";
import { AwsCapacity } from "./aws-capacity";
import { cloudPool, countedPool } from "./cluster-base";
import { Text, textLike } from "./primitives";
import { show } from "./show";

/** A KMS key by its ARN: the ARN alone says in which region it is. */
export const KmsKeyArn = textLike(
  /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[0-9a-zA-Z-]+$/,
  'the ARN of a KMS key, such as "arn:aws:kms:us-east-2:111122223333:key/0123abcd-..."',
);

/** A whole number between two bounds, in a unit. */
export const wholeBetween = (least: number, most: number, unit: string) => {
  const error = (issue: { readonly input?: unknown }) =>
    `must be a whole number of ${least} to ${most} ${unit}; got ${show(issue.input)}`;
  return z.int({ error }).min(least, { error }).max(most, { error });
};

/** What a machine starts from. */
export const AwsImage = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("al2023"),
    releaseVersion: textLike(
      /^1\.\d+\.\d+-\d{8}$/,
      'a release of the EKS images of Amazon Linux, such as "1.34.1-20251120"',
    ).optional(),
  }),
  z.strictObject({
    kind: z.literal("bottlerocket"),
    releaseVersion: textLike(
      /^\d+\.\d+\.\d+-[0-9a-f]+$/,
      'a release of Bottlerocket with its commit, such as "1.50.0-0123abcd"',
    ).optional(),
  }),
  z.strictObject({
    kind: z.literal("custom"),
    imageId: textLike(/^ami-[0-9a-f]{8,17}$/, 'an image id such as "ami-0123456789abcdef0"'),
    /** What the machine runs when it starts, in plain text: with an image of one's own EKS adds nothing. */
    userData: Text,
    rootDevice: textLike(/^\/dev\/[a-z0-9]+$/, 'a device such as "/dev/xvda"').optional(),
  }),
]);
export type AwsImage = z.infer<typeof AwsImage>;

/**
 * The root disk, a gp3 volume. Limits are those that the AWS provider 5.100 takes in a launch template: EC2 itself has raised
 * them since.
 */
export const AwsDisk = z.strictObject({
  sizeGiB: wholeBetween(20, 16_384, "GiB").optional(),
  iops: wholeBetween(3_000, 16_000, "IOPS").optional(),
  throughputMiBps: wholeBetween(125, 1_000, "MiB/s").optional(),
  kmsKeyArn: KmsKeyArn.optional(),
});
export type AwsDisk = z.infer<typeof AwsDisk>;

export const AwsTaint = z.strictObject({
  key: Text,
  value: z.string().optional(),
  effect: z.enum(["NO_SCHEDULE", "NO_EXECUTE", "PREFER_NO_SCHEDULE"]),
});
export type AwsTaint = z.infer<typeof AwsTaint>;

/** How many machines of a node group an update takes at once. */
export const AwsUpdates = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("count"), maxUnavailable: wholeBetween(1, 100, "machines") }),
  z.strictObject({ by: z.literal("percentage"), maxUnavailable: wholeBetween(1, 100, "percent") }),
]);
export type AwsUpdates = z.infer<typeof AwsUpdates>;

export const AwsPool = z.strictObject({
  ...countedPool,
  ...cloudPool,
  capacity: AwsCapacity,
  image: AwsImage.optional(),
  disk: AwsDisk.optional(),
  /** What becomes of the machine's own NVMe disks. */
  localStorage: z.enum(["raid0", "none"]).optional(),
  labels: z.record(z.string(), z.string()).optional(),
  taints: z.array(AwsTaint).optional(),
  updates: AwsUpdates.optional(),
  /** Whether EKS replaces machines that it finds unhealthy. */
  repair: z.boolean().optional(),
});
export type AwsPool = z.infer<typeof AwsPool>;
