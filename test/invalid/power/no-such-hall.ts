import type { Fleet } from "siteform";
import { atlas, leasedSite, partnerSite, phase } from "../support";

/** A hall that nobody built, one that opens twice, and one where there are none. */
export function fleet(): Fleet {
  const fleet = atlas();
  partnerSite(fleet, "abilene", {
    halls: [{ name: "hall-1", criticalItMW: 10 }],
    phases: [phase("p1", 10, { halls: ["hall-1"] }), phase("p2", 10, { halls: ["hall-1", "hall-2"] })],
  });
  leasedSite(fleet, "memphis", { phases: [phase("p1", 20, { halls: ["east"] })] });
  return fleet;
}
