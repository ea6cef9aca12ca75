import { assumed, type Fleet } from "siteform";
import { atlas, critical, ownedSite, ownServers } from "../support";

/** Turbines beside a grid that is too small: nobody permits them at one site, and the permit ends at the other. */
export function fleet(): Fleet {
  const fleet = atlas();
  for (const [name, permits] of [
    ["abilene", []],
    [
      "memphis",
      [{ id: "temporary", authority: "the county", permittedMW: 15, from: "2026-06-01", until: "2027-05-31" }],
    ],
  ] as const) {
    ownedSite(fleet, name, {
      power: critical(20),
      peakPue: assumed(1.25),
      utilities: [
        {
          name: "grid",
          utility: "the utility",
          gridOperator: "TVA",
          firmMW: 10,
          basis: "contract",
          source: "the service agreement",
          onsiteGeneration: [{ id: "turbines", fuel: "natural gas", units: 6, unitMW: 2.5, permits }],
        },
      ],
    }).addCluster("train", { purpose: "training", pools: [ownServers(1800)] });
  }
  return fleet;
}

export const expected = [
  "error   sites.abilene.utilities.grid: once everything is there the machines draw up to 18.36 MW, more than the usable critical IT power of 8 MW: the utility delivers 10 MW at a PUE of 1.25  [PWR-8]",
  "          → move machines to a later phase, or correct the step of the ramp, the hall or the topology that binds",
  "error   sites.memphis.utilities.grid: from 2027-06-01 the machines draw up to 18.36 MW, more than the usable critical IT power of 8 MW: the utility delivers 10 MW at a PUE of 1.25  [PWR-8]",
  "          → move machines to a later phase, or correct the step of the ramp, the hall or the topology that binds",
];
