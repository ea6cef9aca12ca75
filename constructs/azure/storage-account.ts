import type { PrivateEndpoint } from "@cdktf/provider-azurerm/lib/private-endpoint";
import type { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { StorageContainer } from "@cdktf/provider-azurerm/lib/storage-container";
import { Construct } from "constructs";
import { TerraformOutput, type TerraformResource } from "../core/cdktf";
import type { AzureStorageAccount } from "../model";
import type { AzureEndpoints } from "./endpoints";
import { type AzureGround, guard, placeOf } from "./ground";
import type { AzureKeys } from "./keys";
import { grant } from "./roles";

/** What the service needs: Azure Managed Lustre documentation, access roles for blob integration. */
const LUSTRE_ROLES = [
  ["lustre-account-role", "Storage Account Contributor"],
  ["lustre-data-role", "Storage Blob Data Contributor"],
] as const;

/** What a file system needs of a storage account, whichever stack makes it. */
export interface AzureAccountInputs {
  /** Resource ids of its containers, by name. */
  readonly containerIds: Readonly<Record<string, string>>;
  /** What must stand before a file system reads and writes it, where this stack makes it. */
  readonly reach: readonly TerraformResource[];
}

/**
 * A storage account: TLS 1.2, no public address, no shared key, so that every reader and writer is an identity of Microsoft Entra
 * with a role of its own. What is deleted can be had back for some days.
 */
export class AzureStorageAccountResources extends Construct implements AzureAccountInputs {
  readonly account: StorageAccount;
  /** By name. */
  readonly containers: Readonly<Record<string, StorageContainer>>;
  readonly endpoints: readonly PrivateEndpoint[];
  /** Roles of Azure Managed Lustre on the account, where it reads and writes it. */
  readonly lustreRoles: readonly RoleAssignment[];

  constructor(
    scope: Construct,
    id: string,
    spec: AzureStorageAccount,
    ground: AzureGround,
    using: { readonly endpoints: AzureEndpoints; readonly keys?: AzureKeys },
  ) {
    super(scope, id);
    const { site } = ground;
    this.account = new StorageAccount(this, "account", {
      name: spec.name,
      ...placeOf(ground),
      accountKind: "StorageV2",
      accountTier: "Standard",
      accountReplicationType: spec.replication,
      isHnsEnabled: spec.hierarchical,
      minTlsVersion: "TLS1_2",
      httpsTrafficOnlyEnabled: true,
      publicNetworkAccessEnabled: false,
      sharedAccessKeyEnabled: false,
      defaultToOauthAuthentication: true,
      allowNestedItemsToBePublic: false,
      crossTenantReplicationEnabled: false,
      localUserEnabled: false,
      blobProperties: {
        // An account with directories has no versions (storage_account_resource.go).
        versioningEnabled: spec.versioning ?? !spec.hierarchical,
        deleteRetentionPolicy: { days: spec.softDeleteDays },
        containerDeleteRetentionPolicy: { days: spec.softDeleteDays },
      },
      ...this.customerKey(spec, using.keys),
      ...guard(site),
    });
    this.containers = Object.fromEntries(
      spec.containers.map((name) => [
        name,
        new StorageContainer(this, `container-${name}`, {
          name,
          // By id, Terraform asks Resource Manager; by name it would ask the account, which it may not reach.
          storageAccountId: this.account.id,
          containerAccessType: "private",
          ...guard(site),
        }),
      ]),
    );
    const services = spec.hierarchical ? (["blob", "dfs"] as const) : (["blob"] as const);
    this.endpoints = services.map((service) =>
      using.endpoints.add(this, `${service}-endpoint`, { name: spec.name, id: this.account.id, service }),
    );
    const { lustrePrincipal } = spec;
    this.lustreRoles =
      lustrePrincipal === undefined
        ? []
        : LUSTRE_ROLES.map(([roleId, name]) => grant(this, roleId, { on: this.account.id, name, to: lustrePrincipal }));
    new TerraformOutput(this, "blob-host", {
      value: this.account.primaryBlobHost,
      description: `Where the blobs of ${spec.name} are, from inside the network`,
    }).overrideLogicalId(`${spec.name}-blob-host`);
  }

  get containerIds(): Readonly<Record<string, string>> {
    return Object.fromEntries(Object.entries(this.containers).map(([name, { id }]) => [name, id]));
  }

  get reach(): readonly TerraformResource[] {
    return [...this.endpoints, ...this.lustreRoles];
  }

  private customerKey(spec: AzureStorageAccount, keys: AzureKeys | undefined) {
    if (!spec.customerKey || keys === undefined) return {};
    const key = keys.addKey(this, "key", spec.name, { rotates: true, bits: 3072 });
    const { identity, role } = keys.addUser(this, "identity", spec.name);
    return {
      identity: { type: "UserAssigned", identityIds: [identity.id] },
      customerManagedKey: { keyVaultKeyId: key.versionlessId, userAssignedIdentityId: identity.id },
      dependsOn: [role],
    };
  }
}
