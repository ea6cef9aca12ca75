import type { Fleet } from "siteform";
import { atlas, aws, gke, google, leasedServers, leasedSite, tpus, trainium, untyped } from "../support";

/** Machines that exist, but not where they are put. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/16"] } }).addCluster("train", {
    pools: [trainium(64, { machine: untyped("dgx-h100") })],
  });
  leasedSite(fleet, "memphis").addCluster("train", {
    pools: [leasedServers(64, { machine: untyped("p5.48xlarge") })],
  });
  google(fleet, "iowa").addCluster("train", {
    network: gke(),
    pools: [tpus(1, { machine: untyped("trn2.48xlarge") })],
  });
  return fleet;
}
