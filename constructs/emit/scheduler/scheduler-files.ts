import { emits } from "../../ledger";
import type { PlanningContext } from "../../owned/allocation/planning-context";
import type { ResolvedSite } from "../../owned/resolve/resolve-site";
import { type ScheduledCluster, scheduledClusters } from "../../owned/scheduler/scheduled";
import type { EmittedFile } from "../emit";
import { kueueFiles } from "./kueue";
import { slurmFiles } from "./slurm";
import { topographFiles } from "./topograph";

/**
 * What the schedulers of a site's clusters read, below `scheduler/<cluster>/`: for Slurm nodes, partitions and topologies; for Kubernetes
 * topologies, flavors, queues and labels of nodes. Only where one operates the scheduler oneself.
 */
export function schedulerFiles(resolved: ResolvedSite, { machine }: Pick<PlanningContext, "machine">): EmittedFile[] {
  const { site } = resolved;
  if (!emits(site, "schedulerConfig")) return [];
  return scheduledClusters(resolved, machine).flatMap((scheduled) =>
    [...filesOf(resolved, scheduled), ...topographFiles(scheduled)].map(({ file, text }) => ({
      file: `scheduler/${scheduled.cluster.name}/${file}`,
      text,
    })),
  );
}

function filesOf({ site }: ResolvedSite, scheduled: ScheduledCluster): EmittedFile[] {
  const { scheduler } = scheduled.cluster;
  switch (scheduler?.kind) {
    case "slurm":
      return slurmFiles(site, scheduled, scheduler);
    case "kubernetes":
      return kueueFiles(site, scheduled, scheduler);
    case undefined:
      return [];
  }
}
