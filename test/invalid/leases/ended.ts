import type { Fleet } from "siteform";
import { atlas, leasedServers, leasedSite } from "../support";

/** Machines in premises that were given back. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(fleet, "memphis", { state: "ended" }).addCluster("train", { pools: [leasedServers(10)] });
  leasedSite(fleet, "reno", { state: "ended" }).addCluster("serve", {
    pools: [leasedServers(10, { name: "first" }), leasedServers(10, { name: "second" })],
  });
  return fleet;
}

export const expected = [
  "error   sites.memphis.lease.state: the lease has ended, but a pool still stands at the site  [LEASE-3]",
  "          → retire the site, or correct the state",
  "error   sites.reno.lease.state: the lease has ended, but 2 pools still stand at the site  [LEASE-3]",
  "          → retire the site, or correct the state",
];
