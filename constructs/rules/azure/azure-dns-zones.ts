import { endpointsOf, privateDnsZone, resourceGroupName } from "../../ledger/azure-names";
import type { Rule } from "../rule";
import { azureSites } from "../walk";

export const azureDnsZones: Rule = {
  id: "AZ-DNS-01",
  title: "a virtual network and a resource group have one private DNS zone of a name",
  severity: "error",
  source:
    "Azure DNS documentation, private zones and virtual network links: names are unique in a resource group, and a network is linked to one zone of a name",
  *check(context) {
    const owners = new Map<string, string>();
    for (const { site, path } of azureSites(context)) {
      for (const service of endpointsOf(site)) {
        if (site.network.dnsZones[service] !== undefined) continue;
        const name = privateDnsZone(site.region, service);
        const places = [
          `resource group ${resourceGroupName(site)} of subscription ${site.subscription}`,
          ...(site.network.id === undefined ? [] : [`virtual network ${site.network.id}`]),
        ];
        const taken = places.find((place) => owners.has(`${place}/${name}`.toLowerCase()));
        for (const place of places) {
          const key = `${place}/${name}`.toLowerCase();
          if (!owners.has(key)) owners.set(key, path);
        }
        if (taken === undefined) continue;
        yield {
          path: `${path}.network.dnsZones.${service}`,
          observed: "none",
          message: `the zone ${name} would be made here and for ${owners.get(`${taken}/${name}`.toLowerCase())}, and the ${taken} takes one of a name`,
          hint: `name a zone that exists at one of the two: dnsZones: { ${service}: "<id>" }`,
        };
      }
    }
  },
};
