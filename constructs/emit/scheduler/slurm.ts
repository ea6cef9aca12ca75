import { type EnergizedShare, energizedShares } from "../../ledger";
import { compressNames, groupThousands, type PhysicalSiteSpec, type SiteSlurm, toYaml } from "../../model";
import { hostsOfPool, type ScheduledCluster, type ScheduledPool } from "../../owned/scheduler/scheduled";
import {
  type HostGroup,
  type SlurmTopologies,
  type SlurmTopology,
  slurmTopologies,
} from "../../owned/scheduler/topologies";
import type { EmittedFile } from "../emit";
import { comment, energizedWords } from "./text";

/** What Slurm reads of a cluster: lines for slurm.conf, and its topologies where something is known of them. */
export function slurmFiles(site: PhysicalSiteSpec, scheduled: ScheduledCluster, scheduler: SiteSlurm): EmittedFile[] {
  const pools = scheduled.pools.filter((pool) => hostsOfPool(pool).length > 0);
  if (pools.length === 0) return [];
  const found = slurmTopologies(scheduled, scheduler.blockSizes);
  return [
    { file: "nodes.conf", text: nodesConf(site, scheduled, pools, found) },
    ...(found.topologies.length === 0 ? [] : [{ file: "topology.yaml", text: topologyYaml(found.topologies) }]),
  ];
}

/** Lines of nodes by line of the allocation, so that growth adds some and changes none; a partition a pool. */
function nodesConf(
  site: PhysicalSiteSpec,
  { cluster }: ScheduledCluster,
  pools: readonly ScheduledPool[],
  { ofPool }: SlurmTopologies,
): string {
  const hasGres = pools.some((pool) => gresOf(pool) !== "");
  return [
    comment([
      `Nodes and partitions of the cluster ${cluster.name} at ${site.name}, for slurm.conf: Include nodes.conf`,
      `slurm.conf says SelectType=select/cons_tres${hasGres ? " and GresTypes=gpu, gres.conf how the devices are found, such as AutoDetect=nvidia" : ""}.`,
      "Sockets, cores and memory are not known here: write what slurmd -C prints in a line NodeName=DEFAULT before these.",
      "Source: Slurm 25.05, slurm.conf(5).",
    ]),
    ...pools.map((pool) =>
      [
        ...energizedShares(site, cluster.name, pool.pool).map((share) => `# ${shareWords(pool, share)}\n`),
        ...pool.lines.map((hosts) => `NodeName=${compressNames(hosts.map(({ name }) => name))}${gresOf(pool)}\n`),
      ].join(""),
    ),
    pools
      .map((pool) => {
        const nodes = compressNames(hostsOfPool(pool).map(({ name }) => name));
        const topology = ofPool.get(pool.pool.name);
        return `PartitionName=${pool.pool.name} Nodes=${nodes}${topology === undefined ? "" : ` Topology=${topology}`}\n`;
      })
      .join(""),
  ].join("\n");
}

/** `h100: 128 dgx-h100, energized from 2026-12-31`. */
const shareWords = ({ pool }: ScheduledPool, { machines, from }: EnergizedShare): string =>
  `${pool.name}: ${groupThousands(machines)} ${pool.machine}, energized ${energizedWords(from)}`;

/** The accelerators of one node as generic resources. */
function gresOf({ machine }: ScheduledPool): string {
  const each = Math.floor(machine.accelerators.value / machine.hosts);
  return each === 0 ? "" : ` Gres=gpu:${each}`;
}

const topologyYaml = (topologies: readonly SlurmTopology[]): string =>
  comment([
    "Where nodes are near each other, for Slurm 25.05 and later: beside slurm.conf. It then reads no topology.conf.",
    "Leaves are scalable units of the fabric, blocks are NVLink domains. A partition names its topology.",
    "Source: Slurm 25.05, topology.yaml(5).",
  ]) + toYaml(topologies.map((topology, index) => asYaml(topology, index === 0)));

function asYaml(topology: SlurmTopology, isDefault: boolean): object {
  const head = { topology: topology.name, cluster_default: isDefault };
  switch (topology.kind) {
    case "flat":
      return { ...head, flat: true };
    case "block":
      return {
        ...head,
        block: {
          block_sizes: [...topology.sizes],
          blocks: topology.blocks.map(({ name, hosts }) => ({ block: name, nodes: compressNames(hosts) })),
        },
      };
    case "tree":
      return {
        ...head,
        tree: {
          switches: [
            ...topology.leaves.map(({ name, hosts }: HostGroup) => ({ switch: name, nodes: compressNames(hosts) })),
            ...topology.switches.map(({ name, children }) => ({ switch: name, children: compressNames(children) })),
          ],
        },
      };
  }
}
