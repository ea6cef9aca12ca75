import type { Report, Rule } from "../rule";
import { azureClusters, azureSites } from "../walk";

export const azureRepeated: Rule = {
  id: "AZ-LIST-01",
  title: "what is listed at a site on Azure is listed once",
  severity: "error",
  source:
    "Azure Resource Manager: a role is given once, a container has a name of its own; AKS API reference, zones and groups",
  *check(context) {
    for (const { site, path } of azureSites(context)) {
      yield* repeated(site.keyVault?.officers ?? [], `${path}.keyVault.officers`);
      for (const { name, containers } of site.storageAccounts) {
        yield* repeated(containers, `${path}.storageAccounts.${name}.containers`);
      }
    }
    for (const { cluster, path } of azureClusters(context)) {
      yield* repeated(cluster.admins, `${path}.admins`);
      yield* repeated(cluster.system.zones, `${path}.system.zones`);
    }
  },
};

/** Ids are compared without case. */
function* repeated(list: readonly string[], path: string): Generator<Report> {
  const texts = list.map((text) => text.toLowerCase());
  for (const [index, text] of texts.entries()) {
    const first = texts.indexOf(text);
    if (first === index) continue;
    yield {
      path: `${path}[${index}]`,
      observed: list[index] ?? "",
      message: `${JSON.stringify(list[index])} stands at ${path}[${first}] already`,
      hint: "leave it out",
    };
  }
}
