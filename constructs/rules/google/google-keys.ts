import { googleStacks } from "../../ledger/cloud-names";
import type { GoogleSiteSpec } from "../../model";
import type { Report, Rule } from "../rule";
import { googleSites } from "../walk";

export const googleKeys: Rule = {
  id: "GCP-CL-04",
  title: "a key stands in the region of what it encrypts, and is granted by one stack",
  severity: "error",
  formula:
    "location of the key = region of the site; stacks with clusters that grant a key to the agents of one project <= 1 (a warning)",
  source:
    "GKE documentation, customer-managed encryption keys; Cloud KMS documentation, locations. That what is encrypted waits for its grant is so by construction",
  *check(context) {
    const granting = new Map<string, number>();
    for (const { site, path } of googleSites(context)) {
      if (site.encryption?.kind !== "existing") continue;
      const { key, grant } = site.encryption;
      const location = key.split("/")[3] ?? "";
      if (location !== site.region) {
        yield {
          path: `${path}.encryption.key`,
          observed: location,
          limit: site.region,
          message: `the key stands in ${location}, the site in ${site.region}; disks and control planes take keys of their own region alone`,
          hint: `name a key whose location is ${site.region}`,
        };
      }
      if (!grant) continue;
      const agents = `${key} ${site.project}`;
      const stacks = (granting.get(agents) ?? 0) + stacksWithClusters(site);
      granting.set(agents, stacks);
      if (stacks > 1) yield grantedTwice(stacks, path);
    }
  },
};

const stacksWithClusters = (site: GoogleSiteSpec): number =>
  googleStacks(site).filter(({ clusters }) => clusters.length > 0).length;

/** A grant is the same whichever stack makes it, so that one which is destroyed takes it from all. */
const grantedTwice = (stacks: number, path: string): Report => ({
  path: `${path}.encryption.grant`,
  severity: "warning",
  observed: stacks,
  limit: 1,
  unit: "stacks",
  message: `${stacks} stacks grant one key to the agents of one project; the first that is destroyed takes the grant from all`,
  hint: "grant the key to Google's agents outside of these stacks, and say grant: false",
});
