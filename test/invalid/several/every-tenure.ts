import { type Fleet, leased } from "siteform";
import { aks, atlas, aws, azure, azureH100, gke, google, leasedServers, leasedSite, ownedSite, ownServers, partnerSite, phase, tpus, trainium, untyped } from "../support";

/** One mistake at each of six sites, each of another kind. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/16"] } }).addCluster("train", {
    pools: [trainium(64, { machine: untyped("trn2.48xl") })],
  });
  google(fleet, "iowa").addCluster("train", { network: gke(), pools: [tpus(1, { topology: "5x5x5" })] });
  azure(fleet, "virginia").addCluster("serve", {
    network: { ...aks(), pods: "10.16.0.0/14" },
    pools: [azureH100(16)],
  });
  ownedSite(fleet, "lab").addCluster("research", { pools: [ownServers(400)] });
  leasedSite(fleet, "memphis", { signed: "2026-02-30" });
  partnerSite(fleet, "abilene", {
    phases: [
      phase("p1", 20, {
        milestones: { utility: { contract: "2027-06-01" }, readyForService: { contract: "2027-05-01" } },
      }),
    ],
  }).addCluster("train", { pools: [leasedServers(100, { capacity: leased({ phase: "p2" }) })] });
  return fleet;
}
