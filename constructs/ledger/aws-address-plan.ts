import { defaultZones } from "../catalog";
import { type AwsCluster, type AwsNetwork, type AwsPool, type AwsSiteSpec, cidrSubnet, parseRange } from "../model";

/** Subnets of one VPC. */
export interface AddressPlan {
  readonly cidrs: readonly string[];
  /** Zones of the control plane and the system machines. */
  readonly zones: readonly { readonly zoneId: string; readonly system: string; readonly public: string }[];
  /** One subnet a zone in which accelerators stand: traffic between them does not leave a subnet. */
  readonly accelerators: readonly { readonly zoneId: string; readonly cidr: string }[];
}

/** The most zones a plan holds: the lower half of the first range is cut into twice as many parts. */
export const MOST_ZONES = 4;

/** The zone in which a pool stands: its contract's, else the network's first. */
export function zoneOf(site: AwsSiteSpec, network: AwsNetwork, pool: AwsPool): string {
  return pool.capacity.zoneId ?? zonesOf(site, network)[0] ?? "";
}

/** Zones of the control plane and the system machines. */
export const zonesOf = (site: AwsSiteSpec, network: AwsNetwork): readonly string[] =>
  network.zoneIds ?? defaultZones(site.region);

/**
 * Cuts a VPC into subnets, so that what is added later moves nothing that exists: the lower half of the first range serves
 * control plane, system machines and NAT in up to four zones; its upper half is the accelerator subnet of the first zone with
 * accelerators, and each further zone takes a further range. `accelerators` in the network overrides that zone by zone.
 */
export function planAddresses(site: AwsSiteSpec, network: AwsNetwork, clusters: readonly AwsCluster[]): AddressPlan {
  const [first = ""] = network.cidrs;
  const prefix = parseRange(first)?.prefix ?? 16;
  const part = (index: number) => cidrSubnet(first, prefix + 4, index);
  const zones = zonesOf(site, network).map((zoneId, index) => ({
    zoneId,
    system: part(index),
    public: part(MOST_ZONES + index),
  }));
  const used = [...new Set(clusters.flatMap((cluster) => cluster.pools.map((pool) => zoneOf(site, network, pool))))];
  const accelerators = used.map((zoneId, index) => ({
    zoneId,
    cidr:
      network.accelerators?.[zoneId] ?? (index === 0 ? cidrSubnet(first, prefix + 1, 1) : (network.cidrs[index] ?? "")),
  }));
  return { cidrs: network.cidrs, zones, accelerators };
}
