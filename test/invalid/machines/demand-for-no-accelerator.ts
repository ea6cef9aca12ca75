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

export const expected = [
  'error   demands.training.accelerator: "Trainum2" is no accelerator of the catalogue or of the fleet\'s machines  [DEMAND-1]',
  '          → did you mean "Trainium2"?',
  "error   demands.training.points[1].from: this point is from 2027-01-01, the one before it from 2027-06-01; each must be later than the last  [DEMAND-1]",
];
