import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** What a program said while it ran. */
export interface Said {
  readonly stdout: string;
  readonly stderr: string;
}

/** A project folder of one test, the current one until `leave()`. */
export interface Project {
  readonly folder: string;
  /** Runs something and keeps what it printed and the exit code it left behind. */
  run<T>(action: () => T): Said & { readonly result: T; readonly exitCode: unknown };
  write(file: string, text: string): void;
  read(file: string): string;
  json(file: string): unknown;
  /** Files below a folder of the project, with forward slashes, sorted. */
  files(folder?: string): string[];
  /** Name, bytes and time of change of every file below a folder. */
  state(folder: string): readonly unknown[];
  leave(): void;
}

/** Goes into a new folder, with nothing of the environment that the cdktf command or siteform would set. */
export function enterProject(): Project {
  const home = process.cwd();
  const { env } = process;
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "siteform-fleet-")));
  process.chdir(folder);
  process.env = { ...env, CDKTF_OUTDIR: undefined };
  for (const name of ["CDKTF_OUTDIR", "SITEFORM_HANDOVER", "SITEFORM_AS_OF"]) delete process.env[name];

  const files = (under = "."): string[] =>
    readdirSync(join(folder, under), { recursive: true, encoding: "utf8" })
      .filter((file) => statSync(join(folder, under, file)).isFile())
      .map((file) => file.replaceAll("\\", "/"))
      .sort();
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  return {
    folder,
    run(action) {
      const exitCode = process.exitCode;
      const stdout = jest.spyOn(process.stdout, "write").mockReturnValue(true);
      const stderr = jest.spyOn(process.stderr, "write").mockReturnValue(true);
      try {
        process.exitCode = undefined;
        const result = action();
        const said = (spy: typeof stdout) => spy.mock.calls.map(([text]) => String(text)).join("");
        return { result, exitCode: process.exitCode, stdout: said(stdout), stderr: said(stderr) };
      } finally {
        process.exitCode = exitCode;
        stdout.mockRestore();
        stderr.mockRestore();
      }
    },
    write(file, text) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    },
    read,
    json: (file) => JSON.parse(read(file)),
    files,
    state: (under) =>
      files(under).map((file) => [file, read(join(under, file)), statSync(join(folder, under, file)).mtimeMs]),
    leave() {
      process.chdir(home);
      process.env = env;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
