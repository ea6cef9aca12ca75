import { takesControlPlane, zoneIdsOf, zonePrefixOf } from "../../catalog";
import { MOST_ZONES } from "../../ledger/aws-address-plan";
import { didYouMean, isExisting } from "../../model";
import type { Report, Rule, RuleContext } from "../rule";
import type { AwsNetworkAt } from "../walk";
import { awsClusters, awsNetworks, hinted } from "../walk";

export const eksZones: Rule = {
  id: "AWS-EKS-01",
  title: "EKS stands in two to four zones of the region that take its control plane, and pools in zones of the region",
  severity: "error",
  needs: ["region"],
  structural: true,
  formula: `2 <= distinct zones <= ${MOST_ZONES}`,
  source:
    "Amazon EKS user guide, VPC and subnet requirements; the address plan, whose lower half has room for four zones",
  *check(context) {
    for (const each of awsNetworks(context)) {
      yield* controlPlane(context, each);
      yield* accelerators(each);
      yield* subnets(each);
    }
    for (const { site, cluster, path } of awsClusters(context)) {
      for (const pool of cluster.pools) {
        const zone = pool.capacity.zoneId;
        if (zone !== undefined) yield* foreign(site.region, zone, `${path}.pools.${pool.name}.capacity.zoneId`);
      }
    }
  },
};

/** Subnets that exist: each lies in one zone. */
function* subnets({ network, path }: AwsNetworkAt): Generator<Report> {
  if (!isExisting(network)) return;
  for (const field of ["systemSubnets", "acceleratorSubnets"] as const) {
    const seen = new Map<string, string>();
    for (const [zone, subnet] of Object.entries(network[field])) {
      const other = seen.get(subnet);
      if (other !== undefined) {
        const message = `${subnet} is the subnet of ${other} already; a subnet lies in one zone`;
        yield { path: `${path}.${field}.${zone}`, observed: subnet, message, hint: `name the subnet of ${zone}` };
      }
      seen.set(subnet, zone);
    }
  }
}

/** Zones that a network names for accelerators: by range where it is made, by subnet where it exists. */
function* accelerators({ site, network, path }: AwsNetworkAt): Generator<Report> {
  const [field, named] = isExisting(network)
    ? (["acceleratorSubnets", network.acceleratorSubnets] as const)
    : (["accelerators", network.accelerators ?? {}] as const);
  for (const zone of Object.keys(named)) yield* foreign(site.region, zone, `${path}.${field}.${zone}`);
}

function* controlPlane(context: RuleContext, { site, network, path }: AwsNetworkAt): Generator<Report> {
  const existing = isExisting(network);
  const zoneIds = existing ? Object.keys(network.systemSubnets) : network.zoneIds;
  if (zoneIds === undefined) return;
  const list = existing ? `${path}.systemSubnets` : `${path}.zoneIds`;
  const placeOf = (zone: string, index: number) => (existing ? `${list}.${zone}` : `${list}[${index}]`);
  const distinct = new Set(zoneIds).size;
  const place = { path: list, observed: distinct, unit: "zones" };
  if (distinct < 2 && !context.isPartial(list)) {
    yield {
      ...place,
      limit: 2,
      message: `EKS needs subnets in at least 2 different zones; ${zoneIds.join(", ") || "none"} is ${distinct}`,
    };
  } else if (distinct < zoneIds.length) {
    yield {
      ...place,
      limit: zoneIds.length,
      message: `a zone stands twice in ${zoneIds.join(", ")}`,
      hint: "name each zone once",
    };
  }
  if (!existing && zoneIds.length > MOST_ZONES) {
    const message = `the control plane takes at most ${MOST_ZONES} zones; got ${zoneIds.length}`;
    yield { path: list, observed: zoneIds.length, limit: MOST_ZONES, unit: "zones", message };
  }
  for (const [index, zone] of zoneIds.entries()) {
    yield* foreign(site.region, zone, placeOf(zone, index));
    const prefix = zonePrefixOf(site.region);
    if (zone.startsWith(`${prefix}-`) && !takesControlPlane(zone)) {
      const others = zoneIdsOf(site.region).filter((other) => takesControlPlane(other) && !zoneIds.includes(other));
      const message = `${zone} takes no subnet of an EKS control plane`;
      yield {
        path: placeOf(zone, index),
        observed: zone,
        message,
        ...hinted(others.length === 0 ? undefined : `take ${others.join(" or ")}`),
      };
    }
  }
}

function* foreign(region: string, zone: string, path: string): Generator<Report> {
  const prefix = `${zonePrefixOf(region)}-`;
  if (zone.startsWith(prefix)) return;
  const known = zoneIdsOf(region);
  const hint = didYouMean(zone, known) ?? (known.length === 0 ? undefined : `it has ${known.join(", ")}`);
  const message = `${zone} is no zone of ${region}, whose zone ids begin with "${prefix}"`;
  yield { path, observed: zone, limit: prefix, message, ...hinted(hint) };
}
