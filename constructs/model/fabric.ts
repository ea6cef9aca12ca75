import { z } from "zod";
import { LinkEnds, TierFibres } from "./link-ends";
import { type DeepReadonly, filledList, Name, nonNegative, positiveCount, Text, textLike } from "./primitives";
import { show } from "./show";

/** What runs on the links, which decides speeds, optics and how switches are managed. */
export const FabricTechnology = z.enum(["infinibandNdr", "infinibandXdr", "spectrumX", "roce"]);
export type FabricTechnology = z.infer<typeof FabricTechnology>;

/**
 * What a link is made of. `dac` and `lacc` are copper, passive and with a linear amplifier; `multimode` is SR optics;
 * `singleMode` is DR optics on MPO fibres; `singleModeLc` is FR4 optics on a pair of fibres with LC connectors.
 */
export const Medium = z.enum(["dac", "lacc", "multimode", "singleMode", "singleModeLc"]);
export type Medium = z.infer<typeof Medium>;

/** The tiers of links of a fabric, from the hosts upward. */
export const LinkTier = z.enum(["hostLeaf", "leafSpine", "spineCore"]);
export type LinkTier = z.infer<typeof LinkTier>;

/** What a switch of a site is for. */
export const SwitchRole = z.enum([
  "leaf",
  "spine",
  "core",
  "storageLeaf",
  "storageSpine",
  "storageCore",
  "managementLeaf",
  "managementSpine",
  "border",
]);
export type SwitchRole = z.infer<typeof SwitchRole>;

const ratio = (what: string) =>
  z
    .number({ error: (issue) => `must be a number, ${what}, 1 or more; got ${show(issue.input)}` })
    .min(1, { error: (issue) => `must be ${what}, 1 or more; got ${show(issue.input)}` });

const linkGbps = positiveCount("Gbit/s");
const media = filledList(Medium, "must name at least one medium");

/** The end state for which a fabric is designed. It fixes tiers, spines, cores and every port, so that growth rewires nothing. */
export const FabricDesign = z.strictObject({
  /** Hosts of the end state. */
  hosts: positiveCount("hosts"),
});
export type FabricDesign = z.infer<typeof FabricDesign>;

/** What a fabric may be cabled with, and what a cable is longer by than the way between two racks. */
export const Cabling = z.strictObject({
  /** What links from hosts to leaves may be made of, the preferred first. Default: the shortest-reaching that reaches. */
  hostLeafMedia: media.optional(),
  leafSpineMedia: media.optional(),
  spineCoreMedia: media.optional(),
  /** Kinds of fibre between racks, where they lie already or are decided. It is compared with what the modules take. */
  fibres: TierFibres.optional(),
  /** Plugs, connectors and error correction of the ends of links, where they are decided. They are compared with each other. */
  ends: LinkEnds.optional(),
  /** Metres from a rack's top up to the tray, or down under the floor, at each end. */
  verticalDropM: nonNegative("m").default(1),
  /** Metres of slack of one cable, over its whole length. */
  slackM: nonNegative("m").default(2),
  /** Patch panels in a link between racks, each a pair of connectors more. */
  panelsPerLink: z.int().min(0).default(0),
  /** Metres that one patch panel adds. */
  panelAllowanceM: nonNegative("m").default(2),
  /** Metres between the corners of two halls, for links that go from one to the other: they leave and enter by the corner. */
  betweenHallsM: nonNegative("m").default(50),
  /** Metres of a link that stays in its rack, instead of the way over the tray. */
  withinRackM: nonNegative("m").default(2),
});
export type Cabling = z.infer<typeof Cabling>;

/** A network beside the compute fabric, of leaves and spines of its own: what carries storage. */
export const StorageNetwork = z.strictObject({
  /** Switch type of the catalogue. */
  switch: Text,
  linkGbps,
  /** Links of one host; two or more go to two leaves. */
  linksPerHost: positiveCount("links").default(2),
  /** Links of storage appliances, management servers and the border, that stand beside the hosts'. */
  otherLinks: z.int().min(0).default(0),
  /** Links down from a leaf for each link up. */
  oversubscription: ratio("links down for each link up").default(1),
});
export type StorageNetwork = z.infer<typeof StorageNetwork>;

/** The out-of-band network: what reaches BMCs, switches and power strips when nothing else does. */
export const ManagementNetwork = z.strictObject({
  /** Switch type at the racks, with one port for each managed device. */
  switch: Text,
  /** Switch type that joins them. Default: the same type. */
  spineSwitch: Text.optional(),
  /** Managed ports of one host: its BMC, and those of its cards. */
  portsPerHost: positiveCount("ports").default(1),
  /** Ports for power strips, sensors and doors, over the whole fabric. */
  otherPorts: z.int().min(0).default(0),
  /** Links from each switch at the racks up, over all spines: two spines are joined by one each. */
  uplinks: positiveCount("links").default(2),
});
export type ManagementNetwork = z.infer<typeof ManagementNetwork>;

