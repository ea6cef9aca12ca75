import type { GoogleFilestore, GoogleLustre } from "../model";

/** What `lustre` takes. */
export interface LustreOptions {
  /** Its name within the cluster. */
  readonly name: string;
  /** The zone, best that of the pools which read it. */
  readonly zone: string;
  /** Capacity in GiB, in steps of 9,000, 18,000, 36,000 or 72,000 for 1000, 500, 250 or 125 MB/s a TiB. It grows in place. */
  readonly capacityGiB: number;
  /** MB/s a TiB. Another replaces the file system. */
  readonly throughput: 125 | 250 | 500 | 1000;
  /**
   * The name that clients mount: a letter and up to seven letters and digits.
   * @default "lustrefs"
   */
  readonly filesystem?: string;
  /**
   * Port 6988 in place of 988, for GKE before 1.33.2.
   * @default false
   */
  readonly legacyPort?: boolean;
  /**
   * Takes the file system out of service: the next deploy destroys it with all it holds.
   * @default false
   */
  readonly retired?: boolean;
}

/** Managed Lustre: what jobs read and write at full speed. The cluster's network states a range for it, `privateServices`. */
export const lustre = (options: LustreOptions): LustreOptions & { readonly kind: GoogleLustre["kind"] } => ({
  kind: "lustre",
  ...options,
});

/** What `filestore` takes. */
export interface FilestoreOptions {
  /** Its name within the cluster. */
  readonly name: string;
  /** One zone, or all zones of the region. */
  readonly tier: GoogleFilestore["tier"];
  /**
   * The zone of the zonal tier.
   * @default - none: the other tiers stand in the region
   */
  readonly zone?: string;
  /**
   * Capacity in GiB: 1,024 to 9,984 in steps of 256; of the zonal and regional tiers also 10,240 to 102,400 in steps of 2,560, of the
   * enterprise tier also 10,240.
   */
  readonly capacityGiB: number;
  /**
   * The share that clients mount.
   * @default "data"
   */
  readonly share?: string;
  /** @default "NFS_V3" */
  readonly protocol?: GoogleFilestore["protocol"];
  /**
   * Takes the file system out of service: the next deploy destroys it with all it holds.
   * @default false
   */
  readonly retired?: boolean;
}

/**
 * Filestore: NFS for homes, code and tools. It lies in the range `privateServices` of the cluster's network, in a shared VPC in the range
 * that its owner has peered with Google's services, else in one that Google chooses.
 */
export const filestore = (
  options: FilestoreOptions,
): FilestoreOptions & { readonly kind: GoogleFilestore["kind"] } => ({
  kind: "filestore",
  ...options,
});

/** A file system of a cluster. */
export type GoogleFileSystem = ReturnType<typeof lustre> | ReturnType<typeof filestore>;
