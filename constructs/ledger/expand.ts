import { type AwsNetwork, type AwsSiteSpec, type FleetDocument, responsibilitiesUnder, type SiteSpec } from "../model";
import { zonesOf } from "./aws-address-plan";

/** The fleet with everything written out that its author left to a default. It is a fleet document itself. */
export function expandFleet(document: FleetDocument): FleetDocument {
  return {
    ...document,
    spec: { ...document.spec, sites: document.spec.sites.map((site) => expandSite(site, document.spec.organisation)) },
  };
}

function expandSite(site: SiteSpec, organisation: string | undefined): SiteSpec {
  switch (site.tenure) {
    case "cloud":
      return site.provider === "aws" ? expandAws(site) : site;
    case "owned":
      return site;
    case "leased":
      return {
        ...site,
        responsibilities: responsibilitiesUnder(site.scope, site.responsibilities),
        lease: withTenant(site.lease, organisation),
      };
    case "partner": {
      const title =
        site.title.kind === "owned" ? site.title : { ...site.title, lease: withTenant(site.title.lease, organisation) };
      const responsibilities = responsibilitiesUnder(site.scope, site.responsibilities);
      return { ...site, operator: site.operator ?? site.contractor, responsibilities, title };
    }
  }
}

function withTenant<L extends { readonly tenant?: string | undefined }>(lease: L, organisation: string | undefined): L {
  const tenant = lease.tenant ?? organisation;
  return tenant === undefined ? lease : { ...lease, tenant };
}

function expandAws(site: AwsSiteSpec): AwsSiteSpec {
  const expand = (network: AwsNetwork): AwsNetwork => ({ ...network, zoneIds: [...zonesOf(site, network)] });
  const clusters = site.clusters.map((cluster) =>
    cluster.network === undefined ? cluster : { ...cluster, network: expand(cluster.network) },
  );
  return { ...site, clusters, ...(site.network === undefined ? {} : { network: expand(site.network) }) };
}
