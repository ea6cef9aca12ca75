import { expandHostlist } from "../../model/hostlist";
import type { RackSupply } from "../../model/power-topology";
import { feedsOf } from "../../model/rack-type";
import type { PhysicalSiteSpec } from "../../model/site";
import { Survival } from "../../model/survival";
import { survivalOfPool } from "../racks/pool-survival";
import { positionNames } from "../racks/positions";
import type { StandingItem, StandingRack } from "../racks/standing";
import type { FeedOfRack, Supplies } from "./rack-feeds";
import type { RackOnPower } from "./site-power";
import { spreadTo } from "./spread";

/** Machines of one pool, or devices of one type, in a rack. */
export interface PartOfRack {
  /** None for devices. */
  readonly cluster: string | undefined;
  readonly pool: string | undefined;
  /** The machine's or the device's type; none for what stands there by its entry's word alone. */
  readonly type: string | undefined;
  readonly count: number;
  /** The most that all of them draw; 0 where nobody says. */
  readonly kW: number;
  readonly supplies: Supplies | undefined;
  readonly survival: Survival;
  readonly phase: string | undefined;
}

/** A rack in which something stands, with its feeds. */
export interface PlacedRack {
  /** Unique in its site: `hall-1-r01-07`. */
  readonly id: string;
  readonly hall: string;
  readonly position: string;
  readonly parts: readonly PartOfRack[];
  /** Of the power topology, with the node of each; else of the rack type, without. */
  readonly feeds: readonly FeedOfRack[];
}

/**
 * Every rack of a site in which something stands, with what feeds it. Machines must live through what their pool says; network,
 * storage and management, and devices in racks without machines, through the loss of a side; devices beside machines through what those do.
 */
export function placedRacks(site: PhysicalSiteSpec, racks: readonly StandingRack[]): PlacedRack[] {
  const feeding = feedsByPosition(site);
  return racks.map((rack) => {
    const { hall, position, rackType } = rack;
    const feeds = feeding(hall, position) ?? (rackType?.feeds === undefined ? [] : feedsOf(rackType.feeds));
    return { id: `${hall}-${position}`, hall, position, parts: partsOf(site, rack), feeds };
  });
}

function partsOf(site: PhysicalSiteSpec, { items, stated, hall, reserved }: StandingRack): PartOfRack[] {
  const machines = items.filter(({ pool }) => pool !== undefined).map((item) => survivalOfItem(site, item));
  const devices = machines.length === 0 ? "side" : highest(machines);
  const parts = items.map(
    (item): PartOfRack => ({
      cluster: item.cluster,
      pool: item.pool,
      type: item.item.type,
      count: item.count,
      kW: ((item.item.watts ?? 0) * item.count) / 1000,
      supplies: item.item.supplies,
      survival: item.pool === undefined ? devices : survivalOfItem(site, item),
      phase: item.phase,
    }),
  );
  if (stated === undefined || stated.watts === 0) return parts;
  const use = site.halls.find(({ name }) => name === hall)?.reserved?.find(({ name }) => name === reserved)?.use;
  const keepsOthers = use === "network" || use === "storage" || use === "management";
  const nobody = { cluster: undefined, pool: undefined, type: undefined, supplies: undefined, phase: undefined };
  return [...parts, { ...nobody, count: 1, kW: stated.watts / 1000, survival: keepsOthers ? "side" : "none" }];
}

function survivalOfItem(site: PhysicalSiteSpec, { cluster, pool }: StandingItem): Survival {
  const within = site.clusters.find(({ name }) => name === cluster);
  const found = within?.pools.find(({ name }) => name === pool);
  return within === undefined || found === undefined ? "none" : survivalOfPool(within, found);
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
 * Racks as loads of the power tree: each part of a rack is one load on all its cords. Racks whose feeds hang on no node are left
 * out.
 */
export function racksOnPower(racks: readonly PlacedRack[]): RackOnPower[] {
  return racks.flatMap(({ id, hall, parts, feeds }) => {
    const nodes = feeds.flatMap(({ source }) => source ?? []);
    if (nodes.length === 0) return [];
    const powerFactor = feeds[0]?.powerFactor ?? 1;
    return parts.map(({ kW, survival, phase, pool, type }, index) => {
      const name = index === 0 ? id : `${id}.${index + 1}-${pool ?? type ?? "stated"}`;
      return { id: name, hall, phase, loadKW: kW, powerFactor, nodes, survival };
    });
  });
}

/** The highest of several classes. */
export const highest = (classes: readonly Survival[]): Survival =>
  classes.reduce<Survival>((a, b) => (Survival.options.indexOf(b) > Survival.options.indexOf(a) ? b : a), "none");
