import { DataAwsSubnet } from "@cdktf/provider-aws/lib/data-aws-subnet";
import { DataAwsVpc } from "@cdktf/provider-aws/lib/data-aws-vpc";
import { Construct } from "constructs";
import type { AddressPlan } from "../ledger";
import { subnetName } from "./names";
import { type AwsNetworkInputs, subnetIn } from "./network-inputs";

export interface AwsFoundationOptions {
  /** The name of the VPC that the foundation made. */
  readonly name: string;
  /** Tags that everything of the site has. */
  readonly tags: Readonly<Record<string, string>>;
  readonly plan: AddressPlan;
  /** Zones in which the cluster has accelerators. */
  readonly zones: readonly string[];
}

/**
 * The VPC of a site's foundation, found by name: no value passes from one stack to another, so that a cluster's stack is planned
 * with nothing but the account it is for.
 */
export class AwsFoundationNetwork extends Construct implements AwsNetworkInputs {
  readonly vpc: DataAwsVpc;
  readonly cidrs: readonly string[];
  readonly systemSubnetIds: Readonly<Record<string, string>>;
  readonly wayOut = [];
  private readonly acceleratorSubnetIds: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, { name, tags, plan, zones }: AwsFoundationOptions) {
    super(scope, id);
    this.cidrs = plan.cidrs;
    this.vpc = new DataAwsVpc(this, "vpc", { tags: { ...tags, Name: name } });
    const find = (use: "system" | "accelerators", zoneId: string) =>
      new DataAwsSubnet(this, `${use}-${zoneId}`, {
        vpcId: this.vpc.id,
        tags: { ...tags, Name: subnetName(name, use, zoneId) },
      }).id;
    this.systemSubnetIds = Object.fromEntries(plan.zones.map(({ zoneId }) => [zoneId, find("system", zoneId)]));
    this.acceleratorSubnetIds = Object.fromEntries(zones.map((zoneId) => [zoneId, find("accelerators", zoneId)]));
  }

  get vpcId(): string {
    return this.vpc.id;
  }

  acceleratorSubnetId(zoneId: string): string {
    return subnetIn(zoneId, this.acceleratorSubnetIds);
  }
}
