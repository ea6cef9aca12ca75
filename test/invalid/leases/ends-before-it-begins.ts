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
