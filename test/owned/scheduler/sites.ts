import { findMachine } from "../../../constructs/catalog";
import type { Allocation } from "../../../constructs/model/allocation";
import { type ResolvedSite, resolveSite } from "../../../constructs/owned/resolve/resolve-site";
import { type ScheduledCluster, scheduledClusters } from "../../../constructs/owned/scheduler/scheduled";
import type { Raw } from "../../rules/support";
import { cluster, context, hall, pool, site } from "../allocation/sites";

/** 64 ports of 400 Gbit/s: units of 32 hosts, eight rails. */
export const fabric = (more: Raw = {}): Raw => ({
  name: "rail",
  cluster: "train",
  technology: "infinibandNdr",
  switch: "qm9700",
  linkGbps: 400,
  scalableUnitHosts: 32,
  ...more,
});

/** Racks of NVLink domains, four NICs a tray. */
export const racks = (count: number, more: Raw = {}): Raw => pool("nvl", count, { machine: "gb200-nvl72", ...more });

/** Halls that take whatever is asked for here. */
const halls = [
  hall("h1", {
    criticalItMW: 50,
    airCoolingMW: undefined,
    rackType: undefined,
    rows: [{ name: "main", rows: "r[1-20]", racks: 20 }],
  }),
  hall("h2", { criticalItMW: 50, airCoolingMW: 50, rows: [{ name: "main", rows: "r[1-20]", racks: 20 }] }),
];

/** The site of a cluster `train` with its hosts; servers stand in `h2`, racks of their own in `h1`. */
export function resolved(
  pools: readonly Raw[],
  fabrics: readonly Raw[] = [fabric()],
  more: { readonly scheduler?: Raw; readonly allocation?: Allocation; readonly site?: Raw } = {},
): ResolvedSite {
  const placed = pools.map((each) => ({
    halls: [findMachine(String(each["machine"]))?.rackUnits === undefined ? "h1" : "h2"],
    ...each,
  }));
  const { scheduler = { kind: "slurm" }, allocation } = more;
  return resolveSite(
    site({ halls, clusters: [cluster("train", placed, { scheduler })], fabrics, allocation, ...more.site }),
    context,
  );
}

/** The cluster `train` as its scheduler sees it. */
export function scheduled(...of: Parameters<typeof resolved>): ScheduledCluster {
  const [found] = scheduledClusters(resolved(...of), findMachine);
  if (found === undefined) throw new Error("no cluster with a scheduler");
  return found;
}
