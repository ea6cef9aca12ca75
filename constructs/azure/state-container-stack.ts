import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import { StorageAccount } from "@cdktf/provider-azurerm/lib/storage-account";
import { StorageContainer } from "@cdktf/provider-azurerm/lib/storage-container";
import { StorageManagementPolicy } from "@cdktf/provider-azurerm/lib/storage-management-policy";
import { TerraformOutput, type TerraformStack } from "../core/cdktf";
import { azurermProviderRange } from "../ledger/provider-floors";
import type { AzureStateStore, State } from "../model";

type BlobState = Extract<State, { kind: "azureBlob" }>;

/** What the stack of the state's container holds. */
export class StateContainerResources {
  readonly provider: AzurermProvider;
  readonly resourceGroup: ResourceGroup;
  readonly account: StorageAccount;
  readonly container: StorageContainer;

  constructor(
    stack: TerraformStack,
    state: BlobState,
    private readonly spec: AzureStateStore,
    fleet: string,
  ) {
    const tags = { "siteform-fleet": fleet };
    this.provider = new AzurermProvider(stack, "azurerm", {
      // The account takes no shared key, so that the provider must not ask its data plane with one; nothing here needs it.
      features: [{ storage: [{ dataPlaneAvailable: false }] }],
      storageUseAzuread: true,
      subscriptionId: spec.subscription,
      resourceProviderRegistrations: "core",
    });
    stack.addOverride("terraform.required_providers.azurerm", {
      source: "hashicorp/azurerm",
      version: azurermProviderRange([]),
    });

    this.resourceGroup = new ResourceGroup(stack, "resource-group", {
      name: state.resourceGroup,
      location: spec.region,
      tags,
      ...this.lifecycle(),
    });
    this.account = new StorageAccount(stack, "account", {
      name: state.storageAccount,
      resourceGroupName: this.resourceGroup.name,
      location: this.resourceGroup.location,
      accountKind: "StorageV2",
      accountTier: "Standard",
      accountReplicationType: spec.replication,
      minTlsVersion: "TLS1_2",
      httpsTrafficOnlyEnabled: true,
      sharedAccessKeyEnabled: false,
      defaultToOauthAuthentication: true,
      allowNestedItemsToBePublic: false,
      crossTenantReplicationEnabled: false,
      blobProperties: {
        versioningEnabled: true,
        deleteRetentionPolicy: { days: spec.softDeleteDays },
        containerDeleteRetentionPolicy: { days: spec.softDeleteDays },
      },
      tags,
      ...this.lifecycle(),
    });
    this.container = new StorageContainer(stack, "container", {
      name: state.container,
      storageAccountId: this.account.id,
      containerAccessType: "private",
      ...this.lifecycle(),
    });
    new StorageManagementPolicy(stack, "old-versions", {
      storageAccountId: this.account.id,
      rule: [
        {
          name: "old-versions",
          enabled: true,
          filters: { blobTypes: ["blockBlob"], prefixMatch: [`${state.container}/`] },
          actions: { version: { deleteAfterDaysSinceCreation: spec.versionDays } },
        },
      ],
    });
    for (const principalId of spec.contributors ?? []) {
      new RoleAssignment(stack, `contributor-${principalId}`, {
        scope: this.container.id,
        roleDefinitionName: "Storage Blob Data Contributor",
        principalId,
      });
    }
    new TerraformOutput(stack, "container_id", { value: this.container.id, description: "The container of the state" });
  }

  private lifecycle(): { lifecycle?: { preventDestroy: true } } {
    return this.spec.protect ? { lifecycle: { preventDestroy: true } } : {};
  }
}
