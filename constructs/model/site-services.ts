import type { SiteSpec } from "./site";
import type { UtilityService } from "./utility-service";

/** A utility service as far as its days go. */
export type DatedService = Pick<UtilityService, "name" | "energization" | "ramp">;

/** The utility services of a site. */
export const datedServicesOf = (site: SiteSpec): readonly DatedService[] =>
  site.tenure === "cloud" ? [] : site.utilities;
