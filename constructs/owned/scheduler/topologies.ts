import { domainName, podName, topName, unitName } from "./names";
import { hostsOfPool, type ScheduledCluster, type ScheduledFabric, type ScheduledPool } from "./scheduled";

/** Hosts that are nearest each other: those under one leaf of the tree, or those of one block. */
export interface HostGroup {
  readonly name: string;
  readonly hosts: readonly string[];
}

/** A switch of a tree above leaves. */
export interface TreeSwitch {
  readonly name: string;
  readonly children: readonly string[];
}

/** A fabric as a tree: scalable units, pods, and what is above them. */
export interface TreeTopology {
  readonly kind: "tree";
  readonly name: string;
  readonly fabric: string;
  readonly leaves: readonly HostGroup[];
  /** Pods in their order, then the top. */
  readonly switches: readonly TreeSwitch[];
}

/** NVLink domains as blocks, in the order of the fabric: blocks that follow each other are near. */
export interface BlockTopology {
  readonly kind: "block";
  readonly name: string;
  /** Nodes of a block, then of larger groups of blocks. */
  readonly sizes: readonly number[];
  readonly blocks: readonly HostGroup[];
}

/** Hosts that nothing is said of. */
export interface FlatTopology {
  readonly kind: "flat";
  readonly name: string;
}

export type SlurmTopology = TreeTopology | BlockTopology | FlatTopology;

/** The topologies of a cluster, and which of them each of its pools has. */
export interface SlurmTopologies {
  readonly topologies: readonly SlurmTopology[];
  /** The name of a topology by that of the pool. */
  readonly ofPool: ReadonlyMap<string, string>;
}

/** The most sizes of blocks. Source: Slurm 25.05, src/plugins/topology/block/block_record.h, MAX_BLOCK_LEVELS. */
export const MOST_BLOCK_LEVELS = 16;

/**
 * The topologies of a Slurm cluster: blocks for pools whose NVLink domains hold several hosts, a tree for the others of each fabric,
 * and a flat one for hosts that no fabric joins. None where nothing is known of any host.
 *
 * @param stated - sizes of blocks as the cluster says
 */
export function slurmTopologies({ pools }: ScheduledCluster, stated?: readonly number[]): SlurmTopologies {
  const present = pools.filter((pool) => hostsOfPool(pool).length > 0);
  const groups = new Map<string, ScheduledPool[]>();
  for (const pool of present) groups.set(topologyName(pool), [...(groups.get(topologyName(pool)) ?? []), pool]);
  const ofPool = new Map(present.map((pool) => [pool.pool.name, topologyName(pool)]));
  if ([...groups.keys()].every((name) => name === FLAT)) return { topologies: [], ofPool: new Map() };
  const topologies = [...groups].map(([name, members]): SlurmTopology => {
    const [first] = members;
    if (first === undefined || name === FLAT) return { kind: "flat", name };
    if (first.domainHosts > 1) return blockTopology(name, members, first.domainHosts, stated);
    return first.fabric === undefined ? { kind: "flat", name } : treeTopology(name, first.fabric, members);
  });
  return { topologies, ofPool };
}

const FLAT = "flat";

/** Pools that share a topology: by fabric, and by the hosts of their NVLink domains. */
function topologyName({ fabric, domainHosts }: ScheduledPool): string {
  if (domainHosts > 1) return `block-${domainHosts}${fabric === undefined ? "" : `-${fabric.name}`}`;
  return fabric === undefined ? FLAT : `tree-${fabric.name}`;
}

/** The tree of a fabric with the hosts of some of its pools. Units and pods without a host are left out. */
export function treeTopology(name: string, fabric: ScheduledFabric, pools: readonly ScheduledPool[]): TreeTopology {
  const units = new Map<number, string[]>();
  const pods = new Map<number, Set<number>>();
  for (const host of pools.flatMap(hostsOfPool)) {
    if (host.place === undefined) continue;
    const { pod, unit } = host.place;
    const hosts = units.get(unit);
    if (hosts === undefined) units.set(unit, [host.name]);
    else hosts.push(host.name);
    pods.set(pod, (pods.get(pod) ?? new Set()).add(unit));
  }
  const leaves = inOrder(units).map(([unit, hosts]) => ({ name: unitName(fabric.name, unit), hosts }));
  const top = (children: readonly string[]): TreeSwitch => ({ name: topName(fabric), children });
  if (fabric.tiers === 2)
    return { kind: "tree", name, fabric: fabric.name, leaves, switches: [top(leaves.map((leaf) => leaf.name))] };
  const above = inOrder(pods).map(([pod, own]) => ({
    name: podName(fabric.name, pod),
    children: [...own].sort((one, other) => one - other).map((unit) => unitName(fabric.name, unit)),
  }));
  return {
    kind: "tree",
    name,
    fabric: fabric.name,
    leaves,
    switches: [...above, top(above.map((pod) => pod.name))],
  };
}

/** The NVLink domains of some pools of one fabric as blocks. */
function blockTopology(
  name: string,
  pools: readonly ScheduledPool[],
  domainHosts: number,
  stated: readonly number[] | undefined,
): BlockTopology {
  const blocks = pools
    .flatMap((pool) => domainsOf(pool).map((domain) => ({ ...domain, first: domain.unit ?? 0 })))
    .map((block, index) => ({ ...block, index }))
    .sort((one, other) => one.first - other.first || one.index - other.index)
    .map(({ name: called, hosts }) => ({ name: called, hosts }));
  return { kind: "block", name, sizes: stated ?? blockSizes(domainHosts, blocks.length), blocks };
}

/** An NVLink domain: its hosts, and the unit that its first host is in. */
export interface Domain extends HostGroup {
  readonly unit: number | undefined;
}

/** The NVLink domains of a pool, in the order of its hosts. */
export function domainsOf(pool: ScheduledPool): Domain[] {
  const domains = new Map<number, { hosts: string[]; unit: number | undefined }>();
  for (const { name, domain, place } of hostsOfPool(pool)) {
    const known = domains.get(domain);
    if (known === undefined) domains.set(domain, { hosts: [name], unit: place?.unit });
    else known.hosts.push(name);
  }
  return inOrder(domains).map(([domain, found]) => ({ name: domainName(pool.pool.name, domain), ...found }));
}

/**
 * Sizes of blocks: those of a domain, doubled while there are as many domains. Source: NVIDIA topograph, which infers them so for
 * Slurm; Slurm wants each a power of two times the first.
 */
export function blockSizes(domainHosts: number, domains: number): number[] {
  const levels = Math.min(MOST_BLOCK_LEVELS, Math.floor(Math.log2(Math.max(1, domains))) + 1);
  return Array.from({ length: levels }, (_, level) => domainHosts * 2 ** level);
}

const inOrder = <V>(map: ReadonlyMap<number, V>): [number, V][] => [...map].sort(([one], [other]) => one - other);
