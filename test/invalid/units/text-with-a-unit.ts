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
  ownedSite(fleet, "annex", {
    peakPue: assumed(untyped<number>("1.25")),
    halls: [{ name: "a", criticalItMW: untyped("3 MW") }],
  });
  return fleet;
}

export const expected = [
  'error   sites.annex.halls.a.criticalItMW: must be a finite number of MW, 0 or more; got "3 MW"  [SCHEMA]',
  "          → write the number alone, without quotes and unit",
  'error   sites.annex.peakPue.value: must be a finite number, 1 or more; got "1.25"  [SCHEMA]',
  "          → write the number alone, without quotes and unit",
  'error   sites.lab.power: must be a power figure with valueMW, meaning, basis and source, as reported(megawatts(300), { meaning: ..., source: ... }) gives; got "4 MW"  [SCHEMA]',
  'error   sites.memphis.lease.phases.p1.power.valueMW: must be a finite number of MW, 0 or more; got "300"  [SCHEMA]',
  "          → write the number alone, without quotes and unit",
];
