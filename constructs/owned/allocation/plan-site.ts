import type { PhysicalSiteSpec } from "../../model";
import type { AddressPlan } from "../../model/address-plan";
import { type Allocation, emptyAllocation, type Placement } from "../../model/allocation";
import { floorOf } from "../layout/rooms";
import type { Shortfall } from "../layout/shortfall";
import { planPlacements } from "./plan-placements";
import { type Exhausted, planHostSubnets } from "./plan-subnets";
import { type PlanningContext, poolRequests } from "./pool-requests";
import { isPreliminary } from "./preliminary";

/** What planning makes of a site. */
export interface SitePlan {
  /** Everything that is decided: the committed lines as they are, then the new ones. */
  readonly allocation: Allocation;
  /** Machines for which there is no place. */
  readonly shortfalls: readonly Shortfall[];
  /** Networks and ranges of numbers that have too few. */
  readonly exhausted: readonly Exhausted[];
}

const plans = new WeakMap<PhysicalSiteSpec, WeakMap<PlanningContext, SitePlan>>();

/**
 * Plans a site on top of what it has committed: machines into racks, names, addresses. A site that is only spoken of gets its
 * addresses alone. Pure, and reckoned once for a site and a context.
 */
export function planSite(site: PhysicalSiteSpec, context: PlanningContext): SitePlan {
  const byContext = plans.get(site) ?? new WeakMap<PlanningContext, SitePlan>();
  const plan = byContext.get(context) ?? reckon(site, context);
  byContext.set(context, plan);
  plans.set(site, byContext);
  return plan;
}

function reckon(site: PhysicalSiteSpec, context: PlanningContext): SitePlan {
  const committed = site.allocation ?? emptyAllocation();
  const pools = poolRequests(site, context);
  const naming = { site: site.name, pattern: site.addressPlan?.hostname };
  const { allocation: placed, shortfalls } = planPlacements(floorOf(site), pools, committed, naming);
  const addressed = withAddresses(site, placed, context);
  const allocation = isPreliminary(site)
    ? { ...committed, subnets: addressed.allocation.subnets }
    : addressed.allocation;
  return { allocation, shortfalls, exhausted: addressed.exhausted };
}

const NO_ADDRESSES: AddressPlan = {
  aggregates: [],
  networks: [],
  asns: [],
  peers: [],
  gateway: "first",
  reservedAddresses: 0,
};

function withAddresses(
  site: PhysicalSiteSpec,
  allocation: Allocation,
  context: PlanningContext,
): Pick<SitePlan, "allocation" | "exhausted"> {
  const { subnets, exhausted } = planHostSubnets(site.addressPlan ?? NO_ADDRESSES, allocation.subnets, {
    lines: allocation.placements,
    fabrics: site.fabrics,
    hostsPerMachine: (line: Placement) => context.machine(line.machine)?.hosts ?? 1,
    growth: context.addressGrowth,
  });
  return { allocation: { ...allocation, subnets: [...subnets] }, exhausted };
}
