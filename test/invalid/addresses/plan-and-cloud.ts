import type { Fleet } from "siteform";
import { atlas, aws, leasedServers, leasedSite, ownedSite, trainium } from "../support";

/** A leased site takes what a cloud site has, an owned one what the leased one announces. */
export function fleet(): Fleet {
  const fleet = atlas();
  aws(fleet, "ohio", { network: { cidrs: ["10.16.0.0/16"] } }).addCluster("train", { pools: [trainium(64)] });
  leasedSite(
    fleet,
    "memphis",
    {},
    {
      addressPlan: {
        aggregates: ["10.32.0.0/12"],
        networks: [{ name: "storage", purpose: "storage", cidrs: ["10.16.128.0/20"] }],
      },
    },
  ).addCluster("train", { pools: [leasedServers(4)] });
  ownedSite(fleet, "lab", {
    addressPlan: { networks: [{ name: "hosts", purpose: "hosts", cidrs: ["10.40.0.0/16", "10.40.0.0/16"] }] },
  });
  return fleet;
}

export const expected = [
  "error   sites.lab.addressPlan.networks.hosts.cidrs[0]: 10.40.0.0/16 overlaps sites.memphis.addressPlan.aggregates[0] (10.32.0.0/12); traffic for these addresses has two destinations  [IPAM-1]",
  "          → choose a range that nothing else has; a site that is never routed to the others states a routingDomain of its own",
  "error   sites.lab.addressPlan.networks.hosts.cidrs[1]: 10.40.0.0/16 is the range of sites.lab.addressPlan.networks.hosts.cidrs[0]; traffic for these addresses has two destinations  [IPAM-1]",
  "          → choose a range that nothing else has; a site that is never routed to the others states a routingDomain of its own",
  "error   sites.lab.addressPlan.networks.hosts.cidrs[1]: 10.40.0.0/16 overlaps sites.memphis.addressPlan.aggregates[0] (10.32.0.0/12); traffic for these addresses has two destinations  [IPAM-1]",
  "          → choose a range that nothing else has; a site that is never routed to the others states a routingDomain of its own",
  "error   sites.memphis.addressPlan.networks.storage.cidrs[0]: 10.16.128.0/20 overlaps sites.ohio.network.cidrs[0] (10.16.0.0/16); traffic for these addresses has two destinations  [IPAM-1]",
  "          → choose a range that nothing else has; a site that is never routed to the others states a routingDomain of its own",
  "error   sites.memphis.addressPlan.networks.storage.cidrs[0]: 10.16.128.0/20 lies in no aggregate of the site: nobody outside of it finds the way  [IPAM-3]",
  "          → take a range of an aggregate, or announce another aggregate",
];
