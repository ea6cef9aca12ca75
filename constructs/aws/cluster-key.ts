import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import type { AwsSiteSpec, ClusterKeys } from "../model";
import { arn, iamArn, policyDocument, regionalPrincipal } from "./iam";

export interface AwsClusterKeyOptions {
  readonly site: AwsSiteSpec;
  /** The name of the cluster. */
  readonly name: string;
  /** The log group that the key encrypts. */
  readonly logGroup: string;
}

/**
 * The key of a cluster's secrets and logs, which rotates each year. The account's own policies say who administers and uses it; and
 * CloudWatch Logs may use it for this one log group. Sources: EKS user guide, "Encrypt Kubernetes secrets with KMS"; CloudWatch
 * Logs user guide, "Encrypt log data using AWS KMS".
 */
export class AwsClusterKey extends Construct {
  readonly key: KmsKey;

  constructor(scope: Construct, id: string, { site, name, logGroup }: AwsClusterKeyOptions) {
    super(scope, id);
    this.key = new KmsKey(this, "key", {
      description: `Secrets and logs of the EKS cluster ${name}`,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      policy: policyDocument([
        {
          Sid: "Account",
          Effect: "Allow",
          Principal: { AWS: iamArn(site, "root") },
          Action: "kms:*",
          Resource: "*",
        },
        {
          Sid: "Logs",
          Effect: "Allow",
          Principal: { Service: regionalPrincipal(site, "logs") },
          Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
          Resource: "*",
          Condition: {
            ArnEquals: { "kms:EncryptionContext:aws:logs:arn": arn(site, "logs", `log-group:${logGroup}`) },
          },
        },
      ]),
      tags: { Name: name },
      lifecycle: { preventDestroy: site.protect },
    });
    new KmsAlias(this, "alias", { name: `alias/${name}`, targetKeyId: this.key.keyId });
  }
}

/** ARNs of the keys of a cluster's secrets and logs, and the key that is made where the user does not give both. */
export interface AwsClusterKeyArns {
  readonly secrets: string;
  readonly logs: string;
  readonly made?: AwsClusterKey;
}

export function clusterKeys(
  scope: Construct,
  options: AwsClusterKeyOptions,
  { secrets, logs }: ClusterKeys = {},
): AwsClusterKeyArns {
  if (secrets !== undefined && logs !== undefined) return { secrets, logs };
  const made = new AwsClusterKey(scope, "key", options);
  return { secrets: secrets ?? made.key.arn, logs: logs ?? made.key.arn, made };
}
