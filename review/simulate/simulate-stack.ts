import type { JsonObject } from "../plan/json";
import type { PlanJson } from "../plan/read-plan";
import type { Diagnostic } from "../report/schema";
import { foresee, withProviders } from "./base-plan";
import { copyOf } from "./cut";
import { type Demands, demandsOf } from "./demands";
import { lengthsIn } from "./lengths";
import { newOutputs } from "./new-outputs";
import { notesOf } from "./notes";
import { startProviders } from "./provider";
import { type Slice, sliceOf } from "./slice";
import type { Versions } from "./versions";
import { WorkFolder } from "./work-folder";

/** What became of a stack. */
export type Outcome =
  | { readonly is: "unchanged" }
  | { readonly is: "planned"; readonly plan: PlanJson; readonly diagnostics: readonly Diagnostic[] }
  | {
      readonly is: "failed";
      readonly plan: PlanJson | undefined;
      readonly failure: string;
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly is: "notSimulated"; readonly why: string };

/** Something of a stack in base and in head. */
export interface BothSides<T> {
  readonly base: T;
  readonly head: T;
}

/** What a simulation says of a stack, and which outputs, with their types, it gives others. */
export interface StackSimulation {
  readonly outcome: Outcome;
  /** What is different from a plan on what is really there. */
  readonly notes: readonly string[];
  readonly outputs: BothSides<JsonObject>;
}

export interface StackOptions {
  /** Terraform or OpenTofu. */
  readonly binary: string;
  /** States of other stacks that it reads, by data source. @default - it reads none */
  readonly states?: BothSides<ReadonlyMap<string, JsonObject>>;
  /** Whether another stack reads its outputs. @default false */
  readonly isRead?: boolean;
  /** What of the stack is planned. @default - what changes, its dependents, and what they need */
  readonly cut?: typeof sliceOf;
}

const NO_STATES: BothSides<ReadonlyMap<string, JsonObject>> = { base: new Map(), head: new Map() };

/**
 * Plans what a change makes of a stack, without asking anybody: what base says is planned with made-up values and taken for what is there, and
 * what head says is planned on that. Of both only what may matter is looked at.
 */
export async function simulateStack(versions: Versions, options: StackOptions): Promise<StackSimulation> {
  const { base, head } = versions;
  const { cut = sliceOf, isRead = false, states = NO_STATES } = options;
  const outputs = [...base.parts.keys(), ...head.parts.keys()].filter((name) => name.startsWith("output."));
  const answered = [...states.head.keys()].filter((name) => !isSame(states.base.get(name), states.head.get(name)));
  const slice = cut(base.parts, head.parts, isRead ? outputs : [], answered);
  const common = { notes: notesOf(versions, slice.parts), outputs: { base: {}, head: {} } };
  if (slice.parts.size === 0) return { ...common, outcome: { is: "unchanged" } };
  const demands = demandsOf(versions, slice.parts);
  if ("why" in demands) return { ...common, outcome: { is: "notSimulated", why: demands.why } };
  const work = new WorkFolder(options.binary);
  try {
    return { ...common, ...(await planned(versions, slice, demands, work, options)) };
  } finally {
    work.remove();
  }
}

const isSame = (a: JsonObject | undefined, b: JsonObject | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

async function planned(
  { base, head }: Versions,
  { parts, changed }: Slice,
  demands: Demands,
  work: WorkFolder,
  { states = NO_STATES }: StackOptions,
): Promise<Omit<StackSimulation, "notes">> {
  const lengths = lengthsIn(base.parts, head.parts);
  const start = (foresees: boolean) => () => startProviders(demands.requirements, { foresees, lengths });
  const filesOf = (side: "base" | "head") =>
    new Map(
      // Names of data sources come from whoever wrote the program, and are no names of files.
      [...states[side]].map(([name, state], index) => [
        name,
        work.write(`${side}-${index}.tfstate`, JSON.stringify(state)),
      ]),
    );
  const there = await foresee({ base, keep: parts, demands, states: filesOf("base"), start: start(true) }, work);
  if ("why" in there) return { outcome: { is: "notSimulated", why: there.why }, outputs: { base: {}, head: {} } };
  const { stack } = head;
  if (stack === undefined || changed.size === 0) {
    return { outcome: { is: "unchanged" }, outputs: { base: there.outputs, head: there.outputs } };
  }
  // What base imports is there already.
  const keep = new Set([...parts].filter((name) => !name.startsWith("import.") || changed.has(name)));
  const copy = copyOf(head.json, head.parts, { keep, providers: demands.providers, states: filesOf("head") });
  const { result, plan } = await withProviders(start(false), (env) => work.plan(stack, copy, env));
  const outputs = { base: there.outputs, head: plan === undefined ? there.outputs : newOutputs(plan, there.outputs) };
  const { diagnostics, failure } = result;
  return result.state === "failed" || plan === undefined
    ? { outputs, outcome: { is: "failed", plan, failure: failure ?? "terraform wrote no plan", diagnostics } }
    : { outputs, outcome: { is: "planned", plan, diagnostics } };
}
