import { DataAwsSubnet } from "@cdktf/provider-aws/lib/data-aws-subnet";
import { DataAwsVpc } from "@cdktf/provider-aws/lib/data-aws-vpc";
import { Construct } from "constructs";
import type { AwsExistingNetwork } from "../model";
import { type AwsNetworkInputs, subnetIn } from "./network-inputs";

/**
 * A VPC that somebody else made. What the plan rests on is asked of AWS when it is planned: that the VPC resolves names as EKS
 * needs it, and that each subnet lies in it, in the zone that it is named for, and gives out no public addresses.
 */
export class AwsExistingNetworkInputs extends Construct implements AwsNetworkInputs {
  readonly vpcId: string;
  readonly cidrs: readonly string[];
  readonly systemSubnetIds: Readonly<Record<string, string>>;
  readonly wayOut = [];
  private readonly acceleratorSubnetIds: Readonly<Record<string, string>>;

  /** `zones` are those in which accelerators stand. */
  constructor(scope: Construct, id: string, network: AwsExistingNetwork, zones: readonly string[]) {
    super(scope, id);
    this.vpcId = network.vpcId;
    this.cidrs = network.cidrs;
    this.systemSubnetIds = network.systemSubnets;
    this.acceleratorSubnetIds = network.acceleratorSubnets;
    const vpc = new DataAwsVpc(this, "vpc", { id: network.vpcId });
    vpc.addOverride("lifecycle.postcondition", [
      {
        condition: "${self.enable_dns_support && self.enable_dns_hostnames}",
        error_message: `${network.vpcId} must have DNS support and DNS hostnames: EKS needs both.`,
      },
    ]);
    for (const [zoneId, subnetId] of Object.entries(network.systemSubnets)) this.check("system", zoneId, subnetId);
    for (const zoneId of zones) this.check("accelerators", zoneId, this.acceleratorSubnetId(zoneId));
  }

  acceleratorSubnetId(zoneId: string): string {
    return subnetIn(zoneId, this.acceleratorSubnetIds);
  }

  private check(use: "system" | "accelerators", zoneId: string, subnetId: string): void {
    const subnet = new DataAwsSubnet(this, `${use}-${zoneId}`, { id: subnetId });
    subnet.addOverride("lifecycle.postcondition", [
      {
        condition: `\${self.vpc_id == "${this.vpcId}" && self.availability_zone_id == "${zoneId}"}`,
        error_message: `${subnetId} must be a subnet of ${this.vpcId} in ${zoneId}.`,
      },
      ...(use === "system"
        ? []
        : [
            {
              condition: "${!self.map_public_ip_on_launch}",
              error_message: `${subnetId} must give out no public addresses: EC2 refuses them to machines with several interfaces.`,
            },
          ]),
    ]);
  }
}
