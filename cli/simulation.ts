import type { Output } from "../review/inputs/output";
import { many, visible } from "../review/markdown/text";
import type { StackInput } from "../review/report/stack-input";
import { defaultParallelism } from "../review/run/pool";
import { terraformOf, whyNotStarted } from "../review/run/terraform";
import { simulate } from "../review/simulate/simulate";
import type { Outcome } from "../review/simulate/simulate-stack";
import { commandIn } from "./options";
import { say } from "./say";
import { UsageError } from "./usage-error";

export interface SimulationOptions {
  readonly cwd: string;
  /** Terraform or OpenTofu. @default - what TERRAFORM_BINARY_NAME says, else terraform */
  readonly terraform?: string;
}

/** What a simulation gives a review. */
export interface Simulated {
  readonly inputs: readonly StackInput[];
  /** What it has made up, and cannot show. */
  readonly notes: readonly string[];
}

/** Plans what head makes of base with simulated providers: nobody is asked anything, and nothing is left. */
export async function simulated(
  base: Output | undefined,
  head: Output | undefined,
  { cwd, terraform }: SimulationOptions,
): Promise<Simulated> {
  if (base === undefined || head === undefined) {
    throw new UsageError(
      "--simulate needs --base, an output folder or a git revision: what it says is taken for what is there",
    );
  }
  const { binary, env } = terraformOf(commandIn(cwd, terraform), process.env, "");
  const problem = await whyNotStarted({ binary, env });
  if (problem !== undefined) {
    throw new UsageError(
      `--simulate plans with Terraform or OpenTofu, and ${binary} cannot be started: ${problem}; install it, or name it with --terraform`,
    );
  }
  // An exit that is said takes away what was made for the simulation.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  const inputs = await simulate(base, head, {
    binary,
    parallelism: defaultParallelism(),
    onDone: (stack, outcome, done, of) =>
      say(`[${String(done).padStart(String(of).length)}/${of}] ${visible(stack)}: ${wordOf(outcome)}`),
  });
  return { inputs, notes: notesOf(inputs) };
}

const wordOf = (outcome: Outcome): string => {
  switch (outcome.is) {
    case "unchanged":
      return "no change";
    case "planned":
      return "simulated";
    case "failed":
      return `FAILED: ${visible(outcome.failure)}`;
    case "notSimulated":
      return `NOT SIMULATED: ${visible(outcome.why)}`;
  }
};

/** What is to be known of stacks of which a plan is shown, each thing once. */
function notesOf(inputs: readonly StackInput[]): string[] {
  const stacks = new Map<string, string[]>();
  for (const { name, note, notSimulated } of inputs) {
    if (note !== undefined && notSimulated === undefined) stacks.set(note, [...(stacks.get(note) ?? []), name]);
  }
  return [...stacks].map(
    ([note, names]) => `in ${names.length > 3 ? many(names.length, "stack") : names.join(", ")}: ${note}`,
  );
}
