import { type Machine, parseTopology, resolveTopology, topologiesOf } from "../../catalog";
import { didYouMean, type GooglePool } from "../../model";
import type { Report, Rule } from "../rule";
import { googleClusters, hinted, machineAt } from "../walk";
import { ofAbout } from "./nearest-topology";
import { isSizeByNumber } from "./tpu-size-name";

export const tpuTopology: Rule = {
  id: "GCP-TPU-01",
  title: "a TPU pool is slices of a topology that exists for its machine; a GPU pool is a count of machines",
  severity: "error",
  structural: true,
  source: "GKE documentation, plan TPUs in GKE; xpk, generate_tpu_topologies",
  *check(context) {
    for (const { site, cluster, path } of googleClusters(context)) {
      for (const pool of cluster.pools) {
        const place = `${path}.pools.${pool.name}`;
        const machine = machineAt(context, site, pool.machine);
        const left = (field: string) => context.isPartial(`${place}.${field}`);
        if (machine !== undefined)
          yield* machine.tpu === undefined ? gpu(pool, place, left) : tpu(pool, machine, place, left);
      }
    }
  },
};

type Left = (field: string) => boolean;

function* tpu(pool: GooglePool, machine: Machine, path: string, left: Left): Generator<Report> {
  if (pool.count !== undefined) {
    const message = `${machine.type} comes in slices of a topology, not by count; got a count of ${pool.count}`;
    yield {
      path: `${path}.count`,
      observed: pool.count,
      message,
      hint:
        pool.topology === undefined
          ? "give a topology, and slices for more than one"
          : "leave count out: slices says how many there are of the topology",
    };
  }
  if (pool.topology === undefined) {
    if (pool.count !== undefined || left("topology")) return;
    const message = `${machine.type} needs the topology of its slices`;
    yield { path: `${path}.topology`, message, hint: `for example ${topologiesOf(machine).slice(0, 4).join(", ")}` };
  } else if (resolveTopology(machine, pool.topology) === undefined && !isSizeByNumber(pool.topology)) {
    yield {
      path: `${path}.topology`,
      observed: pool.topology,
      message: `${machine.type} has no slices of the topology ${JSON.stringify(pool.topology)}`,
      ...hinted(nearest(machine, pool.topology)),
    };
  }
}

function* gpu(pool: GooglePool, path: string, left: Left): Generator<Report> {
  const { topology, slices } = pool;
  for (const [field, observed] of Object.entries({ topology, slices })) {
    if (observed === undefined) continue;
    const message = `${pool.machine} is counted in machines: only TPUs have ${field}; got ${JSON.stringify(observed)}`;
    yield { path: `${path}.${field}`, observed, message, hint: "give a count of machines instead" };
  }
  if (pool.count !== undefined || left("count") || topology !== undefined || slices !== undefined) return;
  yield { path: `${path}.count`, message: `${pool.machine} needs a count of machines` };
}

/** The topologies with about as many chips, else the one spelt alike. */
function nearest(machine: Machine, topology: string): string | undefined {
  const chips = parseTopology(topology)?.reduce((all, side) => all * side, 1);
  const known = topologiesOf(machine);
  if (chips === undefined) return didYouMean(topology, known) ?? `for example ${known.slice(0, 4).join(", ")}`;
  return ofAbout(chips, machine);
}
