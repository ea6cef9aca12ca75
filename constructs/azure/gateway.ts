import { NatGateway } from "@cdktf/provider-azurerm/lib/nat-gateway";
import { NatGatewayPublicIpAssociation } from "@cdktf/provider-azurerm/lib/nat-gateway-public-ip-association";
import { NatGatewayPublicIpPrefixAssociation } from "@cdktf/provider-azurerm/lib/nat-gateway-public-ip-prefix-association";
import { PublicIp } from "@cdktf/provider-azurerm/lib/public-ip";
import { PublicIpPrefix } from "@cdktf/provider-azurerm/lib/public-ip-prefix";
import type { Construct } from "constructs";
import type { TerraformResource } from "../core/cdktf";
import { gatewayName } from "../ledger/azure-names";
import type { AzureEgress } from "../model";
import { type AzureGround, placeOf } from "./ground";

/** A NAT gateway, whose every public address gives 64,512 ports to each destination (Azure NAT Gateway documentation). */
export interface AzureGateway {
  readonly natGateway: NatGateway;
  readonly publicIp: PublicIp | PublicIpPrefix;
  /** Its public addresses as ranges: known once they are made. */
  readonly addresses: readonly string[];
  /** What must stand before a subnet behind the gateway reaches anything. */
  readonly after: readonly TerraformResource[];
}

/** A gateway with its addresses. `of` is what it serves: a site, or a cluster. */
export function addGateway(
  scope: Construct,
  { zone, prefixLength }: Extract<AzureEgress, { kind: "nat" }>,
  of: { readonly name: string },
  ground: AzureGround,
): AzureGateway {
  const common = { name: gatewayName(of), ...placeOf(ground) };
  const zones = zone === undefined ? {} : { zones: [zone] };
  const natGateway = new NatGateway(scope, "egress", { ...common, skuName: "Standard", ...zones });
  if (prefixLength === undefined) {
    const address = new PublicIp(scope, "egress-address", {
      ...common,
      allocationMethod: "Static",
      sku: "Standard",
      ...zones,
    });
    const link = new NatGatewayPublicIpAssociation(scope, "egress-link", {
      natGatewayId: natGateway.id,
      publicIpAddressId: address.id,
    });
    return { natGateway, publicIp: address, addresses: [`${address.ipAddress}/32`], after: [link] };
  }
  const address = new PublicIpPrefix(scope, "egress-addresses", { ...common, prefixLength, ...zones });
  const link = new NatGatewayPublicIpPrefixAssociation(scope, "egress-prefix-link", {
    natGatewayId: natGateway.id,
    publicIpPrefixId: address.id,
  });
  return { natGateway, publicIp: address, addresses: [address.ipPrefix], after: [link] };
}
