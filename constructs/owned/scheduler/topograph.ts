import { domainName, unitName } from "./names";
import { hostsOfPool, type ScheduledCluster, type ScheduledFabric, type ScheduledPool } from "./scheduled";
import { treeTopology } from "./topologies";

/** Nodes of a model of topograph: those under one leaf and, where domains hold several hosts, of one domain. */
export interface ModelBlock {
  /** The leaf. Absent: no fabric joins them. */
  readonly switch?: string | undefined;
  /** The NVLink domain. Absent: each host is one of its own. */
  readonly domain?: string | undefined;
  readonly nodes: readonly string[];
}

/** A cluster as NVIDIA topograph models it: switches above leaves with their children, and the nodes under leaves. */
export interface TopographModel {
  readonly switches: readonly { readonly name: string; readonly switches: readonly string[] }[];
  readonly blocks: readonly ModelBlock[];
}

/** The model of a cluster. Every node is in one block; a domain that lies in two units is two blocks, which SCHED-3 reports. */
export function topographModel({ pools }: ScheduledCluster): TopographModel {
  const fabrics = new Map<string, { readonly fabric: ScheduledFabric; readonly members: ScheduledPool[] }>();
  for (const pool of pools) {
    if (pool.fabric === undefined) continue;
    const known = fabrics.get(pool.fabric.name) ?? { fabric: pool.fabric, members: [] };
    known.members.push(pool);
    fabrics.set(pool.fabric.name, known);
  }
  const trees = [...fabrics].map(([name, { fabric, members }]) => treeTopology(name, fabric, members));
  return {
    switches: trees
      .filter(({ leaves }) => leaves.length > 0)
      .flatMap(({ switches }) => switches.map(({ name, children }) => ({ name, switches: children }))),
    blocks: pools.flatMap(blocksOf),
  };
}

function blocksOf(pool: ScheduledPool): ModelBlock[] {
  const blocks = new Map<string, { readonly leaf?: string; readonly domain?: string; readonly nodes: string[] }>();
  for (const { name, place, domain } of hostsOfPool(pool)) {
    const leaf = pool.fabric === undefined || place === undefined ? undefined : unitName(pool.fabric.name, place.unit);
    const own = pool.domainHosts > 1 ? domainName(pool.pool.name, domain) : undefined;
    const key = `${leaf ?? ""} ${own ?? ""}`;
    const known = blocks.get(key);
    if (known !== undefined) known.nodes.push(name);
    else
      blocks.set(key, {
        nodes: [name],
        ...(leaf === undefined ? {} : { leaf }),
        ...(own === undefined ? {} : { domain: own }),
      });
  }
  return [...blocks.values()].map(({ leaf, domain, nodes }) => ({
    ...(leaf === undefined ? {} : { switch: leaf }),
    ...(domain === undefined ? {} : { domain }),
    nodes,
  }));
}
