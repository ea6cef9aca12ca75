import type { Fleet } from "siteform";
import {
  atlas,
  aws,
  gke,
  google,
  leasedServers,
  leasedSite,
  ownedSite,
  ownServers,
  tpus,
  trainium,
  untyped,
} from "../support";

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

export const expected = [
  "error   sites.iowa.clusters.train.pools.tpu-v5p.slices: must be a whole number of slices; got 1.5  [SCHEMA]",
  "error   sites.lab.clusters.research.pools.forgotten.count: is missing; must be a whole number of machines, 1 or more  [SCHEMA]",
  "error   sites.lab.clusters.research.pools.h100.count: must be a whole number of machines, 1 or more; got NaN  [SCHEMA]",
  "error   sites.memphis.clusters.train.pools.h100.count: must be 1 or more machines; got -8  [SCHEMA]",
  'error   sites.memphis.clusters.train.pools.quoted.count: must be a whole number of machines, 1 or more; got "1,024"  [SCHEMA]',
  "          → write the number alone, without quotes and unit",
  "error   sites.ohio.clusters.train.pools.trainium2.count: must be 1 or more machines; got 0  [SCHEMA]",
];
