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
