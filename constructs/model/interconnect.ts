import { z } from "zod";
import { asFigure, Name, nonNegative, Text } from "./primitives";

/** A link between two sites. It has two ends and one truth: it is stated once, and at neither end. */
export const Interconnect = z.strictObject({
  name: Name,
  /** Names of the two sites. */
  between: z.tuple([Name, Name], { error: asFigure("the names of two sites") }),
  /** What passes in each direction, in Gbit/s. */
  rateGbps: nonNegative("Gbit/s"),
  /** Who provides it. */
  carrier: Text.optional(),
});
export type Interconnect = z.infer<typeof Interconnect>;
