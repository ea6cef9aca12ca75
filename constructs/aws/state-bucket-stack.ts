import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketLoggingA } from "@cdktf/provider-aws/lib/s3-bucket-logging";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { partitionOf } from "../catalog";
import { TerraformOutput, type TerraformStack } from "../core/cdktf";
import { statePrefix } from "../ledger";
import type { AwsStateStore, State } from "../model";
import { AWS_PROVIDER } from "./provider";
import { bucketPolicy, keyPolicy, type StatePlace, userPolicy } from "./state-policies";

type S3State = Extract<State, { kind: "s3" }>;

/** What the stack of the state's bucket holds. */
export class StateBucketResources {
  readonly provider: AwsProvider;
  readonly bucket: S3Bucket;
  /** The key, unless the state names one that is there already. */
  readonly key?: KmsKey;
  /** IAM policy document of whoever only plans, as JSON. */
  readonly planPolicy: string;
  /** IAM policy document of whoever plans and applies, as JSON. */
  readonly applyPolicy: string;

  constructor(
    private readonly stack: TerraformStack,
    private readonly state: S3State,
    private readonly spec: AwsStateStore,
    fleet: string,
  ) {
    this.provider = new AwsProvider(stack, "aws", {
      region: state.region,
      allowedAccountIds: [spec.account],
      defaultTags: [{ tags: { "siteform:fleet": fleet } }],
    });
    stack.addOverride("terraform.required_providers.aws", AWS_PROVIDER);

    const partition = partitionOf(state.region);
    const { key, arn: keyArn, aliases: keyAliases } = this.encryptionKey(partition);
    if (key !== undefined) this.key = key;
    this.bucket = new S3Bucket(stack, "bucket", { bucket: state.bucket, ...this.lifecycle() });
    const place: StatePlace = {
      bucketArn: `arn:${partition}:s3:::${state.bucket}`,
      prefix: statePrefix(fleet, state),
      keyArn,
      keyAliases,
    };
    this.guard(place);
    this.keepVersions();
    if (spec.accessLog !== undefined) {
      new S3BucketLoggingA(stack, "access-log", {
        bucket: this.bucket.id,
        targetBucket: spec.accessLog.bucket,
        targetPrefix: spec.accessLog.prefix ?? `${state.bucket}/`,
      });
    }
    this.planPolicy = userPolicy(place, "plan");
    this.applyPolicy = userPolicy(place, "apply");
    this.output("bucket_name", this.bucket.bucket, "The bucket of the state");
    this.output("kms_key_arn", keyArn, "The key of the state");
    this.output("plan_policy", this.planPolicy, "IAM policy of whoever plans: reads states, takes and releases locks");
    this.output("apply_policy", this.applyPolicy, "IAM policy of whoever plans and applies");
  }

  /** The key that the state names, or a new one. */
  private encryptionKey(partition: string): { key?: KmsKey; arn: string; aliases: readonly string[] } {
    const { kmsKeyId, region, bucket } = this.state;
    const ofThisAccount = `arn:${partition}:kms:${region}:${this.spec.account}`;
    const alias = kmsKeyId === undefined ? undefined : /(?:^|:)(alias\/.+)$/.exec(kmsKeyId)?.[1];
    if (kmsKeyId !== undefined && alias === undefined) {
      return { arn: kmsKeyId.startsWith("arn:") ? kmsKeyId : `${ofThisAccount}:key/${kmsKeyId}`, aliases: [] };
    }
    const key = new KmsKey(this.stack, "key", {
      description: `Terraform state in ${bucket}`,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      policy: keyPolicy(partition, this.spec.account),
      ...this.lifecycle(),
    });
    // The alias of a key may not have dots, a bucket may.
    const name = alias ?? `alias/${bucket.replaceAll(".", "-")}`;
    new KmsAlias(this.stack, "key-alias", { name, targetKeyId: key.keyId });
    return { key, arn: key.arn, aliases: alias === undefined ? [] : [alias, `${ofThisAccount}:${alias}`] };
  }

  /** Nobody else, nothing public, nothing unencrypted. */
  private guard(place: StatePlace): void {
    const bucket = this.bucket.id;
    new S3BucketOwnershipControls(this.stack, "ownership", {
      bucket,
      rule: { objectOwnership: "BucketOwnerEnforced" },
    });
    const block = new S3BucketPublicAccessBlock(this.stack, "public-access", {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    new S3BucketServerSideEncryptionConfigurationA(this.stack, "encryption", {
      bucket,
      rule: [
        {
          applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: place.keyArn },
          bucketKeyEnabled: true,
        },
      ],
    });
    // S3 refuses two of these at the same time.
    new S3BucketPolicy(this.stack, "policy", { bucket, policy: bucketPolicy(place), dependsOn: [block] });
  }

  /** Every state can be had back for a while; the lock's versions, one a run, go the same way. */
  private keepVersions(): void {
    const versioning = new S3BucketVersioningA(this.stack, "versioning", {
      bucket: this.bucket.id,
      versioningConfiguration: { status: "Enabled" },
    });
    new S3BucketLifecycleConfiguration(this.stack, "lifecycle", {
      bucket: this.bucket.id,
      rule: [
        {
          id: "old-versions",
          status: "Enabled",
          filter: [{ prefix: "" }],
          noncurrentVersionExpiration: [
            { noncurrentDays: this.spec.versionDays, newerNoncurrentVersions: this.spec.keepVersions },
          ],
          expiration: [{ expiredObjectDeleteMarker: true }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        },
      ],
      dependsOn: [versioning],
    });
  }

  private lifecycle(): { lifecycle?: { preventDestroy: true } } {
    return this.spec.protect ? { lifecycle: { preventDestroy: true } } : {};
  }

  private output(id: string, value: string, description: string): void {
    new TerraformOutput(this.stack, id, { value, description });
  }
}
