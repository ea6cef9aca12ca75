import type { Fleet } from "siteform";
import { atlas, aws, leasedServers, leasedSite, ownedSite, trainium } from "../support";

/** Clusters, pools, halls and guarantees of one name. */
export function fleet(): Fleet {
  const fleet = atlas();
  const ohio = aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/16"] } });
  ohio.addCluster("train", { pools: [trainium(16)] });
  ohio.addCluster("train", { pools: [trainium(16)] });
  leasedSite(fleet, "memphis").addCluster("serve", { pools: [leasedServers(10), leasedServers(20)] });
  ownedSite(fleet, "lab", {
    halls: [
      { name: "a", criticalItMW: 1 },
      { name: "a", criticalItMW: 1 },
    ],
  });
  const promise = { obligor: "Google", covers: "rent", state: "proposed", sites: ["memphis"] } as const;
  fleet.addGuarantee("backstop", promise).addGuarantee("backstop", promise);
  return fleet;
}

export const expected = [
  'error   guarantees.backstop[1]: the name "backstop" stands 2 times (positions 1, 2); each guarantee needs a name of its own  [NAME-1]',
  "          → rename all but one",
  'error   sites.lab.halls.a[1]: the name "a" stands 2 times (positions 1, 2); each hall of the site needs a name of its own  [NAME-1]',
  "          → rename all but one",
  'error   sites.memphis.clusters.serve.pools.h100[1]: the name "h100" stands 2 times (positions 1, 2); each pool of the cluster needs a name of its own  [NAME-1]',
  "          → rename all but one",
  'error   sites.ohio.clusters.train[1]: the name "train" stands 2 times (positions 1, 2); each cluster of the site needs a name of its own  [NAME-1]',
  "          → rename all but one",
];
