import { z } from "zod";
import { type DeepReadonly, Name, positiveCount, textLike } from "./primitives";
import { show } from "./show";

/** A number above zero, in a unit: what divides, and what has no meaning at zero. */
export const positive = (unit: string) => {
  const error = (issue: { readonly input?: unknown }) =>
    `must be a finite number of ${unit} above 0; got ${show(issue.input)}`;
  return z.number({ error }).gt(0, { error });
};

const powerFactorError = (issue: { readonly input?: unknown }) =>
  `must be above 0 and at most 1: kW over kVA; got ${show(issue.input)}`;

/** kW over kVA, above 0 and at most 1. */
export const PowerFactor = z
  .number({ error: powerFactorError })
  .gt(0, { error: powerFactorError })
  .max(1, { error: powerFactorError });

/** Legs of an alternating supply: one, or three of the same voltage between each two. */
export const Phases = z.literal([1, 3], {
  error: (issue) => `must be 1 or 3 phases; got ${show(issue.input)}`,
});

/**
 * Share of its rating that an overcurrent device carries without end: 0.8, or 1 where it is listed for 100 %. Source: NEC
 * 210.20(A) and 215.3, a device carries 125 % of the continuous load.
 */
export const ContinuousFactor = z.literal([0.8, 1], {
  error: (issue) => `must be 0.8, or 1 for a device listed for 100 %; got ${show(issue.input)}`,
});

/** A side of the distribution: `A`, `B`, `C`. */
export const Side = textLike(/^[A-Z]$/, 'a side, one capital letter such as "A"');
export type Side = z.infer<typeof Side>;

/** What every feed of a rack is rated. */
export const feedRating = {
  /** Between two legs where there are three, else to neutral. */
  voltageV: positive("V"),
  currentA: positive("A"),
  phases: Phases.default(3),
  /** @default 0.8 - the device is not listed for 100 % */
  continuousFactor: ContinuousFactor.default(0.8),
  /** Of the load on the feed. @default 1 */
  powerFactor: PowerFactor.default(1),
};

/** Feeds of a kind that a rack has: so many of that rating, each from a source of its own. */
export const RackFeedRating = z.strictObject({ ...feedRating, count: positiveCount("feeds") });
export type RackFeedRating = z.infer<typeof RackFeedRating>;
export type RackFeedRatingInput = DeepReadonly<z.input<typeof RackFeedRating>>;

/** One feed of a rack: its rating, and what is lost with it. */
export const RackFeed = z.strictObject({
  id: Name,
  ...feedRating,
  /** Feeds of one side are lost together when the side is. */
  side: Side.optional(),
});
export type RackFeed = z.infer<typeof RackFeed>;
export type RackFeedInput = DeepReadonly<z.input<typeof RackFeed>>;
