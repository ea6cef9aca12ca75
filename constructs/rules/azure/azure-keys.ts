import type { Report, Rule } from "../rule";
import { azureClusters, azureSites } from "../walk";

export const azureKeys: Rule = {
  id: "AZ-KEY-01",
  title: "keys of one's own lie in the site's key vault, and the API server reaches those of secrets",
  severity: "error",
  source:
    "AKS documentation, KMS etcd encryption: a private key vault asks for API server VNet integration; Azure Key Vault documentation, names are unique in all of Azure",
  *check(context) {
    const owners = new Map<string, string>();
    for (const { site, path } of azureSites(context)) {
      if (site.keyVault !== undefined) {
        const key = site.keyVault.name.toLowerCase();
        const other = owners.get(key);
        if (other === undefined) owners.set(key, `${path}.keyVault`);
        else {
          yield {
            path: `${path}.keyVault.name`,
            observed: site.keyVault.name,
            message: `${other} has this name; the name of a key vault is unique in all of Azure`,
            hint: "rename one of the two",
          };
        }
      }
      const missing = site.keyVault === undefined && !context.isPartial(`${path}.keyVault`);
      for (const { name, customerKey } of site.storageAccounts) {
        if (customerKey && missing) yield noVault(`${path}.storageAccounts.${name}.customerKey`);
      }
    }
    for (const { site, cluster, path } of azureClusters(context)) {
      const { encryption, network } = cluster;
      if (site.keyVault === undefined && !context.isPartial(`sites.${site.name}.keyVault`)) {
        if (encryption.disks === "site") yield noVault(`${path}.encryption.disks`);
        if (encryption.secrets === "site") yield noVault(`${path}.encryption.secrets`);
        for (const { name, customerKey } of cluster.storage) {
          if (customerKey) yield noVault(`${path}.storage.${name}.customerKey`);
        }
      }
      if (encryption.secrets === "site" && network.apiServer === undefined) {
        yield {
          path: `${path}.encryption.secrets`,
          observed: "no subnet",
          message:
            "the key vault has a private address alone, which an API server reaches only from a subnet of the network",
          hint: "give the cluster's network a subnet for it: apiServer, a /28",
        };
      }
    }
  },
};

const noVault = (path: string): Report => ({
  path,
  observed: "no key vault",
  message: "a key of one's own lies in the site's key vault, and the site has none",
  hint: 'give the site one: keyVault: { name: "...", officers: ["<object id of who runs Terraform>"] }',
});
