import type { Machine } from "../../catalog";
import { type Figure, feedsOf, footprintM2, type Hall, type RackType, type Survival } from "../../model";
import { fitting, type Limit, type RackFit } from "../layout/capacity";
import { carriedKW, type FeedOfRack, rackOutcomes } from "../power/rack-feeds";
import { machineItem, type RackItem } from "./item";
import { available, GRAMS_PER_KG, HALVES_PER_UNIT, WATTS_PER_KW } from "./whole-units";

/** What may keep a rack from taking one more machine. */
export type RackLimitName = "position" | "units" | "density" | "weight" | "floor" | "feeds" | "supplies" | "pool";

/** One limit of a rack, and what it alone would allow. */
export interface RackLimit extends Limit {
  readonly name: RackLimitName;
  /** What one machine takes of it, in whole small units. */
  readonly each: number;
  /** How many machines it allows. */
  readonly machines: number;
}

/** How many machines of one type a rack takes, and why not more. */
export interface MachinesPerRack {
  readonly machines: number;
  /** All limits that are known, in the order in which they are listed in `RackLimitName`. */
  readonly limits: readonly RackLimit[];
  /** The tightest of them; of equally tight ones the first. */
  readonly binds: RackLimit;
  /** What nobody says, so that it limits nothing: `the weight of dgx-b300`. */
  readonly unknown: readonly string[];
}

/** A machine, and the rack and the hall that it is to stand in. */
export interface RackQuestion {
  readonly machine: Machine;
  /** Where the pool states another power than the catalogue. @default - the catalogue's */
  readonly machinePowerKW?: Pick<Figure, "value"> | undefined;
  /** @default - none: only a machine that is a rack of its own can stand there */
  readonly rackType?: RackType | undefined;
  /** @default - a hall that limits nothing */
  readonly hall?: Pick<Hall, "rackKW" | "floorLoadKgPerM2"> | undefined;
  /** Feeds of the rack where the power topology says them. @default - those of the rack type */
  readonly feeds?: readonly FeedOfRack[] | undefined;
  /** The loss of power that the machines must live through. @default "none" */
  readonly survival?: Survival | undefined;
  /** Most machines in a rack by the pool's own word. @default - as many as fit */
  readonly most?: number | undefined;
}

/**
 * How many machines a rack takes: by height, by density, by weight, by what the floor bears, by what its feeds carry with every
 * loss that the machines must live through, and by what of their supplies then lives. A machine that is a rack of its own takes
 * the position: its weight is the whole rack's, and units are not asked.
 *
 * 42 U, 50 kW, 1,000 kg with a tare of 210 kg and three feeds of 32.78 kW with one lost take five DGX H100 by height, four by density,
 * six by weight and six by feeds: four.
 */
export function machinesPerRack(question: RackQuestion): MachinesPerRack {
  const { machine, rackType, hall, survival = "none" } = question;
  const item = machineItem(machine, question.machinePowerKW);
  const feeds = question.feeds ?? (rackType?.feeds === undefined ? [] : feedsOf(rackType.feeds));
  const limits = [
    ...(item.isRack ? placeLimits(rackType) : unitLimits(item, rackType)),
    ...densityLimits(item, rackType, hall),
    ...weightLimits(item, rackType, hall),
    ...feedLimits(item, feeds, survival),
    ...(question.most === undefined ? [] : [limit("pool", "machinesPerRack", question.most, 1, 1, "machines")]),
  ];
  const binds = limits.reduce((least, each) => (each.machines < least.machines ? each : least));
  return { machines: binds.machines, limits, binds, unknown: unknownOf(item) };
}

/** The same as the planner reads it. */
export function rackFitOf({ limits, machines }: MachinesPerRack, rackType?: string): RackFit {
  const takes = Object.fromEntries(limits.map(({ name, each }) => [name, each]));
  return { ...(rackType === undefined ? {} : { rackType }), limits, takes, machines };
}

function limit(
  name: RackLimitName,
  label: string,
  most: number,
  each: number,
  perUnit: number,
  unit: string,
): RackLimit {
  return { name, label, most, each, unit, perUnit, machines: fitting(most, each) };
}

/** A rack takes a position, but not the inside of a cabinet. */
const placeLimits = (rackType: RackType | undefined): RackLimit[] => [
  limit("position", "places for whole racks", rackType?.kind === "cabinet" ? 0 : 1, 1, 1, "racks"),
];

/** Without a rack type nobody knows where a machine with a height could stand. */
function unitLimits(item: RackItem, rackType: RackType | undefined): RackLimit[] {
  const units = rackType === undefined || rackType.kind === "place" ? 0 : rackType.units - rackType.reservedUnits;
  const most = Math.max(0, available(units, HALVES_PER_UNIT));
  return [limit("units", "rack units", most, item.halfUnits, HALVES_PER_UNIT, "U")];
}

function densityLimits(item: RackItem, rackType: RackType | undefined, hall: RackQuestion["hall"]): RackLimit[] {
  const densities = [rackType?.ratedKW, hall?.rackKW].filter((each) => each !== undefined);
  if (item.watts === undefined || densities.length === 0) return [];
  const most = available(Math.min(...densities), WATTS_PER_KW);
  return [limit("density", "density of a rack", most, item.watts, WATTS_PER_KW, "kW")];
}

function weightLimits(item: RackItem, rackType: RackType | undefined, hall: RackQuestion["hall"]): RackLimit[] {
  if (item.grams === undefined || rackType === undefined) return [];
  const { grams } = item;
  // What is a rack of its own brings its frame along.
  const tare = item.isRack ? 0 : rackType.tareKg;
  const of = (name: "weight" | "floor", label: string, mostKg: number) =>
    limit(name, label, Math.max(0, available(mostKg - tare, GRAMS_PER_KG)), grams, GRAMS_PER_KG, "kg");
  return [
    ...(rackType.maxWeightKg === undefined ? [] : [of("weight", "weight of a rack", rackType.maxWeightKg)]),
    ...(hall?.floorLoadKgPerM2 === undefined
      ? []
      : [of("floor", "load of the floor under a rack", hall.floorLoadKgPerM2 * footprintM2(rackType))]),
  ];
}

function feedLimits(item: RackItem, feeds: readonly FeedOfRack[], survival: Survival): RackLimit[] {
  if (feeds.length === 0) return [];
  const { watts, supplies } = item;
  const carried = available(carriedKW(feeds, survival), WATTS_PER_KW);
  const dies =
    supplies !== undefined &&
    rackOutcomes({ feeds, loadKW: 0, supplies }, survival).some(({ suppliesHold }) => !suppliesHold);
  return [
    ...(watts === undefined ? [] : [limit("feeds", `feeds${lost(survival)}`, carried, watts, WATTS_PER_KW, "kW")]),
    ...(dies ? [limit("supplies", `supplies that live${lost(survival)}`, 0, 1, 1, "machines")] : []),
  ];
}

const lost = (survival: Survival): string =>
  survival === "none" ? "" : ` with a ${survival === "system" ? "side" : survival} lost`;

function unknownOf(item: RackItem): string[] {
  return [
    ...(item.watts === undefined ? [`the power of ${item.type}`] : []),
    ...(item.grams === undefined ? [`the weight of ${item.type}`] : []),
  ];
}
