import type { Fleet } from "siteform";
import { atlas, leasedSite, phase } from "../support";

/** A mistake in a constant that four sites share is reported at each of them. */
export function fleet(): Fleet {
  const fleet = atlas();
  const milestones = { utility: { contract: "2027-03-01" }, readyForService: { contract: "2027-02-01" } };
  for (const name of ["lease-01", "lease-02", "lease-03", "lease-04"]) {
    leasedSite(fleet, name, { phases: [phase("p1", 60, { milestones })] });
  }
  return fleet;
}

export const expected = [
  "error   sites.lease-01.lease.phases.p1.milestones.readyForService.contract (phase p1): readyForService (contract) is on 2027-02-01, before utility on 2027-03-01, on which it rests  [TIME-1]",
  "error   sites.lease-02.lease.phases.p1.milestones.readyForService.contract (phase p1): readyForService (contract) is on 2027-02-01, before utility on 2027-03-01, on which it rests  [TIME-1]",
  "error   sites.lease-03.lease.phases.p1.milestones.readyForService.contract (phase p1): readyForService (contract) is on 2027-02-01, before utility on 2027-03-01, on which it rests  [TIME-1]",
  "error   sites.lease-04.lease.phases.p1.milestones.readyForService.contract (phase p1): readyForService (contract) is on 2027-02-01, before utility on 2027-03-01, on which it rests  [TIME-1]",
];
