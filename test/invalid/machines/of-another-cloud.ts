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

export const expected = [
  "error   sites.iowa.clusters.train.pools.trainium2.machine: trn2.48xlarge is a machine of AWS; this site has Google Cloud  [MACHINE-1]",
  "error   sites.memphis.clusters.train.pools.h100.machine: p5.48xlarge is a machine of AWS; this site has data-center hardware  [MACHINE-1]",
  "error   sites.ohio.clusters.train.pools.h100.machine: dgx-h100 is a machine of data-center hardware; this site has AWS  [MACHINE-1]",
];
