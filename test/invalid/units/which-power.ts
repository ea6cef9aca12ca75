import { contracted, type Fleet, megawatts, reported } from "siteform";
import { atlas, leasedSite, ownedSite, phase, untyped } from "../support";

/** Power of which nobody says what it is, or says it in words that are none here. */
export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, "lab", { power: untyped(contracted(megawatts(4), untyped({ source: "the contract" }))) });
  leasedSite(fleet, "memphis", {
    phases: [phase("p1", 20, { power: reported(megawatts(300), untyped({ meaning: "IT", source: "the press" })) })],
  });
  leasedSite(fleet, "reno", {
    phases: [
      phase("p1", 20, {
        power: reported(megawatts(20), untyped({ meaning: "unstated", countedAs: "critical", source: "" })),
      }),
    ],
  });
  return fleet;
}
