import { leaseOf, type SiteSpec } from "../../model";

/** Whether a site is no more than spoken of: its addresses are reserved, but nothing stands there and nothing is configured. */
export function isPreliminary(site: SiteSpec): boolean {
  const state = leaseOf(site)?.state;
  return state === "proposed" || state === "exclusive";
}
