import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(__dirname, "..", "..");
const main = join(root, "dist", "cli", "main.js");

/** What a run of the command came to. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A project of one test. */
export interface CliProject {
  readonly folder: string;
  /** Runs `siteform` in the project's folder, or in another. */
  siteform(args: readonly string[], cwd?: string): Run;
  write(file: string, text: string): void;
  read(file: string): string;
  has(file: string): boolean;
  remove(): void;
}

/** The library as a program of a user's has it, in names of its own. */
const LIBRARY = `
const siteform = require(${JSON.stringify(join(root, "dist", "constructs", "index.js"))});
const aws = require(${JSON.stringify(join(root, "dist", "constructs", "aws", "index.js"))});
const { Fleet, OwnedSite, LeasedSite, RemoteState, contracted, megawatts, owned, leased, defineMachine } = siteform;
const power = contracted(megawatts(4), { meaning: "criticalIT", source: "transformer order 17" });
const location = { country: "DE", subdivision: "DE-BY" };
function addLab(fleet, machines = 100) {
  return new OwnedSite(fleet, "lab", { location, power }).addCluster("train", {
    purpose: "training",
    pools: [{ machine: "dgx-h100", count: machines, capacity: owned() }],
  });
}
`;

/** A project whose cdktf.json runs a program; the program has the library's names at hand. */
export function cliProject(program?: string): CliProject {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "siteform-cli-")));
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
  if (program !== undefined) {
    write("cdktf.json", JSON.stringify({ language: "typescript", app: "node app.js" }));
    write("app.js", `${LIBRARY}\n${program}\n`);
  }
  return {
    folder,
    write,
    siteform(args, cwd = folder) {
      const { NO_COLOR: _, FORCE_COLOR: __, CDKTF_OUTDIR: ___, ...env } = process.env;
      const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { cwd, env, encoding: "utf8" });
      return { status, stdout, stderr };
    },
    read: (file) => readFileSync(join(folder, file), "utf8"),
    has: (file) => existsSync(join(folder, file)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A fleet without errors. */
export const GOOD = `const fleet = new Fleet("atlas"); addLab(fleet); fleet.synth();`;

/** A fleet with a value of a wrong form, a machine that does not exist, and a YAML file that is none. */
export const BROKEN = `
const fleet = new Fleet("atlas");
addLab(fleet).addCluster("typo", { pools: [{ name: "h", machine: "dgx-h10", count: 1, capacity: owned() }] });
new OwnedSite(fleet, "annex", { location: { country: "Germany" }, power });
fleet.addDocuments("bad.yaml");
fleet.synth();
`;
export const BAD_YAML = "# a spec\na: b: c\n";
