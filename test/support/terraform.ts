import { spawn } from "node:child_process";
import { accessSync, constants, existsSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";

export interface TerraformResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The Terraform or OpenTofu on the PATH, by its full path; undefined when there is neither. */
export function findTerraform(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates = ["terraform", "tofu"].flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find(isExecutable);
}

/**
 * Runs Terraform in a folder, and resolves whatever its exit code is. Never synchronous: simulated providers live in
 * this process, and could not answer while it waits.
 */
export function terraform(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<TerraformResult> {
  const binary = findTerraform();
  if (binary === undefined) {
    return Promise.reject(new Error("no terraform or tofu on the PATH"));
  }
  return new Promise((resolve, reject) => {
    const child = spawn(binary, args, { cwd, env: environment(env), stdio: ["ignore", "pipe", "pipe"] });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, stdout: text(stdout), stderr: text(stderr) }));
  });
}

function environment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    CI: "1",
    CHECKPOINT_DISABLE: "1",
    TF_IN_AUTOMATION: "1",
    TF_INPUT: "0",
    ...more,
  };
  // Terraform warns on every command when the file is missing, and the warning would land in compared output.
  const config = env["TF_CLI_CONFIG_FILE"];
  if (config !== undefined && !existsSync(config)) {
    delete env["TF_CLI_CONFIG_FILE"];
  }
  return env;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function text(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString("utf8");
}
