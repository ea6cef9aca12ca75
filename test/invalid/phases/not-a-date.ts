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

export const expected = [
  'error   sites.abilene.clusters.train.pools.h100.capacity.until: must be a date that exists, as YYYY-MM-DD, such as "2026-05-01"; got ""  [SCHEMA]',
  'error   sites.abilene.phases.p1.milestones.readyForService.contract: must be a date that exists, as YYYY-MM-DD, such as "2026-05-01"; got "2026-12-01T00:00:00Z"  [SCHEMA]',
  'error   sites.abilene.phases.p1.milestones.readyForService.forecast: must be a date that exists, as YYYY-MM-DD, such as "2026-05-01"; got a Date  [SCHEMA]',
  'error   sites.abilene.phases.p1.milestones.utility.contract: must be a date that exists, as YYYY-MM-DD, such as "2026-05-01"; got "01.10.2026"  [SCHEMA]',
  'error   sites.abilene.phases.p1.rentCommencement: must be a date that exists, as YYYY-MM-DD, such as "2026-05-01"; got 2027  [SCHEMA]',
  'error   sites.lab.phases.p1.rentCommencement: must be a date that exists, as YYYY-MM-DD, such as "2026-05-01"; got "2026-13-01"  [SCHEMA]',
  'error   sites.memphis.lease.end: must be a date that exists, as YYYY-MM-DD, such as "2026-05-01"; got "soon"  [SCHEMA]',
  'error   sites.memphis.lease.signed: must be a date that exists, as YYYY-MM-DD, such as "2026-05-01"; got "2026-02-30"  [SCHEMA]',
];
