import type { Allocation, Placement } from "../../model/allocation";
import { expandHostlist } from "../../model/hostlist";
import type { RackSupply } from "../../model/power-topology";
import { feedsOf } from "../../model/rack-type";
import type { PhysicalSiteSpec } from "../../model/site";
import { Survival } from "../../model/survival";
import { liveOf, racksOf, releasedOf } from "../allocation/lines";
import { machineItem } from "../racks/item";
import type { RackLookups } from "../racks/lookups";
import { positionNames, reservedIn } from "../racks/positions";
import type { FeedOfRack, Supplies } from "./rack-feeds";
import type { RackOnPower } from "./site-power";
import { spreadTo } from "./spread";

/** Machines of one pool in a rack. */
export interface PoolInRack {
  readonly cluster: string;
  readonly pool: string;
  readonly machine: string;
  readonly machines: number;
  /** The most that one draws; 0 where nobody says. */
  readonly machineKW: number;
  readonly supplies: Supplies | undefined;
  readonly survival: Survival;
  readonly phase: string | undefined;
}

/** A rack in which machines stand, with its feeds. */
export interface PlacedRack {
  /** Unique in its site: `hall-1-r01-07`. */
  readonly id: string;
  readonly hall: string;
  readonly position: string;
  readonly pools: readonly PoolInRack[];
  /** Of the power topology, with the node of each; else of the rack type, without. */
  readonly feeds: readonly FeedOfRack[];
}

/** What a pool must live through, with its cluster's purpose: asked of `survivalOfPool`, which the planner asks too. */
export type SurvivalOfPool = (
  cluster: PhysicalSiteSpec["clusters"][number],
  pool: PhysicalSiteSpec["clusters"][number]["pools"][number],
) => Survival;

/** Every rack of an allocation in which a machine stands, in the order of the allocation. */
export function placedRacks(
  site: PhysicalSiteSpec,
  allocation: Allocation,
  lookups: RackLookups,
  survivalOf: SurvivalOfPool,
): PlacedRack[] {
  const released = releasedOf(allocation);
  const feeding = feedsByPosition(site);
  const racks = new Map<
    string,
    { readonly line: Placement; readonly position: string; readonly pools: PoolInRack[] }
  >();
  for (const line of allocation.placements) {
    const pool = poolOf(site, line, lookups, survivalOf);
    if (pool === undefined) continue;
    const live = liveOf(line, released);
    for (const { position, machines } of racksOf(line)) {
      const count = live.reduce(
        (sum, span) => sum + Math.max(0, Math.min(span.last, machines.last) - Math.max(span.first, machines.first) + 1),
        0,
      );
      if (count === 0) continue;
      const id = `${line.hall}-${position}`;
      const rack = racks.get(id) ?? { line, position, pools: [] };
      rack.pools.push({ ...pool, machines: count });
      racks.set(id, rack);
    }
  }
  return [...racks].map(([id, { line, position, pools }]) => ({
    id,
    hall: line.hall,
    position,
    pools,
    feeds: feeding(line.hall, position) ?? feedsOfType(line.rackType, lookups),
  }));
}

function poolOf(
  site: PhysicalSiteSpec,
  line: Placement,
  lookups: RackLookups,
  survivalOf: SurvivalOfPool,
): Omit<PoolInRack, "machines"> | undefined {
  const cluster = site.clusters.find(({ name }) => name === line.cluster);
  const pool = cluster?.pools.find(({ name }) => name === line.pool);
  const machine = lookups.machine(line.machine);
  if (cluster === undefined || pool === undefined || machine === undefined) return undefined;
  return {
    cluster: cluster.name,
    pool: pool.name,
    machine: machine.type,
    machineKW: (machineItem(machine, pool.machinePowerKW).watts ?? 0) / 1000,
    supplies: machine.powerSupplies,
    survival: survivalOf(cluster, pool),
    phase: pool.capacity.phase,
  };
}

function feedsOfType(rackType: string | undefined, lookups: RackLookups): FeedOfRack[] {
  const feeds = rackType === undefined ? undefined : lookups.rackType(rackType)?.feeds;
  return feeds === undefined ? [] : feedsOf(feeds);
}

/** The feeds that the power topology gives a position, with the node of each; undefined where it says nothing of it. */
export function feedsByPosition(site: PhysicalSiteSpec): (hall: string, position: string) => FeedOfRack[] | undefined {
  const places = new Map(
    site.halls.map((hall) => [hall.name, new Map(positionNames(hall).map((name, index) => [name, index + 1]))]),
  );
  const supplies = (site.powerTopology?.rackSupplies ?? []).map((supply) => ({
    supply,
    nodes: supply.feeds.map(({ nodes }) => [...expandHostlist(nodes)]),
  }));
  return (hall, position) => {
    const number = places.get(hall)?.get(position);
    if (number === undefined) return undefined;
    const found = supplies.find(
      ({ supply }) => supply.hall === hall && supply.fromPosition <= number && number <= supply.toPosition,
    );
    return found === undefined ? undefined : feedsAt(found.supply, found.nodes, number);
  };
}

function feedsAt(supply: RackSupply, nodes: readonly (readonly string[])[], number: number): FeedOfRack[] {
  const members = supply.toPosition - supply.fromPosition + 1;
  return supply.feeds.map(({ nodes: _, leg: __, ...feed }, index) => {
    const [source] = spreadTo(nodes[index] ?? [], members, number - supply.fromPosition);
    return source === undefined ? feed : { ...feed, source };
  });
}

/**
 * Racks as loads of the power tree: the machines of each pool in a rack are one load on all its cords. Racks whose feeds hang on no
 * node are left out.
 */
export function racksOnPower(racks: readonly PlacedRack[]): RackOnPower[] {
  return racks.flatMap(({ id, hall, pools, feeds }) => {
    const nodes = feeds.flatMap(({ source }) => source ?? []);
    if (nodes.length === 0) return [];
    return pools.map(({ pool, machines, machineKW, survival, phase }, index) => ({
      id: index === 0 ? id : `${id}.${pool}`,
      hall,
      phase,
      loadKW: machines * machineKW,
      powerFactor: feeds[0]?.powerFactor ?? 1,
      nodes,
      survival,
    }));
  });
}

/** Positions kept for network, storage and management, as loads that a whole system's loss must leave alive. */
export function reservedOnPower(site: PhysicalSiteSpec): RackOnPower[] {
  const feeding = feedsByPosition(site);
  return site.halls.flatMap((hall) =>
    Array.from(reservedIn(hall)).flatMap(([position, { use, rackKW = 0 }]) => {
      const feeds = feeding(hall.name, position) ?? [];
      const nodes = feeds.flatMap(({ source }) => source ?? []);
      if (rackKW === 0 || nodes.length === 0) return [];
      const keepsOthers = use === "network" || use === "storage" || use === "management";
      const survival: Survival = keepsOthers ? "system" : "none";
      const powerFactor = feeds[0]?.powerFactor ?? 1;
      return [{ id: `${hall.name}-${position}`, hall: hall.name, loadKW: rackKW, powerFactor, nodes, survival }];
    }),
  );
}

/** The highest class that anything in a rack must live through. */
export const survivalOfRack = ({ pools }: Pick<PlacedRack, "pools">): Survival =>
  pools
    .map(({ survival }) => survival)
    .reduce<Survival>((a, b) => (Survival.options.indexOf(b) > Survival.options.indexOf(a) ? b : a), "none");
