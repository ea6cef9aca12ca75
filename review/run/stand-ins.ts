import { createHash } from "node:crypto";

/** Hexadecimal digits that are the same for the same name, and look like those a cloud gives. */
const digits = (name: string, length: number): string =>
  createHash("sha256").update(name).digest("hex").slice(0, length);

/** Beginnings of the ids of objects on AWS. Source: Amazon EC2 User Guide, resource IDs: 17 hexadecimal digits behind them. */
const awsPrefixes: Readonly<Record<string, string>> = {
  aws_vpc: "vpc",
  aws_subnet: "subnet",
  aws_security_group: "sg",
  aws_route_table: "rtb",
  aws_vpc_endpoint: "vpce",
  aws_ec2_transit_gateway: "tgw",
  aws_launch_template: "lt",
};

/** Where objects on Azure stand. Source: Azure Resource Manager, resource IDs of each resource provider. */
const azurePaths: Readonly<Record<string, string>> = {
  azurerm_virtual_network: "Microsoft.Network/virtualNetworks/stand-in",
  azurerm_subnet: "Microsoft.Network/virtualNetworks/stand-in/subnets/stand-in",
  azurerm_public_ip_prefix: "Microsoft.Network/publicIPPrefixes/stand-in",
  azurerm_nat_gateway: "Microsoft.Network/natGateways/stand-in",
  azurerm_key_vault: "Microsoft.KeyVault/vaults/stand-in",
  azurerm_storage_account: "Microsoft.Storage/storageAccounts/standin",
  azurerm_storage_container: "Microsoft.Storage/storageAccounts/standin/blobServices/default/containers/stand-in",
  azurerm_user_assigned_identity: "Microsoft.ManagedIdentity/userAssignedIdentities/stand-in",
};
const azureGroup = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/stand-in";

/**
 * A value in the form that a provider takes for an attribute of an object that does not exist yet. It stands for what only an apply
 * tells.
 */
export function standIn(type: string, name: string, attribute: string): string {
  const prefix = awsPrefixes[type];
  if (attribute === "id" && prefix !== undefined) return `${prefix}-${digits(name, 17)}`;
  if (attribute === "id" && type === "azurerm_resource_group") return azureGroup;
  const path = azurePaths[type];
  if (attribute === "id" && path !== undefined) return `${azureGroup}/providers/${path}`;
  if (attribute === "arn") return `arn:aws:siteform:us-east-1:000000000000:stand-in/${digits(name, 17)}`;
  if (/cidr|prefix/.test(attribute)) return "192.0.2.0/24";
  return `stand-in-${digits(name, 8)}`;
}
