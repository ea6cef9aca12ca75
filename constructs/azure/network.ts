import { DataAzurermVirtualNetwork } from "@cdktf/provider-azurerm/lib/data-azurerm-virtual-network";
import { NatGateway } from "@cdktf/provider-azurerm/lib/nat-gateway";
import { NatGatewayPublicIpAssociation } from "@cdktf/provider-azurerm/lib/nat-gateway-public-ip-association";
import { NatGatewayPublicIpPrefixAssociation } from "@cdktf/provider-azurerm/lib/nat-gateway-public-ip-prefix-association";
import { PublicIp } from "@cdktf/provider-azurerm/lib/public-ip";
import { PublicIpPrefix } from "@cdktf/provider-azurerm/lib/public-ip-prefix";
import { Subnet, type SubnetConfig } from "@cdktf/provider-azurerm/lib/subnet";
import { SubnetNatGatewayAssociation } from "@cdktf/provider-azurerm/lib/subnet-nat-gateway-association";
import { SubnetRouteTableAssociation } from "@cdktf/provider-azurerm/lib/subnet-route-table-association";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { Construct } from "constructs";
import type { TerraformResource } from "../core/cdktf";
import { partsOfId, subnetName } from "../ledger/azure-names";
import type { AzureCluster, AzureEgress } from "../model";
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
 * The virtual network of a site, made, existing, or found where the site's foundation made it; and the one way out of a stack's
 * subnets: a NAT gateway, whose every public address gives 64,512 ports to each destination (Azure NAT Gateway documentation); the
 * routes of a hub; or none. Subnets and gateway belong to the clusters: with a stack a cluster each has its own, so that none takes
 * the ports of another. No subnet reaches the outside by the address that Azure would lend it.
 */
export class AzureNetworkResources extends Construct {
  /** Where the network is made. */
  readonly network?: VirtualNetwork;
  /** Where the way out is a gateway. */
  readonly natGateway?: NatGateway;
  readonly publicIp?: PublicIp | PublicIpPrefix;
  readonly networkId: string;
  /** What must stand before a subnet behind the gateway reaches anything. */
  readonly egress: readonly TerraformResource[];
  /** The public addresses of the gateway, as ranges: known once they are made. */
  readonly addresses: readonly string[];
  private readonly home: { readonly virtualNetworkName: string; readonly resourceGroupName: string };

  constructor(
    scope: Construct,
    id: string,
    private readonly ground: AzureGround,
  ) {
    super(scope, id);
    const { network } = ground.site;
    if (network.id === undefined && ground.plan.part === "cluster") {
      const found = new DataAzurermVirtualNetwork(this, "network", {
        name: ground.site.name,
        resourceGroupName: ground.resourceGroup,
      });
      this.networkId = found.id;
      this.home = { virtualNetworkName: found.name, resourceGroupName: ground.resourceGroup };
    } else if (network.id === undefined) {
      this.network = new VirtualNetwork(this, "network", {
        name: ground.site.name,
        ...placeOf(ground),
        addressSpace: [...network.cidrs],
      });
      this.networkId = this.network.id;
      this.home = { virtualNetworkName: this.network.name, resourceGroupName: ground.resourceGroup };
    } else {
      const { name, resourceGroup } = partsOfId(network.id);
      this.networkId = network.id;
      this.home = { virtualNetworkName: name, resourceGroupName: resourceGroup };
    }
    if (network.egress.kind === "nat" && needsEgress(ground)) {
      const nat = this.addGateway(network.egress, ground);
      this.natGateway = nat.gateway;
      this.publicIp = nat.address;
      this.egress = [nat.link];
      this.addresses = [nat.address instanceof PublicIp ? `${nat.address.ipAddress}/32` : nat.address.ipPrefix];
    } else {
      this.egress = [];
      this.addresses = [];
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
  addEgress(scope: Construct, id: string, subnet: Subnet, egress: AzureEgress): TerraformResource[] {
    switch (egress.kind) {
      case "nat":
        return this.natGateway === undefined
          ? []
          : [
              new SubnetNatGatewayAssociation(scope, id, {
                subnetId: subnet.id,
                natGatewayId: this.natGateway.id,
              }),
              ...this.egress,
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

  private addGateway({ zone, prefixLength }: Extract<AzureEgress, { kind: "nat" }>, ground: AzureGround) {
    const common = { name: `${ground.plan.name}-egress`, ...placeOf(ground) };
    const zones = zone === undefined ? {} : { zones: [zone] };
    const gateway = new NatGateway(this, "egress", { ...common, skuName: "Standard", ...zones });
    if (prefixLength === undefined) {
      const address = new PublicIp(this, "egress-address", {
        ...common,
        allocationMethod: "Static",
        sku: "Standard",
        ...zones,
      });
      const link = new NatGatewayPublicIpAssociation(this, "egress-link", {
        natGatewayId: gateway.id,
        publicIpAddressId: address.id,
      });
      return { gateway, address, link };
    }
    const address = new PublicIpPrefix(this, "egress-addresses", { ...common, prefixLength, ...zones });
    const link = new NatGatewayPublicIpPrefixAssociation(this, "egress-prefix-link", {
      natGatewayId: gateway.id,
      publicIpPrefixId: address.id,
    });
    return { gateway, address, link };
  }
}

/**
 * Whether any subnet of the stack has to reach the outside: those that exist already are led there by whoever made them. The one
 * stack of a site has its way out also before its first cluster comes.
 */
const needsEgress = ({ plan }: AzureGround): boolean =>
  (plan.part === "site" && plan.clusters.length === 0) || plan.clusters.some(makesSubnet);

/** Whether a subnet that leads outside is made for a cluster: of its machines, or of its file systems. */
const makesSubnet = ({ network, storage }: AzureCluster): boolean =>
  network.subnetId === undefined || (network.storage !== undefined && storage.length > 0);
