import { assumed, contracted, type Fleet, measured, megawatts } from "siteform";
import { atlas, leasedSite, ownedSite } from "../support";

/** The inverse of the PUE, and a sign. */
export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, "lab", {
    power: contracted(megawatts(4), { meaning: "utility", source: "the supply contract" }),
    peakPue: measured(0.8, { source: "the building's meters" }),
  });
  leasedSite(fleet, "memphis", {}, { peakPue: assumed(-1.2) });
  return fleet;
}

export const expected = [
  "error   sites.lab.peakPue.value: the PUE is utility power over IT power and never below 1; got 0.8  [PWR-7]",
  "error   sites.memphis.peakPue.value: the PUE is utility power over IT power and never below 1; got -1.2  [PWR-7]",
];
