import { z } from "zod";
import { Basis } from "./basis";
import { type DeepReadonly, Name, nonNegative, positive, positiveCount, Text, textLike } from "./primitives";
import { show } from "./show";

/** One of the independent sources that feed racks: `A`, `B`, `C`, ... In the power topology each leads to nodes of its own. */
export const FeedSide = textLike(/^[A-Z][A-Z0-9]{0,7}$/, 'the name of a side in capitals, such as "A"');
export type FeedSide = z.infer<typeof FeedSide>;

/** A share above 0 and at most 1. */
const share = (what: string) => {
  const error = (issue: { readonly input?: unknown }) =>
    `must be ${what}, above 0 and at most 1; got ${show(issue.input)}`;
  return z.number({ error }).gt(0, { error }).max(1, { error });
};

/**
 * The cords of a rack and what each can carry. With as many feeds as sides each feed has the name of its side (`A`, `B`, `C`); with
 * more, they go over the sides in turn and are numbered (`A1`, `B1`, `A2`, `B2`).
 */
export const RackFeeds = z.strictObject({
  count: positiveCount("feeds"),
  sides: z.array(FeedSide).min(1, { error: "must name at least one side, such as A" }),
  /** Line to line where there are three phases, line to neutral where there is one. */
  voltageV: positive("V"),
  /** Rating of the overcurrent device of one feed. */
  currentA: positive("A"),
  phases: z.literal([1, 3], { error: (issue) => `must be 1 or 3 phases; got ${show(issue.input)}` }).default(3),
  /**
   * What of the rating may be loaded for hours: 0.8, or 1 where the overcurrent device is rated for 100 % (NEC 210.20 and 215.3:
   * devices are sized at 125 % of the continuous load).
   */
  continuousFactor: share("a share of the rating").default(0.8),
  /** Real over apparent power of what the feed carries. */
  powerFactor: share("a power factor").default(0.95),
});
export type RackFeeds = z.infer<typeof RackFeeds>;

/** A kind of rack: what it holds, carries and is fed with. */
export const RackType = z.strictObject({
  name: Name,
  description: Text.optional(),
  /** Height for equipment, in rack units of 44.45 mm; an open rack counts its own units of 48 mm. */
  units: positiveCount("rack units"),
  /** Units that equipment for all machines of the rack takes: cable managers, patch panels, switches on top. */
  reservedUnits: nonNegative("rack units").default(0),
  /** Most power of what stands in it: the density that it is built and fed for. Absent: the hall's alone limits it. */
  ratedKW: positive("kW").optional(),
  /** Most mass on its feet, the rack's own included. */
  maxWeightKg: positive("kg").optional(),
  /** Mass of the empty rack with its doors, rails, strips and cables. */
  tareKg: nonNegative("kg").default(0),
  widthMm: positive("mm").default(600),
  depthMm: positive("mm").default(1200),
  heightMm: positive("mm").optional(),
  /** Longest device that it takes behind closed doors. Absent: not checked. */
  mountingDepthMm: positive("mm").optional(),
  /** Absent: the feeds are not said, and nothing is checked of them. */
  feeds: RackFeeds.optional(),
  /** It has manifolds, so that devices cooled by liquid can be connected. */
  liquid: z.boolean().default(false),
  basis: Basis,
  source: Text,
});
export type RackType = z.infer<typeof RackType>;

/** A rack type as one writes it. */
export type RackTypeInput = DeepReadonly<z.input<typeof RackType>>;

/** The area a rack stands on, in m2: what its mass is spread over. */
export const footprintM2 = ({ widthMm, depthMm }: Pick<RackType, "widthMm" | "depthMm">): number =>
  (widthMm * depthMm) / 1_000_000;

/** One cord of a rack. */
export interface RackFeed {
  readonly name: string;
  readonly side: FeedSide;
}

/** The feeds of a rack by name, in order: `A`, `B`, `C`, or `A1`, `B1`, `A2`, `B2` where a side has several. */
export function feedsOf({ count, sides }: Pick<RackFeeds, "count" | "sides">): RackFeed[] {
  return Array.from({ length: count }, (_, index) => {
    const side = sides[index % sides.length] ?? "A";
    return { side, name: count <= sides.length ? side : `${side}${Math.floor(index / sides.length) + 1}` };
  });
}
