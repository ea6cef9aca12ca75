import type { Fleet } from "siteform";
import { atlas, aws, documents, leasedSite, trainium } from "../../support";

/** Documents and a program with a site of one name, and a guarantee of a site of the program with a typing mistake. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(fleet, "memphis", { end: "never" });
  aws(fleet, "ohio", { network: { cidrs: ["10.16.3.0/16"] } }).addCluster("train", { pools: [trainium(16)] });
  return documents(fleet);
}

export const expected = [
  'error   sites/backstop.yaml:9:20: guarantees.backstop.sites[1]: the fleet has no site "renno"  [GUAR-4]',
  '          → did you mean "reno"?',
  'error   sites.memphis[0].lease.end: must be a date that exists, as YYYY-MM-DD, such as "2026-05-01"; got "never"  [SCHEMA]',
  'error   sites/memphis.yaml:5:1: sites.memphis[2]: the name "memphis" stands 2 times (positions 1, 3); each site of the fleet needs a name of its own  [NAME-1]',
  "          → rename all but one",
  "error   sites.ohio.network.cidrs[0]: 10.16.3.0/16 is an address inside a range, not a range: its host bits are not zero  [ADDR-1]",
  '          → did you mean "10.16.0.0/16"?',
  'error   sites/reno.yaml:18:82: sites.reno.clusters.train.pools.h100.capacity.phase: the site has no phase "p2"; it has p1  [CAP-1]',
  "error   sites/reno.yaml:11:5: sites.reno.lease.state: the lease has ended, but a pool still stands at the site  [LEASE-3]",
  "          → retire the site, or correct the state",
];
