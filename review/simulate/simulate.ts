import type { Output, OutputStack } from "../inputs/output";
import { type RemoteState, remoteStatesOf, stateOfOutputs, withStandIns } from "../inputs/remote-states";
import { writtenJson } from "../inputs/stack-json";
import { type JsonObject, objectAt } from "../plan/json";
import type { StackInput } from "../report/stack-input";
import { inParallel } from "../run/pool";
import { stackInputOf } from "./inputs";
import { type BothSides, type StackSimulation, simulateStack } from "./simulate-stack";
import { type Versions, versionOf } from "./versions";

export interface SimulateOptions {
  /** Terraform or OpenTofu. */
  readonly binary: string;
  /** Stacks that are simulated at once. */
  readonly parallelism: number;
  /** Called as each stack that differs is done. */
  readonly onDone?: (stack: string, outcome: StackSimulation["outcome"], done: number, of: number) => void;
}

/** What one stack of base and head reads of others. */
interface Pair {
  readonly name: string;
  readonly versions: Versions;
  readonly reads: BothSides<readonly RemoteState[]>;
}

/**
 * Simulates a change of a whole program: what a review gets of each stack that base or head has. A stack that is the same in both is
 * unchanged without a run; one that head no longer has is removed.
 */
export async function simulate(base: Output, head: Output, options: SimulateOptions): Promise<StackInput[]> {
  const [before, after] = [base, head].map(({ stacks }) => new Map(stacks.map((each) => [each.name, each])));
  const names = [...new Set([...(after?.keys() ?? []), ...(before?.keys() ?? [])])];
  const simulations = new Simulations(before ?? new Map(), after ?? new Map(), options.binary);
  const differing = simulations.differing();
  let done = 0;
  const found = await inParallel(differing, options.parallelism, async (name) => {
    const simulation = await simulations.of(name);
    done += 1;
    options.onDone?.(name, simulation.outcome, done, differing.length);
    return [name, simulation] as const;
  });
  const simulated = new Map(found);
  return names.map((name) =>
    stackInputOf({ base: before?.get(name), head: after?.get(name) }, simulated.get(name), name),
  );
}

/** The simulations of a program, each made once, when somebody first needs it. */
class Simulations {
  private readonly made = new Map<string, Promise<StackSimulation>>();
  private readonly pairs = new Map<string, Pair>();
  private readonly backends: BothSides<ReadonlyMap<string, JsonObject>>;
  private readonly readers: ReadonlySet<string>;

  public constructor(
    private readonly before: ReadonlyMap<string, OutputStack>,
    private readonly after: ReadonlyMap<string, OutputStack>,
    private readonly binary: string,
  ) {
    this.readers = readersOf([...before.values(), ...after.values()]);
    const isAnyRead = this.readers.size > 0;
    this.backends = { base: isAnyRead ? backendsOf(before) : NONE, head: isAnyRead ? backendsOf(after) : NONE };
  }

  /** Stacks that differ between base and head, or read the state of one that does. */
  public differing(): string[] {
    const found = new Set([...this.after.keys()].filter((name) => !this.isSame(name)));
    for (const name of found) {
      for (const reader of this.readers) if (this.after.has(reader) && this.reads(reader).has(name)) found.add(reader);
    }
    return [...found];
  }

  private isSame(name: string): boolean {
    return this.before.get(name)?.digest === this.after.get(name)?.digest;
  }

  /** What a simulation says of a stack. Stacks that it waits for are simulated first. */
  public of(name: string, waiting: readonly string[] = []): Promise<StackSimulation> {
    const known = this.made.get(name);
    if (known !== undefined) return known;
    const made = this.make(name, [...waiting, name]);
    this.made.set(name, made);
    return made;
  }

  private async make(name: string, waiting: readonly string[]): Promise<StackSimulation> {
    const { versions, reads } = this.pair(name);
    const states = { base: new Map<string, JsonObject>(), head: new Map<string, JsonObject>() };
    for (const side of ["base", "head"] as const) {
      for (const { name: data, stack, read } of reads[side]) {
        // Who waits in a circle gets stand-ins.
        const isCircle = stack !== undefined && this.waitsFor(stack, waiting);
        const outputs = stack === undefined || isCircle ? {} : (await this.of(stack, waiting)).outputs[side];
        states[side].set(data, stateOfOutputs(withStandIns(outputs, read)));
      }
    }
    return simulateStack(versions, { binary: this.binary, states, isRead: this.isRead(name) });
  }

  /** Whether a stack waits, also by way of others, for one of those that wait. */
  private waitsFor(name: string, waiting: readonly string[]): boolean {
    const found = new Set([name]);
    for (const each of found) {
      for (const read of this.reads(each)) found.add(read);
    }
    return waiting.some((each) => found.has(each));
  }

  /** Whether another stack reads the outputs of this one. */
  private isRead(name: string): boolean {
    return [...this.readers].some((reader) => this.reads(reader).has(name));
  }

  /** Stacks whose state a stack reads. */
  private reads(name: string): ReadonlySet<string> {
    if (!this.readers.has(name)) return new Set();
    const { reads } = this.pair(name);
    return new Set([...reads.base, ...reads.head].flatMap(({ stack }) => stack ?? []));
  }

  private pair(name: string): Pair {
    const known = this.pairs.get(name);
    if (known !== undefined) return known;
    const [base, head] = [this.before.get(name), this.after.get(name)];
    const versions = { base: versionOf(base), head: versionOf(head) };
    const reads = {
      base: remoteStatesOf(versions.base.json, base?.text ?? "", this.backends.base),
      head: remoteStatesOf(versions.head.json, head?.text ?? "", this.backends.head),
    };
    const made = { name, versions, reads };
    this.pairs.set(name, made);
    return made;
  }
}

const NONE: ReadonlyMap<string, JsonObject> = new Map();

/** Stacks that read the state of another one. */
const readersOf = (stacks: readonly OutputStack[]): Set<string> =>
  new Set(stacks.filter(({ text }) => text.includes('"terraform_remote_state"')).map(({ name }) => name));

/** Where each stack keeps its state. */
function backendsOf(stacks: ReadonlyMap<string, OutputStack>): Map<string, JsonObject> {
  return new Map(
    [...stacks.values()].map((stack) => [stack.name, objectAt(objectAt(writtenJson(stack), "terraform"), "backend")]),
  );
}
