import type { Fleet } from "siteform";
import { atlas, ownedSite } from "../support";

/** Parents, halls, groups and services that nobody has; ranges that do not spread; a circle. */
export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, "abilene", {
    halls: [{ name: "hall-1", criticalItMW: 1 }],
    powerTopology: {
      nodes: [
        { id: "grid", kind: "utility", service: "oncor" },
        { id: "ups-[1-3]", kind: "ups", parents: ["gird"], redundancyGroup: "ups" },
        { id: "pdu-[1-2]", kind: "pdu", parents: ["ups-[1-3]"], hall: "hall-2" },
      ],
      loads: [{ id: "rack-1", kind: "it", powerKW: 10, feeds: ["pdu-3"] }],
    },
  });
  ownedSite(fleet, "lab", {
    powerTopology: {
      nodes: [
        { id: "main", kind: "switchgear", parents: ["tie"] },
        { id: "tie", kind: "switchgear", parents: ["main"] },
        { id: "gen-[1-2]", kind: "generator" },
        { id: "bus", kind: "switchgear", parents: ["gen-1", "gen-2"] },
        { id: "gen-2", kind: "generator" },
      ],
    },
  });
  return fleet;
}

export const expected = [
  'error   sites.abilene.powerTopology.loads.rack-1.feeds[0]: the power topology has no node "pdu-3"  [PWR-12]',
  '          → did you mean "pdu-1"?',
  'error   sites.abilene.powerTopology.nodes.grid.service: the site has no utility service "oncor"  [PWR-12]',
  'error   sites.abilene.powerTopology.nodes.pdu-[1-2].hall: the site has no hall "hall-2"  [PWR-12]',
  '          → did you mean "hall-1"?',
  "error   sites.abilene.powerTopology.nodes.pdu-[1-2].parents[0]: 3 nodes do not spread evenly over 2: neither number is a multiple of the other  [PWR-12]",
  "          → write the members as entries of their own, each with its parents",
  'error   sites.abilene.powerTopology.nodes.ups-[1-3].parents[0]: the power topology has no node "gird"  [PWR-12]',
  '          → did you mean "grid"?',
  'error   sites.abilene.powerTopology.nodes.ups-[1-3].redundancyGroup: the power topology has no redundancy group "ups"  [PWR-12]',
  "error   sites.lab.powerTopology.nodes.bus.transfer: a node with 2 parents must say what it does when one is lost  [PWR-12]",
  '          → transfer: "equalShare" for parallel sources, "staticTransfer" for a switch, primary first, "catcher" for a reserve',
  "error   sites.lab.powerTopology.nodes.gen-2: gen-2 stands twice in the power topology: here and in nodes.gen-[1-2]  [PWR-12]",
  "error   sites.lab.powerTopology.nodes.main: nodes feed each other in a circle: main <- tie <- main  [PWR-12]",
];
