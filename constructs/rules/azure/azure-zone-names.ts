import { apiServerZone, endpointsOf, partsOfId, privateDnsZone } from "../../ledger/azure-names";
import type { Rule } from "../rule";
import { azureClusters, azureSites } from "../walk";

export const azureZoneNames: Rule = {
  id: "AZ-DNS-02",
  title: "a private DNS zone that exists has the name of what it resolves",
  severity: "error",
  formula: "of API servers: privatelink.<region>.azmk8s.io, or one subzone of it",
  source:
    "AKS documentation, private clusters: custom private DNS zone; Azure Private Link documentation, private DNS zone values",
  *check(context) {
    for (const { site, path } of azureSites(context)) {
      for (const service of endpointsOf(site)) {
        const id = site.network.dnsZones[service];
        const limit = privateDnsZone(site.region, service);
        const observed = partsOfId(id ?? "").name;
        if (id === undefined || observed.toLowerCase() === limit) continue;
        yield {
          path: `${path}.network.dnsZones.${service}`,
          observed,
          limit,
          message: `names of the service ${service} in ${site.region} are looked up in ${limit}, and not in ${observed}`,
          hint: `name the zone ${limit}, or leave ${service} out: then it is made`,
        };
      }
    }
    for (const { site, cluster, path } of azureClusters(context)) {
      const { apiServer } = cluster;
      if (apiServer.access !== "private" || !apiServer.dnsZone.startsWith("/")) continue;
      const limit = apiServerZone(site.region);
      const observed = partsOfId(apiServer.dnsZone).name;
      if (observed === limit || (observed.endsWith(`.${limit}`) && !observed.slice(0, -limit.length - 1).includes(".")))
        continue;
      yield {
        path: `${path}.apiServer.dnsZone`,
        observed,
        limit,
        message: `AKS writes the name of an API server in ${site.region} to a zone named ${limit}, or <subzone>.${limit}; got ${observed}`,
        hint: 'name such a zone, or write dnsZone: "System"',
      };
    }
  },
};
