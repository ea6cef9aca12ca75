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

export const expected = [
  "error   sites.abilene.halls: the halls hold 24 MW of IT, more than the site's critical IT power of 20 MW  [HALL-1]",
  "error   sites.lab.power: the halls hold 3.6 MW of IT and need 4.5 MW at a PUE of 1.25; the utility delivers 4 MW  [PWR-7]",
];
