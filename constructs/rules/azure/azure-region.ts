import { azureRegions } from "../../catalog/azure-regions";
import { didYouMean } from "../../model";
import type { Rule } from "../rule";
import { azureSites, hinted } from "../walk";

export const azureRegion: Rule = {
  id: "AZ-REGION-1",
  title: "a site on Azure stands in a region that the catalogue knows",
  severity: "warning",
  source: "Azure geographies documentation, list of Azure regions (a snapshot)",
  *check(context) {
    for (const { site, path } of azureSites(context)) {
      if (azureRegions.includes(site.region)) continue;
      yield {
        path: `${path}.region`,
        observed: site.region,
        message: `${site.region} is no region of Azure that the catalogue knows; the list may be older than the region`,
        ...hinted(didYouMean(site.region, likely(site.region))),
      };
    }
  },
};

/** Two letters that changed places are as far from `eastus2` as from `eastus`: those as long as the name come first. */
const likely = (region: string): readonly string[] =>
  [...azureRegions].sort((a, b) => Number(b.length === region.length) - Number(a.length === region.length));
