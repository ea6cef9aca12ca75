import type { SiteSpec } from "../../constructs/model";
import { place } from "../../constructs/model/location";

/** `leased, Memphis, US-TN`: how one holds a site, and where it is. */
export function describeTenure(site: SiteSpec): string {
  const held = site.tenure === "cloud" ? `cloud of ${site.provider}` : site.tenure;
  const name = site.displayName === undefined ? [] : [site.displayName];
  return [...name, held, place(site.location), ...(site.retired ? ["retired"] : [])].join(" · ");
}
