import { z } from "zod";
import { Milestones } from "./milestone";
import { PowerFigure } from "./power";
import { type DeepReadonly, Name, nonNegative } from "./primitives";
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

/** A room with its own power and cooling capacity. */
export const Hall = z.strictObject({
  name: Name,
  criticalItMW: nonNegative("MW"),
  /** Most heat the hall's cooling removes. Absent: not known, and not checked. */
  coolingMW: nonNegative("MW").optional(),
  /** Density limit of one rack. */
  rackKW: nonNegative("kW").optional(),
});
export type Hall = z.infer<typeof Hall>;

/** A phase as one writes it. */
export type PhaseInput = DeepReadonly<z.input<typeof Phase>>;
/** A hall as one writes it. */
export type HallInput = DeepReadonly<z.input<typeof Hall>>;
