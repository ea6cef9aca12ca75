import { defaultZones } from "../catalog";
import {
  type AwsCluster,
  type AwsNetwork,
  type AwsOwnNetwork,
  type AwsPool,
  type AwsSiteSpec,
  cidrSubnet,
  isExisting,
  parseRange,
} from "../model";
import { storageZones } from "./aws-storage";

/** Subnets of one VPC. */
export interface AddressPlan {
  readonly cidrs: readonly string[];
  /** Zones of the control plane and the system machines. */
  readonly zones: readonly { readonly zoneId: string; readonly system: string; readonly public: string }[];
  /** One subnet a zone in which accelerators stand: traffic between them does not leave a subnet. */
  readonly accelerators: readonly {
    readonly zoneId: string;
    /** The zone's place among the network's zones, -1 when it is not one of them. */
    readonly place: number;
    /** Undefined for a zone that the network neither lists nor gives a range: the rule AWS-ZONE-01 refuses it. */
    readonly cidr: string | undefined;
  }[];
}

/** The most zones a plan holds: the lower half of the first range is cut into twice as many parts. */
export const MOST_ZONES = 4;

/** The zone in which a pool stands: its contract's, else the network's first. */
export function zoneOf(site: AwsSiteSpec, network: AwsNetwork, pool: AwsPool): string {
  return pool.capacity.zoneId ?? zonesOf(site, network)[0] ?? "";
}

/** Zones of the control plane and the system machines. */
export const zonesOf = (site: AwsSiteSpec, network: AwsNetwork): readonly string[] =>
  isExisting(network) ? Object.keys(network.systemSubnets).sort() : (network.zoneIds ?? defaultZones(site.region));

/**
 * The clusters whose machines stand in the site's network. Those that are retired count until they leave the program, so that
 * the subnets under them stay until nothing stands there any more.
 */
export const sharingClusters = (site: AwsSiteSpec): readonly AwsCluster[] =>
  site.clusters.filter((cluster) => cluster.network === undefined);

/** Zones in which the pools and the file systems of some clusters stand, in the order in which they first occur. */
export const zonesUsed = (
  site: AwsSiteSpec,
  network: AwsNetwork,
  clusters: readonly AwsCluster[],
): readonly string[] => [
  ...new Set([
    ...clusters.flatMap((cluster) => cluster.pools.map((pool) => zoneOf(site, network, pool))),
    ...storageZones(clusters),
  ]),
];

/**
 * Cuts a VPC into subnets. Each belongs to its zone's place in the network's zones and to nothing else, so that no pool or
 * cluster that comes, goes or changes its place moves one: the lower half of the first range serves control plane, system
 * machines and NAT in up to four zones, a quarter of its upper half the accelerators of each. `accelerators` in the network
 * gives a zone a range of its own instead: for more machines, or for a zone that the network does not list.
 */
export function planAddresses(site: AwsSiteSpec, network: AwsOwnNetwork, clusters: readonly AwsCluster[]): AddressPlan {
  const [first = ""] = network.cidrs;
  const prefix = parseRange(first)?.prefix ?? 16;
  const part = (index: number) => cidrSubnet(first, prefix + 4, index);
  const listed = zonesOf(site, network);
  const zones = listed.map((zoneId, index) => ({
    zoneId,
    system: part(index),
    public: part(MOST_ZONES + index),
  }));
  const used = zonesUsed(site, network, clusters);
  const quarter = (place: number): string | undefined =>
    place < 0 || place >= MOST_ZONES ? undefined : cidrSubnet(first, prefix + 3, MOST_ZONES + place);
  const accelerators = used.map((zoneId) => {
    const place = listed.indexOf(zoneId);
    return { zoneId, place, cidr: network.accelerators?.[zoneId] ?? quarter(place) };
  });
  return { cidrs: network.cidrs, zones, accelerators };
}
