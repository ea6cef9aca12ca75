import { z } from "zod";
import { Basis, Bound } from "./basis";
import { Purpose } from "./cluster-base";
import { filledList, Name, nonNegative, PlainDate, Text } from "./primitives";

/** Accelerators or power wanted over time by one workload in one scenario. */
export const Demand = z.strictObject({
  name: Name,
  workload: Purpose,
  /** `base`, `x10`, `x80`, ... */
  scenario: Name.default("base"),
  /** Which accelerator; any when absent. */
  accelerator: Text.optional(),
  /** What is wanted from each day on, until the next point. */
  points: filledList(
    z.strictObject({
      from: PlainDate,
      accelerators: nonNegative("accelerators"),
    }),
    "must hold at least one point: how much is wanted from which day on",
  ),
  bound: Bound.default("exact"),
  basis: Basis,
  source: Text,
});
export type Demand = z.infer<typeof Demand>;
