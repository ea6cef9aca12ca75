import type { AwsBucketLink, AwsLustreInput } from "../model";

type Events = readonly ("NEW" | "CHANGED" | "DELETED")[];

/** A folder of a file system that shows a part of a bucket. */
export interface AwsBucketLinkOptions {
  /** The folder in the file system, e.g. `/datasets`. */
  readonly path: string;
  /**
   * Which keys of the bucket: those below this prefix.
   * @default - all
   */
  readonly prefix?: string;
  /**
   * Which changes in the bucket show in the file system by themselves.
   * @default - none: what is in the bucket when the link is made
   */
  readonly import?: Events;
  /**
   * Which changes in the file system are written to the bucket by themselves.
   * @default - none
   */
  readonly export?: Events;
}

type Link = Omit<AwsBucketLink, "import" | "export"> & { readonly import?: Events; readonly export?: Events };

/** A link to a bucket of the site, by its name there. */
export const siteBucket = (name: string, options: AwsBucketLinkOptions): Link => ({
  bucket: { kind: "site", name },
  ...options,
});

/** A link to any bucket, by the name that S3 knows. It must let the account's FSx read and write. */
export const otherBucket = (bucketName: string, options: AwsBucketLinkOptions): Link => ({
  bucket: { kind: "other", bucketName },
  ...options,
});

/** What every file system takes. */
interface LustreOptions {
  /** Part of the name that AWS sees. Unique in the cluster. */
  readonly name: string;
  /** The zone, whose accelerators read it: traffic between zones is paid for, and EFA does not pass. */
  readonly zoneId: string;
  /**
   * Compresses what is written, with LZ4.
   * @default true
   */
  readonly compression?: boolean;
  /**
   * Sends warnings and errors of bucket links to CloudWatch.
   * @default true
   */
  readonly logs?: boolean;
  /**
   * When FSx may maintain it: day of the week (1 is Monday) and time in UTC, e.g. `7:03:00`.
   * @default - FSx chooses
   */
  readonly maintenance?: string;
  /**
   * The user and group that root of a client becomes, e.g. `65534:65534`.
   * @default - none: root stays root
   */
  readonly rootSquash?: string;
  /**
   * Takes the file system out of service: the next deploy destroys it with all it holds.
   * @default false
   */
  readonly retired?: boolean;
}

interface KeyOption {
  /**
   * The KMS key. It cannot be changed later.
   * @default - a key of the file system's own, rotated each year
   */
  readonly kmsKeyArn?: string;
}

interface LinksOption {
  /**
   * Folders that show a bucket: `siteBucket(...)`, `otherBucket(...)`.
   * @default - none
   */
  readonly links?: readonly Link[];
}

export interface PersistentLustreOptions extends LustreOptions, KeyOption, LinksOption {
  /** 1,200 GiB, or a multiple of 2,400; with EFA a multiple of 38,400 at 125 MB/s, 19,200 at 250, 9,600 at 500, 4,800 at 1,000. */
  readonly capacityGiB: number;
  /** MB/s for each TiB. */
  readonly throughputPerTiB: 125 | 250 | 500 | 1000;
  /**
   * Whether clients with EFA read and write past the CPU. It cannot be changed later, nor can the throughput then.
   * @default false
   */
  readonly efa?: boolean;
  /**
   * Metadata operations a second: 1,500, 3,000, 6,000, or a multiple of 12,000 up to 192,000.
   * @default - what FSx gives for the capacity
   */
  readonly metadataIops?: number;
  /**
   * Days for which daily backups are kept, 0 to 90. A file system with links takes none.
   * @default - 7; 0 with links
   */
  readonly backupDays?: number;
}

export interface ScratchLustreOptions extends LustreOptions, LinksOption {
  /** 1,200 GiB, or a multiple of 2,400. */
  readonly capacityGiB: number;
}

export interface TieredLustreOptions extends LustreOptions, KeyOption {
  /** MB/s in all, a multiple of 4,000. */
  readonly throughputMBps: number;
  /** Metadata operations a second. */
  readonly metadataIops: 6000 | 12000;
  /** @default false */
  readonly efa?: boolean;
  /**
   * The SSD cache of what is read.
   * @default "proportional" - as large as FSx finds right for the throughput
   */
  readonly readCache?:
    | "proportional"
    | "none"
    | { /** At least 32 for each 4,000 MB/s, at most 131,072. */ readonly sizeGiB: number };
}

type Made<T extends AwsLustreInput["type"]> = Extract<AwsLustreInput, { readonly type: T }>;

/** FSx for Lustre on SSD, replicated, backed up each day (PERSISTENT_2). */
export const lustre = (options: PersistentLustreOptions): Made<"persistent"> => ({
  kind: "lustre",
  type: "persistent",
  ...options,
});

/** FSx for Lustre that is neither replicated nor backed up (SCRATCH_2). */
export const scratchLustre = (options: ScratchLustreOptions): Made<"scratch"> => ({
  kind: "lustre",
  type: "scratch",
  ...options,
});

/** FSx for Lustre that grows and shrinks with what it holds (PERSISTENT_2, Intelligent-Tiering). */
export const tieredLustre = (options: TieredLustreOptions): Made<"intelligentTiering"> => ({
  kind: "lustre",
  type: "intelligentTiering",
  ...options,
});
