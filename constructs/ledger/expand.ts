import { findMachine, type Machine, type SizedPool } from "../catalog";
import {
  type AwsNetwork,
  type AwsSiteSpec,
  type FleetDocument,
  isExisting,
  responsibilitiesUnder,
  type SiteSpec,
} from "../model";
import { planAddresses, zoneOf, zonesOf } from "./aws-address-plan";

type Lookup = (type: string) => Machine | undefined;

/**
 * The fleet with everything written out that its author left to a default of this library: responsibilities, tenants,
 * operators, zones, address ranges, slices, the power of machines. What is left to a cloud's default, such as a version, stays
 * out. It is a fleet document itself.
 */
export function expandFleet(document: FleetDocument): FleetDocument {
  const own = new Map<string, Machine>(document.spec.machines.map((machine) => [machine.type, machine]));
  const lookup: Lookup = (type) => own.get(type) ?? findMachine(type);
  const sites = document.spec.sites.map((site) => expandSite(site, document.spec.organisation, lookup));
  return { ...document, spec: { ...document.spec, sites } };
}

function expandSite(site: SiteSpec, organisation: string | undefined, lookup: Lookup): SiteSpec {
  switch (site.tenure) {
    case "cloud":
      if (site.provider === "aws") return expandAws(site, lookup);
      return site.provider === "google"
        ? { ...site, clusters: withPools(site.clusters, lookup) }
        : { ...site, clusters: withPools(site.clusters, lookup) };
    case "owned":
      return { ...site, clusters: withPools(site.clusters, lookup) };
    case "leased":
      return {
        ...site,
        responsibilities: responsibilitiesUnder(site.scope, site.responsibilities),
        lease: withTenant(site.lease, organisation),
        clusters: withPools(site.clusters, lookup),
      };
    case "partner": {
      const title =
        site.title.kind === "owned" ? site.title : { ...site.title, lease: withTenant(site.title.lease, organisation) };
      return {
        ...site,
        responsibilities: responsibilitiesUnder(site.scope, site.responsibilities),
        operator: site.operator ?? site.contractor,
        title,
        clusters: withPools(site.clusters, lookup),
      };
    }
  }
}

function withTenant<L extends { readonly tenant?: string | undefined }>(lease: L, organisation: string | undefined): L {
  const tenant = lease.tenant ?? organisation;
  return tenant === undefined ? lease : { ...lease, tenant };
}

function withPools<P extends SizedPool, C extends { readonly pools: P[] }>(
  clusters: readonly C[],
  lookup: Lookup,
): C[] {
  return clusters.map((cluster) => ({ ...cluster, pools: cluster.pools.map((pool) => expandPool(pool, lookup)) }));
}

function expandPool<P extends SizedPool>(pool: P, lookup: Lookup): P {
  const power = pool.machinePowerKW ?? lookup(pool.machine)?.maxPowerKW;
  return {
    ...pool,
    ...(pool.topology === undefined ? {} : { slices: pool.slices ?? 1 }),
    ...(power === undefined ? {} : { machinePowerKW: { ...power, bound: power.bound ?? "exact" } }),
  };
}

function expandAws(site: AwsSiteSpec, lookup: Lookup): AwsSiteSpec {
  const shared = site.clusters.filter((cluster) => cluster.network === undefined);
  const expand = (network: AwsNetwork, clusters: AwsSiteSpec["clusters"]): AwsNetwork => {
    if (isExisting(network)) return network;
    const planned = planAddresses(site, network, clusters).accelerators;
    const accelerators = Object.fromEntries(
      planned.flatMap(({ zoneId, cidr }) => (cidr === undefined ? [] : [[zoneId, cidr]])),
    );
    return {
      ...network,
      accelerators: { ...accelerators, ...network.accelerators },
      zoneIds: [...zonesOf(site, network)],
    };
  };
  const clusters = withPools(site.clusters, lookup).map((cluster) => {
    const network = cluster.network ?? site.network;
    const pools = cluster.pools.map((pool) =>
      network === undefined ? pool : { ...pool, capacity: { ...pool.capacity, zoneId: zoneOf(site, network, pool) } },
    );
    return cluster.network === undefined
      ? { ...cluster, pools }
      : { ...cluster, network: expand(cluster.network, [cluster]), pools };
  });
  return { ...site, clusters, ...(site.network === undefined ? {} : { network: expand(site.network, shared) }) };
}
