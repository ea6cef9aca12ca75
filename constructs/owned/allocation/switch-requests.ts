import type { Machine } from "../../catalog";
import { expandHostlist, type Figure, type Hall, type PhysicalSiteSpec } from "../../model";
import type { Allocation } from "../../model/allocation";
import type { Fabric, SwitchRole } from "../../model/fabric";
import { type FabricPlan, planFabric } from "../fabric/plan";
import { type SwitchDemand, switchesOf } from "../fabric/switches";
import type { RackFit, Row } from "../layout/capacity";
import { rackTypesAt } from "../layout/rooms";
import { machinesPerRack, rackFitOf } from "../racks/per-rack";
import { positionNames, reservedIn } from "../racks/positions";
import { liveCounts, poolKey } from "./lines";
import { readOrdinals, spanSize } from "./ordinals";
import type { PlanningContext } from "./planning-context";

/** A fabric with the hosts that it joins once everything is placed. */
export interface PlannedFabric {
  readonly fabric: Fabric;
  readonly plan: FabricPlan;
  readonly switches: readonly SwitchDemand[];
}

/** The fabrics of a site that can be wired, for all hosts that they have ever joined and those that are still to come. */
export function plannedFabrics(
  site: PhysicalSiteSpec,
  committed: Allocation,
  context: PlanningContext,
): PlannedFabric[] {
  return site.fabrics.flatMap((fabric) => {
    const cluster = site.clusters.find(({ name }) => name === fabric.cluster);
    if (cluster === undefined) return [];
    const gone = goneMachines(committed);
    // Machines that have left keep their ports: the others' are not moved.
    const pools = cluster.pools.map(({ name, machine, count }) => ({
      name,
      machine,
      count: count + (gone.get(poolKey(cluster.name, name)) ?? 0),
    }));
    pools.push(...formerPools(cluster.name, pools, committed));
    const plan = planFabric(fabric, { name: cluster.name, pools }, context.machine);
    return plan === undefined ? [] : [{ fabric, plan, switches: switchesOf(plan) }];
  });
}

/** Pools that a cluster once had: the hosts of the others keep the places that come after theirs. */
function formerPools(
  cluster: string,
  pools: readonly { readonly name: string }[],
  { placements }: Allocation,
): { name: string; machine: string; count: number }[] {
  return placements
    .filter((line) => line.cluster === cluster && !pools.some(({ name }) => name === line.pool))
    .map(({ pool, machine, machines }) => ({ name: pool, machine, count: spanSize(readOrdinals(machines)) }));
}

/** Machines of each pool that an allocation has released. */
function goneMachines(allocation: Allocation): ReadonlyMap<string, number> {
  const live = liveCounts(allocation);
  const gone = new Map<string, number>();
  for (const line of allocation.placements) {
    const key = poolKey(line.cluster, line.pool);
    const before = gone.get(key) ?? -(live.get(key) ?? 0);
    gone.set(key, before + spanSize(readOrdinals(line.machines)));
  }
  return gone;
}

/**
 * Positions for switches: those that a hall keeps for the network, else its own from the last to the first; never those that a
 * layout fills by hand.
 */
export function networkRows(
  hall: Hall,
  stated: ReadonlySet<string>,
): { readonly rows: readonly Row[]; readonly counted: boolean } {
  const kept = [...reservedIn(hall)].filter(([, { use }]) => use === "network" || use === "management");
  if (kept.length === 0) {
    const reserved = reservedIn(hall);
    const free = positionNames(hall).filter((position) => !reserved.has(position) && !stated.has(position));
    return { rows: [{ name: "all", positions: free.reverse() }], counted: false };
  }
  const names = (hall.reserved ?? [])
    .filter(({ use }) => use === "network" || use === "management")
    .flatMap(({ positions }) => [...expandHostlist(positions)])
    .filter((position) => !stated.has(position));
  return {
    rows: [{ name: "network", positions: [...new Set(names)] }],
    counted: kept.some(([, { rackKW }]) => rackKW !== undefined),
  };
}

/** How switches of one kind stand in a rack of a hall; nothing where nobody says how large they are. */
export function switchFit(
  demand: SwitchDemand,
  hall: Hall,
  context: PlanningContext,
): ((position: string) => RackFit) | undefined {
  const device = context.deviceType(demand.type);
  const figures = {
    rackUnits: device?.rackUnits ?? demand.rackUnits,
    powerKW: device === undefined ? demand.powerKW : Math.max(device.maxPowerKW, demand.powerKW),
    weightKg: device?.weightKg ?? demand.weightKg,
  };
  if (figures.rackUnits === 0) return undefined;
  const types = rackTypesAt(hall);
  const known = new Map<string, RackFit>();
  return (position) => {
    const type = types.get(position);
    const fit = known.get(type ?? "") ?? fitOf(demand, figures, hall, type, context);
    known.set(type ?? "", fit);
    return fit;
  };
}

function fitOf(
  demand: SwitchDemand,
  figures: { readonly rackUnits: number; readonly powerKW: number; readonly weightKg: number },
  hall: Hall,
  type: string | undefined,
  context: PlanningContext,
): RackFit {
  const rackType = type === undefined ? undefined : context.rackType(type);
  const found = machinesPerRack({ machine: asMachine(demand.type, figures), rackType, hall });
  return rackFitOf(found, type);
}

/** A switch as what reckons racks sees it. */
function asMachine(
  type: string,
  figures: { readonly rackUnits: number; readonly powerKW: number; readonly weightKg: number },
): Machine {
  const figure = (value: number): Figure => ({ value, basis: "vendor", source: "the catalogue of switches" });
  return {
    type,
    offer: "hardware",
    accelerator: "none",
    accelerators: figure(0),
    hosts: 1,
    architecture: "x86_64",
    maxPowerKW: figure(figures.powerKW),
    rackUnits: figure(figures.rackUnits),
    weightKg: figure(figures.weightKg),
  };
}

/** How a role is called in names: `storage-leaf`. */
export const roleName = (role: SwitchRole): string => role.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
