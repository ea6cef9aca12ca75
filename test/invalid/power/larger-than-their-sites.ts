import { assumed, contracted, type Fleet, megawatts } from "siteform";
import { atlas, aws, leasedServers, leasedSite, ownedSite, ownServers, trainium } from "../support";

/** The same, on a cloud, behind a meter whose power cooling takes a part of, and where two clusters share. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", {
    network: { cidrs: ["10.16.0.0/16"] },
    power: contracted(megawatts(1), { meaning: "criticalIT", source: "the account team" }),
  }).addCluster("train", { pools: [trainium(64)] });
  ownedSite(fleet, "lab", {
    power: contracted(megawatts(4), { meaning: "utility", source: "the supply contract" }),
    peakPue: assumed(1.25),
  }).addCluster("research", { pools: [ownServers(320)] });
  const memphis = leasedSite(fleet, "memphis");
  memphis.addCluster("train", { pools: [leasedServers(1_000)] });
  memphis.addCluster("serve", { pools: [leasedServers(1_000)] });
  return fleet;
}
