import type { Fleet } from "siteform";
import { atlas, aws, leasedServers, leasedSite, ownedSite, ownServers, trainium, untyped } from "../support";

/** Values of a wrong form beside clusters that are too large: neither hides the other, at one site or across sites. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(fleet, "memphis", { end: "never" }).addCluster("train", { pools: [leasedServers(5_000)] });
  ownedSite(fleet, "lab", untyped({ nickname: "the lab" })).addCluster("research", { pools: [ownServers(400)] });
  aws(fleet, "ohio", { network: { cidrs: ["10.0.0.0/8"] }, displayName: "" }).addCluster("train", {
    pools: [trainium(16)],
  });
  return fleet;
}
