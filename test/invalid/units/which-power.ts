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

export const expected = [
  'error   sites.lab.power.meaning: is missing; must be one of "criticalIT", "utility", "unstated"  [SCHEMA]',
  'error   sites.memphis.lease.phases.p1.power.meaning: must be one of "criticalIT", "utility", "unstated"; got "IT"  [SCHEMA]',
  'error   sites.reno.lease.phases.p1.power.countedAs: must be one of "criticalIT", "utility"; got "critical"  [SCHEMA]',
  '          → did you mean "criticalIT"?',
  "error   sites.reno.lease.phases.p1.power.source: must not be empty  [SCHEMA]",
];
