import { z } from "zod";
import { retirable } from "./cluster-base";
import { googleZone } from "./google-names";
import { type DeepReadonly, Name, positiveCount, Text, textLike } from "./primitives";
import { show } from "./show";

const gibibytes = positiveCount("GiB");

/** Managed Lustre: what jobs read and write at full speed. */
export const GoogleLustre = z.strictObject({
  kind: z.literal("lustre"),
  name: Name,
  zone: googleZone,
  capacityGiB: gibibytes,
  /** MB/s a TiB. */
  throughput: z.union([z.literal(125), z.literal(250), z.literal(500), z.literal(1000)], {
    error: (issue) => `must be 125, 250, 500 or 1000 MB/s a TiB; got ${show(issue.input)}`,
  }),
  /** The name that clients mount. */
  filesystem: Text.default("lustrefs"),
  /** Port 6988, which GKE before 1.33.2 needs. */
  legacyPort: z.boolean().default(false),
  ...retirable,
});
export type GoogleLustre = z.infer<typeof GoogleLustre>;

/** Filestore: NFS for homes, code and tools. */
export const GoogleFilestore = z.strictObject({
  kind: z.literal("filestore"),
  name: Name,
  tier: z.enum(["zonal", "regional", "enterprise"]),
  /** Of the zonal tier; the others stand in the region. */
  zone: googleZone.optional(),
  capacityGiB: gibibytes,
  share: Text.default("data"),
  protocol: z.enum(["NFS_V3", "NFS_V4_1"]).default("NFS_V3"),
  ...retirable,
});
export type GoogleFilestore = z.infer<typeof GoogleFilestore>;

export const GoogleStorage = z.discriminatedUnion("kind", [GoogleLustre, GoogleFilestore]);
export type GoogleStorage = z.infer<typeof GoogleStorage>;

/** What happens to objects with their age. */
const LifecycleStep = z.strictObject({
  afterDays: positiveCount("days"),
  /** Moved to that class, or deleted. */
  to: z.enum(["NEARLINE", "COLDLINE", "ARCHIVE", "deleted"]),
  /** Only what lies under these prefixes. */
  prefixes: z.array(Text).optional(),
});

/** A bucket of Cloud Storage. */
export const GoogleBucket = z.strictObject({
  name: Name,
  /** Its name in all of Cloud Storage, where that is not made of project, site and name. */
  bucket: Text.optional(),
  /** A region, or a multi-region such as `US`. */
  location: textLike(/^[a-zA-Z]+(-[a-z]+\d+)?\d?$/, 'a location such as "us-central1" or "US"').optional(),
  storageClass: z.enum(["STANDARD", "NEARLINE", "COLDLINE", "ARCHIVE"]).default("STANDARD"),
  /** Folders that are renamed at once, for checkpoints. */
  hierarchical: z.boolean().default(false),
  versioning: z.boolean().default(false),
  /** Days for which what was deleted can be restored, 0 or 7 to 90. */
  softDeleteDays: z.number().int().default(7),
  lifecycle: z.array(LifecycleStep).default([]),
  ...retirable,
});
export type GoogleBucket = z.infer<typeof GoogleBucket>;
/** A bucket as one writes it, its name apart. */
export type GoogleBucketInput = DeepReadonly<Omit<z.input<typeof GoogleBucket>, "name">>;
