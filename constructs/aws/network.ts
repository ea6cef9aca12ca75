import { Eip } from "@cdktf/provider-aws/lib/eip";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { VpcIpv4CidrBlockAssociation } from "@cdktf/provider-aws/lib/vpc-ipv4-cidr-block-association";
import { Construct } from "constructs";
import type { AddressPlan } from "../ledger";

/**
 * A VPC with a private and a public subnet in each zone of the control plane, a NAT gateway a zone, and one private subnet for
 * each zone with accelerators. Nothing but NAT has a public address.
 */
export class AwsNetworkResources extends Construct {
  readonly vpc: Vpc;
  /** Private subnets of the control plane and the system machines, by zone id. */
  readonly systemSubnets: Readonly<Record<string, Subnet>>;
  /** Private subnets of the accelerators, by zone id. */
  readonly acceleratorSubnets: Readonly<Record<string, Subnet>>;

  constructor(scope: Construct, id: string, name: string, plan: AddressPlan) {
    super(scope, id);
    const tags = { Name: name };
    this.vpc = new Vpc(this, "vpc", {
      cidrBlock: plan.cidrs[0],
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags,
    });
    const ranges = plan.cidrs
      .slice(1)
      .map(
        (cidrBlock, index) =>
          new VpcIpv4CidrBlockAssociation(this, `range-${index + 2}`, { vpcId: this.vpc.id, cidrBlock }),
      );
    const internet = new InternetGateway(this, "internet", { vpcId: this.vpc.id, tags });
    const publicRoutes = new RouteTable(this, "public-routes", {
      vpcId: this.vpc.id,
      tags: { Name: `${name}-public` },
    });
    new Route(this, "public-default", {
      routeTableId: publicRoutes.id,
      destinationCidrBlock: "0.0.0.0/0",
      gatewayId: internet.id,
    });

    const privateRoutes: Record<string, RouteTable> = {};
    const subnet = (use: string, zoneId: string, cidrBlock: string, more: Record<string, string> = {}) =>
      new Subnet(this, `${use}-${zoneId}`, {
        vpcId: this.vpc.id,
        availabilityZoneId: zoneId,
        cidrBlock,
        mapPublicIpOnLaunch: false,
        tags: { Name: `${name}-${use}-${zoneId}`, ...more },
        dependsOn: ranges,
      });
    const associate = (target: Subnet, use: string, zoneId: string, routes: RouteTable) =>
      new RouteTableAssociation(this, `${use}-${zoneId}-routes`, { subnetId: target.id, routeTableId: routes.id });

    this.systemSubnets = Object.fromEntries(
      plan.zones.map(({ zoneId, system, public: open }) => {
        const front = subnet("public", zoneId, open, { "kubernetes.io/role/elb": "1" });
        associate(front, "public", zoneId, publicRoutes);
        const address = new Eip(this, `nat-address-${zoneId}`, {
          domain: "vpc",
          tags: { Name: `${name}-nat-${zoneId}` },
        });
        const nat = new NatGateway(this, `nat-${zoneId}`, {
          allocationId: address.id,
          subnetId: front.id,
          tags: { Name: `${name}-${zoneId}` },
          dependsOn: [internet],
        });
        const routes = new RouteTable(this, `private-routes-${zoneId}`, {
          vpcId: this.vpc.id,
          tags: { Name: `${name}-private-${zoneId}` },
        });
        new Route(this, `private-default-${zoneId}`, {
          routeTableId: routes.id,
          destinationCidrBlock: "0.0.0.0/0",
          natGatewayId: nat.id,
        });
        privateRoutes[zoneId] = routes;
        const inner = subnet("system", zoneId, system, { "kubernetes.io/role/internal-elb": "1" });
        associate(inner, "system", zoneId, routes);
        return [zoneId, inner];
      }),
    );

    this.acceleratorSubnets = Object.fromEntries(
      plan.accelerators.map(({ zoneId, cidr }) => {
        if (cidr === undefined) throw new Error(`the rules let ${zoneId} pass without a range for accelerators`);
        const target = subnet("accelerators", zoneId, cidr);
        // A zone without NAT of its own leaves through the first zone's.
        const routes = privateRoutes[zoneId] ?? Object.values(privateRoutes)[0];
        if (routes !== undefined) associate(target, "accelerators", zoneId, routes);
        return [zoneId, target];
      }),
    );
  }
}
