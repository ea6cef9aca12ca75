import { NatGateway } from "@cdktf/provider-azurerm/lib/nat-gateway";
import { NatGatewayPublicIpAssociation } from "@cdktf/provider-azurerm/lib/nat-gateway-public-ip-association";
import { PublicIp } from "@cdktf/provider-azurerm/lib/public-ip";
import type { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { VirtualNetwork } from "@cdktf/provider-azurerm/lib/virtual-network";
import { Construct } from "constructs";
import type { AzureSiteSpec } from "../model";

/** What every resource of a site takes. */
export interface AzureGround {
  readonly site: AzureSiteSpec;
  readonly resourceGroup: ResourceGroup;
  readonly tags: { [key: string]: string };
}

/**
 * The virtual network of a site and its one way out: a NAT gateway with one public address, which gives 64,512 ports to each
 * destination (Azure NAT Gateway documentation). The subnets belong to the clusters.
 */
export class AzureNetworkResources extends Construct {
  readonly network: VirtualNetwork;
  readonly natGateway: NatGateway;
  readonly publicIp: PublicIp;
  /** What must stand before a subnet behind the gateway reaches anything. */
  readonly egress: NatGatewayPublicIpAssociation;

  constructor(scope: Construct, id: string, { site, resourceGroup, tags }: AzureGround) {
    super(scope, id);
    const place = { resourceGroupName: resourceGroup.name, location: site.region, tags };
    const egressName = `${site.name}-egress`;
    this.network = new VirtualNetwork(this, "network", {
      name: site.name,
      ...place,
      addressSpace: [...site.network.cidrs],
    });
    this.publicIp = new PublicIp(this, "egress-address", {
      name: egressName,
      ...place,
      allocationMethod: "Static",
      sku: "Standard",
    });
    this.natGateway = new NatGateway(this, "egress", { name: egressName, ...place, skuName: "Standard" });
    this.egress = new NatGatewayPublicIpAssociation(this, "egress-link", {
      natGatewayId: this.natGateway.id,
      publicIpAddressId: this.publicIp.id,
    });
  }
}
