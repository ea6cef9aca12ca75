import { z } from "zod";

/**
 * Where a figure comes from, strongest first.
 *
 * - `measured`: read from a meter or an inventory
 * - `contract`: promised in a signed agreement
 * - `vendor`: from a data sheet or an API of the maker
 * - `reported`: from the press or another third party
 * - `assumed`: chosen by the author of the fleet
 */
export const Basis = z.enum(["measured", "contract", "vendor", "reported", "assumed"]);
export type Basis = z.infer<typeof Basis>;

/** How exact a figure is: "over 300 MW" is `atLeast`, and stays so in every total. */
export const Bound = z.enum(["exact", "atLeast", "atMost", "about"]);
export type Bound = z.infer<typeof Bound>;

/** A plain number with its provenance; the unit stands in the name of the field that holds it. */
export interface Figure {
  readonly value: number;
  /** @default "exact" */
  readonly bound?: Bound;
  readonly basis: Basis;
  /** What to open to check the figure: a document, a page, a calculation. */
  readonly source: string;
}
