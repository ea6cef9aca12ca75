import type { Fleet } from "siteform";
import { atlas, leasedSite, ownedSite } from "../support";

/** Numbers of a gateway, of another site and of others; a range that runs backwards. */
export function fleet(): Fleet {
  const fleet = atlas();
  ownedSite(fleet, "lab", {
    addressPlan: {
      asns: [
        { name: "fabric", first: 64_512, last: 64_600 },
        { name: "public", first: 64_496, last: 64_511 },
        { name: "spare", first: 65_500, last: 65_400 },
      ],
      peers: [{ name: "transit-gateway", asn: 64_512 }],
    },
  });
  leasedSite(
    fleet,
    "memphis",
    {},
    {
      addressPlan: { asns: [{ name: "fabric", first: 64_600, last: 64_700 }] },
    },
  );
  return fleet;
}

export const expected = [
  "error   sites.lab.addressPlan.asns.public.first: 64496 to 64511 are not all numbers for private use: others own what lies outside  [ASN-1]",
  "          → switches of one's own take private numbers; a public one is that of a peer",
  "error   sites.lab.addressPlan.asns.spare.last: the range runs backwards, from 65500 to 65400  [ASN-1]",
  "          → the lower number first",
  "error   sites.lab.addressPlan.peers.transit-gateway.asn: the number 64512 is in sites.lab.addressPlan.asns.fabric too: a router drops a route in whose path it finds its own number  [ASN-1]",
  "          → 64512 is what a transit gateway has by default: begin the range after it, or give the gateway another number",
  "error   sites.memphis.addressPlan.asns.fabric: the number 64600 is in sites.lab.addressPlan.asns.fabric too: a router drops a route in whose path it finds its own number  [ASN-1]",
  "          → give each site of a routing domain numbers of its own",
];
