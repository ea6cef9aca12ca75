import { GKE_PODS_PER_NODE, GOOGLE_RESERVED_ADDRESSES, podAddresses } from "../ledger/google-addresses";
import { GOOGLE_SYSTEM_POOL } from "../ledger/system-nodes";
import { cidrSubnet, eachRange, groupThousands, networkOf, parseRange, refusedRange, show, sizeOf } from "../model";

/** What the ranges of a GKE cluster are to hold at its end state: ranges do not grow with the cluster. */
export interface ClusterRangesProps {
  /** The most nodes with accelerators that one cluster will have, those that an upgrade adds included. */
  readonly nodes: number;
  /**
   * The most pods of a node with accelerators, 8 to 256: the largest `maxPods` of its pools. TPU hosts have 15 where nothing is said.
   * @default 110
   */
  readonly podsPerNode?: number;
  /**
   * Kubernetes services, 16 or more.
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

/** Managed Lustre and Filestore take ranges of a /24 and more. */
const LEAST_PRIVATE_SERVICES = 256;

/**
 * The ranges of a GKE cluster, sized from its nodes and pods and laid out in one range, the widest first. Choose what they are to
 * hold once: other numbers, or another range, are other ranges, and a cluster with other ranges is another cluster.
 *
 * @example
 * site.addCluster("train", {
 *   network: clusterRanges("10.32.0.0/13", { nodes: 4_000, podsPerNode: 32 }),
 *   pools: [...],
 * });
 * @returns in place of the range of the nodes a text that no schema takes, where the range has no room or something said is wrong,
 * so that the fleet reports it there
 */
export function clusterRanges(cidr: string, props: ClusterRangesProps): ClusterRanges {
  const { nodes, podsPerNode = GKE_PODS_PER_NODE, services = 4_096, privateServices, clusters = 1 } = { ...props };
  const system = GOOGLE_SYSTEM_POOL.most + GOOGLE_SYSTEM_POOL.surge;
  const sizes = {
    nodes: nodes + system + GOOGLE_RESERVED_ADDRESSES,
    pods: nodes * podAddresses(podsPerNode) + system * podAddresses(GKE_PODS_PER_NODE),
    services,
    controlPlane: CONTROL_PLANE,
    ...(privateServices === undefined ? {} : { privateServices }),
  };
  const wrong =
    wrongNumber("nodes", nodes, 1, 15_000) ??
    wrongNumber("podsPerNode", podsPerNode, 8, 256) ??
    wrongNumber("services", services, 16, 2 ** 20) ??
    wrongNumber("privateServices", privateServices ?? LEAST_PRIVATE_SERVICES, LEAST_PRIVATE_SERVICES, 2 ** 16) ??
    wrongNumber("clusters", clusters, 1, 1_000) ??
    wrongRange(cidr);
  const { ranges, needed } = layOut(
    cidr,
    wrong === undefined ? sizes : { ...sizes, ...SOUND },
    wrong === undefined ? clusters : 1,
  );
  const range = parseRange(cidr);
  const refused =
    wrong ?? (range === undefined || needed <= sizeOf(range) ? undefined : noRoom(cidr, nodes, clusters, needed));
  return refused === undefined ? ranges : { ...ranges, nodes: refusedRange(`clusterRanges: ${refused}`) };
}

/** Sizes of which nothing is wrong, for the ranges beside one that is refused. */
const SOUND = { nodes: 16, pods: 4_096, services: 16 };

interface Sizes {
  readonly nodes: number;
  readonly pods: number;
  readonly services: number;
  readonly controlPlane: number;
  readonly privateServices?: number;
}

/** Each range, one after the other, and how many addresses they need together; beyond the end of a range that has too few. */
function layOut(
  cidr: string,
  sizes: Sizes,
  clusters: number,
): { readonly ranges: ClusterRanges; readonly needed: number } {
  const many = 2 ** bits(clusters);
  const begin = parseRange(cidr)?.first ?? 0;
  let taken = 0;
  const places = new Map<string, string>();
  // The widest comes first, so that each begins where one of its own length may begin.
  for (const [name, size] of Object.entries(sizes).sort(([, a], [, b]) => bits(b) - bits(a))) {
    const block = bits(size) + bits(clusters);
    const place = cidrSubnet("0.0.0.0/0", 32 - block, Math.floor((begin + taken) / 2 ** block));
    places.set(name, clusters === 1 ? place : eachRange(place, 32 - bits(size)));
    taken += many * 2 ** bits(size);
  }
  const of = (name: keyof Sizes): string => places.get(name) ?? cidr;
  const { privateServices } = sizes;
  const ranges = {
    nodes: of("nodes"),
    pods: of("pods"),
    services: of("services"),
    controlPlane: of("controlPlane"),
    ...(privateServices === undefined ? {} : { privateServices: of("privateServices") }),
  };
  return { ranges, needed: taken };
}

/** The bits of a range that holds so many addresses. */
const bits = (addresses: number): number => Math.ceil(Math.log2(Math.max(1, addresses)));

function wrongNumber(name: keyof ClusterRangesProps, value: unknown, least: number, most: number): string | undefined {
  const whole = typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
  return whole
    ? undefined
    : `${name} is a whole number of ${groupThousands(least)} to ${groupThousands(most)}; got ${show(value)}`;
}

function wrongRange(cidr: unknown): string | undefined {
  const range = typeof cidr === "string" ? parseRange(cidr) : undefined;
  if (range === undefined) return `lays ranges out in an IPv4 range such as "10.32.0.0/13"; got ${show(cidr)}`;
  const meant = networkOf(range);
  return meant === cidr ? undefined : `${cidr} does not begin at its own first address; did you mean "${meant}"?`;
}

function noRoom(cidr: string, nodes: number, clusters: number, needed: number): string {
  const of = clusters === 1 ? "" : ` in each of ${groupThousands(clusters)} clusters`;
  const enough = needed <= 2 ** 24 ? `; a /${32 - bits(needed)} has` : "";
  return `${cidr} has no room for ${groupThousands(nodes)} nodes and their pods${of}${enough}`;
}
