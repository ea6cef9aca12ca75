import { googleRegions } from "../../catalog/google-regions";
import { didYouMean } from "../../model";
import type { Rule } from "../rule";
import { googleSites, hinted } from "../walk";

export const googleRegion: Rule = {
  id: "GCP-REGION-1",
  title: "a site on Google Cloud stands in a region that the catalogue knows",
  severity: "warning",
  source: "Compute Engine documentation, regions and zones (a snapshot); Cloud TPU documentation, regions and zones",
  *check(context) {
    for (const { site, path } of googleSites(context)) {
      if (googleRegions.includes(site.region)) continue;
      yield {
        path: `${path}.region`,
        observed: site.region,
        message: `${site.region} is no region of Google Cloud that the catalogue knows; the list may be older than the region`,
        ...hinted(didYouMean(site.region, googleRegions)),
      };
    }
  },
};
