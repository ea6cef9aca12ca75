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

export const expected = [
  "error   sites.abilene.phases.p2.halls[0] (phase p2): the hall hall-1 opens twice: with phase p1, and with phase p2  [HALL-1]",
  'error   sites.abilene.phases.p2.halls[1] (phase p2): the site has no hall "hall-2"  [HALL-1]',
  '          → did you mean "hall-1"?',
  'error   sites.memphis.lease.phases.p1.halls[0] (phase p1): the site has no hall "east"; it has no halls  [HALL-1]',
];
