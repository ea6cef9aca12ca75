import { hostsOfPool, type ScheduledPool } from "../owned/scheduler/scheduled";
import { topographModel } from "../owned/scheduler/topograph";
import { counted } from "./node-counts";
import type { Report, Rule } from "./rule";
import { type ScheduledAt, schedulers } from "./scheduler-walk";

export const topographOneParent: Rule = {
  id: "SCHED-3",
  title: "in the topology of a cluster every NVLink domain hangs under one leaf, and every node is in one block",
  severity: "error",
  layer: "scheduler",
  formula:
    "scalable units of an NVLink domain = 1 (a warning under Slurm, whose blocks need no leaf); blocks of a node = 1",
  source:
    "NVIDIA topograph 1.0, docs/modeling.md and pkg/models: a node belongs to one block, and a block to one switch; Kueue v0.19.2: the domains of a level lie within those of the level above",
  *check(context) {
    for (const each of schedulers(context)) {
      for (const pool of each.scheduled.pools) if (pool.domainHosts > 1) yield* cutDomains(pool, each);
      yield* sharedNodes(each);
    }
  },
};

/** Domains whose hosts hang under several leaves, which no job that asks for a whole domain would ever find. */
function* cutDomains(pool: ScheduledPool, { scheduled, sitePath }: ScheduledAt): Generator<Report> {
  const units = new Map<number, Set<number>>();
  for (const { domain, place } of hostsOfPool(pool)) {
    if (place !== undefined) units.set(domain, (units.get(domain) ?? new Set()).add(place.unit));
  }
  const cut = [...units.values()].filter(({ size }) => size > 1);
  if (pool.fabric === undefined || cut.length === 0) return;
  const observed = Math.max(...cut.map(({ size }) => size));
  const slurm = scheduled.cluster.scheduler?.kind === "slurm";
  yield {
    ...(slurm ? { severity: "warning" as const } : {}),
    path: `${sitePath}.fabrics.${pool.fabric.name}.scalableUnitHosts`,
    observed,
    limit: 1,
    unit: "scalable units",
    message: `${counted(cut.length)} of ${counted(units.size)} NVLink domains of the pool ${pool.pool.name} hang under ${observed} leaves; ${slurm ? "their blocks lie in no one unit" : "a job that asks for a whole domain finds none there"}`,
    hint: "hosts of a unit are to be whole domains, also beside the servers that manage the fabric: these take places of the first unit",
  };
}

/** Nodes of one name in several blocks. Under Slurm SCHED-1 says so. */
function* sharedNodes({ scheduled, path }: ScheduledAt): Generator<Report> {
  if (scheduled.cluster.scheduler?.kind === "slurm") return;
  const times = new Map<string, number>();
  for (const node of topographModel(scheduled).blocks.flatMap(({ nodes }) => nodes))
    times.set(node, (times.get(node) ?? 0) + 1);
  for (const pool of scheduled.pools) {
    const twice = hostsOfPool(pool).find(({ name }) => (times.get(name) ?? 0) > 1);
    if (twice === undefined) continue;
    yield {
      path: `${path}.pools.${pool.pool.name}`,
      observed: times.get(twice.name) ?? 0,
      limit: 1,
      unit: "blocks",
      message: `the node ${twice.name} is in ${times.get(twice.name)} blocks`,
      hint: "give the pools different host names: the pattern of the address plan says {pool}",
    };
  }
}
