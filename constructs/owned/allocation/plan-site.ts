import { isPreliminary } from "../../ledger/responsibility";
import type { PhysicalSiteSpec } from "../../model";
import { AddressPlan } from "../../model/address-plan";
import { type Allocation, emptyAllocation, type Placement } from "../../model/allocation";
import { floorOf } from "../layout/rooms";
import type { Shortfall } from "../layout/shortfall";
import { planPlacements } from "./plan-placements";
import { type Exhausted, planHostSubnets } from "./plan-subnets";
import { planSwitchAddresses } from "./plan-switch-addresses";
import { planSwitches } from "./plan-switches";
import type { PlanningContext } from "./planning-context";
import { poolRequests } from "./pool-requests";
import { type PlannedFabric, plannedFabrics } from "./switch-requests";

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
  const fabrics = plannedFabrics(site, committed, context);
  const naming = { site: site.name, pattern: site.addressPlan?.hostname };
  const floor = floorOf(site, context);
  // Switches first: machines without their network are of no use.
  const { switches, shortfalls: unplaced } = planSwitches(site, floor, fabrics, committed, context);
  const { allocation: placed, shortfalls } = planPlacements(floor, pools, committed, naming);
  const addressed = withAddresses(site, { ...placed, switches: [...switches] }, fabrics, context);
  const { subnets } = addressed.allocation;
  return {
    allocation: isPreliminary(site)
      ? { ...committed, subnets: subnets.filter((line) => line.switches === undefined) }
      : addressed.allocation,
    shortfalls: [...unplaced, ...shortfalls],
    exhausted: addressed.exhausted,
  };
}

const NO_ADDRESSES: AddressPlan = AddressPlan.parse({});

function withAddresses(
  site: PhysicalSiteSpec,
  allocation: Allocation,
  fabrics: readonly PlannedFabric[],
  context: PlanningContext,
): Pick<SitePlan, "allocation" | "exhausted"> {
  const plan = site.addressPlan ?? NO_ADDRESSES;
  const hosts = planHostSubnets(plan, allocation.subnets, {
    lines: allocation.placements,
    fabrics: site.fabrics,
    hostsPerMachine: (line: Placement) => context.machine(line.machine)?.hosts ?? 1,
    growth: context.addressGrowth,
  });
  const old = { subnets: hosts.subnets, asns: allocation.asns };
  const { subnets, asns, exhausted } = planSwitchAddresses(plan, allocation.switches, fabrics, old);
  return {
    allocation: { ...allocation, subnets: [...subnets], asns: [...asns] },
    exhausted: [...hosts.exhausted, ...exhausted],
  };
}
