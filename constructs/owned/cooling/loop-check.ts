import type { CoolingLoop } from "../../model";
import { isOver } from "../over-limit";
import { type AfterLoss, boardsOut, capacityOf, flowOf, largestOut, together } from "./firm";
import { type FlowPolicy, flowLMin } from "./flow";
import type { CoolingUnit } from "./units";

/** A loss after which a loop or a hall has too little. */
export interface CoolingShort {
  readonly of: "capacity" | "flow" | "pipes";
  readonly needed: number;
  readonly left: number;
  readonly unit: "kW" | "l/min";
  /** What is installed when nothing is out. */
  readonly installed: number;
  /** Absent: nothing is out, and it is too little all the same. */
  readonly after?: AfterLoss;
}

/**
 * What is too little for some heat: with nothing out, else with the largest component out, else with a board out; the first of
 * these alone, since the others follow from it or are mended with it.
 */
export function shortAfterLoss(
  units: readonly CoolingUnit[],
  needed: number,
  of: "capacity" | "flow",
): CoolingShort | undefined {
  const amount = of === "capacity" ? capacityOf : flowOf;
  const installed = together(units, amount);
  const base = { of, needed, installed, unit: of === "capacity" ? "kW" : "l/min" } as const;
  if (isOver(needed, installed)) return { ...base, left: installed };
  const single = largestOut(units, amount);
  const losses = [...(single === undefined ? [] : [single]), ...boardsOut(units, amount)];
  const worst = losses.find((after) => isOver(needed, after.amount));
  return worst === undefined ? undefined : { ...base, left: worst.amount, after: worst };
}

/** A loop of machines, the heat that it carries, and what is too little for it. */
export interface LoopCheck {
  readonly loop: CoolingLoop;
  readonly heatKW: number;
  readonly flowLMin: number;
  readonly shorts: readonly CoolingShort[];
}

/** Checks one loop: its CDUs, what moves its liquid, and what its pipes take. */
export function checkLoop(
  loop: CoolingLoop,
  heatKW: number,
  units: readonly CoolingUnit[],
  policy: FlowPolicy,
): LoopCheck {
  const cdus = units.filter((unit) => unit.loop === loop.name && unit.kind === "cdu");
  const pumps = units.filter((unit) => unit.loop === loop.name && unit.kind === "pump" && unit.flowLMin !== undefined);
  const flow = flowLMin(heatKW, loop, policy);
  const movers = cdus.length > 0 && cdus.every((unit) => unit.flowLMin !== undefined) ? cdus : [];
  const pipes: CoolingShort[] =
    loop.maxFlowLMin === undefined || !isOver(flow, loop.maxFlowLMin)
      ? []
      : [{ of: "pipes", needed: flow, left: loop.maxFlowLMin, installed: loop.maxFlowLMin, unit: "l/min" }];
  const shorts = [
    shortAfterLoss(cdus, heatKW, "capacity"),
    movers.length === 0 ? undefined : shortAfterLoss(movers, flow, "flow"),
    pumps.length === 0 ? undefined : shortAfterLoss(pumps, flow, "flow"),
  ].filter((each) => each !== undefined);
  return { loop, heatKW, flowLMin: flow, shorts: heatKW === 0 ? [] : [...shorts, ...pipes] };
}
