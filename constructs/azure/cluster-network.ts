import { NetworkSecurityGroup } from "@cdktf/provider-azurerm/lib/network-security-group";
import type { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import { SubnetNetworkSecurityGroupAssociation } from "@cdktf/provider-azurerm/lib/subnet-network-security-group-association";
import type { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { Construct } from "constructs";
import type { TerraformResource } from "../core/cdktf";
import type { AzureCluster } from "../model";
import { type AzureGround, placeOf } from "./ground";
import { clusterName } from "./names";
import type { AzureNetworkResources } from "./network";
import { grant } from "./roles";

export interface AzureClusterNetworkGround extends AzureGround {
  readonly network: AzureNetworkResources;
  readonly identity: UserAssignedIdentity;
}

/** The service that a subnet of API servers is handed to (AKS documentation, API server VNet integration). */
const API_SERVER = {
  name: "aks",
  serviceDelegation: {
    name: "Microsoft.ContainerService/managedClusters",
    actions: ["Microsoft.Network/virtualNetworks/subnets/join/action"],
  },
};

/**
 * The subnets of a cluster: of its machines, where asked of its API server, and of its file systems, which want one to themselves.
 * The security group of the machines holds no rule of its own: Azure's let in what comes from the network and from its load
 * balancers, and nothing else. AKS keeps the rules that it needs in a group of its own beside it.
 */
export class AzureClusterNetworkResources extends Construct {
  /** Where the subnet is made. */
  readonly subnet?: Subnet;
  readonly subnetId: string;
  readonly securityGroup?: NetworkSecurityGroup;
  readonly apiServer?: Subnet;
  readonly storage?: Subnet;
  /** The public addresses by which the machines leave, where this site makes them. */
  readonly wayOut: readonly string[];
  /** What must stand before a file system. */
  readonly storageAfter: readonly TerraformResource[];
  /** What must stand before the cluster. */
  readonly after: readonly TerraformResource[];

  constructor(scope: Construct, id: string, spec: AzureCluster, ground: AzureClusterNetworkGround) {
    super(scope, id);
    const { network, site, identity } = ground;
    const to = identity.principalId;
    const after: TerraformResource[] = [];
    if (spec.network.subnetId === undefined) {
      this.subnet = network.addSubnet(this, "subnet", { name: spec.name, cidr: spec.network.nodes, grows: true });
      this.subnetId = this.subnet.id;
      this.securityGroup = new NetworkSecurityGroup(this, "security", {
        name: clusterName(site, spec),
        ...placeOf(ground),
      });
      const secured = new SubnetNetworkSecurityGroupAssociation(this, "subnet-security", {
        subnetId: this.subnet.id,
        networkSecurityGroupId: this.securityGroup.id,
      });
      after.push(secured, ...network.addEgress(this, "subnet-egress", this.subnet, site.network.egress));
      this.wayOut = network.addresses;
    } else {
      this.subnetId = spec.network.subnetId;
      this.wayOut = [];
    }
    after.push(grant(this, "network-role", { on: this.subnetId, name: "Network Contributor", to }));
    if (spec.network.apiServer !== undefined) {
      this.apiServer = network.addSubnet(this, "api-server", {
        name: `${spec.name}-api-server`,
        cidr: spec.network.apiServer,
        delegation: [API_SERVER],
      });
      after.push(grant(this, "api-server-role", { on: this.apiServer.id, name: "Network Contributor", to }));
    }
    after.push(...this.zoneRoles(spec, ground));
    if (spec.network.storage !== undefined && spec.storage.length > 0) {
      this.storage = network.addSubnet(this, "storage", { name: `${spec.name}-storage`, cidr: spec.network.storage });
      // A file system reaches Azure's own services from its subnet while it is made.
      this.storageAfter = network.addEgress(this, "storage-egress", this.storage, site.network.egress);
    } else this.storageAfter = [];
    this.after = after;
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
