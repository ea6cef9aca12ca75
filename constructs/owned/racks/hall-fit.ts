import { groupThousands, type Hall } from "../../model";
import { fitting, type Limit } from "../layout/capacity";
import { machineItem, type RackItem } from "./item";
import { type MachinesPerRack, machinesPerRack, type RackQuestion } from "./per-rack";
import { countPositions, reservedIn } from "./positions";
import { available, taken, WATTS_PER_KW } from "./whole-units";

/** What a hall's machines share. */
export type HallLimitName = "power" | "air" | "liquid" | "cooling" | "positions";

/** Amounts that stand in a hall already: kW of power and heat, and positions. */
export interface HallUse {
  readonly powerKW: number;
  readonly airKW: number;
  readonly liquidKW: number;
  readonly positions: number;
}

/** One limit of a hall, and what it alone would allow. */
export interface HallLimitFit extends Limit {
  readonly name: HallLimitName;
  /** What one machine takes of it, in whole small units; of positions, one for each rack. */
  readonly each: number;
  readonly machines: number;
}

/** Machines that were asked for and do not fit. */
export interface Shortage {
  /** Machines and racks that are short. */
  readonly machines: number;
  readonly racks: number;
  /** Racks of those that fit, and of all that were asked for. */
  readonly racksFit: number;
  readonly racksAsked: number;
  /** What binds, with what it would come to: `air cooling: 3,264 of 3,000 kW`. */
  readonly over: readonly string[];
  /** All of it in one sentence. */
  readonly words: string;
}

/** How many machines of one type a hall takes, and why not more. */
export interface HallFit {
  readonly machines: number;
  readonly racks: number;
  readonly perRack: MachinesPerRack;
  readonly limits: readonly HallLimitFit[];
  /** The tightest; of equally tight ones the first. Absent: nothing limits the hall, or its racks take none at all. */
  readonly binds?: HallLimitFit;
  readonly short?: Shortage;
}

/** A hall, and what is to stand in it. */
export interface HallQuestion extends Omit<RackQuestion, "hall"> {
  readonly hall: Hall;
  /** Machines that are asked for. @default - as many as fit */
  readonly asked?: number | undefined;
  /** Positions that machines may have. @default - all that the hall does not keep for others */
  readonly positions?: number | undefined;
  /** What stands there already. @default - nothing */
  readonly used?: HallUse | undefined;
}

const NOTHING: HallUse = { powerKW: 0, airKW: 0, liquidKW: 0, positions: 0 };

/**
 * How many machines of one type a hall takes: by power, by what air and liquid take away, and by positions; the least of them, and
 * what is short of a number that was asked for. A hall of 3,600 kW with air cooling for 3,000 kW and 96 positions of four takes
 * 352, 294 and 384 DGX H100: 294.
 */
export function fitHall(question: HallQuestion): HallFit {
  const perRack = machinesPerRack(question);
  const item = machineItem(question.machine, question.machinePowerKW);
  const limits = hallLimits(question, item, perRack.machines);
  const binds = limits.reduce<HallLimitFit | undefined>(
    (least, each) => (least === undefined || each.machines < least.machines ? each : least),
    undefined,
  );
  const machines = perRack.machines === 0 ? 0 : (binds?.machines ?? Number.POSITIVE_INFINITY);
  const racks = perRack.machines === 0 ? 0 : Math.ceil(machines / perRack.machines);
  const fit = { machines, racks, perRack, limits, ...(binds === undefined || perRack.machines === 0 ? {} : { binds }) };
  const { asked } = question;
  return asked === undefined || asked <= machines ? fit : { ...fit, short: shortage(fit, asked, item) };
}

function hallLimits(
  { hall, used = NOTHING, ...question }: HallQuestion,
  item: RackItem,
  perRack: number,
): HallLimitFit[] {
  const { watts, liquidWatts } = item;
  const airWatts = watts === undefined ? undefined : watts - liquidWatts;
  const heat = (
    name: HallLimitName,
    label: string,
    mw: number | undefined,
    usedKW: number,
    each: number | undefined,
  ) => (mw === undefined || each === undefined ? [] : [kilowatts(name, label, mw, usedKW, each)]);
  const positions = question.positions ?? positionsFor(hall);
  return [
    ...heat("power", "power", hall.criticalItMW, used.powerKW, watts),
    ...heat("air", "air cooling", hall.airCoolingMW, used.airKW, airWatts),
    ...heat("liquid", "liquid cooling", hall.liquidCoolingMW, used.liquidKW, liquidWatts),
    ...heat("cooling", "cooling", hall.coolingMW, used.airKW + used.liquidKW, watts),
    ...(positions === undefined
      ? []
      : [
          {
            name: "positions" as const,
            label: "positions",
            most: positions - used.positions,
            each: 1,
            unit: "racks",
            perUnit: 1,
            machines: Math.max(0, positions - used.positions) * perRack,
          },
        ]),
  ];
}

function kilowatts(name: HallLimitName, label: string, mw: number, usedKW: number, each: number): HallLimitFit {
  const most = available(mw * 1000, WATTS_PER_KW) - taken(usedKW, WATTS_PER_KW);
  return { name, label, most, each, unit: "kW", perUnit: WATTS_PER_KW, machines: fitting(most, each) };
}

/** A hall that does not say where racks stand has nobody knows how many positions. */
const positionsFor = (hall: Hall): number | undefined =>
  hall.rows === undefined ? undefined : countPositions(hall) - reservedIn(hall).size;

function shortage(fit: Omit<HallFit, "short">, asked: number, item: RackItem): Shortage {
  const { machines, racks: racksFit, perRack, limits } = fit;
  const racksAsked = Math.ceil(asked / Math.max(1, perRack.machines));
  const over =
    perRack.machines === 0
      ? [`${perRack.binds.label}: one takes ${amount(perRack.binds.each, perRack.binds)}`]
      : limits.filter((limit) => limit.machines < asked).map((limit) => overOf(limit, asked, perRack.machines));
  const racks = racksAsked - racksFit;
  const counts = `${groupThousands(machines)} of ${groupThousands(asked)} ${item.type} fit`;
  const lacking = `${plural(asked - machines, "machine")} and ${plural(racks, "rack")} are short (${racksFit} of ${racksAsked})`;
  return {
    machines: asked - machines,
    racks,
    racksFit,
    racksAsked,
    over,
    words: `${counts}: ${lacking}; ${over.join("; ")}`,
  };
}

function overOf(limit: HallLimitFit, asked: number, perRack: number): string {
  const needed = limit.name === "positions" ? Math.ceil(asked / perRack) : asked * limit.each;
  return `${limit.label}: ${amount(needed, limit)}`;
}

/** `3,264 of 3,000 kW`. */
function amount(needed: number, { most, unit, perUnit }: Limit): string {
  return `${groupThousands(needed / perUnit)} of ${groupThousands(most / perUnit)} ${unit}`;
}

const plural = (count: number, what: string): string => `${groupThousands(count)} ${what}${count === 1 ? "" : "s"}`;
