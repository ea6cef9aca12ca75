import { z } from "zod";
import { Basis, Bound } from "./basis";
import { asFigure, nonNegative, Text } from "./primitives";

/**
 * Which power a figure speaks of: `criticalIT` is deliverable to IT equipment, `utility` is drawn from the grid. A source
 * that does not say is `unstated`, and such a figure enters totals only through an explicit `countedAs`.
 */
export const PowerMeaning = z.enum(["criticalIT", "utility", "unstated"]);
export type PowerMeaning = z.infer<typeof PowerMeaning>;

/** A power figure in a document. Never just "MW": it says which power, how exact, and who says so. */
export const PowerFigure = z.strictObject(
  {
    valueMW: nonNegative("MW"),
    bound: Bound.default("exact"),
    meaning: PowerMeaning,
    countedAs: z.enum(["criticalIT", "utility"]).optional(),
    basis: Basis,
    source: Text,
  },
  {
    error: asFigure(
      "a power figure with valueMW, meaning, basis and source, as reported(megawatts(300), { meaning: ..., source: ... }) gives",
    ),
  },
);
export type PowerFigure = z.infer<typeof PowerFigure>;
