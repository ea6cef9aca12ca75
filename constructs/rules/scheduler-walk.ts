import type { PhysicalSiteSpec } from "../model";
import { resolveSite } from "../owned/resolve/resolve-site";
import { type ScheduledCluster, scheduledClusters } from "../owned/scheduler/scheduled";
import { plannedSites } from "./planning";
import type { RuleContext } from "./rule";
import { machineAt, type SiteAt } from "./walk";

/** A cluster that states its scheduler, with its hosts where those are laid out. */
export interface ScheduledAt extends SiteAt<PhysicalSiteSpec> {
  readonly scheduled: ScheduledCluster;
  /** Of the site. */
  readonly sitePath: string;
}

/** Every cluster of the sites in use that states its scheduler. Pools whose machine nobody knows are left out: MACHINE-1 reports them. */
export function* schedulers(context: RuleContext): Generator<ScheduledAt> {
  for (const { site, path: sitePath } of plannedSites(context)) {
    if (site.clusters.every(({ scheduler }) => scheduler === undefined)) continue;
    const resolved = resolveSite(site, context.planning);
    for (const scheduled of scheduledClusters(resolved, (type) => machineAt(context, site, type))) {
      yield { site, sitePath, path: `${sitePath}.clusters.${scheduled.cluster.name}`, scheduled };
    }
  }
}
