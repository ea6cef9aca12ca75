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
