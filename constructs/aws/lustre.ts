import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { FsxDataRepositoryAssociation } from "@cdktf/provider-aws/lib/fsx-data-repository-association";
import { FsxLustreFileSystem, type FsxLustreFileSystemConfig } from "@cdktf/provider-aws/lib/fsx-lustre-file-system";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { Construct } from "constructs";
import { TerraformOutput } from "../core/cdktf";
import { type FileSystemOutputs, linkTarget } from "../ledger/aws-storage";
import type { AwsBucketLink, AwsLustre } from "../model";
import { lustreAccess } from "./lustre-access";

/** What a file system stands on. */
export interface LustreGround {
  /** The name of the file system and of its security group. */
  readonly name: string;
  readonly logGroup: string;
  readonly outputs: FileSystemOutputs;
  readonly vpcId: string;
  readonly subnetId: string;
  /** The group that every machine of the cluster has. */
  readonly clusterSecurityGroupId: string;
  /** The group of machines with EFA. */
  readonly acceleratorSecurityGroupId: string;
  readonly protect: boolean;
  /** The bucket of a link, by the name that S3 sees. */
  bucketOf(link: AwsBucketLink): string;
}

type Detail = Omit<FsxLustreFileSystemConfig, "subnetIds">;

/** FSx for Lustre: in one subnet, beside the accelerators that read it. */
export class AwsLustreResources extends Construct {
  readonly fileSystem: FsxLustreFileSystem;
  readonly securityGroup: SecurityGroup;
  readonly key?: KmsKey;
  /** By the path in the file system. */
  readonly links: Readonly<Record<string, FsxDataRepositoryAssociation>>;

  constructor(scope: Construct, id: string, spec: AwsLustre, ground: LustreGround) {
    super(scope, id);
    const { name, protect } = ground;
    const efa = spec.type !== "scratch" && spec.efa === true;
    this.securityGroup = new SecurityGroup(this, "access", {
      name,
      description: `${name}: Lustre`,
      vpcId: ground.vpcId,
      tags: { Name: name },
    });
    const access = lustreAccess(this, this.securityGroup.id, ground, efa);
    const kmsKeyId = this.keyFor(spec, ground);
    this.fileSystem = new FsxLustreFileSystem(this, "file-system", {
      subnetIds: [ground.subnetId],
      securityGroupIds: [this.securityGroup.id],
      ...detail(spec),
      // PERSISTENT_2 takes 2.12 and later, metadata servers of its own 2.15.
      fileSystemTypeVersion: "2.15",
      dataCompressionType: spec.compression === false ? "NONE" : "LZ4",
      ...(kmsKeyId === undefined ? {} : { kmsKeyId }),
      ...(spec.maintenance === undefined ? {} : { weeklyMaintenanceStartTime: spec.maintenance }),
      ...(spec.rootSquash === undefined ? {} : { rootSquashConfiguration: { rootSquash: spec.rootSquash } }),
      ...this.logs(spec, ground),
      tags: { Name: name },
      timeouts: { create: "2h", update: "12h", delete: "2h" },
      // With EFA it is made only where its group lets all traffic pass to and from itself.
      dependsOn: access,
      lifecycle: { preventDestroy: protect, ignoreChanges: decidedByFsx(spec) },
    });
    this.links = Object.fromEntries(linksOf(spec).map((link) => [link.path, this.link(link, ground)]));
    this.output(ground);
  }

  /** A key of its own, unless another is given. Scratch has none: FSx encrypts it with keys that nobody sees. */
  private keyFor(spec: AwsLustre, { name, protect }: LustreGround): string | undefined {
    if (spec.type === "scratch") return undefined;
    if (spec.kmsKeyArn !== undefined) return spec.kmsKeyArn;
    return new KmsKey(this, "key", {
      description: `FSx for Lustre ${name}`,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      tags: { Name: name },
      lifecycle: { preventDestroy: protect },
    }).arn;
  }

  private logs(spec: AwsLustre, { logGroup }: LustreGround): Pick<FsxLustreFileSystemConfig, "logConfiguration"> {
    if (spec.logs === false) return {};
    const logs = new CloudwatchLogGroup(this, "logs", { name: logGroup, retentionInDays: 90 });
    return { logConfiguration: { destination: logs.arn, level: "WARN_ERROR" } };
  }

