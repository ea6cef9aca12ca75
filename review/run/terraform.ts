import { spawn } from "node:child_process";
import type { EventEmitter } from "node:events";
import { createInterface } from "node:readline";

/** Terraform, or OpenTofu, as it is called. */
export interface Terraform {
  /** The command. */
  readonly binary: string;
  readonly env: NodeJS.ProcessEnv;
}

/** What became of one call. */
export interface Ran {
  /** Its exit code; undefined where it was ended by a signal, or could not be started. */
  readonly status: number | undefined;
  readonly stdout: Buffer;
  readonly stderr: string;
  /** Why it could not be started. */
  readonly problem?: string;
}

/**
 * Terraform for calls without a person before them: no questions, no colours, no look-up of newer versions. The variable that cdktf
 * reads names another program, such as OpenTofu.
 */
export function terraformOf(binary: string | undefined, env: NodeJS.ProcessEnv, cache: string): Terraform {
  return {
    binary: binary ?? env["TERRAFORM_BINARY_NAME"] ?? "terraform",
    env: {
      ...env,
      TF_IN_AUTOMATION: "1",
      TF_INPUT: "0",
      CHECKPOINT_DISABLE: "1",
      TF_PLUGIN_CACHE_DIR: env["TF_PLUGIN_CACHE_DIR"] ?? cache,
    },
  };
}

export interface RunOptions {
  /** Called with each line of standard output as it comes. */
  readonly onLine?: (line: string) => void;
  /**
   * Emits `interrupt` when somebody wants the call to stop. Terraform is then asked to end what it has begun and no more; asked twice, it
   * stops at once. Without this, it gets what the terminal sends.
   */
  readonly interrupts?: EventEmitter;
}

/** Why a command cannot be started; nothing where it can. It is not waited for. */
export function whyNotStarted({ binary, env }: Terraform): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(binary, ["version"], { env, stdio: "ignore" });
    child.on("error", (error) => resolve(error.message));
    child.on("spawn", () => {
      child.kill();
      resolve(undefined);
    });
  });
}

/** Calls Terraform in the folder of a stack. */
export function run(
  { binary, env }: Terraform,
  folder: string,
  args: readonly string[],
  { onLine, interrupts }: RunOptions = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(binary, args, {
      cwd: folder,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      // A terminal interrupts the whole group: Terraform would be asked twice, and so stop at once.
      detached: interrupts !== undefined,
    });
    const interrupt = () => child.kill("SIGINT");
    interrupts?.on("interrupt", interrupt);
    const [stdout, stderr]: Buffer[][] = [[], []];
    child.stdout.on("data", (chunk: Buffer) => stdout?.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr?.push(chunk));
    if (onLine !== undefined) createInterface({ input: child.stdout }).on("line", onLine);
    const ended = (status: number | undefined, problem?: string): void => {
      interrupts?.off("interrupt", interrupt);
      resolve({
        status,
        stdout: Buffer.concat(stdout ?? []),
        stderr: Buffer.concat(stderr ?? []).toString("utf8"),
        ...(problem === undefined ? {} : { problem }),
      });
    };
    child.on("error", (error) => ended(undefined, error.message));
    child.on("close", (status) => ended(status ?? undefined));
  });
}
