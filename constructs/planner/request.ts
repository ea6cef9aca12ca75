import { z } from "zod";
import { type DeepReadonly, filledList, Name, nonNegative, positiveCount, Share, Text } from "../model";
import { CalendarMonth, Jurisdiction, Offer } from "../model/offer";
import { PlanLimits } from "../model/planning";
import { show } from "../model/show";

const perMonth = (unit: string) => filledList(nonNegative(unit), "must hold one number for each month of the horizon");

/** The longest horizon, in months: what comes later than 20 years is not planned by month. */
const MOST_MONTHS = 240;

const positive = (what: string) => {
  const error = (issue: { readonly input?: unknown }) => `must be ${what}, more than 0; got ${show(issue.input)}`;
  return z.number({ error }).positive({ error });
};

/** Work to be done, measured in a unit of its own, such as H100-equivalents. */
export const Workload = z.strictObject({
  name: Name,
  /** What `demand` of it counts. */
  unit: Text.default("accelerators"),
  /** What can serve it. A chip is not a chip: `throughput` is how many units of the workload one accelerator serves. */
  servedBy: z.array(
    z.strictObject({ accelerator: Text, throughput: positive("units of the workload per accelerator") }),
  ),
  /** Where it may run. @default - anywhere */
  jurisdictions: filledList(Jurisdiction, "must hold at least one jurisdiction").optional(),
});

/** What one already has, and keeps or loses as its contracts say. */
export const Supply = z.strictObject({
  name: Name,
  accelerator: Text,
  jurisdiction: Jurisdiction,
  counterparty: Text.optional(),
  kind: z.enum(["cloud", "lease", "build"]).optional(),
  /** Accelerators in each month of the horizon. */
  accelerators: perMonth("accelerators"),
  criticalItKWPerAccelerator: nonNegative("kW").optional(),
  /** Critical IT power of it in each month, where it is not the same for each accelerator: instead of `criticalItKWPerAccelerator`. */
  criticalItMW: perMonth("MW").optional(),
});

/** One course that demand may take. */
export const PlanScenario = z.strictObject({
  name: Name,
  /** How likely it is; all together 1. @default - all alike */
  probability: positive("a probability").max(1, { error: "must be at most 1" }).optional(),
  /** Share of the demand that must be met, in each month and of each workload. */
  serviceLevel: Share.default(1),
  demand: filledList(
    z.strictObject({ workload: Name, perMonth: perMonth("units of the workload") }),
    "must hold the demand of at least one workload",
  ),
});

/** All that a plan is made from. */
export const PlanRequest = z.strictObject({
  horizon: z.strictObject({
    first: CalendarMonth,
    months: positiveCount("months").max(MOST_MONTHS, {
      error: (issue) => `must be at most ${MOST_MONTHS} months; got ${show(issue.input)}`,
    }),
  }),
  currency: z.enum(["USD", "EUR", "GBP"]),
  /**
   * What a payment a year later is worth less, as a share of it: 0.08 for 8 %. A payment m months after the first is divided by
   * (1 + rate) to the power of m / 12.
   */
  discountRatePerYear: Share,
  /**
   * What a decision costs after the horizon: `owed` counts payments that one is bound to by then, `none` leaves them out. Whatever is
   * chosen, a plan says how much they are.
   */
  afterHorizon: z.enum(["owed", "none"]).default("owed"),
  workloads: filledList(Workload, "must hold at least one workload"),
  supply: z.array(Supply).default([]),
  scenarios: filledList(PlanScenario, "must hold at least one scenario"),
  /**
   * The month from which one knows which scenario came: what is decided before holds for all. Never, when absent: then one plan holds
   * for all.
   */
  knownFrom: CalendarMonth.optional(),
  limits: PlanLimits,
  offers: z.array(Offer),
  /** Names of accelerators that are newer than the catalogue. */
  newAccelerators: z.array(Text).default([]),
});
export type PlanRequest = z.infer<typeof PlanRequest>;
/** A request as one writes it. */
export type PlanRequestInput = DeepReadonly<z.input<typeof PlanRequest>>;
export type Workload = z.infer<typeof Workload>;
export type Supply = z.infer<typeof Supply>;
export type PlanScenario = z.infer<typeof PlanScenario>;
