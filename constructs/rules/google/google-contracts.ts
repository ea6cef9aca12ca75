import type { Machine } from "../../catalog";
import type { Report, Rule } from "../rule";
import { googleClusters, machineAt } from "../walk";
import { isBefore } from "./versions";

const NAME = "[a-z]([-a-z0-9]{0,61}[a-z0-9])?";
const BLOCK = `(/reservationBlocks/${NAME}(/reservationSubBlocks/${NAME})?)?`;
const OWN = new RegExp(`^${NAME}${BLOCK}$`);
const PATH = new RegExp(`^projects/[a-z][-a-z0-9]{4,28}[a-z0-9]/reservations/${NAME}${BLOCK}$`);

export const googleReservation: Rule = {
  id: "GCP-CAP-01",
  title: "a reservation is named once: by its name, by a block of it, or by its path",
  severity: "error",
  source:
    "GKE API reference, ReservationAffinity: exactly one value, a name or projects/P/reservations/R/reservationBlocks/B; that its zone is the pool's is so by construction",
  *check(context) {
    for (const { cluster, path } of googleClusters(context)) {
      for (const { name, capacity } of cluster.pools) {
        if (capacity.kind !== "reservation") continue;
        const { reservation, project } = capacity;
        const at = { path: `${path}.pools.${name}.capacity.reservation`, observed: reservation };
        if (PATH.test(reservation) && project !== undefined) {
          const message = `${JSON.stringify(reservation)} names its project, and so does project: ${JSON.stringify(project)}`;
          yield { ...at, message, hint: "leave project out" };
        } else if (!PATH.test(reservation) && !OWN.test(reservation)) {
          const message = `must be the name of a reservation, or of a block of one; got ${JSON.stringify(reservation)}`;
          yield {
            ...at,
            message,
            hint: 'write "name", "name/reservationBlocks/block" or "projects/project/reservations/name"',
          };
        }
      }
    }
  },
};

export const googleFlexStart: Rule = {
  id: "GCP-CAP-02",
  title: "flex-start is asked of machines and versions of GKE that have it",
  severity: "error",
  formula: "version >= 1.32 for GPUs, >= 1.33 for TPUs; no TPU v4",
  source:
    "GKE documentation, flex-start: GPUs from 1.32.2-gke.1652000, TPUs from 1.33.0-gke.1712000, no v3 and v4; no repair, no count, no reservation, not spot, at most seven days: so by construction",
  *check(context) {
    for (const { site, cluster, path } of googleClusters(context)) {
      for (const pool of cluster.pools) {
        const machine = machineAt(context, site, pool.machine);
        if (pool.capacity.kind !== "flexStart" || machine === undefined) continue;
        yield* flexible(machine, `${path}.pools.${pool.name}`);
        const first = machine.tpu === undefined ? "1.32" : "1.33";
        const { version } = cluster.scheduler;
        if (version === undefined || !isBefore(version, first)) continue;
        yield {
          path: `${path}.scheduler.version`,
          observed: version,
          limit: first,
          message: `flex-start (pool ${JSON.stringify(pool.name)}) needs Kubernetes ${first} or later; got ${JSON.stringify(version)}`,
          hint: `write "${first}" or later, or leave the version out`,
        };
      }
    }
  },
};

function* flexible(machine: Machine, path: string): Generator<Report> {
  if (machine.tpu?.generation !== "v4") return;
  yield {
    path: `${path}.capacity`,
    observed: machine.type,
    message: `${machine.type} has no flex-start`,
    hint: "take onDemand, spot or a reservation",
  };
}
