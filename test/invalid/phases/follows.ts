import type { Fleet } from "siteform";
import { atlas, leasedSite, ownedSite, phase } from "../support";

/** Milestones that follow one another in a round, nothing at all, two things, and a utility that the site does not have. */
export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, "lab", {
    phases: [
      phase("p1", 2, { milestones: { utility: { follows: { phase: "p2", milestone: "acceptance" } } } }),
      phase("p2", 2, { milestones: { acceptance: { follows: { phase: "p1", milestone: "utility", days: 10 } } } }),
    ],
  });
  leasedSite(fleet, "memphis", {
    phases: [
      phase("p1", 10, {
        milestones: {
          permit: { follows: { days: 30 } },
          utility: { follows: { utility: "grid", step: "first" } },
          readyForService: { follows: { milestone: "utility", utility: "grid" } },
        },
      }),
      phase("p2", 10, { milestones: { utility: { follows: { phase: "p3", milestone: "utility" } } } }),
    ],
  });
  return fleet;
}

export const expected = [
  "error   sites.lab.phases.p1.milestones.utility.follows (phase p1): follows comes round to itself: utility of phase p1 -> acceptance of phase p2 -> utility of phase p1  [TIME-6]",
  "error   sites.lab.phases.p2.milestones.acceptance.follows (phase p2): follows comes round to itself: acceptance of phase p2 -> utility of phase p1 -> acceptance of phase p2  [TIME-6]",
  "error   sites.memphis.lease.phases.p1.milestones.permit.follows (phase p1): follows says neither which milestone nor which utility it follows  [TIME-6]",
  "          → follows: { milestone: utility, days: 30 }, or { utility: grid, step: s1 }",
  "error   sites.memphis.lease.phases.p1.milestones.readyForService.follows (phase p1): follows names a milestone and a utility; a milestone follows one of them  [TIME-6]",
  "          → follow the utility with the milestone `utility`, and that with the others",
  "error   sites.memphis.lease.phases.p1.milestones.utility.follows (phase p1): the site has no step first of utility grid that it could follow  [TIME-6]",
  "error   sites.memphis.lease.phases.p2.milestones.utility.follows (phase p2): the site has no utility of phase p3 that it could follow  [TIME-6]",
];
