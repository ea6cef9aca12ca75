import type { PhysicalSiteSpec } from "../model";
import { planSite, type SitePlan } from "../owned/allocation/plan-site";
import type { PlanningContext } from "../owned/allocation/pool-requests";
import { rackLookups } from "../owned/racks/lookups";
import type { RuleContext } from "./rule";
import { physicalSites, type SiteAt } from "./walk";

const contexts = new WeakMap<RuleContext, PlanningContext>();

/** What planning looks up, made once for all rules. */
export function planningContext(context: RuleContext): PlanningContext {
  const known = contexts.get(context);
  if (known !== undefined) return known;
  const { rackType, deviceType } = rackLookups(context.fleet);
  const addressGrowth = context.fleet.policy.addressGrowth;
  const made: PlanningContext = { machine: context.machine, rackType, deviceType, addressGrowth };
  contexts.set(context, made);
  return made;
}

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
    yield { site, path, plan: planSite(site, planningContext(context)) };
  }
}
