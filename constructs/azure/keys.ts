import { DiskEncryptionSet } from "@cdktf/provider-azurerm/lib/disk-encryption-set";
import { KeyVaultKey } from "@cdktf/provider-azurerm/lib/key-vault-key";
import type { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { UserAssignedIdentity } from "@cdktf/provider-azurerm/lib/user-assigned-identity";
import type { Construct } from "constructs";
import type { TerraformResource } from "../core/cdktf";
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

/** The keys of a site, in its key vault: one that this stack makes, or that the site's foundation made. */
export class AzureKeys {
  /** `after` must stand before a key can be made, where this stack makes it. */
  constructor(
    readonly vaultId: string,
    private readonly ground: AzureGround,
    private readonly after: readonly TerraformResource[] = [],
  ) {}

  /** A key; with `rotates` it renews itself each year, and what it encrypted before stays readable. */
  addKey(
    scope: Construct,
    id: string,
    name: string,
    use: { readonly rotates: boolean; readonly bits: number },
  ): KeyVaultKey {
    return new KeyVaultKey(scope, id, {
      name,
      keyVaultId: this.vaultId,
      keyType: "RSA",
      keySize: use.bits,
      keyOpts: ["decrypt", "encrypt", "sign", "unwrapKey", "verify", "wrapKey"],
      // No expiry: an expired key makes what it encrypted unreadable.
      ...(use.rotates ? { rotationPolicy: { automatic: { timeAfterCreation: "P365D" } } } : {}),
      tags: this.ground.tags,
      ...guard(this.ground.site),
      ...(this.after.length === 0 ? {} : { dependsOn: [...this.after] }),
    });
  }

  /** A disk encryption set that follows its key, acting as itself. */
  addDiskKey(scope: Construct, name: string, keyName: string): AzureDiskKey {
    const key = this.addKey(scope, "disk-key", keyName, { rotates: true, bits: 3072 });
    const set = new DiskEncryptionSet(scope, "disk-encryption", {
      name,
      ...placeOf(this.ground),
      keyVaultKeyId: key.versionlessId,
      autoKeyRotationEnabled: true,
      identity: { type: "SystemAssigned" },
      ...guard(this.ground.site),
    });
    const role = grant(scope, "disk-encryption-role", {
      on: this.vaultId,
      name: SERVICE_ROLE,
      to: set.identity.principalId,
    });
    return { set, role };
  }

  /** An identity for a service that takes one of its owner's. */
  addUser(scope: Construct, id: string, name: string): AzureKeyUser {
    const identity = new UserAssignedIdentity(scope, id, { name, ...placeOf(this.ground) });
    const role = grant(scope, `${id}-role`, { on: this.vaultId, name: SERVICE_ROLE, to: identity.principalId });
    return { identity, role };
  }
}
