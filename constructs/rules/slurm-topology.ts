import { compareVersions } from "../ledger/provider-floors";
import { hostsOfPool, type ScheduledPool } from "../owned/scheduler/scheduled";
import {
  type BlockTopology,
  type HostGroup,
  MOST_BLOCK_LEVELS,
  slurmTopologies,
  type TreeTopology,
} from "../owned/scheduler/topologies";
import { counted } from "./node-counts";
import type { Report, Rule } from "./rule";
import { type ScheduledAt, schedulers } from "./scheduler-walk";

/** Characters of the name of a switch at most, HOST_NAME_MAX. */
const LONGEST_SWITCH = 64;

/** The first version that reads topology.yaml. */
const FIRST_VERSION = "25.05";

export const slurmTopology: Rule = {
  id: "SCHED-1",
  title:
    "Slurm takes the topology of a cluster: every node in one leaf or block, full blocks, sizes that double, names that fit",
  severity: "error",
  layer: "scheduler",
  formula:
    "nodes of a block >= first size; each size = the first x a power of two, at most 2^15; leaves or blocks of a node = 1 (0 is a warning); characters of a switch <= 64; version >= 25.05; no partition is called default",
  source: "Slurm 25.05: topology.yaml(5), topology.conf(5), slurm.conf(5); src/plugins/topology/block, tree",
  *check(context) {
    for (const each of schedulers(context)) {
      const { scheduler } = each.scheduled.cluster;
      if (scheduler?.kind !== "slurm") continue;
      const sizes = scheduler.blockSizes;
      if (sizes !== undefined) yield* wrongSizes(sizes, each.path);
      yield* partitions(each);
      yield* unused(each, sizes);
      const { topologies } = slurmTopologies(each.scheduled, sizes);
      if (topologies.length === 0) continue;
      if (scheduler.version !== undefined) yield* version(scheduler.version, each.path);
      for (const topology of topologies) {
        if (topology.kind === "tree") yield* longNames(topology, each);
        if (topology.kind === "block") yield* shortBlocks(topology, each, sizes !== undefined);
      }
      const groups = topologies.flatMap((topology) =>
        topology.kind === "tree" ? topology.leaves : topology.kind === "block" ? topology.blocks : [],
      );
      yield* placedOnce(each, groups);
    }
  },
};

function* wrongSizes(sizes: readonly number[], path: string): Generator<Report> {
  for (const [index, size] of sizes.entries()) {
    const [base = size] = sizes;
    const before = sizes[index - 1] ?? 0;
    const times = size / base;
    const place = { path: `${path}.scheduler.blockSizes[${index}]`, observed: size, unit: "nodes" };
    if (!Number.isInteger(Math.log2(times)) || size <= before) {
      // The next that the blocks can form.
      const limit = base * 2 ** (Math.floor(Math.log2(Math.max(before, base) / base)) + (index === 0 ? 0 : 1));
      yield {
        ...place,
        limit,
        message: `blocks of ${counted(base)} nodes form groups of ${counted(base * 2)}, ${counted(base * 4)}, ${counted(base * 8)} and so on, each larger than the one before; not of ${counted(size)}`,
        hint: `after ${counted(before)} comes ${counted(limit)}, or a larger one of those`,
      };
    } else if (times > 2 ** (MOST_BLOCK_LEVELS - 1)) {
      yield {
        ...place,
        limit: base * 2 ** (MOST_BLOCK_LEVELS - 1),
        message: `Slurm forms groups of at most 2^${MOST_BLOCK_LEVELS - 1} blocks`,
      };
    }
  }
}

function* partitions({ scheduled, path }: ScheduledAt): Generator<Report> {
  for (const { pool } of scheduled.pools) {
    if (pool.name !== "default") continue;
    yield {
      path: `${path}.pools.${pool.name}`,
      observed: pool.name,
      message:
        "a partition is called as its pool, and PartitionName=DEFAULT is no partition but what the following ones begin with",
      hint: "name the pool after its accelerator",
    };
  }
}

