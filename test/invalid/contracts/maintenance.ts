import type { Fleet } from "siteform";
import { onDemand } from "siteform/google";
import { atlas, gke, google, tpus } from "../support";

/** A window that ends before it begins, one too short, and beside it a freeze of a quarter, which is only warned of. */
export function fleet(): Fleet {
  const fleet = atlas();
  const recurrence = "FREQ=DAILY";
  google(fleet, "iowa").addCluster("train", {
    network: gke(),
    maintenance: { window: { start: "2026-01-03T08:00:00Z", end: "2026-01-03T02:00:00Z", recurrence } },
    pools: [tpus(1)],
  });
  google(fleet, "ohio", { region: "us-east5" }).addCluster("train", {
    network: gke(1),
    maintenance: {
      window: { start: "2026-01-03T02:00:00Z", end: "2026-01-03T03:30:00Z", recurrence },
      exclusions: [{ name: "freeze", start: "2026-10-01T00:00:00Z", end: "2026-12-31T00:00:00Z" }],
    },
    pools: [tpus(1, { capacity: onDemand({ zone: "us-east5-a" }) })],
  });
  return fleet;
}

export const expected = [
  "error   sites.iowa.clusters.train.maintenance.window.end: ends at 2026-01-03T02:00:00Z, and begins at 2026-01-03T08:00:00Z  [GCP-MAINT-1]",
  "error   sites.ohio.clusters.train.maintenance.window.end: a window has at least 4 hours; 2026-01-03T02:00:00Z to 2026-01-03T03:30:00Z has 1.5  [GCP-MAINT-1]",
  "          → end it at 2026-01-03T06:00:00Z",
];
