import picomatch from "picomatch";
import { didYouMean } from "../constructs/model";
import { type Output, OutputError, type OutputStack, readOutput } from "../review/inputs/output";
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

/** The stacks that names and globs choose; all where none is given. */
export function chosenStacks({ stacks }: Output, names: readonly string[]): OutputStack[] {
  const all = stacks.map(({ name }) => name);
  const unknown = names.filter((name) => !all.some((each) => picomatch(name)(each)));
  if (unknown.length > 0) {
    const told = unknown.map((name) => {
      const hint = didYouMean(name, all);
      return `there is no stack ${JSON.stringify(name)}${hint === undefined ? "" : `; ${hint}`}`;
    });
    throw new UsageError(`${told.join("\n")}\nstacks: ${all.join(", ")}`);
  }
  return stacks.filter(({ name }) => names.length === 0 || names.some((each) => picomatch(each)(name)));
}
