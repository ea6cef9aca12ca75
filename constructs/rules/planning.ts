import type { PhysicalSiteSpec } from "../model";
import { planSite, type SitePlan } from "../owned/allocation/plan-site";
import type { RuleContext } from "./rule";
import { physicalSites, type SiteAt } from "./walk";

/** A site and what planning makes of it. */
export interface PlannedSiteAt extends SiteAt<PhysicalSiteSpec> {
  readonly plan: SitePlan;
}

/** Parts of a site without which planning would mislead. */
const PARTS = ["halls", "clusters", "rackLayouts", "fabrics", "addressPlan", "allocation"];

/** Every site that is not a cloud with its plan, unless a part of it that decides the plan has the wrong form. */
export function* plannedSites(context: RuleContext): Generator<PlannedSiteAt> {
  for (const { site, path } of physicalSites(context)) {
    if (PARTS.some((part) => context.isPartial(`${path}.${part}`)) || context.isPartial("rackTypes")) continue;
    yield { site, path, plan: planSite(site, context.planning) };
  }
}
