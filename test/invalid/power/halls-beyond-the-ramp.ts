import { assumed, type Fleet } from "siteform";
import { atlas, critical, ownedSite } from "../support";

/** Halls that need more than the utility will ever deliver, and a power tree that draws more than it does at first. */
export function fleet(): Fleet {
  const fleet = atlas();
  const service = {
    name: "grid",
    utility: "the utility",
    gridOperator: "PJM",
    firmMW: 24,
    basis: "contract",
    source: "the service agreement",
  } as const;
  ownedSite(fleet, "abilene", {
    power: critical(20),
    peakPue: assumed(1.25),
    utilities: [service],
    halls: [
      { name: "a", criticalItMW: 10 },
      { name: "b", criticalItMW: 10 },
    ],
  });
  ownedSite(fleet, "lab", {
    power: critical(20),
    utilities: [{ ...service, ramp: [{ id: "first", firmMW: 12, dates: { actual: "2026-09-01" } }] }],
    powerTopology: {
      nodes: [
        { id: "grid", kind: "utility", service: "grid" },
        { id: "xf", kind: "transformer", parents: ["grid"], efficiency: 0.98 },
      ],
      loads: [{ id: "hall", kind: "it", powerKW: 12_000, feeds: ["xf"] }],
    },
  });
  return fleet;
}

export const expected = [
  "error   sites.abilene.utilities: the open halls need 25 MW at a PUE of 1.25; utilities and onsite generation deliver 24 MW  [PWR-7]",
  "          → raise the ramp of the utility, or open halls later",
  "error   sites.lab.utilities.grid: the power tree draws 12.245 MW from grid, which delivers 12 MW of firm power  [PWR-1]",
];
