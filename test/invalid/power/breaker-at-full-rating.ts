import type { Fleet } from "siteform";
import { atlas, ownedSite } from "../support";

/** 800 A at 415 V are 575 kVA, of which a breaker that is not listed for 100 % carries 460; a UPS at the end of its kVA. */
export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, "abilene", {
    powerTopology: {
      nodes: [
        { id: "grid", kind: "utility" },
        { id: "busway-[1-4]", kind: "busway", parents: ["grid"], voltageV: 415, breakerA: 800 },
      ],
      loads: [{ id: "row-[1-4]", kind: "it", powerKW: 560, feeds: ["busway-[1-4]"] }],
    },
  });
  ownedSite(fleet, "lab", {
    powerTopology: {
      nodes: [
        { id: "grid", kind: "utility" },
        { id: "ups", kind: "ups", parents: ["grid"], ratedKVA: 1000, ratedKW: 1000 },
      ],
      loads: [{ id: "hall", kind: "it", powerKW: 960, powerFactor: 0.95, feeds: ["ups"] }],
    },
  });
  return fleet;
}

export const expected = [
  "error   sites.abilene.powerTopology.nodes.busway-[1-4]: busway-1 (and 3 more of busway-[1-4]) carries 560 kVA with nothing lost, of the 460 kVA that it delivers without end  [PWR-1]",
  "          → move loads to other nodes, or correct its rating, its breaker or its continuous factor",
  "error   sites.lab.powerTopology.nodes.ups: ups carries 1,010.5 kVA with nothing lost, of the 1,000 kVA that it delivers without end  [PWR-1]",
  "          → move loads to other nodes, or correct its rating, its breaker or its continuous factor",
];
