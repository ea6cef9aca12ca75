import type { AwsBucket, AwsBucketLink, AwsCluster, AwsLustre, AwsSiteSpec } from "../model";
import { clusterName } from "./cloud-names";

type Named = { readonly name: string };

/**
 * The name that S3 sees of a bucket: its own, else one that fleet, site, account and region make unique. It never changes with
 * anything that is added.
 */
export const bucketName = (
  fleet: string,
  site: Pick<AwsSiteSpec, "name" | "account" | "region">,
  bucket: Pick<AwsBucket, "name" | "bucketName">,
): string => bucket.bucketName ?? `${fleet}-${site.name}-${bucket.name}-${site.account}-${site.region}`;

/** The bucket that a link means, by the name that S3 sees; nothing for one of the site that there is not. */
export function linkedBucket(fleet: string, site: AwsSiteSpec, link: AwsBucketLink): string | undefined {
  const { bucket } = link;
  if (bucket.kind === "other") return bucket.bucketName;
  const found = site.buckets?.find(({ name }) => name === bucket.name);
  return found === undefined ? undefined : bucketName(fleet, site, found);
}

/** Where a link leads: `s3://bucket/prefix/`. */
export const linkTarget = (bucket: string, prefix: string | undefined): string =>
  `s3://${bucket}/${prefix === undefined ? "" : `${prefix}/`}`;

/** The name of a file system, and of what stands around it: its security group, its key. */
export const fileSystemName = (site: Named, cluster: Named, fileSystem: Named): string =>
  `${clusterName(site, cluster)}-${fileSystem.name}`;

/** The log group of a file system. FSx takes none whose name begins otherwise. */
export const fileSystemLogGroup = (site: Named, cluster: Named, fileSystem: Named): string =>
  `/aws/fsx/${fileSystemName(site, cluster, fileSystem)}`;

/** What the manifests of a cluster need of a file system, as the names of outputs of its stack. None of it is a secret. */
export interface FileSystemOutputs {
  readonly id: string;
  readonly dnsName: string;
  readonly mountName: string;
  readonly subnetId: string;
  readonly securityGroupId: string;
}

/** The names of a file system's outputs: `lustre-train-scratch-id`. */
export function fileSystemOutputs(cluster: Named, fileSystem: Named): FileSystemOutputs {
  const output = (part: string) => `lustre-${cluster.name}-${fileSystem.name}-${part}`;
  return {
    id: output("id"),
    dnsName: output("dns-name"),
    mountName: output("mount-name"),
    subnetId: output("subnet-id"),
    securityGroupId: output("security-group-id"),
  };
}

/** Zones of the file systems of some clusters. */
export const storageZones = (clusters: readonly Pick<AwsCluster, "storage">[]): readonly string[] =>
  clusters.flatMap(({ storage = [] }) => storage.map(({ zoneId }) => zoneId));

/** Ports of Lustre between clients and servers. Source: FSx for Lustre user guide, file system access control with Amazon VPC. */
export const LUSTRE_PORTS: readonly (readonly [from: number, to: number])[] = [
  [988, 988],
  [1018, 1023],
];

/** Least and step of the capacity of a file system with EFA, in GiB, by throughput. Source: FSx for Lustre user guide, EFA. */
const efaCapacity: Readonly<Record<number, number>> = { 125: 38_400, 250: 19_200, 500: 9_600, 1000: 4_800 };

/** Capacities that a file system may have, in GiB: some small ones, and every multiple of a step. */
export interface CapacityGrid {
  readonly small: readonly number[];
  readonly step: number;
}

/** Source: FSx API reference, CreateFileSystem, StorageCapacity. */
export function capacityGrid(fileSystem: Exclude<AwsLustre, { readonly type: "intelligentTiering" }>): CapacityGrid {
  const efa = fileSystem.type === "persistent" && fileSystem.efa === true;
  const step = efa ? efaCapacity[fileSystem.throughputPerTiB] : undefined;
  return step === undefined ? { small: [1_200], step: 2_400 } : { small: [], step };
}

export const isOnGrid = ({ small, step }: CapacityGrid, capacityGiB: number): boolean =>
  small.includes(capacityGiB) || capacityGiB % step === 0;

/** Metadata IOPS that FSx takes: a few, and every multiple of 12,000. Source: as above, metadata configuration. */
export const isMetadataIops = (iops: number): boolean => [1_500, 3_000, 6_000].includes(iops) || iops % 12_000 === 0;
