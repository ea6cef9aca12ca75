import { type Fleet, megawatts, reported, usd } from "siteform";
import { atlas, critical, leasedSite, partnerSite } from "../support";

/** A programme of which one site says something else than the other, and which the sites do not fill. */
export function fleet(): Fleet {
  const fleet = atlas();
  const power = reported(megawatts(100), { meaning: "criticalIT", source: "the press" });
  leasedSite(fleet, "memphis", {}, { programme: { name: "south", power } });
  partnerSite(fleet, "abilene", {
    programme: { name: "south", power, investment: reported(usd(1_000_000_000), { source: "the press" }) },
  });
  leasedSite(fleet, "reno", {}, { power: critical(20) });
  return fleet;
}

export const expected = [
  "error   sites.abilene.programme: says something else of the programme south than sites.memphis.programme does  [PROG-1]",
  "          → state a programme once, as a constant, and name it at each of its sites",
  "error   sites.memphis.programme.power: the 2 sites of south add up to 40 MW; announced were 100 MW  [PROG-1]",
  "          → add the sites that are missing, or correct the figures of these",
];
