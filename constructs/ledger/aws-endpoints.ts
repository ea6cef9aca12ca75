import { partitionOf } from "../catalog";

/**
 * Services that machines of an EKS cluster call and that have an interface in a VPC without a way out. Sources: Amazon EKS user
 * guide, "Deploy private clusters with limited internet access"; "IAM roles for Amazon EKS add-ons" (eks-auth: pod identities);
 * Systems Manager user guide, VPC endpoints (ssm, ssmmessages, ec2messages); Amazon FSx for Lustre user guide (fsx: its CSI driver).
 */
export const INTERFACE_SERVICES = [
  "autoscaling",
  "ec2",
  "ec2messages",
  "ecr.api",
  "ecr.dkr",
  "eks",
  "eks-auth",
  "elasticloadbalancing",
  "fsx",
  "kms",
  "logs",
  "ssm",
  "ssmmessages",
  "sts",
] as const;

/** Services that are reached through a route, at no cost. Layers of images lie in S3. */
export const GATEWAY_SERVICES = ["s3", "dynamodb"] as const;

export type EndpointService = (typeof INTERFACE_SERVICES)[number] | (typeof GATEWAY_SERVICES)[number];

/**
 * Services whose endpoints have another prefix in China; the others keep the common one there. Sources: aws-cdk-lib, aws-ec2
 * vpc-endpoint.ts (regions cn-north-1 and cn-northwest-1); for eks-auth public modules only, no page of AWS.
 */
const CHINESE: readonly string[] = ["autoscaling", "ec2", "ecr.api", "ecr.dkr", "eks", "eks-auth", "fsx", "sts"];

/** The name under which EC2 knows the endpoint of a service in a region. */
export function endpointServiceName(region: string, service: EndpointService): string {
  const prefix = partitionOf(region) === "aws-cn" && CHINESE.includes(service) ? "cn.com.amazonaws" : "com.amazonaws";
  return `${prefix}.${region}.${service}`;
}