  private link(link: AwsBucketLink, ground: LustreGround): FsxDataRepositoryAssociation {
    const { path, prefix, import: imported, export: exported } = link;
    const name = path.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "");
    return new FsxDataRepositoryAssociation(this, name === "" ? "link" : `link-${name}`, {
      fileSystemId: this.fileSystem.id,
      fileSystemPath: path,
      dataRepositoryPath: linkTarget(ground.bucketOf(link), prefix),
      batchImportMetaDataOnCreate: true,
      ...(imported === undefined && exported === undefined
        ? {}
        : {
            s3: {
              ...(imported === undefined ? {} : { autoImportPolicy: { events: imported } }),
              ...(exported === undefined ? {} : { autoExportPolicy: { events: exported } }),
            },
          }),
      timeouts: { create: "1h", update: "1h", delete: "1h" },
    });
  }

  private output({ outputs, subnetId }: LustreGround): void {
    const values: FileSystemOutputs = {
      id: this.fileSystem.id,
      dnsName: this.fileSystem.dnsName,
      mountName: this.fileSystem.mountName,
      subnetId,
      securityGroupId: this.securityGroup.id,
    };
    for (const part of ["id", "dnsName", "mountName", "subnetId", "securityGroupId"] as const) {
      new TerraformOutput(this, `output-${part}`, { value: values[part] }).overrideLogicalId(outputs[part]);
    }
  }
}

const linksOf = (spec: AwsLustre): readonly AwsBucketLink[] =>
  spec.type === "intelligentTiering" ? [] : (spec.links ?? []);

/** Days for which FSx keeps its daily backups, where nothing is said. A file system that is linked to a bucket takes none. */
const BACKUP_DAYS = 7;

function detail(spec: AwsLustre): Detail {
  switch (spec.type) {
    case "scratch":
      return { deploymentType: "SCRATCH_2", storageType: "SSD", storageCapacity: spec.capacityGiB };
    case "persistent":
      return {
        deploymentType: "PERSISTENT_2",
        storageType: "SSD",
        storageCapacity: spec.capacityGiB,
        perUnitStorageThroughput: spec.throughputPerTiB,
        metadataConfiguration:
          spec.metadataIops === undefined
            ? { mode: "AUTOMATIC" }
            : { mode: "USER_PROVISIONED", iops: spec.metadataIops },
        ...(spec.efa === true ? { efaEnabled: true } : {}),
        automaticBackupRetentionDays: spec.backupDays ?? (linksOf(spec).length > 0 ? 0 : BACKUP_DAYS),
        copyTagsToBackups: true,
      };
    case "intelligentTiering":
      return {
        deploymentType: "PERSISTENT_2",
        storageType: "INTELLIGENT_TIERING",
        throughputCapacity: spec.throughputMBps,
        metadataConfiguration: { mode: "USER_PROVISIONED", iops: spec.metadataIops },
        dataReadCacheConfiguration: readCache(spec.readCache),
        ...(spec.efa === true ? { efaEnabled: true } : {}),
      };
  }
}

/**
 * FSx decides the size of a cache in proportion to the throughput, and says so afterwards, which the provider takes for a change.
 * Source: hashicorp/terraform-provider-aws, pull request 49023.
 */
const decidedByFsx = (spec: AwsLustre): string[] =>
  spec.type === "intelligentTiering" && (spec.readCache ?? "proportional") === "proportional"
    ? ["data_read_cache_configuration[0].size"]
    : [];

function readCache(
  cache: Extract<AwsLustre, { readonly type: "intelligentTiering" }>["readCache"],
): FsxLustreFileSystemConfig["dataReadCacheConfiguration"] {
  if (cache === "none") return { sizingMode: "NO_CACHE" };
  if (cache === undefined || cache === "proportional") return { sizingMode: "PROPORTIONAL_TO_THROUGHPUT_CAPACITY" };
  return { sizingMode: "USER_PROVISIONED", size: cache.sizeGiB };
}
