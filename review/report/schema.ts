import { z } from "zod";
import { Delta, ReviewedFindings, SpecChange } from "./spec-schema";

/** What a review as a whole comes to. A simulation never says NONE: at best it has found no change, `NONE_FOUND`. */
export const Verdict = z.enum(["INCOMPLETE", "DESTROYS", "FORGETS", "CHANGES", "MOVES", "NONE", "NONE_FOUND"]);
export type Verdict = z.infer<typeof Verdict>;

/**
 * What became of one stack.
 *
 * - `planned`: its plan changes something; `unchanged`: it changes nothing
 * - `failed`: its plan stopped or cannot be read; `missing`: it has no plan
 * - `removed`: the program no longer has it, so that what it made is left without its stack
 * - `notSimulated`: nothing can stand for what it needs, so that a simulation says nothing of it
 */
export const StackState = z.enum(["planned", "unchanged", "failed", "missing", "removed", "notSimulated"]);
export type StackState = z.infer<typeof StackState>;

const count = z.int().min(0);

/** A replacement also counts as a create and as a destroy. */
export const CountersSchema = z.strictObject({
  create: count,
  update: count,
  destroy: count,
  replace: count,
  forget: count,
  move: count,
});

/** What a program said of a failure: its summary and the object it is about, never the lines of source that it prints. */
export const Diagnostic = z.strictObject({
  severity: z.enum(["error", "warning"]),
  summary: z.string(),
  address: z.string().optional(),
});
export type Diagnostic = z.infer<typeof Diagnostic>;

export const ReviewedStack = z.strictObject({
  name: z.string(),
  site: z.string().optional(),
  state: StackState,
  /** Absent where the stack failed or has no plan: numbers of a part are no facts. */
  counters: CountersSchema.optional(),
  diagnostics: z.array(Diagnostic),
  /** Why it failed, or what else must be known of it. */
  note: z.string().optional(),
  /** Against what the plan was made: `estimate` where objects of another stack were made up, `simulation` where the providers were. */
  basis: z.enum(["plan", "estimate", "simulation"]),
  /** It equals the base, and nobody planned it. */
  isSameAsBase: z.literal(true).optional(),
  /** SHA-256 of the plan file that was reviewed: this one may be applied. Absent where none was left. */
  planDigest: z.string().optional(),
});
export type ReviewedStack = z.infer<typeof ReviewedStack>;

const Shown = z.discriminatedUnion("is", [
  z.strictObject({ is: z.literal("value"), text: z.string() }),
  z.strictObject({ is: z.literal("sensitive") }),
  z.strictObject({ is: z.literal("unknown") }),
]);

export const ReviewedAttribute = z.strictObject({
  path: z.string(),
  before: Shown.optional(),
  after: Shown.optional(),
  note: z.enum(["sensitivity added", "sensitivity removed", "write-only value may change"]).optional(),
  /** Of a text of many lines: the lines that differ, each with one before and behind it, as a unified diff has them. */
  lines: z.array(z.string()).optional(),
  /** It is why the object is replaced. */
  forcesReplacement: z.literal(true).optional(),
});
export type ReviewedAttribute = z.infer<typeof ReviewedAttribute>;

/** What a change touches that is reviewed before others. */
export const Concern = z.enum(["access", "network exposure", "encryption", "deletion protection"]);
export type Concern = z.infer<typeof Concern>;

export const Action = z.enum([
  "noop",
  "create",
  "read",
  "update",
  "delete",
  "replace",
  "forget",
  "createForget",
  "unknown",
]);

/**
 * Why something changes: `thisChange` where base and head say different things of it, or of what it depends on; `drift` where it was
 * changed outside of Terraform; `pendingOnBase` where base is not applied yet.
 */
export const Cause = z.enum(["thisChange", "pendingOnBase", "drift"]);
export type Cause = z.infer<typeof Cause>;

export const ReviewedChange = z.strictObject({
  stack: z.string(),
  site: z.string().optional(),
  address: z.string(),
  /** Where the program made it: `rainier/network/vpc`. */
  constructPath: z.string().optional(),
  deposed: z.string().optional(),
  previousAddress: z.string().optional(),
  importing: z.string().optional(),
  type: z.string(),
  action: Action,
  /** Of a replacement: what comes first. */
  order: z.enum(["deleteFirst", "createFirst"]).optional(),
  /** Absent where there is no base to compare with. */
  cause: Cause.optional(),
  /** Something forbids it, so that it will not be done. */
  isBlocked: z.literal(true).optional(),
  /** Why, in words. */
  reasons: z.array(z.string()),
  concerns: z.array(Concern),
  attributes: z.array(ReviewedAttribute),
});
export type ReviewedChange = z.infer<typeof ReviewedChange>;

export const ReviewedOutput = z.strictObject({
  stack: z.string(),
  name: z.string(),
  attributes: z.array(ReviewedAttribute),
});
export type ReviewedOutput = z.infer<typeof ReviewedOutput>;

/** What was found changed outside of Terraform. */
export const ReviewedDrift = z.strictObject({
  stack: z.string(),
  address: z.string(),
  constructPath: z.string().optional(),
  action: Action,
  /** Whether a change of the plan follows from it. */
  isRelevant: z.boolean(),
  attributes: z.array(ReviewedAttribute),
});
export type ReviewedDrift = z.infer<typeof ReviewedDrift>;

/** A check or condition of a stack that does not pass. */
export const FailedCheck = z.strictObject({
  stack: z.string(),
  address: z.string(),
  status: z.enum(["fail", "error", "unknown"]),
  messages: z.array(z.string()),
});
export type FailedCheck = z.infer<typeof FailedCheck>;

/** All that a review says, without a secret: what it is rendered from, wherever it is posted. */
export const Review = z.strictObject({
  apiVersion: z.literal("siteform.dev/v1alpha1"),
  kind: z.literal("Review"),
  verdict: Verdict,
  /** No cloud was asked: base was taken for what is there, with made-up values, and providers were simulated. Never to be applied. */
  simulated: z.literal(true).optional(),
  /** Over the stacks that were planned: facts of the fleet only where none failed and none is missing. */
  counters: CountersSchema,
  imports: count,
  /** What must be known of the comparison as a whole. */
  notes: z.array(z.string()),
  stacks: z.array(ReviewedStack),
  changes: z.array(ReviewedChange),
  outputs: z.array(ReviewedOutput),
  drift: z.array(ReviewedDrift),
  checks: z.array(FailedCheck),
  /** What the specs of base and head differ in. Absent, with the two that follow: at least one of them is not at hand. */
  spec: z.array(SpecChange).optional(),
  /** What that comes to in power, machines and money. */
  deltas: z.array(Delta).optional(),
  /** What rules find in base and head. */
  findings: ReviewedFindings.optional(),
});
export type Review = z.infer<typeof Review>;
