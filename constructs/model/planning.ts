import { z } from "zod";
import { CalendarMonth, Jurisdiction, UnitPrice } from "./offer";
import { type DeepReadonly, filledList, Name, nonNegative, Share, Text } from "./primitives";
import { show } from "./show";

const limited = { name: Name, from: CalendarMonth.optional(), until: CalendarMonth.optional() };

/** Critical IT power that may be used, in each month from `from` until `until`, both included. */
export const PowerLimit = z.strictObject({
  ...limited,
  mostMW: nonNegative("MW"),
  /** Only what stands there. @default - everything */
  jurisdiction: Jurisdiction.optional(),
  /** Only what is held so: power of a cloud is the cloud's. @default - all kinds */
  kinds: filledList(z.enum(["cloud", "lease", "build"]), "must hold at least one kind").optional(),
});

/** Payments of one calendar year; values that remain are no payments. */
export const MoneyLimit = z.strictObject({
  name: Name,
  year: z
    .string({ error: (issue) => `must be a year in quotes, such as "2027"; got ${show(issue.input)}` })
    .regex(/^\d{4}$/, {
      error: (issue) => `must be a year such as "2027"; got ${show(issue.input)}`,
    }),
  most: UnitPrice,
  currency: z.enum(["USD", "EUR", "GBP"]),
});

/** How much one counterparty may supply, in each month: accelerators, or a share of all accelerators one has then. */
export const ConcentrationLimit = z.strictObject({
  ...limited,
  /** @default - each of them */
  counterparty: Text.optional(),
  mostAccelerators: nonNegative("accelerators").optional(),
  mostShare: Share.optional(),
});

/** What a plan of additions must keep within. */
export const PlanLimits = z
  .strictObject({
    power: z.array(PowerLimit).default([]),
    money: z.array(MoneyLimit).default([]),
    concentration: z.array(ConcentrationLimit).default([]),
  })
  .default({ power: [], money: [], concentration: [] });

const isProbability = (issue: { readonly input?: unknown }) =>
  `must be a probability above 0, at most 1; got ${show(issue.input)}`;

/** How additions to a fleet are planned: for which scenarios, at what rate, within what. */
export const Planning = z.strictObject({
  /** All offers are priced in it. */
  currency: z.enum(["USD", "EUR", "GBP"]),
  /** What a payment a year later is worth less, as a share of it: 0.08 for 8 %. */
  discountRatePerYear: Share,
  /** Scenarios that are planned for together. Absent: the base alone. */
  scenarios: filledList(
    z.strictObject({
      name: Name,
      /** How likely it is; all together 1. Absent: all alike. */
      probability: z
        .number({ error: isProbability })
        .gt(0, { error: isProbability })
        .max(1, { error: isProbability })
        .optional(),
      /** Share of the demand that must be met, in each month and of each workload. */
      serviceLevel: Share.default(1),
    }),
    "must name at least one scenario",
  ).optional(),
  /** The month from which one knows which scenario came. Absent: never; then one plan holds for all. */
  knownFrom: CalendarMonth.optional(),
  /** What a decision costs after the months that are planned: what one is bound to by then, or nothing. */
  afterHorizon: z.enum(["owed", "none"]).default("owed"),
  limits: PlanLimits,
});
export type Planning = z.infer<typeof Planning>;
/** How additions are planned, as one writes it. */
export type PlanningInput = DeepReadonly<z.input<typeof Planning>>;
