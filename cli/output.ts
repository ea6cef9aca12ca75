import { existsSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import { didYouMean } from "../constructs/model/suggest";
import { type Output, OutputError, type OutputStack, readOutput } from "../review/inputs/output";
import { type Commit, commitOf, outputOfRevision, RevisionError } from "../review/inputs/revision";
import { DEFAULT_OUTPUT } from "./choices";
import { UsageError } from "./usage-error";

/** An output folder, or a mistake of the user's. */
export function outputAt(folder: string): Output {
  try {
    return readOutput(folder);
  } catch (error) {
    if (error instanceof OutputError) throw new UsageError(error.message);
    throw error;
  }
}

/**
 * The output of a folder, or of a revision: its program is run in a working tree of its own.
 *
 * @returns with it the commit, where it is one
 */
export function outputOf(cwd: string, given: string): { readonly output: Output; readonly commit?: Commit } {
  const folder = resolve(cwd, given);
  // No revision has a name that begins as a path from the root does.
  if (existsSync(folder) || isAbsolute(given) || given === DEFAULT_OUTPUT) return { output: outputAt(folder) };
  try {
    const commit = commitOf(resolve(cwd), given);
    return { output: outputOfRevision(resolve(cwd), commit), commit };
  } catch (error) {
    if (error instanceof RevisionError || error instanceof OutputError) throw new UsageError(error.message);
    throw error;
  }
}

/** The stacks that names and globs choose; all where none is given. */
export function chosenStacks({ stacks }: Output, names: readonly string[]): OutputStack[] {
  const all = stacks.map(({ name }) => name);
  const unknown = names.filter((name) => !all.some(matching(name)));
  if (unknown.length > 0) {
    const told = unknown.map((name) => {
      const hint = didYouMean(name, all);
      return `there is no stack ${JSON.stringify(name)}${hint === undefined ? "" : `; ${hint}`}`;
    });
    throw new UsageError(`${told.join("\n")}\nstacks: ${all.join(", ")}`);
  }
  const matchers = names.map(matching);
  return stacks.filter(({ name }) => names.length === 0 || matchers.some((matches) => matches(name)));
}

const LONGEST_GLOB = 10_000;

/** Whether a name is what a glob says. The library is loaded with the first: most commands are given none. */
function matching(glob: string): (name: string) => boolean {
  const picomatch = require("picomatch") as typeof import("picomatch");
  // It refuses what is empty or longer than any name.
  if (glob === "" || glob.length > LONGEST_GLOB) return () => false;
  const matches = picomatch(glob);
  return (name) => matches(name);
}
