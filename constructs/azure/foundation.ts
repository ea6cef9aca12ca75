import { DataAzurermKeyVault } from "@cdktf/provider-azurerm/lib/data-azurerm-key-vault";
import { DataAzurermStorageContainer } from "@cdktf/provider-azurerm/lib/data-azurerm-storage-container";
import { Construct } from "constructs";
import { storageAccountId } from "../ledger/azure-names";
import type { AzureCluster, AzureStorageAccount } from "../model";
import type { AzureGround } from "./ground";
import { AzureKeys } from "./keys";
import type { AzureAccountInputs } from "./storage-account";

/**
 * What a site's foundation made beside the network, found by name: no value passes from one stack to another, so that a cluster's
 * stack is planned with nothing but the subscription it is for. Only what the cluster uses is looked up.
 */
export class AzureFoundation extends Construct {
  readonly keys?: AzureKeys;
  /** By name. */
  readonly accounts: Readonly<Record<string, AzureAccountInputs>>;

  constructor(scope: Construct, id: string, cluster: AzureCluster, ground: AzureGround) {
    super(scope, id);
    const { site, resourceGroup } = ground;
    if (site.keyVault !== undefined && usesKeys(cluster)) {
      const vault = new DataAzurermKeyVault(this, "key-vault", {
        name: site.keyVault.name,
        resourceGroupName: resourceGroup,
      });
      this.keys = new AzureKeys(vault.id, ground);
    }
    const used = cluster.storage.flatMap(({ blob }) => (blob === undefined ? [] : [blob.account]));
    this.accounts = Object.fromEntries(
      site.storageAccounts
        .filter(({ name }) => used.includes(name))
        .map((account) => [account.name, this.findAccount(account, cluster, ground)]),
    );
  }

  /** By the id of its account, which is known: a data source of the account would write its keys into the state. */
  private findAccount(account: AzureStorageAccount, { storage }: AzureCluster, { site }: AzureGround) {
    const wanted = storage.flatMap(({ blob }) =>
      blob === undefined || blob.account !== account.name ? [] : [blob.container, blob.logging],
    );
    const containerIds = Object.fromEntries(
      [...new Set(wanted)].map((name) => [
        name,
        new DataAzurermStorageContainer(this, `${account.name}-${name}`, {
          name,
          storageAccountId: storageAccountId(site, account),
        }).id,
      ]),
    );
    return { containerIds, reach: [] };
  }
}

const usesKeys = ({ encryption, storage }: AzureCluster): boolean =>
  encryption.disks === "site" || encryption.secrets !== undefined || storage.some(({ customerKey }) => customerKey);
