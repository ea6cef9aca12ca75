import type { AwsExistingNetworkInput } from "../model";

/**
 * A VPC that somebody else made, with its subnets by zone id. Its ranges are stated, so that the rules see what they overlap; that
 * the VPC resolves names and that each subnet lies where it is said to is asked of AWS with each plan.
 *
 * @example
 * network: existingVpc({
 *   vpcId: "vpc-0123456789abcdef0",
 *   cidrs: ["10.20.0.0/16"],
 *   systemSubnets: { "use2-az1": "subnet-0aaaaaaaaaaaaaaa1", "use2-az2": "subnet-0aaaaaaaaaaaaaaa2" },
 *   acceleratorSubnets: { "use2-az1": "subnet-0bbbbbbbbbbbbbbb1" },
 * })
 */
export const existingVpc = (vpc: Omit<AwsExistingNetworkInput, "kind">): AwsExistingNetworkInput => ({
  kind: "existing",
  ...vpc,
});
