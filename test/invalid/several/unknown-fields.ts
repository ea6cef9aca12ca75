import type { Fleet } from "siteform";
import { atlas, aws, gke, google, leasedServers, leasedSite, phase, tpus, trainium, untyped } from "../support";

/** Fields with a typing mistake, of another cloud, and of no site. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", { network: untyped({ cidrs: ["10.16.0.0/16"], service: "172.20.0.0/16" }) }).addCluster("train", {
    purpose: untyped("trainning"),
    pools: [untyped({ ...trainium(16), topology: "4x4x4" })],
  });
  google(fleet, "iowa").addCluster("train", {
    network: untyped({ ...gke(), controlplane: "172.16.9.0/28" }),
    pools: [tpus(1, untyped({ slice: 3 }))],
  });
  leasedSite(fleet, "memphis", untyped({ landLord: "SpaceX", phases: [phase("p1", 20, untyped({ mileStones: {} }))] }))
    .addCluster("train", untyped({ pools: [leasedServers(10)], autoscale: true }));
  return fleet;
}
