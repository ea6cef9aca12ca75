import { type Fleet, OwnedSite, type OwnedSiteProps } from "siteform";
import { atlas, critical, untyped } from "../support";

/** What a program in JavaScript might write. */
export function fleet(): Fleet {
  const fleet = atlas();
  new OwnedSite(
    fleet,
    "lab",
    untyped<OwnedSiteProps>({
      location: { country: "DE", subdivision: "DE-BY" },
      power: critical(4),
      addressPlan: {
        hostname: "{host}-{ordinal}",
        networks: [
          { name: "hosts", purpose: "host", cidrs: ["10.64.0.0/16"] },
          { name: "bmc", purpose: "management", cidrs: [], subnetPrefix: 40 },
          { name: "storage", purpose: "storage", cidrs: "10.66.0.0/16", addressesPerHost: 0 },
        ],
        asns: [{ name: "fabric", first: "64512", last: 4_294_967_295 }],
        gateway: "middle",
      },
    }),
  );
  return fleet;
}

export const expected = [
  'error   sites.lab.addressPlan.asns.fabric.first: must be the number of an autonomous system, 1 to 4294967294; got "64512"  [SCHEMA]',
  "          → write the number alone, without quotes and unit",
  "error   sites.lab.addressPlan.asns.fabric.last: must be the number of an autonomous system, 1 to 4294967294; got 4294967295  [SCHEMA]",
  'error   sites.lab.addressPlan.gateway: must be one of "first", "last"; got "middle"  [SCHEMA]',
  'error   sites.lab.addressPlan.hostname: must be lower-case letters, digits, hyphens and {site}, {cluster}, {pool} or {hall}, with {ordinal} at the end, such as "{site}-{pool}-n{ordinal}"; got "{host}-{ordinal}"  [SCHEMA]',
  "error   sites.lab.addressPlan.networks.bmc.cidrs: must hold at least one address range  [SCHEMA]",
  "error   sites.lab.addressPlan.networks.bmc.subnetPrefix: must be the length of a subnet, 8 to 31; got 40  [SCHEMA]",
  'error   sites.lab.addressPlan.networks.hosts.purpose: must be one of "management", "hosts", "storage", "accelerators", "loopbacks", "pointToPoint", "pods", "services"; got "host"  [SCHEMA]',
  '          → did you mean "hosts"?',
  "error   sites.lab.addressPlan.networks.storage.addressesPerHost: must be 1 or more addresses; got 0  [SCHEMA]",
  'error   sites.lab.addressPlan.networks.storage.cidrs: must be a list; got "10.66.0.0/16"  [SCHEMA]',
];
