import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { EksAccessPolicyAssociation } from "@cdktf/provider-aws/lib/eks-access-policy-association";
import type { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { Construct } from "constructs";
import { partitionOf } from "../catalog";
import type { AwsCluster, AwsSiteSpec } from "../model";

/** Policies of EKS, which are none of IAM's. Source: Amazon EKS user guide, "Review access policy permissions". */
const POLICIES = {
  clusterAdmin: "AmazonEKSClusterAdminPolicy",
  admin: "AmazonEKSAdminPolicy",
  edit: "AmazonEKSEditPolicy",
  view: "AmazonEKSViewPolicy",
} as const;

/**
 * Who may use the Kubernetes API: an entry for each principal, named after it, so that the order of the list means nothing. EKS
 * itself makes the entry of a managed node group's role.
 */
export class AwsAccess extends Construct {
  constructor(scope: Construct, id: string, site: AwsSiteSpec, spec: AwsCluster, cluster: EksCluster) {
    super(scope, id);
    for (const { principalArn, policy, namespaces, kubernetesGroups } of spec.access ?? []) {
      const name = principalArn.replace(/^arn:aws(-[a-z]+)*:iam::/, "");
      const entry = new EksAccessEntry(this, name, {
        clusterName: cluster.name,
        principalArn,
        type: "STANDARD",
        ...(kubernetesGroups === undefined ? {} : { kubernetesGroups: [...kubernetesGroups] }),
      });
      if (policy === undefined) continue;
      new EksAccessPolicyAssociation(this, `${name}-policy`, {
        clusterName: cluster.name,
        principalArn,
        policyArn: `arn:${partitionOf(site.region)}:eks::aws:cluster-access-policy/${POLICIES[policy]}`,
        accessScope:
          namespaces === undefined ? { type: "cluster" } : { type: "namespace", namespaces: [...namespaces] },
        dependsOn: [entry],
      });
    }
  }
}
