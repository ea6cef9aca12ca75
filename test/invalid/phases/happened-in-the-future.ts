import type { Fleet } from "siteform";
import { atlas, leasedSite, ownedSite, phase } from "../support";

/** A forecast under "actual". The day that is asked about is 2026-11-23. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(fleet, "memphis", {
    phases: [phase("p1", 20, { milestones: { readyForService: { actual: "2026-12-01" } } })],
  });
  ownedSite(fleet, "lab", {
    phases: [phase("p1", 4, { milestones: { permit: { actual: "2027-01-01" } } })],
  });
  return fleet;
}

export const expected = [
  "error   sites.lab.phases.p1.milestones.permit.actual (phase p1): permit cannot have happened on 2027-01-01: as of 2026-11-23 that day is in the future  [TIME-3]",
  "          → write it as forecast until it has happened",
  "error   sites.memphis.lease.phases.p1.milestones.readyForService.actual (phase p1): readyForService cannot have happened on 2026-12-01: as of 2026-11-23 that day is in the future  [TIME-3]",
  "          → write it as forecast until it has happened",
];
