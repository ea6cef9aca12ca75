import type { Fleet } from "siteform";
import { atlas, ownedSite, ownServers, untyped } from "../support";

/** Nothing in the catalogue is spelt like it. */
export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, "lab").addCluster("research", { pools: [ownServers(10, { machine: untyped("cerebras-wse-3") })] });
  return fleet;
}

export const expected = [
  'error   sites.lab.clusters.research.pools.cerebras-wse-3.machine: "cerebras-wse-3" is no machine of data-center hardware that the catalogue knows  [MACHINE-1]',
  "          → define a machine newer than the catalogue with defineMachine()",
];
