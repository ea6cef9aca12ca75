import type { Machine } from "../../catalog";
import { expandHostlist, type PhysicalSiteSpec, phasesOf } from "../../model";
import type { Fabric } from "../../model/fabric";
import type { RackLayout } from "../../model/rack-layout";
import type { Survival } from "../../model/survival";
import type { RackFit, Stated } from "../layout/capacity";
import { hallAmounts, rackTypesAt } from "../layout/rooms";
import { machineItem } from "../racks/item";
import { machinesPerRack, rackFitOf } from "../racks/per-rack";
import { survivalOfPool } from "../racks/pool-survival";
import { poolKey } from "./lines";
import type { FabricUnit, PoolRequest } from "./plan-placements";
import type { PlanningContext } from "./planning-context";

type Cluster = PhysicalSiteSpec["clusters"][number];
type Pool = Cluster["pools"][number];

/** The pools of a site that can be laid out: their machine is known, and each hall they may stand in says where racks stand. */
export function poolRequests(site: PhysicalSiteSpec, context: PlanningContext): PoolRequest[] {
  return site.clusters.flatMap((cluster) => cluster.pools.flatMap((pool) => requestOf(site, cluster, pool, context)));
}

function requestOf(site: PhysicalSiteSpec, cluster: Cluster, pool: Pool, context: PlanningContext): PoolRequest[] {
  const machine = context.machine(pool.machine);
  const halls = hallsOf(site, pool);
  const rooms = site.halls.filter(({ name }) => halls.includes(name));
  if (machine === undefined || halls.length === 0 || rooms.some(({ rows }) => rows === undefined)) return [];
  return [
    {
      key: poolKey(cluster.name, pool.name),
      cluster: cluster.name,
      pool: pool.name,
      machine: pool.machine,
      hostsPerMachine: machine.hosts,
      count: pool.count,
      halls,
      fitAt: fitsOf(site, { pool, survival: survivalOfPool(cluster, pool) }, machine, context),
      takes: hallAmounts(machineItem(machine, pool.machinePowerKW)),
      stated: statedRacks(site, cluster, pool),
      unit: unitOf(site.fabrics, cluster.name, pool.name),
    },
  ];
}

/** The halls a pool may stand in: those it names, else those that open with its phase, else all. In the order of the site. */
export function hallsOf(site: PhysicalSiteSpec, pool: Pool): string[] {
  const phase = phasesOf(site).find(({ id }) => id === pool.capacity.phase);
  const opened = phase === undefined || phase.halls.length === 0 ? undefined : phase.halls;
  const wanted = pool.halls ?? opened;
  const names = site.halls.map(({ name }) => name);
  return wanted === undefined ? names : names.filter((name) => wanted.includes(name));
}

/** How the machines of a pool stand in each rack: reckoned once for each kind of rack. */
function fitsOf(
  site: PhysicalSiteSpec,
  wants: Wants,
  machine: Machine,
  context: PlanningContext,
): PoolRequest["fitAt"] {
  const types = new Map(site.halls.map((hall) => [hall.name, rackTypesAt(hall)]));
  const known = new Map<string, RackFit>();
  return (hall, position) => {
    const there = types.get(hall)?.get(position);
    const key = `${hall} ${there ?? ""}`;
    const fit = known.get(key) ?? fitOf(site, wants, machine, { hall, there }, context);
    known.set(key, fit);
    return fit;
  };
}

/** A pool, and what its machines must live through. */
interface Wants {
  readonly pool: Pool;
  readonly survival: Survival;
}

function fitOf(
  site: PhysicalSiteSpec,
  { pool, survival }: Wants,
  machine: Machine,
  { hall, there }: { readonly hall: string; readonly there: string | undefined },
  context: PlanningContext,
): RackFit {
  const wanted = pool.rackType ?? there;
  if (there !== undefined && wanted !== undefined && there !== wanted)
    return takesNone(there, `racks of the type ${wanted} (${there} stand there)`);
  const rackType = wanted === undefined ? undefined : context.rackType(wanted);
  if (rackType === undefined && machine.rackUnits !== undefined)
    return takesNone(
      wanted,
      wanted === undefined ? "racks of a type that is stated" : `racks of a known type (${wanted})`,
    );
  const fit = machinesPerRack({
    machine,
    machinePowerKW: pool.machinePowerKW,
    rackType,
    hall: site.halls.find(({ name }) => name === hall),
    survival,
    most: pool.machinesPerRack,
  });
  return rackFitOf(fit, wanted);
}

/** A position that takes nothing of a pool for its rack, whatever the limits. */
const takesNone = (rackType: string | undefined, label: string): RackFit => ({
  rackType,
  limits: [{ name: "rackType", label, most: 0, unit: "racks", perUnit: 1 }],
  takes: { rackType: 1 },
  machines: 0,
});

/** The racks that layouts fill with machines of a pool. */
function statedRacks(site: PhysicalSiteSpec, cluster: Cluster, pool: Pool): Stated[] {
  return site.rackLayouts.flatMap((layout) => {
    const types = rackTypesAt(site.halls.find(({ name }) => name === layout.hall) ?? NOWHERE);
    let below = 0;
    const entries = layout.entries.flatMap((entry) => {
      const owner = ownerOf(entry, site);
      if (owner === undefined) return [];
      const stands = below;
      below += entry.count;
      return [{ ...entry, owner, below: stands }];
    });
    const beside = entries.map(({ owner }) => owner);
    const mine = entries.filter(({ owner }) => owner === poolKey(cluster.name, pool.name));
    return Array.from(expandHostlist(layout.racks)).flatMap((position) =>
      mine.map(
        ({ count, below: stands, fromU }): Stated => ({
          layout: layout.name,
          beside,
          hall: layout.hall,
          position,
          rackType: layout.rackType ?? types.get(position),
          machines: count,
          machinesPerRack: count,
          below: stands,
          ...(fromU === undefined ? {} : { fromUnit: fromU }),
        }),
      ),
    );
  });
}

const NOWHERE = { name: "nowhere", criticalItMW: 0 };

/** The key of the pool that an entry of a layout means: by its cluster, or the only one of that name. */
function ownerOf(entry: RackLayout["entries"][number], site: PhysicalSiteSpec): string | undefined {
  if (entry.pool === undefined) return undefined;
  const having = site.clusters.filter(
    ({ name, pools }) =>
      (entry.cluster === undefined || entry.cluster === name) && pools.some((pool) => pool.name === entry.pool),
  );
  const [only] = having;
  return having.length === 1 && only !== undefined ? poolKey(only.name, entry.pool) : undefined;
}

/** The units of the fabric that joins the hosts of a pool. */
function unitOf(fabrics: readonly Fabric[], cluster: string, pool: string): FabricUnit | undefined {
  const fabric = fabrics.find((each) => each.cluster === cluster && (each.pools?.includes(pool) ?? true));
  if (fabric === undefined) return undefined;
  const { name, scalableUnitHosts: hosts, managerLinks, rails = 1 } = fabric;
  return { fabric: name, hosts, reserved: Math.ceil(managerLinks / rails) };
}
