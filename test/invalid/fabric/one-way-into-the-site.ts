import type { FabricInput, Fleet } from "siteform";
import { atlas, ownedSite, ownServers } from "../support";

const fabric = (name: string, cluster: string, wan: FabricInput["wan"]): FabricInput => ({
  name,
  cluster,
  technology: "infinibandNdr",
  switch: "qm9700",
  linkGbps: 400,
  scalableUnitHosts: 32,
  wan,
});

/** Two carriers in one duct, one border switch; and a second fabric with one way in. */
export function fleet(): Fleet {
  const fleet = atlas();
  const site = ownedSite(fleet, "garching", {
    fabrics: [
      fabric("compute", "train", {
        switch: "sn5600",
        borderSwitches: 1,
        entrances: [
          { name: "north", carrier: "Carrier A", route: "Boltzmannstrasse", room: "mmr-1", gbps: 400 },
          { name: "south", carrier: "Carrier B", route: "Boltzmannstrasse", room: "mmr-2", gbps: 400 },
        ],
      }),
      fabric("serving", "serve", {
        switch: "sn5600",
        entrances: [{ name: "east", carrier: "Carrier A", route: "Schleissheimer", room: "mmr-1", gbps: 400 }],
      }),
    ],
  });
  site.addCluster("train", { pools: [ownServers(32)] });
  site.addCluster("serve", { pools: [ownServers(32)] });
  return fleet;
}

export const expected = [
  "error   sites.garching.fabrics.compute.wan.borderSwitches: 1 border switch takes all entrances; the policy asks for 2  [NET-7]",
  "          → give borderSwitches, or lower policy.leastEntrances",
  'error   sites.garching.fabrics.compute.wan.entrances: no two entrances are diverse: north and south share the route "Boltzmannstrasse"  [NET-7]',
  "          → another carrier, route and room for one of them",
  "error   sites.garching.fabrics.serving.wan.entrances: 1 way into the site; the policy asks for 2, so that one is left when one is cut  [NET-7]",
];
