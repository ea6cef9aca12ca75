import type { Fleet } from "siteform";
import { atlas, ownedSite } from "../support";

/** Four systems of 1,000 kW, loads fed by two each: two pairs carry too much at one site, one kW too much at the other. */
const systems = (kW: Readonly<Record<string, number>>) => ({
  nodes: [{ id: "a,b,c,d", kind: "ups" as const, ratedKW: 1000 }],
  loads: ["ab", "ac", "ad", "bc", "bd", "cd"].map((pair) => ({
    id: pair,
    kind: "storage" as const,
    powerKW: kW[pair] ?? 500,
    feeds: [...pair],
    survival: "system" as const,
  })),
});

export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, "abilene", {
    powerTopology: systems({ ab: 1000, cd: 1000, ac: 250, ad: 250, bc: 250, bd: 250 }),
  });
  ownedSite(fleet, "lab", { powerTopology: systems({ ab: 501 }) });
  return fleet;
}

export const expected = [
  "error   sites.abilene.powerTopology.nodes.a,b,c,d: with a lost (and 3 more of a,b,c,d) b is to carry 1,250 kW of 1,000 kW and trips; ab goes dark, and must live through it  [PWR-2]",
  "          → give the loads another live path with room for them, or state the survival that they need",
  "error   sites.lab.powerTopology.nodes.a,b,c,d: with a lost (and 3 more of a,b,c,d) b is to carry 1,001 kW of 1,000 kW and trips; ab, ac, ad and 3 more go dark, and must live through it  [PWR-2]",
  "          → give the loads another live path with room for them, or state the survival that they need",
];
