import { DataAzurermClientConfig } from "@cdktf/provider-azurerm/lib/data-azurerm-client-config";
import { KeyVault } from "@cdktf/provider-azurerm/lib/key-vault";
import type { PrivateEndpoint } from "@cdktf/provider-azurerm/lib/private-endpoint";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { Construct } from "constructs";
import type { AzureKeyVault } from "../model";
import type { AzureEndpoints } from "./endpoints";
import { type AzureGround, guard, placeOf } from "./ground";
import { AzureKeys } from "./keys";

/**
 * The key vault of a site: roles instead of access policies, no purge before its time, no public address. Azure's own services are
 * let through, since disks are encrypted by one. Keys are made over the vault's own address: whoever runs Terraform must reach the
 * site's network, and be one of the vault's officers.
 */
export class AzureKeyVaultResources extends Construct {
  readonly vault: KeyVault;
  readonly endpoint: PrivateEndpoint;
  readonly keys: AzureKeys;

  constructor(scope: Construct, id: string, spec: AzureKeyVault, ground: AzureGround, endpoints: AzureEndpoints) {
    super(scope, id);
    const { site } = ground;
    this.vault = new KeyVault(this, "vault", {
      name: spec.name,
      ...placeOf(ground),
      tenantId: site.tenant ?? new DataAzurermClientConfig(this, "client", {}).tenantId,
      skuName: "standard",
      rbacAuthorizationEnabled: true,
      purgeProtectionEnabled: true,
      softDeleteRetentionDays: 90,
      publicNetworkAccessEnabled: false,
      networkAcls: { defaultAction: "Deny", bypass: "AzureServices" },
      ...guard(site),
    });
    this.endpoint = endpoints.add(this, "endpoint", { name: spec.name, id: this.vault.id, service: "vault" });
    const officers = spec.officers.map(
      (principal) =>
        new RoleAssignment(this, `officer-${principal}`, {
          scope: this.vault.id,
          roleDefinitionName: "Key Vault Crypto Officer",
          principalId: principal,
        }),
    );
    this.keys = new AzureKeys(this.vault.id, ground, [...officers, this.endpoint]);
  }
}
