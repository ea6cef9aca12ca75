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
