import { z } from "zod";
import { Hostlist } from "./hostlist";
import { type DeepReadonly, Name, nonNegative, Share, Text } from "./primitives";
import { positive } from "./rack-feed";
import { show } from "./show";

/**
 * What a loop carries heat with.
 *
 * - `technology`: from machines to CDUs
 * - `facility`: from CDUs and air handlers to what rejects the heat, or to chillers
 * - `condenser`: from chillers to towers or dry coolers
 */
export const LoopKind = z.enum(["technology", "facility", "condenser"]);
export type LoopKind = z.infer<typeof LoopKind>;

/** A closed circuit of liquid. */
export const CoolingLoop = z.strictObject({
  name: Name,
  kind: LoopKind,
  /** The hall whose machines it cools: technology loops. */
  hall: Name.optional(),
  /** Positions of the hall that it serves. Absent: all of them. */
  racks: Hostlist.optional(),
  /** Temperature at which it is supplied to what it cools. */
  supplyC: nonNegative("°C").optional(),
  /** How much warmer it returns, at design load. Absent: the policy's. */
  riseK: positive("K").optional(),
  /** Share of glycol in the liquid, by volume: it carries less heat than water. */
  glycolShare: Share.default(0),
  /** Most flow that pipes and manifolds take. Absent: the pumps' alone. */
  maxFlowLMin: positive("l/min").optional(),
});
export type CoolingLoop = z.infer<typeof CoolingLoop>;

/**
 * What a component of cooling does.
 *
 * - `cdu`: takes heat from a technology loop, gives it to a facility loop
 * - `rearDoor`: takes heat from the air behind a rack into a loop
 * - `crah`, `fanWall`, `inRow`: take heat from the hall's air into a loop
 * - `crac`: takes heat from the hall's air, and rejects it itself
 * - `pump`: moves the liquid of a loop
 * - `chiller`: takes heat from a facility loop, gives it to a condenser loop or to the outside air
 * - `dryCooler`, `coolingTower`: reject a loop's heat outside
 */
export const CoolingKind = z.enum([
  "cdu",
  "rearDoor",
  "crah",
  "fanWall",
  "inRow",
  "crac",
  "pump",
  "chiller",
  "dryCooler",
  "coolingTower",
]);
export type CoolingKind = z.infer<typeof CoolingKind>;

/** Components of cooling that are alike. */
export const CoolingUnits = z.strictObject({
  name: Name,
  /** Each of them by id: `cdu-a[1-3]`. */
  ids: Hostlist,
  kind: CoolingKind,
  /** Most heat that one takes away, net of its own fans, at the design temperatures. Not for pumps. */
  capacityKW: nonNegative("kW").optional(),
  /** The loop that it cools, or a pump moves. Absent for what cools air. */
  loop: Name.optional(),
  /** The loop that takes its heat. Absent: it rejects it outside, or nobody says. */
  rejectsTo: Name.optional(),
  /** Halls whose air it cools. */
  halls: z.array(Name).optional(),
  /** Most liquid that one moves through its loop. */
  flowLMin: positive("l/min").optional(),
  /** Temperature of the air that it supplies. */
  supplyC: nonNegative("°C").optional(),
  /** Nodes of the power topology that feed them. Absent: not known, and their loss is not checked. */
  boards: z.array(Name).optional(),
  /**
   * How several boards feed them: `alternating`, the first unit from the first board, the second from the second, and so on; or
   * `either`, each unit from any of them through a transfer switch.
   */
  supply: z.enum(["alternating", "either"]).default("alternating"),
  /** Power that one draws: a load of the boards. */
  drawKW: nonNegative("kW").default(0),
  /** The phase with which they are there. Absent: from the first day. */
  phase: Name.optional(),
  note: Text.optional(),
});
export type CoolingUnits = z.infer<typeof CoolingUnits>;

/** How heat leaves a site: loops of liquid, and components that stand in them. Flat: whatever belongs together names the other. */
export const CoolingTopology = z.strictObject({
  loops: z.array(CoolingLoop).default([]),
  units: z.array(CoolingUnits).default([]),
  /** The outside air that the rejection capacities hold for. */
  designDryBulbC: z.number({ error: (issue) => `must be a temperature in °C; got ${show(issue.input)}` }).optional(),
  designWetBulbC: z.number({ error: (issue) => `must be a temperature in °C; got ${show(issue.input)}` }).optional(),
});
export type CoolingTopology = z.infer<typeof CoolingTopology>;

/** A cooling topology as one writes it. */
export type CoolingTopologyInput = DeepReadonly<z.input<typeof CoolingTopology>>;
