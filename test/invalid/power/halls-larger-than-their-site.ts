import { assumed, contracted, type Fleet, megawatts } from "siteform";
import { atlas, ownedSite, partnerSite } from "../support";

/** Halls of more than the building has, and of more than the grid delivers once they are cooled. */
export function fleet(): Fleet {
  const fleet = atlas();
  partnerSite(fleet, "abilene", {
    halls: [
      { name: "a", criticalItMW: 12 },
      { name: "b", criticalItMW: 12 },
    ],
  });
  ownedSite(fleet, "lab", {
    power: contracted(megawatts(4), { meaning: "utility", source: "the supply contract" }),
    peakPue: assumed(1.25),
    halls: [{ name: "a", criticalItMW: 3.6 }],
  });
  return fleet;
}
