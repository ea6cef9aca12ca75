import type { Fleet } from "siteform";
import { atlas, leasedSite, partnerSite, phase } from "../support";

/** Signed after its end; rent from the day of its end on. */
export function fleet(): Fleet {
  const fleet = atlas();
  leasedSite(fleet, "memphis", { signed: "2027-01-01", end: "2026-12-31" });
  partnerSite(fleet, "abilene", {
    title: { kind: "leased", lease: { landlord: "Builder LLC", state: "binding", end: "2029-01-01" } },
    phases: [phase("p1", 20), phase("p2", 20, { rentCommencement: "2029-01-01" })],
  });
  return fleet;
}

export const expected = [
  "error   sites.abilene.title.lease.end (phase p2): the lease ends on 2029-01-01, not after the rent of phase p2 begins on 2029-01-01  [TIME-4]",
  "error   sites.memphis.lease.end: the lease ends on 2026-12-31, not after it was signed on 2027-01-01  [TIME-4]",
];
