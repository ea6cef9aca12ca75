import { DataAzurermVirtualNetwork } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-network";
import { Subnet, type SubnetConfig } from "@cdktf/provider-azurerm/lib/subnet";
import { SubnetNatGatewayAssociation } from "@cdktf/provider-azurerm/lib/subnet-nat-gateway-association";
import { SubnetRouteTableAssociation } from "@cdktf/provider-azurerm/lib/subnet-route-table-association";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { Construct } from "constructs";
import type { TerraformResource } from "../core/cdktf";
import { partsOfId, subnetName } from "../ledger/azure-names";
import type { AzureCluster } from "../model";
import { type AzureGateway, addGateway } from "./gateway";
import { type AzureGround, placeOf } from "./ground";

/** What a subnet of the site is. */
export interface AzureSubnet {
  /** What it is for: its name, or in a network that exists the end of it. */
  readonly name: string;
  readonly cidr: string;
  readonly delegation?: SubnetConfig["delegation"];
  /** Whether drivers of a cluster add service endpoints to it, as that of Azure Files does for NFS. */
  readonly grows?: boolean;
}

/**
 * The virtual network of a site: made, existing, or found where the site's foundation made it; and the one way out of its subnets: a
 * NAT gateway, the routes of a hub, or none. The subnets belong to the clusters. With a stack a cluster each of these has a gateway
 * of its own, so that none takes the ports of another. No subnet reaches the outside by the address that Azure would lend it.
 */
export class AzureNetworkResources extends Construct {
  /** Where the network is made. */
  readonly network?: VirtualNetwork;
  /** Where the way out of all subnets of the stack is one gateway. */
  readonly gateway?: AzureGateway;
  readonly networkId: string;
  /** The names by which a subnet of the network is made or found. */
  readonly home: { readonly virtualNetworkName: string; readonly resourceGroupName: string };

  constructor(
    scope: Construct,
    id: string,
    private readonly ground: AzureGround,
  ) {
    super(scope, id);
    const { network, name } = ground.site;
    if (network.id !== undefined) {
      const parts = partsOfId(network.id);
      this.networkId = network.id;
      this.home = { virtualNetworkName: parts.name, resourceGroupName: parts.resourceGroup };
    } else if (ground.plan.part === "cluster") {
      const found = new DataAzurermVirtualNetwork(this, "network", { name, resourceGroupName: ground.resourceGroup });
      this.networkId = found.id;
      this.home = { virtualNetworkName: found.name, resourceGroupName: ground.resourceGroup };
    } else {
      this.network = new VirtualNetwork(this, "network", {
        name,
        ...placeOf(ground),
        addressSpace: [...network.cidrs],
      });
      this.networkId = this.network.id;
      this.home = { virtualNetworkName: this.network.name, resourceGroupName: ground.resourceGroup };
    }
    if (network.egress.kind === "nat" && needsGateway(ground)) {
      this.gateway = addGateway(this, network.egress, ground.site, ground);
    }
  }

  /** A subnet of the network. */
  addSubnet(scope: Construct, id: string, { name, cidr, delegation, grows }: AzureSubnet): Subnet {
    return new Subnet(scope, id, {
      name: subnetName(this.ground.site, name),
      ...this.home,
      addressPrefixes: [cidr],
      defaultOutboundAccessEnabled: false,
      ...(delegation === undefined ? {} : { delegation }),
      ...(grows === true ? { lifecycle: { ignoreChanges: ["service_endpoints"] } } : {}),
    });
  }

  /** Leads a subnet to the way out, where there is one. */
  addEgress(scope: Construct, id: string, subnet: Subnet, gateway: AzureGateway | undefined): TerraformResource[] {
    const { egress } = this.ground.site.network;
    switch (egress.kind) {
      case "nat":
        return gateway === undefined
          ? []
          : [
              new SubnetNatGatewayAssociation(scope, id, {
                subnetId: subnet.id,
                natGatewayId: gateway.natGateway.id,
              }),
              ...gateway.after,
            ];
      case "routed":
        return [
          new SubnetRouteTableAssociation(scope, `${id}-routes`, {
            subnetId: subnet.id,
            routeTableId: egress.routeTable,
          }),
        ];
      case "none":
        return [];
    }
  }
}

/**
 * Whether one gateway serves all subnets of the stack, and any of them has to reach the outside: those that exist already are led
 * there by whoever made them. The one stack of a site has its way out also before its first cluster comes.
 */
const needsGateway = ({ plan }: AzureGround): boolean =>
  plan.part === "site" && (plan.clusters.length === 0 || plan.clusters.some(leadsOutside));

/** Whether a subnet that leads outside is made for a cluster: of its machines, or of its file systems. */
export const leadsOutside = ({ network, storage }: AzureCluster): boolean =>
  network.subnetId === undefined || (network.storage !== undefined && storage.length > 0);
