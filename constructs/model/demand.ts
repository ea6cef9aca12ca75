import { z } from "zod";
import { Basis, Bound } from "./basis";
import { Purpose } from "./cluster-base";
import { Between, MonthlyFactors, PeakFactor } from "./curve";
import {
  FigureSchema,
  filledList,
  Name,
  nonNegative,
  PlainDate,
  Share,
  Text,
  Throughput,
  textLike,
  WorkShare,
} from "./primitives";
import { show } from "./show";

/** The scenario in which demand stands that names none. */
export const BASE_SCENARIO = "base";

/** An accelerator that a workload can use beside the one in which its demand is counted: a chip is not a chip. */
export const ServedBy = z.strictObject({
  accelerator: Text,
  /** What one of these does of the work that one of the counted accelerators does. */
  throughput: FigureSchema.extend({ value: Throughput }),
});
export type ServedBy = z.infer<typeof ServedBy>;

/** Accelerators wanted over time by one workload in one scenario. */
export const Demand = z.strictObject({
  name: Name,
  workload: Purpose,
  /** `base`, `x10`, `x80`, ... */
  scenario: Name.default(BASE_SCENARIO),
  /** The accelerator in which it is counted, and which serves it; any, each alike, when absent. */
  accelerator: Text.optional(),
  /** What else serves it. */
  servedBy: z.array(ServedBy).default([]),
  /** What is wanted on each of these days, and, as `between` says, until the next. */
  points: filledList(
    z.strictObject({
      from: PlainDate,
      accelerators: nonNegative("accelerators"),
    }),
    "must hold at least one point: how much is wanted from which day on",
  ),
  between: Between.default("steps"),
  /** The peak over what the points state, where they state an average. */
  peakFactor: PeakFactor.default(1),
  /** How many times the points each month takes. Absent: every month is alike. */
  monthlyFactors: MonthlyFactors.optional(),
  /** The share of the accelerators it has that a workload keeps busy at its peak: the rest must be there as well. */
  utilization: WorkShare.default(1),
  /** What must be there beyond that, as a share of it, so that a failure is not an outage. */
  headroom: Share.default(0),
  /** Sites at which it may run. Absent: at any. */
  sites: filledList(Name, "must name at least one site").optional(),
  /** Countries (`DE`) and subdivisions (`US-TX`) in which it may run. Absent: in any. */
  jurisdictions: filledList(
    textLike(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'an ISO 3166 code, such as "US" or "US-TX"'),
    "must name at least one jurisdiction",
  ).optional(),
  /** Who is served first where there is not enough: 1 before 2. */
  priority: z
    .int({ error: (issue) => `must be a whole number, 1 or more; got ${show(issue.input)}` })
    .min(1, { error: (issue) => `must be a whole number, 1 or more; got ${show(issue.input)}` })
    .default(1),
  bound: Bound.default("exact"),
  basis: Basis,
  source: Text,
});
export type Demand = z.infer<typeof Demand>;
