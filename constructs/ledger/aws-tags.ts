import type { AwsSiteSpec } from "../model";

/** Tags of a resource, at most. Source: "Tag your AWS resources", tag naming limits. */
export const MOST_TAGS = 50;

/** Beginnings of keys that are not a user's: of AWS, and of this library. */
export const RESERVED_PREFIXES = ["aws:", "siteform:"] as const;

/** Tags that everything of a site has: by them its parts are found, so that a user's own cannot replace them. */
export function siteTags(fleet: string, site: Pick<AwsSiteSpec, "name" | "tags">): Readonly<Record<string, string>> {
  return { ...site.tags, "siteform:fleet": fleet, "siteform:site": site.name };
}

/**
 * Tags that one resource has beside its site's: `Name`, and that of a subnet for load balancers. So many of a user's own find
 * room on every resource.
 */
const OWN_TAGS = 2;
const SITE_TAGS = 2;
export const MOST_OWN_TAGS = MOST_TAGS - SITE_TAGS - OWN_TAGS;
