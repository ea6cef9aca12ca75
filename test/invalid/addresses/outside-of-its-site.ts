import type { Fleet } from "siteform";
import { atlas, ownedSite } from "../support";

/** A network that its site does not announce, with subnets larger than itself; host bits in an aggregate of another. */
export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, "lab", {
    addressPlan: {
      aggregates: ["10.64.0.0/12"],
      networks: [
        { name: "hosts", purpose: "hosts", cidrs: ["10.64.0.0/16", "10.80.0.0/16"] },
        { name: "bmc", purpose: "management", cidrs: ["10.65.0.0/24"], subnetPrefix: 22 },
      ],
    },
  });
  ownedSite(fleet, "annex", { addressPlan: { aggregates: ["10.96.1.0/12"] } });
  return fleet;
}

export const expected = [
  "error   sites.annex.addressPlan.aggregates[0]: 10.96.1.0/12 is an address inside a range, not a range: its host bits are not zero  [ADDR-1]",
  '          → did you mean "10.96.0.0/12"?',
  "error   sites.lab.addressPlan.networks.bmc.subnetPrefix: no subnet of /22 fits into 10.65.0.0/24  [IPAM-3]",
  "          → a larger number is a smaller subnet",
  "error   sites.lab.addressPlan.networks.hosts.cidrs[1]: 10.80.0.0/16 lies in no aggregate of the site: nobody outside of it finds the way  [IPAM-3]",
  "          → take a range of an aggregate, or announce another aggregate",
];
