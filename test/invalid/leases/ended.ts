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
