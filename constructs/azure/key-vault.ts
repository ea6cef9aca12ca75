import { DataAzurermClientConfig } from "@cdktf/provider-azurerm/lib/data-azurerm-client-config";
import { DiskEncryptionSet } from "@cdktf/provider-azurerm/lib/disk-encryption-set";
import { KeyVault } from "@cdktf/provider-azurerm/lib/key-vault";
import { KeyVaultKey } from "@cdktf/provider-azurerm/lib/key-vault-key";
import type { PrivateEndpoint } from "@cdktf/provider-azurerm/lib/private-endpoint";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import { Construct } from "constructs";
import type { AzureKeyVault } from "../model";
import type { AzureEndpoints } from "./endpoints";
import { type AzureGround, guard, placeOf } from "./ground";
import { grant } from "./roles";

/** Lets a service wrap and unwrap with keys, and nothing else (Azure Key Vault documentation, built-in roles). */
const SERVICE_ROLE = "Key Vault Crypto Service Encryption User";

/** A disk encryption set, and the role that it needs before a disk is encrypted with it. */
export interface AzureDiskKey {
  readonly set: DiskEncryptionSet;
  readonly role: RoleAssignment;
}

/** An identity that may use the site's keys, and the role that says so. */
export interface AzureKeyUser {
  readonly identity: UserAssignedIdentity;
  readonly role: RoleAssignment;
}

/**
 * The key vault of a site: roles instead of access policies, no purge before its time, no public address. Azure's own services are
 * let through, since disks are encrypted by one. Keys are made over the vault's own address: whoever runs Terraform must reach the
 * site's network, and be one of the vault's officers.
 */
export class AzureKeyVaultResources extends Construct {
  readonly vault: KeyVault;
  readonly endpoint: PrivateEndpoint;
  private readonly officers: readonly RoleAssignment[];

  constructor(
    scope: Construct,
    id: string,
    spec: AzureKeyVault,
    private readonly ground: AzureGround,
    endpoints: AzureEndpoints,
  ) {
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
    this.officers = spec.officers.map(
      (principal) =>
        new RoleAssignment(this, `officer-${principal}`, {
          scope: this.vault.id,
          roleDefinitionName: "Key Vault Crypto Officer",
          principalId: principal,
        }),
    );
  }

  /** A key that renews itself each year; what it encrypted before stays readable. */
  addKey(
    scope: Construct,
    id: string,
    name: string,
    use: { readonly rotates: boolean; readonly bits: number },
  ): KeyVaultKey {
    return new KeyVaultKey(scope, id, {
      name,
      keyVaultId: this.vault.id,
      keyType: "RSA",
      keySize: use.bits,
      keyOpts: ["decrypt", "encrypt", "sign", "unwrapKey", "verify", "wrapKey"],
      // No expiry: an expired key makes what it encrypted unreadable.
      ...(use.rotates ? { rotationPolicy: { automatic: { timeAfterCreation: "P365D" } } } : {}),
      tags: this.ground.tags,
      ...guard(this.ground.site),
      dependsOn: [...this.officers, this.endpoint],
    });
  }

  /** A disk encryption set that follows its key, acting as itself. */
  addDiskKey(scope: Construct, name: string): AzureDiskKey {
    const key = this.addKey(scope, "disk-key", `${name}-disks`, { rotates: true, bits: 3072 });
    const set = new DiskEncryptionSet(scope, "disk-encryption", {
      name,
      ...placeOf(this.ground),
      keyVaultKeyId: key.versionlessId,
      autoKeyRotationEnabled: true,
      identity: { type: "SystemAssigned" },
      ...guard(this.ground.site),
    });
    const role = grant(scope, "disk-encryption-role", {
      on: this.vault.id,
      name: SERVICE_ROLE,
      to: set.identity.principalId,
    });
    return { set, role };
  }

  /** An identity for a service that takes one of its owner's. */
  addUser(scope: Construct, id: string, name: string): AzureKeyUser {
    const identity = new UserAssignedIdentity(scope, id, { name, ...placeOf(this.ground) });
    const role = grant(scope, `${id}-role`, { on: this.vault.id, name: SERVICE_ROLE, to: identity.principalId });
    return { identity, role };
  }
}
