import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import { endpointServiceName, GATEWAY_SERVICES, INTERFACE_SERVICES } from "../ledger/aws-endpoints";
import type { AwsNetworkInputs } from "./network-inputs";

export interface AwsEndpointOptions {
  readonly region: string;
  readonly name: string;
  readonly network: AwsNetworkInputs;
  /** Route tables of the private subnets. */
  readonly routeTableIds: readonly string[];
  /** Whether the VPC has no other way to the services of AWS. */
  readonly isolated: boolean;
}

/**
 * Ways from a VPC to services of AWS. S3 has one always: it costs nothing, and layers of images and data then pass no NAT gateway.
 * A VPC without a way out has one to each service that a cluster calls.
 */
export class AwsEndpoints extends Construct {
  /** By service, such as `s3` or `ecr.api`. */
  readonly endpoints: Readonly<Record<string, VpcEndpoint>>;

  /** Endpoints, and who may reach them. */
  get all(): readonly (VpcEndpoint | VpcSecurityGroupIngressRule)[] {
    return [...Object.values(this.endpoints), ...this.openings];
  }

  private readonly openings: VpcSecurityGroupIngressRule[] = [];

  constructor(scope: Construct, id: string, options: AwsEndpointOptions) {
    super(scope, id);
    const { region, name, network, isolated } = options;
    const gateways = GATEWAY_SERVICES.filter((service) => isolated || service === "s3").map(
      (service) =>
        [
          service,
          new VpcEndpoint(this, service, {
            vpcId: network.vpcId,
            serviceName: endpointServiceName(region, service),
            vpcEndpointType: "Gateway",
            routeTableIds: [...options.routeTableIds],
            tags: { Name: `${name}-${service}` },
          }),
        ] as const,
    );
    if (!isolated) {
      this.endpoints = Object.fromEntries(gateways);
      return;
    }
    const group = this.securityGroup(name, network);
    const interfaces = INTERFACE_SERVICES.map(
      (service) =>
        [
          service,
          new VpcEndpoint(this, service, {
            vpcId: network.vpcId,
            serviceName: endpointServiceName(region, service),
            vpcEndpointType: "Interface",
            privateDnsEnabled: true,
            subnetIds: Object.values(network.systemSubnetIds),
            securityGroupIds: [group.id],
            tags: { Name: `${name}-${service}` },
          }),
        ] as const,
    );
    this.endpoints = Object.fromEntries([...gateways, ...interfaces]);
  }

  /** HTTPS from anywhere in the VPC, and nothing that the endpoints begin themselves. */
  private securityGroup(name: string, network: AwsNetworkInputs): SecurityGroup {
    const group = new SecurityGroup(this, "group", {
      name: `${name}-endpoints`,
      description: `${name}: endpoints of AWS services`,
      vpcId: network.vpcId,
      tags: { Name: `${name}-endpoints` },
    });
    for (const cidrIpv4 of network.cidrs) {
      const opening = new VpcSecurityGroupIngressRule(this, `https-${cidrIpv4}`, {
        securityGroupId: group.id,
        cidrIpv4,
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
      });
      this.openings.push(opening);
    }
    return group;
  }
}
