import { atLeast, type Fleet, megawatts, usd } from "siteform";
import { atlas, leasedSite, ownedSite, phase, untyped } from "../support";

/** Figures of which nobody says where they come from. */
export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, "lab", { power: untyped(megawatts(4)), peakPue: untyped(1.2) });
  leasedSite(fleet, "memphis", {
    rentPerKWMonth: untyped(usd(130)),
    phases: [phase("p1", 20, { power: untyped(atLeast(megawatts(300))) })],
  });
  return fleet;
}
