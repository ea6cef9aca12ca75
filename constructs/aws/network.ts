import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
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
import type { AwsOwnNetwork, AwsSiteSpec } from "../model";
import { AwsEndpoints } from "./endpoints";
import { AwsFlowLogs } from "./flow-logs";
import { subnetName } from "./names";
import { type AwsNetworkInputs, subnetIn } from "./network-inputs";

/** What a VPC is made from. */
export interface AwsNetworkOptions {
  readonly site: AwsSiteSpec;
  readonly network: AwsOwnNetwork;
  /** The name of the VPC, and the beginning of its parts' names. */
  readonly name: string;
  readonly plan: AddressPlan;
}

/**
 * A VPC with a private subnet in each zone of the control plane, and one for each zone with accelerators. With NAT there is a
 * public subnet and a NAT gateway a zone, and nothing else has a public address; without a way out there are endpoints of the
 * services that a cluster calls, and no public subnet at all. Its default security group lets nothing pass.
 */
export class AwsNetworkResources extends Construct implements AwsNetworkInputs {
  readonly vpc: Vpc;
  readonly cidrs: readonly string[];
  /** Private subnets of the control plane and the system machines, by zone id. */
  readonly systemSubnets: Readonly<Record<string, Subnet>>;
  /** Private subnets of the accelerators, by zone id. */
  readonly acceleratorSubnets: Readonly<Record<string, Subnet>>;
  readonly endpoints: AwsEndpoints;
  /** Absent where flow logs are switched off. */
  readonly flowLogs?: AwsFlowLogs;

  private readonly name: string;
  private readonly routes: (Route | RouteTableAssociation)[] = [];
  private readonly ranges: readonly VpcIpv4CidrBlockAssociation[];

  constructor(scope: Construct, id: string, { site, network, name, plan }: AwsNetworkOptions) {
    super(scope, id);
    this.name = name;
    this.cidrs = plan.cidrs;
    this.vpc = new Vpc(this, "vpc", {
      cidrBlock: plan.cidrs[0],
      // EKS needs both; private DNS of endpoints does, too.
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: { Name: name },
    });
    this.ranges = plan.cidrs
      .slice(1)
      .map(
        (cidrBlock) => new VpcIpv4CidrBlockAssociation(this, `range-${cidrBlock}`, { vpcId: this.vpc.id, cidrBlock }),
      );
    // Without rules of its own: whoever forgets to name a security group reaches nothing.
    new DefaultSecurityGroup(this, "default-group", { vpcId: this.vpc.id, tags: { Name: `${name}-default` } });

    const routes = Object.fromEntries(
      plan.zones.map(({ zoneId }) => [zoneId, this.routeTable(`private-routes-${zoneId}`, `private-${zoneId}`)]),
    );
    if (network.egress !== "none") this.natGateways(plan, network.natGateways === "single", routes);
    this.systemSubnets = Object.fromEntries(
      plan.zones.map(({ zoneId, system }) => {
        const inner = this.subnet("system", zoneId, system, { "kubernetes.io/role/internal-elb": "1" });
        this.associate(inner, "system", zoneId, routes[zoneId]);
        return [zoneId, inner];
      }),
    );
    this.acceleratorSubnets = Object.fromEntries(
      plan.accelerators.map(({ zoneId, cidr }) => {
        if (cidr === undefined) throw new Error(`the rules let ${zoneId} pass without a range for accelerators`);
        const target = this.subnet("accelerators", zoneId, cidr);
        // A zone without routes of its own leaves through the first zone's.
        this.associate(target, "accelerators", zoneId, routes[zoneId] ?? Object.values(routes)[0]);
        return [zoneId, target];
      }),
    );
    this.endpoints = new AwsEndpoints(this, "endpoints", {
      region: site.region,
      name,
      network: this,
      routeTableIds: Object.values(routes).map((table) => table.id),
      isolated: network.egress === "none",
    });
    if (network.flowLogs?.enabled !== false) {
      this.flowLogs = new AwsFlowLogs(this, "flow-logs", {
        site,
        name,
        vpcId: this.vpc.id,
        options: network.flowLogs ?? {},
      });
    }
  }

  get wayOut(): readonly { readonly fqn: string }[] {
    return [...this.routes, ...this.endpoints.all];
  }

  get vpcId(): string {
    return this.vpc.id;
  }

  get systemSubnetIds(): Readonly<Record<string, string>> {
    return Object.fromEntries(Object.entries(this.systemSubnets).map(([zoneId, { id }]) => [zoneId, id]));
  }

  acceleratorSubnetId(zoneId: string): string {
    const ids = Object.entries(this.acceleratorSubnets).map(([zone, { id }]) => [zone, id] as const);
    return subnetIn(zoneId, Object.fromEntries(ids));
  }

  /** Public subnets, and a NAT gateway in each of them or in the first alone. */
  private natGateways(plan: AddressPlan, single: boolean, routes: Readonly<Record<string, RouteTable>>): void {
    const internet = new InternetGateway(this, "internet", { vpcId: this.vpc.id, tags: { Name: this.name } });
    const publicRoutes = this.routeTable("public-routes", "public");
    const toInternet = new Route(this, "public-default", {
      routeTableId: publicRoutes.id,
      destinationCidrBlock: "0.0.0.0/0",
      gatewayId: internet.id,
    });
    this.routes.push(toInternet);
    let first: NatGateway | undefined;
    for (const { zoneId, public: open } of plan.zones) {
      const front = this.subnet("public", zoneId, open, { "kubernetes.io/role/elb": "1" });
      this.associate(front, "public", zoneId, publicRoutes);
      const nat = single && first !== undefined ? first : this.natGateway(zoneId, front, internet);
      first ??= nat;
      const table = routes[zoneId];
      if (table === undefined) continue;
      const out = new Route(this, `private-default-${zoneId}`, {
        routeTableId: table.id,
        destinationCidrBlock: "0.0.0.0/0",
        natGatewayId: nat.id,
      });
      this.routes.push(out);
    }
  }

  private natGateway(zoneId: string, front: Subnet, internet: InternetGateway): NatGateway {
    const address = new Eip(this, `nat-address-${zoneId}`, {
      domain: "vpc",
      tags: { Name: `${this.name}-nat-${zoneId}` },
    });
    return new NatGateway(this, `nat-${zoneId}`, {
      allocationId: address.id,
      subnetId: front.id,
      tags: { Name: `${this.name}-${zoneId}` },
      dependsOn: [internet],
    });
  }

  private subnet(
    use: "public" | "system" | "accelerators",
    zoneId: string,
    cidrBlock: string,
    more: Record<string, string> = {},
  ): Subnet {
    return new Subnet(this, `${use}-${zoneId}`, {
      vpcId: this.vpc.id,
      availabilityZoneId: zoneId,
      cidrBlock,
      mapPublicIpOnLaunch: false,
      tags: { Name: subnetName(this.name, use, zoneId), ...more },
      dependsOn: [...this.ranges],
    });
  }

  private routeTable(id: string, suffix: string): RouteTable {
    return new RouteTable(this, id, { vpcId: this.vpc.id, tags: { Name: `${this.name}-${suffix}` } });
  }

  private associate(target: Subnet, use: string, zoneId: string, table: RouteTable | undefined): void {
    if (table === undefined) return;
    const association = { subnetId: target.id, routeTableId: table.id };
    this.routes.push(new RouteTableAssociation(this, `${use}-${zoneId}-routes`, association));
  }
}
