import { z } from "zod";
import { PowerFigure } from "./power";
import { type DeepReadonly, Name, PlainDate } from "./primitives";

export { Hall, type HallInput } from "./hall";

/** A milestone's day as agreed, as expected now, and as it happened. */
export const MilestoneDates = z.strictObject({
  contract: PlainDate.optional(),
  forecast: PlainDate.optional(),
  actual: PlainDate.optional(),
});
export type MilestoneDates = z.infer<typeof MilestoneDates>;

/** The milestones of a phase, in the order in which they must happen. */
export const milestoneOrder = ["permit", "utility", "integratedTest", "readyForService", "acceptance"] as const;
export type MilestoneKind = (typeof milestoneOrder)[number];

export const Milestones = z.strictObject({
  permit: MilestoneDates.optional(),
  utility: MilestoneDates.optional(),
  integratedTest: MilestoneDates.optional(),
  readyForService: MilestoneDates.optional(),
  acceptance: MilestoneDates.optional(),
});
export type Milestones = z.infer<typeof Milestones>;

/** A tranche of a site: the power it brings and when. */
export const Phase = z.strictObject({
  id: Name,
  power: PowerFigure,
  /** Names of the halls that open with this phase. */
  halls: z.array(Name).default([]),
  milestones: Milestones.default({}),
  /** First day rent is due for this phase. */
  rentCommencement: PlainDate.optional(),
});
export type Phase = z.infer<typeof Phase>;

/** The day a milestone happened, else is expected, else was agreed. */
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
