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
