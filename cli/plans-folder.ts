import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { JOURNAL, RESULTS } from "../review/run/files";
import { DEFAULT_OUTPUT, DEFAULT_PLANS, OWN_FOLDER } from "./choices";
import { UsageError } from "./usage-error";

/** What keeps git away from a folder. */
const IGNORE = ".gitignore";
const EVERYTHING = "*\n";

/** What `siteform plan` leaves of a stack in a folder of its name. */
const OF_A_STACK: readonly string[] = ["plan", "plan.json"];

/**
 * Makes the folder of the plans, and that of all that `siteform` keeps: read by their owner alone, and never committed, since plans hold
 * secrets. A folder that is anybody else's is left as it is.
 *
 * @param output the folder of the synthesis, which the framework clears
 * @returns the folder of the plans
 * @throws UsageError where plans cannot lie there, before anything is written
 */
export function madePlansFolder(cwd: string, output: string, given: string): string {
  const own = resolve(cwd, OWN_FOLDER);
  const plans = resolve(cwd, given);
  const problem = problemOf(plans, cwd, output);
  if (problem !== undefined) {
    throw new UsageError(
      `--plans ${JSON.stringify(given)} ${problem}: name a folder that is not there yet, is empty, or in which \`siteform plan\` left plans before; ${DEFAULT_PLANS} unless it is given`,
    );
  }
  try {
    mkdirSync(plans, { recursive: true, mode: 0o700 });
    chmodSync(plans, 0o700);
    for (const folder of [own, ...(isWithin(plans, own) ? [] : [plans])]) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, IGNORE), EVERYTHING);
    }
  } catch (error) {
    throw new UsageError(`${plans} cannot hold plans: ${error instanceof Error ? error.message : String(error)}`);
  }
  return plans;
}

function problemOf(plans: string, cwd: string, output: string): string | undefined {
  const real = realOf(plans);
  if (isWithin(realOf(resolve(cwd)), real)) return "is the folder of the project, or holds it";
  if ([output, resolve(cwd, DEFAULT_OUTPUT)].some((each) => isWithin(real, realOf(each)))) {
    return "lies in what was synthesized, which the next synthesis clears";
  }
  if (!existsSync(real)) return undefined;
  if (!statSync(real).isDirectory()) return "is a file";
  if (plans === resolve(cwd, DEFAULT_PLANS)) return undefined;
  const other = readdirSync(real).find((entry) => !isOwn(real, entry));
  return other === undefined
    ? undefined
    : `holds ${JSON.stringify(other)}, which \`siteform plan\` did not leave there`;
}

/** Whether an entry of a folder is such as planning leaves there. */
function isOwn(folder: string, entry: string): boolean {
  const path = join(folder, entry);
  const isFile = lstatSync(path).isFile();
  if (entry === IGNORE) return isFile && readFileSync(path, "utf8") === EVERYTHING;
  if (isFile) return entry === RESULTS || entry === JOURNAL;
  return lstatSync(path).isDirectory() && readdirSync(path).every((each) => OF_A_STACK.includes(each));
}

/** Whether a path is a folder or lies in it. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Where a path leads, through links; its end need not be there. */
function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path === dirname(path) ? path : join(realOf(dirname(path)), basename(path));
  }
}
