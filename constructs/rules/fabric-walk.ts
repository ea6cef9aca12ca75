import type { Cluster, Fabric, PhysicalSiteSpec } from "../model";
import { type FabricCluster, type FabricHosts, hostsOf } from "../owned/fabric/facts";
import type { RuleContext } from "./rule";
import { machineAt, sites } from "./walk";

/** A fabric with its site, its path, and the cluster whose hosts it joins. */
export interface FabricAt {
  readonly site: PhysicalSiteSpec;
  readonly sitePath: string;
  readonly fabric: Fabric;
  readonly path: string;
  /** Absent: the site has no such cluster, which NET-8 reports. */
  readonly cluster: Cluster | undefined;
}

/** A fabric whose cluster there is, and what it needs to know of its hosts. */
export interface JoinedFabric extends FabricAt {
  readonly cluster: Cluster;
  /** The cluster as the engine of fabrics knows it. */
  readonly known: FabricCluster;
  readonly hosts: FabricHosts;
}

/** Every fabric of the sites in use. */
export function* fabrics(context: RuleContext): Generator<FabricAt> {
  for (const { site, path } of sites(context)) {
    if (site.tenure === "cloud") continue;
    const names = site.fabrics.map(({ name }) => name);
    for (const [index, fabric] of site.fabrics.entries()) {
      const twin = names.indexOf(fabric.name) === names.lastIndexOf(fabric.name) ? "" : `[${index}]`;
      const cluster = site.clusters.find(({ name }) => name === fabric.cluster);
      yield { site, sitePath: path, fabric, path: `${path}.fabrics.${fabric.name}${twin}`, cluster };
    }
  }
}

/** Every fabric whose cluster there is and whose hosts are known in number. */
export function* joinedFabrics(context: RuleContext): Generator<JoinedFabric> {
  for (const each of fabrics(context)) {
    const { site, sitePath, fabric, cluster } = each;
    if (cluster === undefined || context.isPartial(`${sitePath}.clusters.${cluster.name}.pools`)) continue;
    const known = {
      name: cluster.name,
      pools: cluster.pools.flatMap(({ name, machine, count }) =>
        count === undefined ? [] : [{ name, machine, count }],
      ),
    };
    const hosts = hostsOf(fabric, known, (type) => machineAt(context, site, type));
    if (hosts.machines.length > 0) yield { ...each, cluster, known, hosts };
  }
}
