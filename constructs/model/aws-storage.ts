import { z } from "zod";
import { AwsZoneId } from "./aws-capacity";
import { KmsKeyArn, wholeBetween } from "./aws-pool";
import { retirable } from "./cluster-base";
import { type DeepReadonly, Name, textLike } from "./primitives";

const events = z.array(z.enum(["NEW", "CHANGED", "DELETED"])).min(1, { error: "must hold at least one event" });

/** A folder of a file system that shows a part of a bucket: a data repository association. */
export const AwsBucketLink = z.strictObject({
  /** The folder in the file system. */
  path: textLike(/^\/.{0,4095}$/, 'a path in the file system that begins with "/"'),
  /** A bucket of the site, by its name there, or any other by its S3 name. */
  bucket: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("site"), name: Name }),
    z.strictObject({
      kind: z.literal("other"),
      bucketName: textLike(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'the name of an S3 bucket, such as "atlas-datasets"'),
    }),
  ]),
  /** The part of the bucket: keys that begin so. */
  prefix: textLike(/^[^/].*[^/]$|^[^/]$/, "a prefix of keys without a slash at either end").optional(),
  /** Which changes in the bucket show in the file system. */
  import: events.optional(),
  /** Which changes in the file system are written to the bucket. */
  export: events.optional(),
});
export type AwsBucketLink = z.infer<typeof AwsBucketLink>;

const lustre = { kind: z.literal("lustre"), name: Name, zoneId: AwsZoneId, ...retirable };
const gibibytes = wholeBetween(1, 10_000_000, "GiB");
const maintained = {
  /** Day of the week (1 is Monday) and time in UTC: `7:03:00`. */
  maintenance: textLike(/^[1-7]:([01]\d|2[0-3]):[0-5]\d$/, 'a day and a time in UTC such as "7:03:00"').optional(),
  rootSquash: textLike(/^\d{1,10}:\d{1,10}$/, 'a user and a group such as "65534:65534"').optional(),
  /** Compresses what is written. */
  compression: z.boolean().optional(),
  /** Sends warnings and errors of the bucket link to CloudWatch. */
  logs: z.boolean().optional(),
};

/** FSx for Lustre. */
export const AwsLustre = z.discriminatedUnion("type", [
  /** PERSISTENT_2 on SSD. */
  z.strictObject({
    ...lustre,
    type: z.literal("persistent"),
    capacityGiB: gibibytes,
    throughputPerTiB: z.literal([125, 250, 500, 1000], {
      error: (issue) => `must be 125, 250, 500 or 1000 MB/s for each TiB; got ${String(issue.input)}`,
    }),
    efa: z.boolean().optional(),
    metadataIops: wholeBetween(1_500, 192_000, "IOPS").optional(),
    backupDays: wholeBetween(0, 90, "days").optional(),
    kmsKeyArn: KmsKeyArn.optional(),
    links: z.array(AwsBucketLink).optional(),
    ...maintained,
  }),
  /** SCRATCH_2: neither replicated nor backed up. */
  z.strictObject({
    ...lustre,
    type: z.literal("scratch"),
    capacityGiB: gibibytes,
    links: z.array(AwsBucketLink).optional(),
    ...maintained,
  }),
  /** PERSISTENT_2 with Intelligent-Tiering: grows and shrinks with what it holds. */
  z.strictObject({
    ...lustre,
    type: z.literal("intelligentTiering"),
    throughputMBps: wholeBetween(4_000, 2_000_000, "MB/s"),
    metadataIops: z.literal([6_000, 12_000], {
      error: (issue) => `must be 6000 or 12000 IOPS; got ${String(issue.input)}`,
    }),
    efa: z.boolean().optional(),
    /** The SSD read cache: in proportion to the throughput, of a size of its own, or none. */
    readCache: z
      .union([z.literal(["proportional", "none"]), z.strictObject({ sizeGiB: wholeBetween(32, 131_072, "GiB") })])
      .optional(),
    kmsKeyArn: KmsKeyArn.optional(),
    ...maintained,
  }),
]);
export type AwsLustre = z.infer<typeof AwsLustre>;
/** A file system as one writes it. */
export type AwsLustreInput = DeepReadonly<z.input<typeof AwsLustre>>;

const days = wholeBetween(1, 36_500, "days");

export const AwsLifecycle = z.strictObject({
  /** Moves objects to a colder class. */
  transition: z
    .strictObject({
      days: wholeBetween(0, 36_500, "days"),
      storageClass: z.enum([
        "STANDARD_IA",
        "ONEZONE_IA",
        "INTELLIGENT_TIERING",
        "GLACIER_IR",
        "GLACIER",
        "DEEP_ARCHIVE",
      ]),
    })
    .optional(),
  /** Deletes objects. */
  expireDays: days.optional(),
  /** Deletes versions that were replaced or deleted. */
  expireNoncurrentDays: days.optional(),
  /** Ends uploads in parts that nobody finished. */
  abortMultipartDays: days.optional(),
});
export type AwsLifecycle = z.infer<typeof AwsLifecycle>;

/** An S3 bucket of a site. */
export const AwsBucket = z.strictObject({
  name: Name,
  ...retirable,
  /** The name that S3 sees, unique in the world. */
  bucketName: textLike(/^.{1,255}$/, "the name of an S3 bucket").optional(),
  versioning: z.boolean().optional(),
  kmsKeyArn: KmsKeyArn.optional(),
  lifecycle: AwsLifecycle.optional(),
});
export type AwsBucket = z.infer<typeof AwsBucket>;
/** A bucket as one writes it. */
export type AwsBucketInput = DeepReadonly<z.input<typeof AwsBucket>>;