/** A way into the site for fibres from outside. */
export const Entrance = z.strictObject({
  name: Name,
  carrier: Text,
  /** The duct or route outside the building. */
  route: Text,
  /** The meet-me room, or the wall, at which it enters. */
  room: Text,
  gbps: linkGbps,
});
export type Entrance = z.infer<typeof Entrance>;

/** How the fabric's cluster reaches the world. */
export const WideArea = z.strictObject({
  /** Switch type of the border. */
  switch: Text,
  borderSwitches: positiveCount("switches").default(2),
  entrances: filledList(Entrance, "must hold at least one entrance"),
});
export type WideArea = z.infer<typeof WideArea>;

/** Where switches stand, when not where the planner puts them. */
export const SwitchRack = z.strictObject({
  /** Name of the rack. */
  name: Name,
  /** Absent: the only hall, or all are taken to be on one floor. */
  hall: Name.optional(),
  role: SwitchRole,
  /** Which of them, as a range of their numbers, the first 1: `1-16` or `1-8,17`. Default: all. */
  switches: textLike(/^\d+(-\d+)?(,\d+(-\d+)?)*$/, 'numbers of switches such as "1-16" or "1-8,17"').optional(),
  /** Metres from the hall's corner along its rows. */
  xM: nonNegative("m"),
  /** Metres from the hall's corner across its rows. */
  yM: nonNegative("m"),
});
export type SwitchRack = z.infer<typeof SwitchRack>;

/** Switches as somebody else counted them. */
export const StatedCounts = z.strictObject({
  leaves: z.int().min(0).optional(),
  spines: z.int().min(0).optional(),
  cores: z.int().min(0).optional(),
});
export type StatedCounts = z.infer<typeof StatedCounts>;

/**
 * The network that joins the accelerators of one cluster: a folded Clos whose leaf r takes the NIC r of every host of its scalable
 * unit. Everything is wired in full scalable units and pods, with equally many links between any two switches that are joined.
 */
export const Fabric = z.strictObject({
  name: Name,
  /** The cluster whose hosts it joins: one of this site. */
  cluster: Name,
  /** The pools of it that it joins. Default: all. */
  pools: z.array(Name).optional(),
  kind: z.literal("railOptimized").default("railOptimized"),
  technology: FabricTechnology,
  /** Switch type of all tiers, by its name in the catalogue. */
  switch: Text,
  /** Ports of one switch at the speed of a link. Default: what the catalogue says for `linkGbps`; an unknown type needs it. */
  portsPerSwitch: positiveCount("ports").optional(),
  /** Links that one cage of the switch is split into. Default: the cage's speed over that of a link. */
  linksPerCage: positiveCount("links").optional(),
  /** Speed of one link, in each plane. */
  linkGbps,
  /** NICs of one host, each of which has a link in every plane. Default: those of its machine. */
  rails: positiveCount("rails").optional(),
  /** Hosts that share leaves. */
  scalableUnitHosts: positiveCount("hosts"),
  /** Fabrics side by side that share no switch; a NIC has one link in each. */
  planes: positiveCount("planes").default(1),
  /** Hosts of a leaf for each of its uplinks, at most. */
  oversubscription: ratio("hosts for each uplink").default(1),
  /** Uplinks of a leaf. Default: so many that the rest of its ports take no more than `oversubscription` for each. */
  uplinksPerLeaf: positiveCount("uplinks").optional(),
  /** Tiers of switches. Default: two where they take the end state, else three. */
  tiers: z.literal([2, 3], { error: (issue) => `must be 2 or 3 tiers; got ${show(issue.input)}` }).optional(),
  /** Units of one pod, in three tiers. Default: as many as the ports of a spine take. */
  unitsPerPod: positiveCount("units").optional(),
  /** The end state. Default: the hosts that the cluster has. */
  designFor: FabricDesign.optional(),
  /** Links of the servers that manage the fabric; they take the last places of the first unit. */
  managerLinks: z.int().min(0).default(0),
  /** Hosts that one NVLink domain joins. Default: the hosts of a machine. */
  nvlinkDomainHosts: positiveCount("hosts").optional(),
  cabling: Cabling.prefault({}),
  storage: StorageNetwork.optional(),
  management: ManagementNetwork.optional(),
  wan: WideArea.optional(),
  switchRacks: z.array(SwitchRack).default([]),
  /** What a drawing or a supplier counts for the end state, over all planes. It is compared with what is computed, and used for nothing. */
  stated: StatedCounts.optional(),
});
export type Fabric = z.infer<typeof Fabric>;

/** A fabric as one writes it. */
export type FabricInput = DeepReadonly<z.input<typeof Fabric>>;
