import type { Fleet } from "siteform";
import { atlas, leasedServers, leasedSite, ownedSite, ownServers } from "../support";

/** Patterns that give two pools, or two sites, the same names; and one that is too long for the DNS. */
export function fleet(): Fleet {
  const fleet = atlas().addRackType("rack-42", { units: 42, ratedKW: 50, basis: "vendor", source: "data sheet" });
  const halls = [
    { name: "h1", criticalItMW: 1, rackType: "rack-42", rows: [{ name: "main", rows: "r[1-2]", racks: 10 }] },
  ];
  ownedSite(fleet, "lab", { halls, addressPlan: { hostname: "node-{ordinal}" } }).addCluster("research", {
    purpose: "training",
    pools: [ownServers(4, { name: "a" }), ownServers(4, { name: "b" })],
  });
  leasedSite(fleet, "memphis", {}, { halls, addressPlan: { hostname: "node-{ordinal}" } }).addCluster("train", {
    purpose: "training",
    pools: [leasedServers(4)],
  });
  ownedSite(fleet, "garching-research-campus", { halls }).addCluster("reinforcement-learning", {
    purpose: "training",
    pools: [ownServers(4, { name: "nvidia-h100-80gb" })],
  });
  return fleet;
}

export const expected = [
  "error   sites.garching-research-campus.addressPlan.hostname: garching-research-campus-reinforcement-learning-nvidia-h100-80gb-n0001 of the pool nvidia-h100-80gb of the cluster reinforcement-learning of the site garching-research-campus is longer than a label of the DNS  [ALLOC-5]",
  '          → give hosts a shorter pattern, such as "{site}-{pool}-n{ordinal}"',
  "error   sites.lab.addressPlan.hostname: node-0001 is the name of a machine of the pool a of the cluster research of the site lab, and of one of the pool b of the cluster research of the site lab  [ALLOC-5]",
  "          → name more of what tells them apart in the pattern: {site}, {cluster}, {pool}",
  "error   sites.memphis.addressPlan.hostname: node-0001 is the name of a machine of the pool a of the cluster research of the site lab, and of one of the pool h100 of the cluster train of the site memphis  [ALLOC-5]",
  "          → name more of what tells them apart in the pattern: {site}, {cluster}, {pool}",
];
