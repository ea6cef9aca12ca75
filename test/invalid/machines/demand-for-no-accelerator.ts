import type { Fleet } from "siteform";
import { atlas, ownedSite } from "../support";

/** A demand for a chip that is spelt otherwise, stated out of order. */
export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, "lab");
  fleet.addDemand("training", {
    workload: "training",
    accelerator: "Trainum2",
    points: [
      { from: "2027-06-01", accelerators: 200_000 },
      { from: "2027-01-01", accelerators: 100_000 },
    ],
    basis: "assumed",
    source: "the plan for 2027",
  });
  return fleet;
}
