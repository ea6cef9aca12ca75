import type { Fleet } from "siteform";
import { atlas, leasedSite, partnerSite } from "../support";

/** Windows of notice that close before they open, of a lease and of the lease of a partner-built site. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(fleet, "memphis", {
    terminationRights: [
      { party: "tenant", noticeDays: 90, from: "2030-01-01", until: "2029-12-31" },
      { id: "mutual", party: "landlord", mutual: true, noticeDays: 180, from: "2031-01-01", until: "2030-01-01" },
    ],
  });
  partnerSite(fleet, "abilene", {
    title: {
      kind: "leased",
      lease: {
        landlord: "Builder LLC",
        state: "binding",
        terminationRights: [{ id: "late", party: "tenant", noticeDays: 0, from: "2028-02-02", until: "2028-02-01" }],
      },
    },
  });
  return fleet;
}

export const expected = [
  "error   sites.abilene.title.lease.terminationRights.late.until: notice can be given from 2028-02-02 to 2028-02-01, which is never  [LEASE-6]",
  "error   sites.memphis.lease.terminationRights.mutual.until: notice can be given from 2031-01-01 to 2030-01-01, which is never  [LEASE-6]",
  "error   sites.memphis.lease.terminationRights[0].until: notice can be given from 2030-01-01 to 2029-12-31, which is never  [LEASE-6]",
];
