import type { Machine } from "../../catalog";
import type { Severity } from "../../model/finding";
import type { Report } from "../rule";
import type { StackOutput } from "./stack-output";

/** What a rule about a stack's Terraform may ask beside it. */
export interface OutputContext {
  /** A machine of the fleet's own, else of the catalogue. */
  machine(type: string): Machine | undefined;
}

/**
 * A check of the Terraform of one stack, as it is written: what the library makes keeps it by construction, and hooks, aspects and
 * overrides of a program may break it. One rule is one file.
 */
export interface OutputRule {
  readonly id: string;
  /** What holds when the rule is kept, in one line. */
  readonly title: string;
  readonly severity: Severity;
  /** The check as a formula, where it is one. */
  readonly formula?: string;
  /** Where the limit comes from. */
  readonly source: string;
  check(stack: StackOutput, context: OutputContext): Iterable<Report>;
}
