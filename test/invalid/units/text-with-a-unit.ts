import { assumed, contracted, type Fleet, megawatts } from "siteform";
import { atlas, leasedSite, ownedSite, phase, untyped } from "../support";

/** Power as one says it, and as a form sends it. */
export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, "lab", { power: untyped("4 MW") });
  leasedSite(fleet, "memphis", {
    phases: [
      phase("p1", 20, {
        power: contracted(megawatts(untyped("300")), { meaning: "criticalIT", source: "the contract" }),
      }),
    ],
  });
  ownedSite(fleet, "annex", { peakPue: assumed(untyped<number>("1.25")), halls: [{ name: "a", criticalItMW: untyped("3 MW") }] });
  return fleet;
}
