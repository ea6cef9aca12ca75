import type { Fleet } from "siteform";
import { atlas, ownedSite, ownServers } from "../support";

/** Sixteen racks and four subnets for them; 64 hosts and 61 addresses; 16 leaves with spines and 16 numbers. */
export function fleet(): Fleet {
  const fleet = atlas().addRackType("rack-42", { units: 42, ratedKW: 50, basis: "vendor", source: "data sheet" });
  ownedSite(fleet, "lab", {
    halls: [
      {
        name: "h1",
        criticalItMW: 3.6,
        rackType: "rack-42",
        rows: [{ name: "main", rows: "r[1-4]", racks: 12 }],
        reserved: [{ name: "net", positions: "r[1-4]-[11-12]", use: "network" }],
      },
    ],
    fabrics: [
      {
        name: "rail",
        cluster: "train",
        technology: "spectrumX",
        switch: "sn5600",
        linkGbps: 400,
        rails: 8,
        scalableUnitHosts: 32,
      },
    ],
    addressPlan: {
      networks: [
        { name: "bmc", purpose: "management", cidrs: ["10.64.0.0/26"], subnetPrefix: 26 },
        { name: "hosts", purpose: "hosts", cidrs: ["10.65.0.0/27"] },
        { name: "storage", purpose: "storage", cidrs: ["10.66.0.0/16"], subnetPrefix: 30 },
      ],
      asns: [{ name: "leaves", first: 65_001, last: 65_016 }],
    },
  }).addCluster("train", { purpose: "training", pools: [ownServers(64)] });
  return fleet;
}

export const expected = [
  "error   sites.lab.addressPlan.asns.leaves.last: the range leaves is used up: spine 1-8 of fabric rail need 1 more, 0 are left  [ALLOC-1]",
  "          → a number is never given out twice: raise last, or take a range of 4-byte numbers, 4200000000 to 4294967294; the private 2-byte ones are 1,023",
  "error   sites.lab.addressPlan.networks.bmc.cidrs: the network bmc is used up: hall h1 needs 2 subnets of /26, and one is there  [ALLOC-1]",
  "          → add a range at the end of cidrs: what has been given out stays where it is",
  "error   sites.lab.addressPlan.networks.bmc.cidrs: the network bmc is used up: leaf 1-16 of fabric rail need 1 subnet of /26, and none are there  [ALLOC-1]",
  "          → add a range at the end of cidrs: what has been given out stays where it is",
  "error   sites.lab.addressPlan.networks.bmc.cidrs: the network bmc is used up: spine 1-8 of fabric rail need 1 subnet of /26, and none are there  [ALLOC-1]",
  "          → add a range at the end of cidrs: what has been given out stays where it is",
  "error   sites.lab.addressPlan.networks.hosts.cidrs: the network hosts is used up: hall h1 needs 16 subnets of /29, and 4 are there  [ALLOC-1]",
  "          → add a range at the end of cidrs: what has been given out stays where it is",
  "error   sites.lab.addressPlan.networks.storage.subnetPrefix: a subnet of the network storage does not hold what stands in one rack of hall h1  [ALLOC-1]",
  "          → give it a shorter subnetPrefix: a smaller number is a larger subnet",
];
