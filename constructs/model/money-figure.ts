import { z } from "zod";
import { Basis, Bound } from "./basis";
import { MoneySchema } from "./money-schema";
import { asFigure, Text } from "./primitives";

/** An amount of money with its provenance. */
export const MoneyFigure = z.strictObject(
  {
    ...MoneySchema.shape,
    bound: Bound.default("exact"),
    basis: Basis,
    source: Text,
  },
  {
    error: asFigure(
      "money with amount, currency, basis and source, as contracted(usd(1_500_000), { source: ... }) gives",
    ),
  },
);
export type MoneyFigure = z.infer<typeof MoneyFigure>;
