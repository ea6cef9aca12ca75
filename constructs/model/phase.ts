import { z } from "zod";
import { Milestones } from "./milestone";
import { PowerFigure } from "./power";
import { type DeepReadonly, Name } from "./primitives";
import { commencementTerms, quantityTerms, rateTerms } from "./rent";

export { MilestoneDates, MilestoneKind, Milestones, milestoneOrder } from "./milestone";

/** A tranche of a site: the power it brings and when. */
export const Phase = z.strictObject({
  id: Name,
  power: PowerFigure,
  /** Names of the halls that open with this phase. */
  halls: z.array(Name).default([]),
  milestones: Milestones.default({}),
  ...commencementTerms,
  ...quantityTerms,
  ...rateTerms,
});
export type Phase = z.infer<typeof Phase>;

/** A phase as one writes it. */
export type PhaseInput = DeepReadonly<z.input<typeof Phase>>;
