import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import type { Construct } from "constructs";
import type { AwsSiteSpec } from "../model";
import { arn, policyDocument } from "./iam";

export interface PodRoleOptions {
  readonly site: AwsSiteSpec;
  /** The name of the cluster. */
  readonly cluster: string;
  readonly name: string;
  readonly namespace: string;
  readonly serviceAccount: string;
}

/**
 * A role that pods of one service account of one cluster take on, and nobody else: EKS passes on who asks as session tags. Source:
 * Amazon EKS user guide, "Grant Pods access to AWS resources based on tags".
 */
export function podRole(scope: Construct, id: string, options: PodRoleOptions): IamRole {
  const { site, cluster, name, namespace, serviceAccount } = options;
  return new IamRole(scope, id, {
    name,
    assumeRolePolicy: policyDocument([
      {
        Effect: "Allow",
        Principal: { Service: "pods.eks.amazonaws.com" },
        Action: ["sts:AssumeRole", "sts:TagSession"],
        Condition: {
          StringEquals: {
            "aws:RequestTag/eks-cluster-arn": arn(site, "eks", `cluster/${cluster}`),
            "aws:RequestTag/kubernetes-namespace": namespace,
            "aws:RequestTag/kubernetes-service-account": serviceAccount,
          },
        },
      },
    ]),
  });
}
