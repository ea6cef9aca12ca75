import type { Fleet } from "siteform";
import { atlas, leasedSite, partnerSite, phase, untyped } from "../support";

/** Rent that begins on a day and with a milestone, with a milestone of no such name, and after a lease has ended. */
export function fleet(): Fleet {
  const fleet = atlas();
  const milestones = { readyForService: { forecast: "2027-01-01" } };
  leasedSite(fleet, "memphis", {
    phases: [
      phase("p1", 10, {
        milestones,
        rentCommencement: "2027-01-01",
        rentCommencementOn: { milestone: "readyForService" },
      }),
      phase("p2", 10, { rentCommencementOn: { milestone: untyped("readyforservice"), daysAfter: 30 } }),
    ],
  });
  partnerSite(fleet, "abilene", {
    title: { kind: "leased", lease: { landlord: "Builder LLC", state: "binding", end: "2027-01-31" } },
    phases: [phase("p1", 20, { milestones, rentCommencementOn: { milestone: "readyForService", daysAfter: 30 } })],
  });
  return fleet;
}

export const expected = [
  "error   sites.abilene.title.lease.end (phase p1): the lease ends on 2027-01-31, not after the rent of phase p1 begins on 2027-01-31  [TIME-4]",
  "error   sites.memphis.lease.phases.p1.rentCommencementOn (phase p1): rent begins on 2027-01-01, and with readyForService: say one of them  [LEASE-5]",
  "          → leave out rentCommencement while the day is not known; put the day once it is",
  'error   sites.memphis.lease.phases.p2.rentCommencementOn.milestone: must be one of "permit", "utility", "integratedTest", "readyForService", "acceptance"; got "readyforservice"  [SCHEMA]',
  '          → did you mean "readyForService"?',
];
