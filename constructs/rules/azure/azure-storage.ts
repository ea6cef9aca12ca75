import type { Rule } from "../rule";
import { azureClusters, azureSites } from "../walk";

export const azureStorage: Rule = {
  id: "AZ-STG-01",
  title: "storage accounts have names of their own in all of Azure, and what refers to one finds it",
  severity: "error",
  source:
    "Azure Storage documentation, storage account names; terraform-provider-azurerm v4.55.0, storage_account_resource.go: versioning_enabled can't be true when is_hns_enabled is true",
  *check(context) {
    const owners = new Map<string, string>();
    for (const { site, path } of azureSites(context)) {
      for (const { name, hierarchical, versioning } of site.storageAccounts) {
        const at = `${path}.storageAccounts.${name}`;
        const other = owners.get(name);
        if (other === undefined) owners.set(name, at);
        else {
          yield {
            path: at,
            observed: name,
            message: `${other} has this name; the name of a storage account is unique in all of Azure`,
            hint: "rename one of the two",
          };
        }
        if (hierarchical && versioning === true) {
          yield {
            path: `${at}.versioning`,
            observed: "true",
            message: "an account with directories keeps no versions of its blobs",
            hint: "leave out versioning, or hierarchical",
          };
        }
      }
    }
    for (const { site, cluster, path } of azureClusters(context)) {
      for (const { name, blob } of cluster.storage) {
        if (blob === undefined) continue;
        const accounts = `sites.${site.name}.storageAccounts`;
        const account = site.storageAccounts.find((each) => each.name === blob.account);
        const at = `${path}.storage.${name}.blob`;
        if (account === undefined) {
          if (context.lacksItems(accounts)) continue;
          yield {
            path: `${at}.account`,
            observed: blob.account,
            limit: site.storageAccounts.map((each) => each.name).join(", "),
            message: `the site has no storage account ${JSON.stringify(blob.account)} in use`,
            hint: `add it: addStorageAccount(${JSON.stringify(blob.account)}, { containers: [...] })`,
          };
          continue;
        }
        for (const field of ["container", "logging"] as const) {
          if (account.containers.includes(blob[field]) || context.isPartial(`${accounts}.${account.name}`)) continue;
          yield {
            path: `${at}.${field}`,
            observed: blob[field],
            limit: account.containers.join(", "),
            message: `the storage account ${account.name} has no container ${JSON.stringify(blob[field])}`,
            hint: `add it to the account's containers`,
          };
        }
        if (blob.container === blob.logging) {
          yield {
            path: `${at}.logging`,
            observed: blob.logging,
            message: "the log of reading in and writing out would lie among what is read in",
            hint: "give the log a container of its own",
          };
        }
      }
    }
  },
};
