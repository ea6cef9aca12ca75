import { type Fleet, owned } from "siteform";
import { atlas, ownedSite } from "../support";

const feeds = { voltageV: 415, currentA: 60, powerFactor: 0.95 } as const;

/** Four DGX H100 on two feeds, four DGX B200 on three: machines, racks and halls say it together. */
export function fleet(): Fleet {
  const fleet = atlas();
  fleet.addRackType("two-feeds", {
    units: 48,
    feeds: { ...feeds, count: 2, sides: ["A", "B"] },
    basis: "vendor",
    source: "data sheet",
  });
  fleet.addRackType("three-feeds", {
    units: 48,
    feeds: { ...feeds, count: 3, sides: ["A", "B", "C"] },
    basis: "vendor",
    source: "data sheet",
  });
  for (const [name, rackType, machine] of [
    ["abilene", "two-feeds", "dgx-h100"],
    ["lab", "three-feeds", "dgx-b200"],
  ] as const) {
    const site = ownedSite(fleet, name, {
      halls: [{ name: "hall-1", criticalItMW: 1, rackType, rows: [{ name: "a", rows: "r01", racks: 4 }] }],
      rackLayouts: [
        {
          name: "inference",
          hall: "hall-1",
          racks: "r01-[01-02]",
          entries: [{ name: "gpus", pool: "gpus", count: 4 }],
        },
      ],
    });
    site.addCluster("inference", {
      purpose: "inference",
      pools: [{ name: "gpus", machine, count: 8, rackType, capacity: owned() }],
    });
  }
  return fleet;
}

export const expected = [
  "error   sites.abilene.clusters.inference.pools.gpus: hall-1-r01-01 (and 1 more rack) draws 40.80 kW; 1 feed carries 32.78 kW with feed a lost  [PWR-4]",
  "          → fewer machines in a rack, larger or more feeds, or a survival that is asked of less",
  "error   sites.abilene.clusters.inference.pools.gpus: with feed a lost a dgx-h100 on 2 feeds keeps 3 of 6 supplies; it needs 4 (hall-1-r01-01)  [PWR-5]",
  "          → spread its supplies over more independent feeds, or ask less survival of it",
  "error   sites.lab.clusters.inference.pools.gpus: with feed a lost a dgx-b200 on 3 feeds keeps 4 of 6 supplies; it needs 5 (hall-1-r01-01)  [PWR-5]",
  "          → spread its supplies over more independent feeds, or ask less survival of it",
];
