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
