import type { Fleet } from "siteform";
import { atlas, aws, gke, google, leasedServers, leasedSite, ownedSite, ownServers, tpus, trainium, untyped } from "../support";

/** None, fewer than none, half of one, a text, and what a form leaves when a field was empty. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/16"] } }).addCluster("train", { pools: [trainium(0)] });
  google(fleet, "iowa").addCluster("train", { network: gke(), pools: [tpus(1.5)] });
  leasedSite(fleet, "memphis").addCluster("train", {
    pools: [leasedServers(-8), leasedServers(untyped("1,024"), { name: "quoted" })],
  });
  ownedSite(fleet, "lab").addCluster("research", {
    pools: [ownServers(Number.NaN), ownServers(untyped(undefined), { name: "forgotten" })],
  });
  return fleet;
}
