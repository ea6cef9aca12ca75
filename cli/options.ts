import { closeSync, existsSync, openSync, rmSync, writeFileSync } from "node:fs";
import { resolve, sep } from "node:path";
import { InvalidArgumentError, Option } from "commander";
import { DEFAULT_OUTPUT, DEFAULT_PLANS } from "./choices";
import { UsageError } from "./usage-error";

export const cwd = new Option(
  "--cwd <folder>",
  "folder of the project, where its cdktf.json lies; other paths are seen from there",
).default(".", "this folder");
export const asOf = new Option("--as-of <date>", "the day for rules that depend on one")
  .default(undefined, "today, UTC")
  .argParser(dayOf);
export const output = new Option("-o, --output <file>", "write there instead of to standard output");

/** A day of the calendar. */
export function dayOf(text: string): string {
  // Loaded only where a day is given: the calendar takes its time.
  const { isPlainDate } = require("../constructs/model/date") as typeof import("../constructs/model/date");
  if (!isPlainDate(text)) throw new InvalidArgumentError(`It must be a date that exists, such as 2026-05-01.`);
  return text;
}

export const synthesized = new Option("--output-folder <folder>", "what `cdktf synth` wrote").default(DEFAULT_OUTPUT);
export const plansFolder = new Option("--plans <folder>", "folder of the plans").default(DEFAULT_PLANS);
export const terraformCommand = new Option(
  "--terraform <command>",
  "Terraform or OpenTofu; TERRAFORM_BINARY_NAME, else terraform",
);
export const base = new Option(
  "--base <output>",
  "the base that is compared with: an output folder, or a git revision",
);

/** A command as it was given: a path to it is seen from the folder of the project, and a name is looked for where the shell looks. */
export const commandIn = (folder: string, command: string | undefined): string | undefined =>
  command?.includes(sep) === true ? resolve(folder, command) : command;

/** A whole number, 1 or more. */
export function count(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError("It must be a whole number, 1 or more.");
  return Number(text);
}

/** A share of a whole, 0 to 1. */
export function share(text: string): number {
  const value = Number(text);
  if (!/^\d*\.?\d+$/.test(text) || value > 1)
    throw new InvalidArgumentError("It must be a share from 0 to 1, such as 0.7 for 70 %.");
  return value;
}

/** The same in documents: see `WorkShare`. */
const LEAST_WORK = 0.0001;

/** A share of time in which something works. */
export function positiveShare(text: string): number {
  const value = share(text);
  if (value < LEAST_WORK)
    throw new InvalidArgumentError(
      "It must be 0.0001 or more: next to nothing would be done, and an hour of it costs nothing one could say.",
    );
  return value;
}

/** Options that most commands have. */
export interface Common {
  readonly cwd: string;
  readonly asOf?: string;
  readonly output?: string;
}

/** Writes a text to a file, whose path is seen from the folder of the project, or to standard output where none is given. */
export const write = (text: string, { cwd: folder, output: file }: Pick<Common, "cwd" | "output">): void =>
  writeAll(folder, [{ text, file }]);

/** A text, and where it goes: to standard output where no file is named. */
export interface Written {
  readonly text: string;
  readonly file: string | undefined;
}

/**
 * Writes several texts, or none where one of them cannot be written.
 *
 * @throws UsageError that names the file
 */
export function writeAll(folder: string, all: readonly Written[]): void {
  const files = all.flatMap(({ file }) => (file === undefined ? [] : [{ file, path: resolve(folder, file) }]));
  const twice = files.find(({ path }, index) => files.findIndex((each) => each.path === path) !== index);
  if (twice !== undefined)
    throw new UsageError(`${twice.file} cannot hold two things: name another file for one of them`);
  const made: string[] = [];
  for (const { file, path } of files) {
    const isNew = !existsSync(path);
    const problem = problemOf(() => closeSync(openSync(path, "a")));
    if (problem === undefined && isNew) made.push(path);
    if (problem === undefined) continue;
    for (const each of made) rmSync(each, { force: true });
    throw new UsageError(`${file} cannot be written: ${problem}`);
  }
  for (const { text, file } of all) {
    if (file === undefined) process.stdout.write(text);
    else {
      const problem = problemOf(() => writeFileSync(resolve(folder, file), text));
      if (problem !== undefined) throw new UsageError(`${file} cannot be written: ${problem}`);
    }
  }
}

function problemOf(action: () => void): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
