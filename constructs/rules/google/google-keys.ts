import type { Rule } from "../rule";
import { googleSites } from "../walk";

export const googleKeys: Rule = {
  id: "GCP-CL-04",
  title: "a key stands in the region of what it encrypts",
  severity: "error",
  formula: "location of the key = region of the site",
  source:
    "GKE documentation, customer-managed encryption keys; Cloud KMS documentation, locations. That what is encrypted waits for its grant is so by construction",
  *check(context) {
    for (const { site, path } of googleSites(context)) {
      if (site.encryption?.kind !== "existing") continue;
      const location = site.encryption.key.split("/")[3] ?? "";
      if (location === site.region) continue;
      yield {
        path: `${path}.encryption.key`,
        observed: location,
        limit: site.region,
        message: `the key stands in ${location}, the site in ${site.region}; disks and control planes take keys of their own region alone`,
        hint: `name a key whose location is ${site.region}`,
      };
    }
  },
};
