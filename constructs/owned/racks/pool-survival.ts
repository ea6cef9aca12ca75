import type { PhysicalSiteSpec, Survival } from "../../model";

type Cluster = PhysicalSiteSpec["clusters"][number];

/** What machines of a pool must live through: as the pool says, else nothing for training, which begins again, and a feed for all else. */
export const survivalOfPool = (
  cluster: Pick<Cluster, "purpose">,
  pool: Pick<Cluster["pools"][number], "survival">,
): Survival => pool.survival ?? (cluster.purpose === "training" ? "none" : "feed");
