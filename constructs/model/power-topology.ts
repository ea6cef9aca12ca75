import { z } from "zod";
import { Hostlist } from "./hostlist";
import { type DeepReadonly, filledList, Name, nonNegative, positiveCount } from "./primitives";
import { ContinuousFactor, Phases, PowerFactor, positive, RackFeed, Side } from "./rack-feed";
import { show } from "./show";
import { Survival } from "./survival";

/** What a node of the power tree is, from the grid to the rack. A `panel` feeds mechanical and house loads. */
export const PowerNodeKind = z.enum([
  "utility",
  "substation",
  "transformer",
  "switchgear",
  "generator",
  "ups",
  "bess",
  "sts",
  "panel",
  "busway",
  "pdu",
  "rpp",
  "rackFeed",
]);
export type PowerNodeKind = z.infer<typeof PowerNodeKind>;

/**
 * What a node or load with several parents does:
 *
 * - `equalShare`: draws the same from each live parent (cords, parallel machines)
 * - `staticTransfer`: draws all from the first live parent in order, primary first
 * - `catcher`: draws all from the first; its loss moves it to the next, the reserve, but only while the reserve has room: one
 *   block that would overload it is locked out and goes dark instead of taking the reserve down
 */
export const Transfer = z.enum(["equalShare", "staticTransfer", "catcher"]);
export type Transfer = z.infer<typeof Transfer>;

const efficiencyError = (issue: { readonly input?: unknown }) =>
  `must be above 0 and at most 1: output over input; got ${show(issue.input)}`;

/** When something is there: with its phase, else with its hall's, else from the start. */
const presence = {
  hall: Name.optional(),
  phase: Name.optional(),
};

/**
 * Nodes of one kind and rating. The id may be a range: `pdu-[001-120]`. Each entry of `parents` is then spread over the range in
 * order: as many parents as nodes are paired, one parent feeds all, twelve parents for 120 nodes feed ten each.
 */
export const PowerNode = z.strictObject({
  id: Hostlist,
  kind: PowerNodeKind,
  /** Where its power comes from, in order of preference. A node without parents is a source. */
  parents: z.array(Hostlist).default([]),
  /** Needed where a node has more than one parent. */
  transfer: Transfer.optional(),
  /** What it delivers without end, as apparent power. */
  ratedKVA: nonNegative("kVA").optional(),
  /** What it delivers without end, as real power; where both ratings are given, both hold. */
  ratedKW: nonNegative("kW").optional(),
  /** Of its output: between two legs where there are three. */
  voltageV: positive("V").optional(),
  phases: Phases.default(3),
  /** Rated power factor: kVA times this is a limit in kW too. Absent: the rating in kVA sets none in kW. */
  powerFactor: PowerFactor.optional(),
  /** Rating of its overcurrent device. */
  breakerA: positive("A").optional(),
  /** Of the overcurrent device, and of nothing else. @default 0.8 - not listed for 100 % */
  continuousFactor: ContinuousFactor.default(0.8),
  /** Output over input under load; input is output plus loss. @default 1 */
  efficiency: z
    .number({ error: efficiencyError })
    .gt(0, { error: efficiencyError })
    .max(1, { error: efficiencyError })
    .default(1),
  /** What it draws for itself while it is energized, loaded or not. @default 0 */
  standingLossKW: nonNegative("kW").default(0),
  /** How long it carries its load without input. */
  rideThroughSeconds: nonNegative("seconds").optional(),
  /** How long it takes from the loss of the grid until it carries load. */
  startSeconds: nonNegative("seconds").optional(),
  redundancyGroup: Name.optional(),
  side: Side.optional(),
  /** The utility service that a node of kind `utility` stands for: its firm power is the node's limit. */
  service: Name.optional(),
  ...presence,
});
export type PowerNode = z.infer<typeof PowerNode>;

/** How nodes stand in for each other. */
export const RedundancyScheme = z.enum(["N", "N+1", "2N", "xToMakeY", "block"]);
export type RedundancyScheme = z.infer<typeof RedundancyScheme>;

