import { z } from "zod";
import { Basis } from "./basis";
import { type DeepReadonly, filledList, Name, nonNegative, positiveCount, Text } from "./primitives";
import { feedRating, positive, type RackFeed, Side } from "./rack-feed";

/**
 * The cords of a rack and what each can carry. With as many feeds as sides each feed has the name of its side (`a`, `b`, `c`); with
 * more, they go over the sides in turn and are numbered (`a1`, `b1`, `a2`, `b2`). Which nodes of the power topology they hang on is
 * said there; what it says of the racks of a hall goes before what the type says.
 */
export const RackFeeds = z.strictObject({
  ...feedRating,
  count: positiveCount("feeds"),
  sides: filledList(Side, 'must name at least one side, such as "A"'),
});
export type RackFeeds = z.infer<typeof RackFeeds>;

/** A kind of rack: what it holds, carries and is fed with. */
export const RackType = z.strictObject({
  name: Name,
  description: Text.optional(),
  /** A `cabinet` that servers and devices are mounted in, or the `place` of a machine that comes as a whole rack. */
  kind: z.enum(["cabinet", "place"]).default("cabinet"),
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

/** The feeds of a rack, in order: `a`, `b`, `c`, or `a1`, `b1`, `a2`, `b2` where a side has several. */
export function feedsOf({ count, sides, ...rating }: RackFeeds): RackFeed[] {
  return Array.from({ length: count }, (_, index) => {
    const side = sides[index % sides.length] ?? "A";
    const turn = count <= sides.length ? "" : String(Math.floor(index / sides.length) + 1);
    return { id: `${side.toLowerCase()}${turn}`, ...rating, side };
  });
}
