import type { Fleet } from "siteform";
import { atlas, leasedSite, ownedSite, ownServers } from "../support";

/** An exception that ran out, one of a rule that does not exist, one of what cannot be excepted; one that holds says nothing. */
export function fleet(): Fleet {
  const fleet = atlas();
  for (const name of ["lab", "annex"]) ownedSite(fleet, name).addCluster("research", { pools: [ownServers(400)] });
  leasedSite(fleet, "memphis", { end: "never" });
  const reason = "until the second transformer is there";
  fleet.waive({ rule: "PWR-8", path: "sites.lab", reason, until: "2026-11-22" });
  fleet.waive({ rule: "PWR-8", path: "sites.annex", reason, until: "2026-11-23" });
  fleet.waive({ rule: "PWR8", path: "sites.lab", reason, until: "2027-01-01" });
  fleet.waive({ rule: "SCHEMA", path: "sites.memphis", reason, until: "2027-01-01" });
  fleet.waive({ rule: "TIME-3", path: "sites.memphis", reason: "", until: "next year" });
  return fleet;
}

export const expected = [
  "error   sites.lab.power: the machines draw up to 4.08 MW, more than the usable critical IT power of 4 MW (contract)  [PWR-8]",
  "          → take fewer machines, raise the power of the site, or correct machinePowerKW where these draw less",
  'error   sites.memphis.lease.end: must be a date that exists, as YYYY-MM-DD, such as "2026-05-01"; got "never"  [SCHEMA]',
  'error   waivers[2].rule: there is no rule "PWR8" to waive  [WAIVE-1]',
  '          → did you mean "PWR-8"?',
  "error   waivers[3].rule: findings of SCHEMA cannot be waived: nothing can be built from a value of the wrong form  [WAIVE-1]",
  "error   waivers[4].reason: must not be empty  [SCHEMA]",
  'error   waivers[4].until: must be a date that exists, as YYYY-MM-DD, such as "2026-05-01"; got "next year"  [SCHEMA]',
];
