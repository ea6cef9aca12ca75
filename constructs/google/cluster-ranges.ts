import { GKE_PODS_PER_NODE, GOOGLE_RESERVED_ADDRESSES, podAddresses } from "../ledger/google-addresses";
import { GOOGLE_SYSTEM_POOL } from "../ledger/system-nodes";
import { cidrSubnet, eachRange, groupThousands, parseRange, sizeOf } from "../model";

/** What the ranges of a GKE cluster are to hold at its end state: ranges do not grow with the cluster. */
export interface ClusterRangesProps {
  /** The most nodes with accelerators that one cluster will have, those that an upgrade adds included. */
  readonly nodes: number;
  /**
   * The most pods of a node with accelerators: the largest `maxPods` of its pools. TPU hosts have 15 where nothing is said.
   * @default 110
   */
  readonly podsPerNode?: number;
  /**
   * Kubernetes services.
   * @default 4096
   */
  readonly services?: number;
  /**
   * Addresses of file systems that Google runs, in the range `privateServices`. Managed Lustre and Filestore ask for 256 at least.
   * @default - no such range
   */
  readonly privateServices?: number;
  /**
   * The most clusters that a cluster which is spread will become; each gets ranges of its own, as with `eachRange`.
   * @default 1
   */
  readonly clusters?: number;
}

/** The ranges of a cluster's network. */
export interface ClusterRanges {
  readonly nodes: string;
  readonly pods: string;
  readonly services: string;
  readonly controlPlane: string;
  readonly privateServices?: string;
}

/** GKE takes exactly so many for a control plane. */
const CONTROL_PLANE = 16;

/**
 * The ranges of a GKE cluster, sized from its nodes and pods and laid out in one range, the widest first. Choose what they are to
 * hold once: other numbers, or another range, are other ranges, and a cluster with other ranges is another cluster.
 *
 * @example
 * site.addCluster("train", {
 *   network: clusterRanges("10.32.0.0/13", { nodes: 4_000, podsPerNode: 32 }),
 *   pools: [...],
 * });
 * @returns texts that no schema takes where the range has no room, so that the fleet reports it in its place
 */
export function clusterRanges(cidr: string, props: ClusterRangesProps): ClusterRanges {
  const { nodes, podsPerNode = GKE_PODS_PER_NODE, services = 4_096, privateServices, clusters = 1 } = props;
  const system = GOOGLE_SYSTEM_POOL.most + GOOGLE_SYSTEM_POOL.surge;
  const wanted = {
    nodes: nodes + system + GOOGLE_RESERVED_ADDRESSES,
    pods: nodes * podAddresses(podsPerNode) + system * podAddresses(GKE_PODS_PER_NODE),
    services,
    controlPlane: CONTROL_PLANE,
    ...(privateServices === undefined ? {} : { privateServices }),
  };
  const many = 2 ** bits(clusters);
  const parts = Object.entries(wanted)
    .map(([name, addresses]) => ({ name, prefix: 32 - bits(addresses) }))
    .sort((a, b) => a.prefix - b.prefix);
  const needed = parts.reduce((sum, { prefix }) => sum + many * 2 ** (32 - prefix), 0);
  const range = parseRange(cidr);
  const laidOut = new Map<string, string>();
  let taken = 0;
  for (const { name, prefix } of parts) {
    const addresses = many * 2 ** (32 - prefix);
    const block = 32 - bits(addresses);
    // The widest comes first, so that each begins where one of its own length may begin.
    const place = cidrSubnet(cidr, block, taken / 2 ** (32 - block));
    laidOut.set(name, clusters === 1 ? place : eachRange(place, prefix));
    taken += addresses;
  }
  const of = (name: keyof typeof wanted): string =>
    range === undefined || !(needed <= sizeOf(range)) ? noRoom(cidr, props, needed) : (laidOut.get(name) ?? cidr);
  return {
    nodes: of("nodes"),
    pods: of("pods"),
    services: of("services"),
    controlPlane: of("controlPlane"),
    ...(privateServices === undefined ? {} : { privateServices: of("privateServices") }),
  };
}

/** The bits of a range that holds so many addresses. */
const bits = (addresses: number): number => Math.ceil(Math.log2(Math.max(1, addresses)));

function noRoom(cidr: string, { nodes, clusters = 1 }: ClusterRangesProps, needed: number): string {
  const of = clusters === 1 ? "" : ` in each of ${groupThousands(clusters)} clusters`;
  const enough = needed <= 2 ** 24 ? `: a /${32 - bits(needed)} has` : "";
  return `no room in ${cidr} for ${groupThousands(nodes)} nodes${of}${enough}`;
}
