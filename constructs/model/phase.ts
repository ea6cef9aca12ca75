import { z } from "zod";
import { type MilestoneDates, Milestones } from "./milestone";
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

/** The day a milestone happened, else is expected, else was agreed; what it follows is not looked at. */
export function effectiveDate(dates: MilestoneDates | undefined): string | undefined {
  return dates?.actual ?? dates?.forecast ?? dates?.contract;
}

/** The day a phase's power can be used: ready for service, else acceptance, else rent commencement; undefined when nothing says. */
export function usableFrom(phase: Phase): string | undefined {
  const { readyForService, acceptance } = phase.milestones;
  return effectiveDate(readyForService) ?? effectiveDate(acceptance) ?? phase.rentCommencement;
}

/** A phase as one writes it. */
export type PhaseInput = DeepReadonly<z.input<typeof Phase>>;
