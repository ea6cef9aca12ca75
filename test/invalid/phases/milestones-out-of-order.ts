import type { Fleet } from "siteform";
import { atlas, leasedSite, partnerSite, phase } from "../support";

/** Ready before it is tested, tested before there is power: as agreed at one site, as expected at the other. */
export function fleet(): Fleet {
  const fleet = atlas();
  partnerSite(fleet, "abilene", {
    phases: [
      phase("p1", 20, {
        milestones: {
          utility: { contract: "2027-06-01" },
          integratedTest: { contract: "2027-05-01" },
          readyForService: { contract: "2027-04-01" },
        },
      }),
    ],
  });
  leasedSite(fleet, "memphis", {
    phases: [
      phase("p1", 20, {
        milestones: {
          utility: { contract: "2027-01-01", forecast: "2027-03-01" },
          readyForService: { contract: "2027-02-01" },
        },
      }),
    ],
  });
  return fleet;
}

export const expected = [
  "error   sites.abilene.phases.p1.milestones.integratedTest.contract (phase p1): integratedTest (contract) is on 2027-05-01, before utility on 2027-06-01, on which it rests  [TIME-1]",
  "error   sites.abilene.phases.p1.milestones.readyForService.contract (phase p1): readyForService (contract) is on 2027-04-01, before utility on 2027-06-01, on which it rests  [TIME-1]",
  "error   sites.memphis.lease.phases.p1.milestones.readyForService.contract (phase p1): readyForService (contract) is on 2027-02-01, before utility on 2027-03-01, on which it rests  [TIME-1]",
];
