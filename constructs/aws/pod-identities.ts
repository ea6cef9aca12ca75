import type { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import type { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Construct } from "constructs";
import type { AwsCluster, AwsSiteSpec, PodIdentity } from "../model";
import { clusterName, podRoleName } from "./names";
import { podRole } from "./pod-role";

export interface AwsPodIdentityOptions {
  readonly site: AwsSiteSpec;
  readonly spec: AwsCluster;
  readonly cluster: EksCluster;
  readonly dependsOn: readonly EksAddon[];
}

/** Roles for the pods of service accounts, named after these, so that the order of the list means nothing. */
export class AwsPodIdentities extends Construct {
  constructor(
    scope: Construct,
    id: string,
    private readonly options: AwsPodIdentityOptions,
  ) {
    super(scope, id);
    for (const each of options.spec.podIdentities ?? []) {
      // A name in Kubernetes has no underscore, so that two pairs never make one id.
      const name = `${each.namespace}_${each.serviceAccount}`;
      new EksPodIdentityAssociation(this, name, {
        clusterName: options.cluster.name,
        namespace: each.namespace,
        serviceAccount: each.serviceAccount,
        roleArn: each.roleArn ?? this.role(name, each),
        dependsOn: [...options.dependsOn],
      });
    }
  }

  private role(id: string, { namespace, serviceAccount, policyArns }: PodIdentity): string {
    const { site, spec } = this.options;
    const role = podRole(this, `${id}-role`, {
      site,
      cluster: clusterName(site, spec),
      name: podRoleName(site, spec, namespace, serviceAccount),
      namespace,
      serviceAccount,
    });
    for (const policyArn of policyArns ?? []) {
      const policy = policyArn.replace(/^arn:aws(-[a-z]+)*:iam::/, "");
      new IamRolePolicyAttachment(this, `${id}-${policy}`, { role: role.name, policyArn });
    }
    return role.arn;
  }
}
