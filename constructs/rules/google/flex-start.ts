import type { Machine } from "../../catalog";
import type { Report, Rule } from "../rule";
import { googleClusters, machineAt, poolsCalled } from "../walk";
import { isBefore, minorOf } from "./versions";

/** The first versions of GKE with flex-start, the later one first. */
const FIRST = { TPUs: "1.33.0-gke.1712000", GPUs: "1.32.2-gke.1652000" } as const;

export const googleFlexStart: Rule = {
  id: "GCP-CAP-02",
  title: "flex-start is asked of machines and versions of GKE that have it",
  severity: "error",
  formula: `version, as far as it is stated, >= ${FIRST.GPUs} for GPUs, >= ${FIRST.TPUs} for TPUs; no TPU v4`,
  source:
    "GKE documentation, flex-start: no v3 and v4; no repair, no count, no reservation, not spot, at most seven days: so by construction",
  *check(context) {
    for (const { site, cluster, path } of googleClusters(context)) {
      const flexible = cluster.pools.flatMap((pool) => {
        const machine = machineAt(context, site, pool.machine);
        return pool.capacity.kind === "flexStart" && machine !== undefined ? [{ name: pool.name, machine }] : [];
      });
      for (const { name, machine } of flexible) yield* ofGeneration(machine, `${path}.pools.${name}`);
      const { version } = cluster.scheduler;
      for (const kind of ["TPUs", "GPUs"] as const) {
        const names = flexible.filter(({ machine }) => kindOf(machine) === kind).map(({ name }) => name);
        if (version === undefined || names.length === 0 || !isBefore(version, FIRST[kind])) continue;
        yield {
          path: `${path}.scheduler.version`,
          observed: version,
          limit: FIRST[kind],
          message: `flex-start of ${kind} (${poolsCalled(names)}) needs GKE ${FIRST[kind]} or later; got ${JSON.stringify(version)}`,
          hint: `write ${JSON.stringify(minorOf(FIRST[kind]))} or later, or leave the version out`,
        };
        // What TPUs need is enough for GPUs.
        break;
      }
    }
  },
};

const kindOf = ({ tpu }: Machine): keyof typeof FIRST => (tpu === undefined ? "GPUs" : "TPUs");

function* ofGeneration(machine: Machine, path: string): Generator<Report> {
  if (machine.tpu?.generation !== "v4") return;
  yield {
    path: `${path}.capacity`,
    observed: machine.type,
    message: `${machine.type} has no flex-start`,
    hint: "take onDemand, spot or a reservation",
  };
}
