import { type Allocation, type FleetDocument, type PhysicalSiteSpec, SiteSpec, siteInUse } from "../model";
import { planSite } from "../owned/allocation/plan-site";
import type { PlanningContext } from "../owned/allocation/planning-context";
import { planningContextOf } from "../owned/allocation/planning-context";

/** A fleet with each site planned on top of what it has committed. The rules have made sure that everything has its place. */
export function planFleet(document: FleetDocument): FleetDocument {
  const context = planningContextOf(document.spec);
  const sites = document.spec.sites.map((site) => (site.tenure === "cloud" ? site : planned(site, context)));
  return { ...document, spec: { ...document.spec, sites } };
}

/** What planning has decided for each site that is not a cloud. */
export const allocationsOf = ({ spec }: FleetDocument): [site: string, allocation: Allocation][] =>
  spec.sites.flatMap((site: SiteSpec): [string, Allocation][] =>
    site.tenure === "cloud" || site.allocation === undefined ? [] : [[site.name, site.allocation]],
  );

function planned(site: PhysicalSiteSpec, context: PlanningContext): PhysicalSiteSpec {
  const used = siteInUse(site);
  if (site.retired || used.tenure === "cloud") return site;
  const { allocation } = planSite(used, context);
  const isEmpty = Object.values(allocation).every((lines) => lines.length === 0);
  // In the order of the schema, as a fleet with a committed allocation has it: planning again changes no byte.
  return isEmpty && site.allocation === undefined ? site : inOrder({ ...site, allocation });
}

function inOrder(site: PhysicalSiteSpec): PhysicalSiteSpec {
  const read = SiteSpec.parse(site);
  return read.tenure === "cloud" ? site : read;
}
