import type { Fleet } from "siteform";
import { assumed, leased } from "siteform";
import { atlas, leasedServers, leasedSite, phase } from "../support";

const from = (day: string) => ({ milestones: { readyForService: { contract: day } } });

/** The lease delivers a second phase in March; the utility's second step has slipped to May, and machines would draw on it. */
export function fleet(): Fleet {
  const fleet = atlas();
  for (const [name, forecast] of [
    ["abilene", "2027-05-03"],
    ["lubbock", "2027-06-30"],
  ] as const) {
    leasedSite(
      fleet,
      name,
      { phases: [phase("p1", 20, from("2026-12-01")), phase("p2", 20, from("2027-03-01"))] },
      {
        peakPue: assumed(1.25),
        utilities: [
          {
            name: "grid",
            utility: "the utility",
            gridOperator: "SPP",
            firmMW: 50,
            basis: "contract",
            source: "the service agreement",
            ramp: [
              { id: "first", firmMW: 25, dates: { contract: "2026-10-01" } },
              { id: "second", firmMW: 50, dates: { contract: "2027-02-01", forecast } },
            ],
          },
        ],
      },
    ).addCluster("train", {
      purpose: "training",
      // 1,960 machines of 10.2 kW are 19.992 MW, and 100 more 1.02 MW.
      pools: [
        leasedServers(1960, { name: "first" }),
        leasedServers(100, { name: "second", capacity: leased({ phase: "p2" }) }),
      ],
    });
  }
  return fleet;
}

export const expected = [
  "error   sites.abilene.utilities.grid (phase p2): from 2027-03-01 the machines draw up to 21.012 MW, more than the usable critical IT power of 20 MW: the utility delivers 25 MW at a PUE of 1.25  [PWR-8]",
  "          → move machines to a later phase, or correct the step of the ramp, the hall or the topology that binds",
  "error   sites.lubbock.utilities.grid (phase p2): from 2027-03-01 the machines draw up to 21.012 MW, more than the usable critical IT power of 20 MW: the utility delivers 25 MW at a PUE of 1.25  [PWR-8]",
  "          → move machines to a later phase, or correct the step of the ramp, the hall or the topology that binds",
];
