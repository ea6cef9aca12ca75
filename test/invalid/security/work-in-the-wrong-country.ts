import type { Fleet } from "siteform";
import { atlas, aws, leasedServers, leasedSite, ownedSite, ownServers, trainium } from "../support";

/** Work that the policy keeps in two countries runs in a third, on a cloud too; a lease bars what its site is used for. */
export function fleet(): Fleet {
  const fleet = atlas({
    policy: {
      residency: [{ name: "eu-data", purposes: ["inference"], allowed: ["DE", "FR"], source: "the contract of 2026" }],
    },
  });
  leasedSite(fleet, "reno", {}, { securityProfile: { barredPurposes: ["training"] } })
    .addCluster("serve", { purpose: "inference", pools: [leasedServers(10)] })
    .addCluster("train", { purpose: "training", pools: [leasedServers(10)] });
  ownedSite(fleet, "lab").addCluster("serve", { purpose: "inference", pools: [ownServers(10)] });
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/16"] } }).addCluster("serve", {
    purpose: "inference",
    pools: [trainium(4)],
  });
  return fleet;
}

export const expected = [
  "error   sites.ohio.clusters.serve.purpose: runs work of the class eu-data in US-OH; it may run in DE, FR (the contract of 2026)  [RES-1]",
  "          → move the work to a site where it may run, or correct the purpose of the cluster",
  "error   sites.reno.clusters.serve.purpose: runs work of the class eu-data in US-TN; it may run in DE, FR (the contract of 2026)  [RES-1]",
  "          → move the work to a site where it may run, or correct the purpose of the cluster",
  "error   sites.reno.clusters.train.purpose: the purpose of the cluster is training; the site bars training  [RES-1]",
  "          → correct the purpose, or barredPurposes of the security profile",
];
