import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import {
  S3BucketLifecycleConfiguration,
  type S3BucketLifecycleConfigurationRule,
} from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Construct } from "constructs";
import type { AwsBucket, AwsLifecycle } from "../model";

/** What a bucket stands on. */
export interface BucketGround {
  /** The name that S3 sees. */
  readonly name: string;
  readonly account: string;
  readonly region: string;
  /** `aws`, `aws-us-gov`, `aws-cn`. */
  readonly partition: string;
  readonly protect: boolean;
}

/** A bucket that keeps versions, encrypts with a key, and lets nobody in from outside or without TLS. */
export class AwsBucketResources extends Construct {
  readonly bucket: S3Bucket;
  /** The bucket's own key; absent where another is given. */
  readonly key?: KmsKey;

  constructor(scope: Construct, id: string, spec: AwsBucket, ground: BucketGround) {
    super(scope, id);
    const lifecycle = { preventDestroy: ground.protect };
    if (spec.kmsKeyArn === undefined) {
      this.key = new KmsKey(this, "key", {
        description: `Objects of the bucket ${ground.name}`,
        enableKeyRotation: true,
        deletionWindowInDays: 30,
        policy: JSON.stringify(keyPolicy(ground)),
        tags: { Name: ground.name },
        lifecycle,
      });
    }
    this.bucket = new S3Bucket(this, "bucket", { bucket: ground.name, tags: { Name: ground.name }, lifecycle });
    const bucket = this.bucket.id;
    // "Suspended" and not "Disabled": a bucket that once kept versions cannot be without.
    const versioning = new S3BucketVersioningA(this, "versioning", {
      bucket,
      versioningConfiguration: { status: spec.versioning === false ? "Suspended" : "Enabled" },
    });
    new S3BucketServerSideEncryptionConfigurationA(this, "encryption", {
      bucket,
      rule: [
        {
          applyServerSideEncryptionByDefault: {
            sseAlgorithm: "aws:kms",
            kmsMasterKeyId: this.key?.arn ?? spec.kmsKeyArn ?? "",
          },
          bucketKeyEnabled: true,
        },
      ],
    });
    const closed = new S3BucketPublicAccessBlock(this, "public-access", {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    const owned = new S3BucketOwnershipControls(this, "ownership", {
      bucket,
      rule: { objectOwnership: "BucketOwnerEnforced" },
    });
    new S3BucketPolicy(this, "policy", {
      bucket,
      policy: JSON.stringify(tlsOnly(`arn:${ground.partition}:s3:::${ground.name}`)),
      // S3 refuses to change two of these at once.
      dependsOn: [closed, owned],
    });
    new S3BucketLifecycleConfiguration(this, "lifecycle", {
      bucket,
      rule: rules(spec.lifecycle ?? {}),
      dependsOn: [versioning],
    });
  }
}

const tlsOnly = (arn: string) => ({
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "TlsOnly",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: [arn, `${arn}/*`],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
    {
      Sid: "Tls12",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: [arn, `${arn}/*`],
      Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } },
    },
  ],
});

/**
 * The account decides by its own policies who uses the key; and FSx may, through S3, whose role for a file system has no policy
 * for keys. Source: FSx for Lustre user guide, working with server-side encrypted Amazon S3 buckets.
 */
const keyPolicy = ({ account, region, partition }: BucketGround) => ({
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "Account",
      Effect: "Allow",
      Principal: { AWS: `arn:${partition}:iam::${account}:root` },
      Action: "kms:*",
      Resource: "*",
    },
    {
      Sid: "LustreThroughS3",
      Effect: "Allow",
      Principal: { AWS: "*" },
      Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
      Resource: "*",
      Condition: {
        StringEquals: { "kms:CallerAccount": account, "kms:ViaService": `s3.${region}.${suffixOf(partition)}` },
        ArnLike: {
          "aws:PrincipalArn": `arn:${partition}:iam::${account}:role/aws-service-role/s3.data-source.lustre.fsx.amazonaws.com/AWSServiceRoleForFSxS3Access_fs-*`,
        },
      },
    },
  ],
});

const suffixOf = (partition: string): string => (partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com");

/** Uploads that nobody finished are paid for and seen by nobody. */
const ABORT_DAYS = 7;

/** One rule for each thing that happens to objects, so that none depends on another. */
function rules(lifecycle: AwsLifecycle): S3BucketLifecycleConfigurationRule[] {
  const { transition, expireDays, expireNoncurrentDays, abortMultipartDays = ABORT_DAYS } = lifecycle;
  const rule = (id: string, what: Partial<S3BucketLifecycleConfigurationRule>): S3BucketLifecycleConfigurationRule => ({
    id,
    status: "Enabled",
    filter: [{ prefix: "" }],
    ...what,
  });
  return [
    rule("abort-multipart", { abortIncompleteMultipartUpload: [{ daysAfterInitiation: abortMultipartDays }] }),
    ...(transition === undefined
      ? []
      : [rule("transition", { transition: [{ days: transition.days, storageClass: transition.storageClass }] })]),
    ...(expireDays === undefined ? [] : [rule("expire", { expiration: [{ days: expireDays }] })]),
    ...(expireNoncurrentDays === undefined
      ? []
      : [rule("expire-noncurrent", { noncurrentVersionExpiration: [{ noncurrentDays: expireNoncurrentDays }] })]),
  ];
}
