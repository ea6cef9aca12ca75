import type { z } from "zod";
import {
  type AwsCluster,
  AwsNetwork,
  type AzureCluster,
  AzureClusterNetwork,
  type AzurePool,
  cidrSubnet,
  type FleetDocument,
  type GoogleCluster,
  GoogleClusterNetwork,
  parseEach,
  rangesIn,
  type SiteSpec,
} from "../model";

type CloudCluster = AwsCluster | GoogleCluster | AzureCluster;
type CloudPool = CloudCluster["pools"][number];

/** The first cluster of one that is spread keeps its name; the others are numbered: `train`, `train-2`, `train-3`. */
export const spreadName = (cluster: string, number: number): string =>
  number === 1 ? cluster : `${cluster}-${number}`;

/**
 * The name under which a cluster was written: of `train-2` that came of spreading it is `train`.
 *
 * @param site as it is built
 */
export function writtenName(
  site: SiteSpec,
  cluster: { readonly name: string; readonly pools: readonly object[] },
): string {
  const [, base] = /^(.*)-\d+$/.exec(cluster.name) ?? [];
  // What is spread keeps the field, without a value; nothing else has it so.
  const isOne = cluster.pools.some((pool) => "perCluster" in pool && pool.perCluster === undefined);
  return base !== undefined && isOne && site.clusters.some(({ name }) => name === base) ? base : cluster.name;
}

/** What of a pool is counted when it is spread: its slices where it has a topology, else its machines. */
export const spreadCount = (pool: CloudPool): number =>
  "topology" in pool && pool.topology !== undefined ? (pool.slices ?? 1) : (pool.count ?? 0);

/** Whether a cluster becomes several. */
export const isSpread = (cluster: CloudCluster): boolean => cluster.pools.some((pool) => pool.perCluster !== undefined);

/** Numbers of a spread cluster's clusters that are retired. */
const retiredNumbers = (cluster: CloudCluster): readonly number[] =>
  Array.isArray(cluster.retired) ? cluster.retired : [];

/** The most clusters that one may become: far beyond what a region holds, and few enough to be written out one by one. */
export const MOST_CLUSTERS = 1_000;

/**
 * How many clusters a cluster becomes: as many as its pools need, those that are retired not counted, and at least up to the
 * last that is retired. Reckoned and not counted, since a mistyped number may be very large.
 */
export function clustersNeeded(cluster: CloudCluster): number {
  const retired = [...new Set(retiredNumbers(cluster))].sort((a, b) => a - b);
  const wanted = cluster.pools.reduce(
    (most, pool) =>
      pool.perCluster === undefined ? most : Math.max(most, Math.ceil(spreadCount(pool) / pool.perCluster)),
    1,
  );
  const needed = retired.reduce((last, number) => (number <= last ? last + 1 : last), wanted);
  return Math.max(needed, retired.at(-1) ?? 0);
}

/** The texts of a network that give each cluster a range of its own, with how many clusters each has room for. */
export function eachRangesOf(network: unknown): { readonly text: string; readonly room: number }[] {
  if (typeof network === "string") {
    const each = parseEach(network);
    return each === undefined ? [] : [{ text: network, room: rangesIn(each.cidr, each.prefix) }];
  }
  if (typeof network !== "object" || network === null) return [];
  return Object.values(network).flatMap(eachRangesOf);
}

/**
 * The fleet with every cluster that is spread written out as the clusters it becomes. Their number follows from `perCluster`, which
 * one does not change: a pool that grows fills its last cluster and then begins another, with the next name and the next ranges,
 * and none of the others changes. Where the ranges do not suffice, as many clusters as they do, and the first alone where there are more
 * than can be written out: the rule SPREAD-1 reports both.
 */
export function spreadFleet(document: FleetDocument): FleetDocument {
  return { ...document, spec: { ...document.spec, sites: document.spec.sites.map(spreadSite) } };
}

function spreadSite(site: SiteSpec): SiteSpec {
  if (site.tenure !== "cloud") return site;
  switch (site.provider) {
    case "aws":
      return { ...site, clusters: site.clusters.flatMap((each) => spreadCluster(each, AwsNetwork)) };
    case "google":
      return { ...site, clusters: site.clusters.flatMap((each) => spreadCluster(each, GoogleClusterNetwork)) };
    case "azure":
      return { ...site, clusters: site.clusters.flatMap((each) => spreadCluster(each, AzureClusterNetwork)) };
  }
}

type NetworkSchema<C extends CloudCluster> = z.ZodType<NonNullable<C["network"]>>;

function spreadCluster<C extends CloudCluster>(cluster: C, schema: NetworkSchema<C>): C[] {
  if (!isSpread(cluster)) return [cluster];
  const retired = retiredNumbers(cluster);
  const room = Math.min(...eachRangesOf(cluster.network).map((range) => range.room));
  const needed = clustersNeeded(cluster);
  const length = needed > MOST_CLUSTERS ? 1 : Math.min(needed, Math.max(1, room));
  const numbers = Array.from({ length }, (_, index) => index + 1);
  const live = numbers.filter((number) => !retired.includes(number));
  return numbers.map((number) => {
    const network = schema.safeParse(mapTexts(cluster.network, (text) => rangeAt(text, number - 1)));
    return {
      ...cluster,
      name: spreadName(cluster.name, number),
      retired: cluster.retired === true || retired.includes(number) ? true : undefined,
      // Ranges that do not exist are left as they were written: the rule SPREAD-1 has reported them.
      ...(network.success ? { network: network.data } : {}),
      pools: cluster.pools.flatMap((pool) => share(pool, live.indexOf(number))),
    };
  });
}

/** What of a pool stands in the cluster of that place among those in use, -1 for one that is retired; nothing beyond its end. */
function share<P extends CloudPool>(pool: P, place: number): P[] {
  const { perCluster } = pool;
  if (perCluster === undefined) return place === 0 ? [pool] : [];
  const left = place < 0 ? perCluster : spreadCount(pool) - place * perCluster;
  const here = Math.min(perCluster, left);
  if (here <= 0) return [];
  const counted = "topology" in pool && pool.topology !== undefined ? { slices: here } : { count: here };
  return [{ ...pool, ...counted, ...scaling(pool, here), perCluster: undefined }];
}

/** The least number of machines holds in every cluster; in the last one, which may be smaller, as far as there are that many. */
function scaling(pool: CloudPool, here: number): Pick<AzurePool, "autoscale"> {
  if (!("autoscale" in pool) || pool.autoscale === undefined || here === pool.perCluster) return {};
  return { autoscale: { min: Math.min(pool.autoscale.min, here) } };
}

const rangeAt = (text: string, index: number): string => {
  const each = parseEach(text);
  return each === undefined ? text : cidrSubnet(each.cidr, each.prefix, index);
};

/** The value with each of its texts replaced. */
function mapTexts(value: unknown, replace: (text: string) => string): unknown {
  if (typeof value === "string") return replace(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, replace));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, replace)]));
}
