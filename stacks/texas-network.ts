import type { AddressPlanInput, FabricInput } from "siteform";

/**
 * One fabric over both halls: four rails of 800 Gbit/s a tray, scalable units of four racks. It is designed for its end state, so
 * that the second hall joins without moving a cable of the first.
 */
export const texasFabric: FabricInput = {
  name: "compute",
  cluster: "train",
  technology: "infinibandXdr",
  switch: "q3400-ra",
  linkGbps: 800,
  rails: 4,
  scalableUnitHosts: 72,
  designFor: { hosts: 19_440 },
  // 81 hosts to a pair of leaves: a hall's 9,720 fill 120 pairs, and no pair serves both halls.
  storage: { switch: "sn5600", linkGbps: 400, linksPerHost: 2, oversubscription: 1.73 },
  management: { switch: "sn2201", spineSwitch: "sn4600c", portsPerHost: 1, uplinks: 2 },
  wan: {
    switch: "sn5600",
    borderSwitches: 2,
    entrances: [
      { name: "north", carrier: "carrier one", route: "county road north", room: "meet-me room 1", gbps: 3_200 },
      { name: "south", carrier: "carrier two", route: "rail right of way south", room: "meet-me room 2", gbps: 3_200 },
    ],
  },
};

/** Ranges that no cloud site of the fleet has. */
export const texasAddresses: AddressPlanInput = {
  aggregates: ["10.64.0.0/11"],
  networks: [
    { name: "management", purpose: "management", cidrs: ["10.64.0.0/14"] },
    { name: "hosts", purpose: "hosts", cidrs: ["10.68.0.0/15"] },
    { name: "storage", purpose: "storage", cidrs: ["10.70.0.0/15"], addressesPerHost: 2 },
    { name: "loopbacks", purpose: "loopbacks", cidrs: ["10.72.0.0/16"] },
  ],
  asns: [{ name: "fabric", first: 4_200_100_000, last: 4_200_109_999 }],
};