/**
 * The scheme of the nodes that name it as their `redundancyGroup`:
 *
 * - `N`: all are needed
 * - `N+1`: one may be out
 * - `2N`: each side carries all
 * - `xToMakeY`: of x systems y carry all; `needed` is y, x less one by default
 * - `block`: all but the last carry load, the last is the reserve
 */
export const RedundancyGroup = z.strictObject({
  id: Name,
  scheme: RedundancyScheme,
  needed: positiveCount("systems").optional(),
});
export type RedundancyGroup = z.infer<typeof RedundancyGroup>;

/** Nodes that one cause takes down together: a maintenance lockout, a fire zone, a control system. */
export const CommonCause = z.strictObject({
  id: Name,
  kind: z.enum(["maintenance", "fireZone", "controls", "other"]),
  nodes: filledList(Hostlist, "must name at least one node"),
  /** The loads that must live through it: those of this class and above. @default system */
  survival: Survival.default("system"),
});
export type CommonCause = z.infer<typeof CommonCause>;

/** What a load is for; what it must live through follows from it where nothing else is said. */
export const PowerLoadKind = z.enum(["it", "storage", "network", "control", "cooling", "house"]);
export type PowerLoadKind = z.infer<typeof PowerLoadKind>;

/** Loads of one kind and size on the power tree: racks by design, pumps, CDUs, air handlers, controls. A range has the power each. */
export const PowerLoad = z.strictObject({
  id: Hostlist,
  kind: PowerLoadKind,
  /** The most that each draws. */
  powerKW: nonNegative("kW"),
  /** @default 1 */
  powerFactor: PowerFactor.default(1),
  /** Nodes that feed it, one entry a cord, spread over a range as `parents` are. */
  feeds: filledList(Hostlist, "must name at least one node that feeds it"),
  /** @default equalShare - cords carry the same */
  transfer: Transfer.default("equalShare"),
  /** @default - none for IT and house loads, side for storage and network, system for control and cooling */
  survival: Survival.optional(),
  /** The leg of a single-phase load. Absent: it draws the same from all three. */
  leg: z.enum(["A", "B", "C"]).optional(),
  /** Whether generators carry it when the grid is lost; what they do not carry is shed. @default - if it must survive a system */
  onBackup: z.boolean().optional(),
  ...presence,
});
export type PowerLoad = z.infer<typeof PowerLoad>;

/**
 * Feeds of the racks at the positions of a hall, counted from 1 in the hall's order. The nodes of each feed are spread over the
 * positions as parents are over a range: 96 positions from `rpp-a[01-08]` are twelve to a panel.
 */
export const RackSupply = z.strictObject({
  id: Name,
  hall: Name,
  fromPosition: positiveCount("positions").default(1),
  toPosition: positiveCount("positions"),
  feeds: filledList(
    RackFeed.extend({
      nodes: Hostlist,
      /** The leg of a single-phase feed. */
      leg: z.enum(["A", "B", "C"]).optional(),
    }),
    "must hold at least one feed",
  ),
});
export type RackSupply = z.infer<typeof RackSupply>;

/** The power tree of a site, flat: nodes that name their parents, the loads on them, and how they stand in for each other. */
export const PowerTopology = z.strictObject({
  nodes: filledList(PowerNode, "must hold at least one node"),
  redundancyGroups: z.array(RedundancyGroup).default([]),
  commonCauses: z.array(CommonCause).default([]),
  loads: z.array(PowerLoad).default([]),
  rackSupplies: z.array(RackSupply).default([]),
});
export type PowerTopology = z.infer<typeof PowerTopology>;
/** A power topology as one writes it. */
export type PowerTopologyInput = DeepReadonly<z.input<typeof PowerTopology>>;

const survivalByKind: Record<PowerLoadKind, Survival> = {
  it: "none",
  house: "none",
  storage: "side",
  network: "side",
  control: "system",
  cooling: "system",
};

/** What a load must live through when it does not say: storage and network stand on two sides, control and cooling outlive all else. */
export const survivalOf = (load: Pick<PowerLoad, "kind" | "survival">): Survival =>
  load.survival ?? survivalByKind[load.kind];
