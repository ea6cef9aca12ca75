import { PrivateDnsZone } from "@cdktf/provider-azurerm/lib/private-dns-zone";
import { PrivateDnsZoneVirtualNetworkLink } from "@cdktf/provider-azurerm/lib/private-dns-zone-virtual-network-link";
import { PrivateEndpoint } from "@cdktf/provider-azurerm/lib/private-endpoint";
import type { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import { Construct } from "constructs";
import type { TerraformResource } from "../core/cdktf";
import { type AzureEndpoint, endpointsOf, privateDnsZone } from "../ledger/azure-names";
import { type AzureGround, placeOf } from "./ground";
import type { AzureNetworkResources } from "./network";

interface Zone {
  readonly id: string;
  /** What must stand before a name resolves in the network. */
  readonly after: readonly TerraformResource[];
}

/** The subnet of a site's private endpoints, and the private DNS zones that resolve the names of what they lead to. */
export class AzureEndpoints extends Construct {
  readonly subnet: Subnet;
  private readonly zones = new Map<AzureEndpoint, Zone>();

  constructor(
    scope: Construct,
    id: string,
    private readonly ground: AzureGround,
    network: AzureNetworkResources,
    cidr: string,
  ) {
    super(scope, id);
    this.subnet = network.addSubnet(this, "subnet", { name: "endpoints", cidr });
    for (const service of endpointsOf(ground.site)) this.zones.set(service, this.zone(service, network));
  }

  /** A private endpoint of a resource, and its name in the zone of its service. */
  add(scope: Construct, id: string, to: { name: string; id: string; service: AzureEndpoint }): PrivateEndpoint {
    const zone = this.zones.get(to.service);
    return new PrivateEndpoint(scope, id, {
      name: `${to.name}-${to.service}`,
      ...placeOf(this.ground),
      subnetId: this.subnet.id,
      privateServiceConnection: {
        name: to.service,
        privateConnectionResourceId: to.id,
        subresourceNames: [to.service],
        isManualConnection: false,
      },
      ...(zone === undefined
        ? {}
        : {
            privateDnsZoneGroup: { name: to.service, privateDnsZoneIds: [zone.id] },
            ...(zone.after.length === 0 ? {} : { dependsOn: [...zone.after] }),
          }),
    });
  }

  private zone(service: AzureEndpoint, network: AzureNetworkResources): Zone {
    const { site, resourceGroup } = this.ground;
    const existing = site.network.dnsZones[service];
    if (existing !== undefined) return { id: existing, after: [] };
    // Without tags: a zone takes at most 15, and no colon in their keys (Azure Resource Manager documentation, tags).
    const zone = new PrivateDnsZone(this, `${service}-zone`, {
      name: privateDnsZone(site.region, service),
      resourceGroupName: resourceGroup,
    });
    const link = new PrivateDnsZoneVirtualNetworkLink(this, `${service}-link`, {
      name: site.name,
      resourceGroupName: resourceGroup,
      privateDnsZoneName: zone.name,
      virtualNetworkId: network.networkId,
    });
    return { id: zone.id, after: [link] };
  }
}
