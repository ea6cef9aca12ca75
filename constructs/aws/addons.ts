import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import type { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Construct } from "constructs";
import { type AddonRole, addonsOf, type PlannedAddon } from "../ledger/aws-addons";
import type { AwsCluster, AwsSiteSpec } from "../model";
import { arn, iamArn, managedPolicy, policyDocument } from "./iam";
import { clusterName, roleName } from "./names";
import { podRole } from "./pod-role";

export interface AwsAddonOptions {
  readonly site: AwsSiteSpec;
  readonly spec: AwsCluster;
  readonly cluster: EksCluster;
  /**
   * What lets machines reach AWS. The first add-on waits for it, and all machines wait for that: machines are drained before their
   * way out is taken down.
   */
  readonly wayOut: readonly { readonly fqn: string }[];
}

type Dependable = EksAddon | IamRolePolicy | IamRolePolicyAttachment;

/**
 * The add-ons of a cluster, each with a role of its own where it calls AWS. What a machine needs to be ready comes before the
 * machines; the rest after them, since a deployment such as CoreDNS is not active before it has a machine to run on.
 */
export class AwsAddons extends Construct {
  /** Add-ons that come before the machines. */
  readonly early: readonly EksAddon[];
  /** By name. */
  readonly addons: Record<string, EksAddon> = {};

  constructor(
    scope: Construct,
    id: string,
    private readonly options: AwsAddonOptions,
  ) {
    super(scope, id);
    const early: EksAddon[] = [];
    // The agent is the first: the rights of those after it come through it.
    for (const planned of addonsOf(options.spec).filter((each) => each.early)) {
      early.push(this.addon(planned, early.slice(0, 1), early.length === 0 ? options.wayOut : []));
    }
    this.early = early;
  }

  /** Adds those that need machines. */
  addLate(machines: readonly { readonly fqn: string }[]): void {
    for (const planned of addonsOf(this.options.spec).filter((each) => !each.early)) {
      this.addon(planned, [], machines);
    }
  }

  private addon(
    planned: PlannedAddon,
    after: readonly EksAddon[],
    machines: readonly { readonly fqn: string }[] = [],
  ): EksAddon {
    const { cluster } = this.options;
    const role = planned.role === undefined ? undefined : this.role(planned.role);
    const addon = new EksAddon(this, planned.name, {
      clusterName: cluster.name,
      addonName: planned.name,
      ...(planned.version === undefined ? {} : { addonVersion: planned.version }),
      ...(planned.configuration === undefined ? {} : { configurationValues: JSON.stringify(planned.configuration) }),
      ...(role === undefined
        ? {}
        : { podIdentityAssociation: [{ roleArn: role.arn, serviceAccount: role.serviceAccount }] }),
      resolveConflictsOnCreate: "OVERWRITE",
      resolveConflictsOnUpdate: "PRESERVE",
      dependsOn: [...after, ...machines, ...(role?.policies ?? [])],
    });
    this.addons[planned.name] = addon;
    return addon;
  }

  private role({ part, serviceAccount, managedPolicy: policy, volumeKeyArn }: AddonRole) {
    const { site, spec } = this.options;
    const cluster = clusterName(site, spec);
    const role = podRole(this, `${part}-role`, {
      site,
      cluster,
      name: roleName(site, spec, part),
      namespace: "kube-system",
      serviceAccount,
    });
    const attached: Dependable =
      policy === undefined
        ? new IamRolePolicy(this, `${part}-policy`, { name: part, role: role.name, policy: fsxPolicy(site) })
        : new IamRolePolicyAttachment(this, `${part}-policy`, {
            role: role.name,
            policyArn: managedPolicy(site, policy),
          });
    const keys =
      volumeKeyArn === undefined
        ? []
        : [
            new IamRolePolicy(this, `${part}-key`, {
              name: "volume-key",
              role: role.name,
              policy: volumeKeyPolicy(volumeKeyArn),
            }),
          ];
    return { arn: role.arn, serviceAccount, policies: [attached, ...keys] };
  }
}

/**
 * What the driver of EBS may do with a key of the user's own: make volumes with it, also from snapshots, and let EC2 decrypt them
 * for the machines that they are attached to. AWS's policy for the driver names no key. Sources: Amazon EBS user guide, "Requirements for
 * Amazon EBS encryption"; Amazon EKS user guide, "Use Kubernetes volume storage with Amazon EBS", customer managed keys.
 */
const volumeKeyPolicy = (key: string): string =>
  policyDocument([
    {
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncrypt*"],
      Resource: [key],
    },
    {
      Effect: "Allow",
      Action: ["kms:CreateGrant"],
      Resource: [key],
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ]);

/**
 * What the driver of FSx for Lustre may do: make, find, grow and delete file systems of the account in the region. Source:
 * aws-fsx-csi-driver, docs/install.md, without its rights on the roles of S3 data repositories.
 */
const fsxPolicy = (site: AwsSiteSpec): string =>
  policyDocument([
    {
      Effect: "Allow",
      Action: ["fsx:CreateFileSystem", "fsx:DeleteFileSystem", "fsx:TagResource", "fsx:UpdateFileSystem"],
      Resource: [arn(site, "fsx", "file-system/*")],
    },
    { Effect: "Allow", Action: ["fsx:DescribeFileSystems"], Resource: ["*"] },
    {
      Effect: "Allow",
      Action: ["iam:CreateServiceLinkedRole"],
      Resource: [iamArn(site, "role/aws-service-role/fsx.amazonaws.com/*")],
      Condition: { StringEquals: { "iam:AWSServiceName": "fsx.amazonaws.com" } },
    },
  ]);
