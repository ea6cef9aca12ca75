import type { Fleet } from "siteform";
import { atlas, critical, leasedSite, partnerSite, phase } from "../support";

/** Premises in a phase and a hall that are not there, two of one id, and more kilowatts than a phase brings. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(
    fleet,
    "memphis",
    {
      phases: [phase("p1", 20)],
      premises: [
        { id: "north", phase: "p2", contractedKW: 8_000 },
        { id: "south", phase: "p1", hall: "hall-2", contractedKW: 8_000 },
        { id: "south", phase: "p1", contractedKW: 12_000 },
      ],
    },
    { halls: [{ name: "hall-1", criticalItMW: 20 }] },
  );
  partnerSite(fleet, "abilene", {
    title: {
      kind: "leased",
      lease: {
        landlord: "Builder LLC",
        state: "binding",
        premises: [
          { id: "a", phase: "p1", contractedKW: 12_000 },
          { id: "b", phase: "p1", contractedKW: 8_001 },
        ],
      },
    },
    phases: [phase("p1", 20), phase("p2", 10, { contractedKW: 10_500, power: critical(10) })],
  });
  return fleet;
}

export const expected = [
  "error   sites.abilene.phases.p2.contractedKW (phase p2): 10,500 kW are contracted in phase p2, which brings 10 MW  [LEASE-4]",
  "          → rent is due on contracted kW: correct them, or the power of the phase",
  "error   sites.abilene.title.lease.premises (phase p1): 20,001 kW are contracted in phase p1, which brings 20 MW  [LEASE-4]",
  "          → rent is due on contracted kW: correct them, or the power of the phase",
  'error   sites.memphis.lease.premises.north.phase: the site has no phase "p2"; it has p1  [LEASE-4]',
  'error   sites.memphis.lease.premises.south.hall: the site has no hall "hall-2"; it has hall-1  [LEASE-4]',
  '          → did you mean "hall-1"?',
  'error   sites.memphis.lease.premises.south[2]: the name "south" stands 2 times (positions 2, 3); each item of premises needs a name of its own  [NAME-1]',
  "          → rename all but one",
];
