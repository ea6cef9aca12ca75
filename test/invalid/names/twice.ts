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
