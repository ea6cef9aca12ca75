import { type Fleet, leased } from "siteform";
import { atlas, leasedServers, leasedSite, ownedSite, partnerSite, phase, untyped } from "../support";

/** A day that February does not have, other ways to write dates, a Date, a year, and no date at all. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(fleet, "memphis", { signed: "2026-02-30", end: "soon" });
  partnerSite(fleet, "abilene", {
    phases: [
      phase("p1", 20, {
        milestones: {
          utility: { contract: "01.10.2026" },
          readyForService: { contract: "2026-12-01T00:00:00Z", forecast: untyped(new Date(2027, 1, 1)) },
        },
        rentCommencement: untyped(2027),
      }),
    ],
  }).addCluster("train", { pools: [leasedServers(100, { capacity: leased({ phase: "p1", until: "" }) })] });
  ownedSite(fleet, "lab", { phases: [phase("p1", 4, { rentCommencement: "2026-13-01" })] });
  return fleet;
}
