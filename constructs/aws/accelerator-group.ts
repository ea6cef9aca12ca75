import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { Construct } from "constructs";

/** EFA passes only where a group allows all traffic to and from itself, by id, in both directions; egress to anywhere is not that. */
export function acceleratorGroup(scope: Construct, name: string, vpcId: string): SecurityGroup {
  const group = new SecurityGroup(scope, "accelerators", {
    name,
    description: `${name}: accelerators among themselves`,
    vpcId,
    tags: { Name: name },
  });
  const self = { securityGroupId: group.id, referencedSecurityGroupId: group.id, ipProtocol: "-1" };
  new VpcSecurityGroupIngressRule(scope, "accelerators-in", self);
  new VpcSecurityGroupEgressRule(scope, "accelerators-out", self);
  new VpcSecurityGroupEgressRule(scope, "accelerators-internet", {
    securityGroupId: group.id,
    cidrIpv4: "0.0.0.0/0",
    ipProtocol: "-1",
  });
  return group;
}