/** What the document states and Slurm has no use for. */
function* unused({ scheduled, path }: ScheduledAt, sizes: readonly number[] | undefined): Generator<Report> {
  if (sizes !== undefined && scheduled.pools.every(({ domainHosts }) => domainHosts === 1))
    yield {
      severity: "warning",
      path: `${path}.scheduler.blockSizes`,
      observed: sizes.length,
      unit: "sizes",
      message: "no pool has NVLink domains of several hosts, so that the cluster has no blocks: the sizes say nothing",
      hint: "leave them out, or say nvlinkDomainHosts of the fabric",
    };
  for (const { pool } of scheduled.pools) {
    const labels = Object.keys(pool.labels ?? {}).length;
    if (labels === 0) continue;
    yield {
      severity: "warning",
      path: `${path}.pools.${pool.name}.labels`,
      observed: labels,
      unit: "labels",
      message: "labels are those of Kubernetes nodes, and Slurm has none",
    };
  }
}

function* version(stated: string, path: string): Generator<Report> {
  if (compareVersions(stated, FIRST_VERSION) >= 0) return;
  yield {
    path: `${path}.scheduler.version`,
    observed: stated,
    limit: FIRST_VERSION,
    message: `Slurm ${stated} does not read topology.yaml: the first that does is ${FIRST_VERSION}`,
    hint: "leave out the version, or plan the update",
  };
}

function* longNames({ fabric, leaves, switches }: TreeTopology, { sitePath }: ScheduledAt): Generator<Report> {
  const names = [...leaves, ...switches].map(({ name }) => name);
  const longest = names.reduce((most, name) => (name.length > most.length ? name : most), "");
  if (longest.length <= LONGEST_SWITCH) return;
  yield {
    path: `${sitePath}.fabrics.${fabric}.name`,
    observed: longest.length,
    limit: LONGEST_SWITCH,
    unit: "characters",
    message: `the name of a switch, ${JSON.stringify(longest)}, has ${longest.length} characters; Slurm takes at most ${LONGEST_SWITCH}`,
    hint: `shorten the name of the fabric by ${longest.length - LONGEST_SWITCH}`,
  };
}

function* shortBlocks(
  { sizes, blocks, name }: BlockTopology,
  { path }: ScheduledAt,
  stated: boolean,
): Generator<Report> {
  const [base = 1] = sizes;
  const short = blocks.filter(({ hosts }) => hosts.length < base);
  const [least] = [...short].sort((one, other) => one.hosts.length - other.hosts.length);
  if (least === undefined) return;
  yield {
    path: `${path}.scheduler${stated ? ".blockSizes[0]" : ""}`,
    observed: least.hosts.length,
    limit: base,
    unit: "nodes",
    message: `${counted(short.length)} of ${counted(blocks.length)} blocks of the topology ${name} have fewer than ${counted(base)} nodes, ${least.name} ${counted(least.hosts.length)}: Slurm wants every block to have the first size`,
    hint: "fill the NVLink domains with whole machines, or state blockSizes that begin with what every block has",
  };
}

/** Nodes in two leaves or blocks, whose names clash; and pools in none. */
function* placedOnce({ scheduled, path }: ScheduledAt, groups: readonly HostGroup[]): Generator<Report> {
  const times = new Map<string, number>();
  for (const host of groups.flatMap(({ hosts }) => hosts)) times.set(host, (times.get(host) ?? 0) + 1);
  for (const pool of scheduled.pools) {
    const at = `${path}.pools.${pool.pool.name}`;
    const hosts = hostsOfPool(pool);
    const twice = hosts.find(({ name }) => (times.get(name) ?? 0) > 1);
    if (twice !== undefined)
      yield {
        path: at,
        observed: times.get(twice.name) ?? 0,
        limit: 1,
        unit: "leaves",
        message: `the node ${twice.name} is in ${times.get(twice.name)} leaves or blocks`,
        hint: "give the pools different host names: the pattern of the address plan says {pool}",
      };
    yield* inNone(pool, hosts.filter(({ name }) => !times.has(name)).length, at);
  }
}

function* inNone({ pool, fabric }: ScheduledPool, nodes: number, path: string): Generator<Report> {
  if (nodes === 0) return;
  yield {
    severity: "warning",
    path,
    observed: nodes,
    limit: 0,
    unit: "nodes",
    message: `${counted(nodes)} nodes of the pool ${pool.name} are in no leaf and no block${fabric === undefined ? ", since no fabric joins them" : ""}: their partition is flat, and no job spans them and others`,
    hint: "name the pool in a fabric, or move it to a cluster of its own",
  };
}
