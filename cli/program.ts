import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { AS_OF_VARIABLE, HANDOVER_VARIABLE, type Handover } from "../constructs/fleet/handover";
import { hasErrors } from "../constructs/model";

import { UsageError } from "./usage-error";

/** Runs the program that a project's cdktf.json names and returns the fleets it hands over instead of synthesizing them. */
export function fleetsOf(options: { readonly cwd: string; readonly asOf?: string }): Handover[] {
  const cwd = resolve(options.cwd);
  const app = appOf(cwd);
  const folder = mkdtempSync(join(tmpdir(), "siteform-"));
  const file = join(folder, "fleets.jsonl");
  try {
    const asOf = options.asOf === undefined ? {} : { [AS_OF_VARIABLE]: options.asOf };
    const run = spawnSync(app, {
      cwd,
      shell: true,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, ...asOf, [HANDOVER_VARIABLE]: file },
    });
    if (run.status !== 0 && !existsSync(file)) throw failed(app, run);
    const fleets = read(file, app);
    // A fleet with errors explains why its program fails. Of one without, something else went wrong after it.
    if (run.status !== 0 && !fleets.some(({ findings }) => hasErrors(findings))) throw failed(app, run);
    return fleets;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const failed = (app: string, { status, signal, stdout, stderr }: SpawnSyncReturns<string>): UsageError =>
  new UsageError(`the program failed with ${status ?? signal}: ${app}\n${`${stdout}${stderr}`.trim()}`);

function appOf(cwd: string): string {
  const file = join(cwd, "cdktf.json");
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new UsageError(`there is no cdktf.json in ${cwd}; go to the project's folder or name it with --cwd`);
  }
  let config: unknown;
  try {
    config = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const app = typeof config === "object" && config !== null && "app" in config ? config.app : undefined;
  if (typeof app !== "string" || app === "")
    throw new UsageError(`${file} names no program: "app" must be a command such as "node main.js"`);
  return app;
}

function read(file: string, app: string): Handover[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new UsageError(
      `the program made no fleet: ${app}\nIt must create a Fleet of this package and call its synth().`,
    );
  }
  // Written by this package's own handOver() a moment ago.
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Handover);
}
