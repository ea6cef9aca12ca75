import { z } from "zod";
import { CountersSchema, Diagnostic } from "../report/schema";

const StateVersion = z.strictObject({ lineage: z.string(), serial: z.int() });

/** What became of the plan of one stack. */
export const PlanResult = z.strictObject({
  stack: z.string(),
  state: z.enum(["planned", "unchanged", "failed"]),
  /** Absent where the plan failed. */
  counters: CountersSchema.optional(),
  diagnostics: z.array(Diagnostic),
  /** Why it failed, where Terraform does not say. */
  failure: z.string().optional(),
  basis: z.enum(["plan", "estimate", "simulation"]),
  /** SHA-256 of what Terraform read, and of the lock file of its providers. */
  outputDigest: z.string(),
  lockDigest: z.string().optional(),
  /** SHA-256 of the plan file. */
  planDigest: z.string().optional(),
  /** The state that it was planned on: its line and its number in it. Absent where there is none yet. */
  basedOn: StateVersion.optional(),
  /**
   * The states of stacks that this one depends on, by stack, as they were before it was planned: null where there was none yet. One that
   * could not be read is absent.
   */
  upstream: z.record(z.string(), StateVersion.nullable()).optional(),
  seconds: z.number(),
});
export type PlanResult = z.infer<typeof PlanResult>;

/** What one run of `siteform plan` left beside its plans. */
export const PlanResults = z.strictObject({
  apiVersion: z.literal("siteform.dev/v1alpha1"),
  kind: z.literal("Plans"),
  terraform: z.string(),
  results: z.array(PlanResult),
});
export type PlanResults = z.infer<typeof PlanResults>;
