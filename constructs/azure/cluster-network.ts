import type { NetworkSecurityGroup } from "@cdktf/provider-azurerm/lib/network-security-group";
import type { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import type { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { Construct } from "constructs";
import type { TerraformResource } from "../core/cdktf";
import type { AzureCluster } from "../model";
import type { AzureGround } from "./ground";
import type { AzureNetworkResources } from "./network";
import { grant } from "./roles";
import { findSubnets, makeSubnets } from "./subnets";

export interface AzureClusterNetworkGround extends AzureGround {
  readonly network: AzureNetworkResources;
  readonly identity: UserAssignedIdentity;
}

/** What a cluster stands in, made here or found where the site's foundation made it, and the roles of the cluster on it. */
export class AzureClusterNetworkResources extends Construct {
  readonly subnetId: string;
  readonly apiServerId?: string;
  readonly storageId?: string;
  /** Where this stack makes it. */
  readonly subnet?: Subnet;
  readonly securityGroup?: NetworkSecurityGroup;
  /** The public addresses by which the machines leave, where the site makes them. */
  readonly wayOut: readonly string[];
  /** What must stand before a file system. */
  readonly storageAfter: readonly TerraformResource[];
  /** What must stand before the cluster. */
  readonly after: readonly TerraformResource[];

  constructor(scope: Construct, id: string, spec: AzureCluster, ground: AzureClusterNetworkGround) {
    super(scope, id);
    const { network, identity } = ground;
    const to = identity.principalId;
    const subnets =
      ground.plan.part === "cluster"
        ? findSubnets(this, spec, ground, network)
        : makeSubnets(this, spec, ground, network, network.gateway);
    this.subnetId = subnets.subnetId;
    this.wayOut = subnets.wayOut;
    this.storageAfter = subnets.storageAfter;
    if (subnets.subnet !== undefined) this.subnet = subnets.subnet;
    if (subnets.securityGroup !== undefined) this.securityGroup = subnets.securityGroup;
    if (subnets.storageId !== undefined) this.storageId = subnets.storageId;
    const after: TerraformResource[] = [
      ...subnets.after,
      grant(this, "network-role", { on: this.subnetId, name: "Network Contributor", to }),
    ];
    if (subnets.apiServerId !== undefined) {
      this.apiServerId = subnets.apiServerId;
      after.push(grant(this, "api-server-role", { on: this.apiServerId, name: "Network Contributor", to }));
    }
    this.after = [...after, ...this.zoneRoles(spec, ground)];
  }

  /** A private DNS zone of one's own: the cluster writes its name there, and links the network to it. */
  private zoneRoles(
    { apiServer }: AzureCluster,
    { network, identity }: AzureClusterNetworkGround,
  ): TerraformResource[] {
    if (apiServer.access !== "private" || !apiServer.dnsZone.startsWith("/")) return [];
    const to = identity.principalId;
    return [
      grant(this, "zone-role", { on: apiServer.dnsZone, name: "Private DNS Zone Contributor", to }),
      grant(this, "zone-network-role", { on: network.networkId, name: "Network Contributor", to }),
    ];
  }
}
