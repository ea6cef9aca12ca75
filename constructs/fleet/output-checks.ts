import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { IConstruct } from "constructs";
import { type Finding, type FleetDocument, isPlainDate, isWithin, type Severity, show } from "../model";

/** What is checked about where a fleet is written; the fleet itself is what rules are about. */
export interface OutputCheck {
  readonly id: string;
  /** What holds when the check is passed, in one line. */
  readonly title: string;
  readonly severity: Severity;
  readonly source: string;
}

const localState: OutputCheck = {
  id: "STATE-1",
  title: "local state goes with the default output folder",
  severity: "error",
  source: "the path of a local state file, which is relative to the folder of its stack",
};

const oneFleet: OutputCheck = {
  id: "FLEET-1",
  title: "an output folder holds one fleet",
  severity: "error",
  source: "the manifest of an output folder, which lists the stacks of one program",
};

const writable: OutputCheck = {
  id: "OUTPUT-1",
  title: "the output folder is a folder that one may write to",
  severity: "error",
  source: "the file system",
};

/** What a site's stacks are built with must be there: see `missing-package.ts`. */
export const packages: OutputCheck = {
  id: "PACKAGE-1",
  title: "the providers of a fleet's clouds are installed",
  severity: "error",
  source: "the package manager: providers are optional, since a user of one cloud has one",
};

const realDay: OutputCheck = {
  id: "AS-OF-1",
  title: "the day for rules that depend on one exists",
  severity: "error",
  source: "the calendar",
};

const noStrays: OutputCheck = {
  id: "STRAY-1",
  title: "stacks and resources of the framework stand where it looks for them",
  severity: "error",
  source: "the framework, which synthesizes what stands under its own root",
};

/** Every check of the output, in order. */
export const outputChecks: readonly OutputCheck[] = [realDay, packages, localState, oneFleet, noStrays, writable];

const MARKS = [Symbol.for("cdktf/TerraformStack"), Symbol.for("cdktf/TerraformElement")];

/** Finds stacks and resources that a program made inside the fleet, where they would be lost without a word. */
export function checkStrays(fleet: IConstruct): Finding[] {
  const strays = fleet.node.findAll().filter((each) => MARKS.some((mark) => mark in each));
  const outermost = strays.filter((each) => !strays.includes(each.node.scope ?? each));
  return outermost.map((stray) => ({
    rule: noStrays.id,
    severity: noStrays.severity,
    path: stray.node.path.replaceAll("/", "."),
    message: `is a stack or a resource of the framework, which would not be synthesized here`,
    hint: "make it in site.terraform((stack, resources) => ...), or in a stack of its own with fleet.addStack(name, (stack) => ...)",
  }));
}

/** Checks the day that rules are asked about. */
export function checkDay(asked: unknown): Finding[] {
  if (isPlainDate(asked)) return [];
  const message = `the day for rules must be a date that exists, as YYYY-MM-DD; got ${show(asked)}`;
  return [{ rule: realDay.id, severity: realDay.severity, path: "fleet", message }];
}

const meanings: Readonly<Record<string, string>> = {
  EEXIST: "there is a file in its place",
  EISDIR: "there is a folder in its place",
  ENOTDIR: "a part of its path is a file",
  EACCES: "one may not write there",
  EPERM: "one may not write there",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
};

/** What the file system refused, in words; undefined for any other error. */
export function meaningOf(error: unknown): string | undefined {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  const meaning = meanings[code];
  return meaning === undefined ? undefined : `${meaning} (${code})`;
}

/** What the file system refused, as a finding; undefined for any other error. */
export function outputFailure(error: unknown, outdir: string): Finding | undefined {
  const meaning = meaningOf(error);
  if (meaning === undefined) return undefined;
  const folder = relative(process.cwd(), outdir) || ".";
  const message = `the output cannot be written to ${folder}: ${meaning}`;
  return { rule: writable.id, severity: writable.severity, path: "fleet", observed: folder, message };
}

/** The fleets that this process has synthesized, by output folder. */
const writers = new Map<string, string>();

/** Takes note that a fleet was written to a folder, for the next fleet of this program. */
export function noteWriter(document: FleetDocument, outdir: string): void {
  writers.set(outdir, document.metadata.name);
}

/** Checks that a fleet may be written to a folder. */
export function checkOutput(document: FleetDocument, outdir: string, findings: readonly Finding[]): Finding[] {
  const folder = relative(process.cwd(), outdir) || ".";
  return [...checkState(document, outdir, folder, findings), ...checkWriter(document.metadata.name, outdir, folder)];
}

/** The path of a local state file is relative to the stack's folder: from another depth it would be another, empty state. */
function checkState(document: FleetDocument, outdir: string, folder: string, findings: readonly Finding[]): Finding[] {
  const { state, stateStores } = document.spec;
  const bootstrap = stateStores.find((store) => store.stateIn === "local");
  if (state.kind !== "local" && bootstrap === undefined) return [];
  const path = state.kind === "local" ? "state" : `stateStores.${bootstrap?.name}`;
  const project = projectElsewhere();
  if (project !== undefined) {
    return [
      {
        rule: localState.id,
        severity: localState.severity,
        path,
        message: `local state is found from the folder of cdktf.json, which is not this one: it would be another, empty state`,
        hint: `run the program in ${relative(process.cwd(), project)}`,
      },
    ];
  }
  if (outdir === resolve("cdktf.out")) return [];
  // A state whose form is wrong was left out of the document; it is not a local one.
  if (findings.some((finding) => finding.rule === "SCHEMA" && isWithin(finding.path, "state"))) return [];
  return [
    {
      rule: localState.id,
      severity: localState.severity,
      path,
      observed: folder,
      limit: "cdktf.out",
      message: `local state needs the default output folder cdktf.out beside cdktf.json; the output goes to ${folder}`,
      hint:
        state.kind === "local"
          ? `use RemoteState.s3, .gcs or .azureBlob, or remove "output" from cdktf.json and --output from the command`
          : `move its state with stateIn: "bucket" (docs/state.md), or remove "output" from cdktf.json and --output from the command`,
    },
  ];
}

/** The folder of the program's cdktf.json, when the program runs in a folder that has none. */
function projectElsewhere(): string | undefined {
  const [, main] = process.argv;
  // What a tool runs, such as a test runner, says nothing of the project.
  if (main === undefined || main.includes("node_modules") || existsSync(resolve("cdktf.json"))) return undefined;
  for (let folder = dirname(main); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "cdktf.json"))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

function checkWriter(name: string, outdir: string, folder: string): Finding[] {
  const first = writers.get(outdir);
  if (first === undefined || first === name) return [];
  return [
    {
      rule: oneFleet.id,
      severity: oneFleet.severity,
      path: "fleet",
      observed: name,
      limit: first,
      message: `the fleet ${JSON.stringify(name)} would overwrite the fleet ${JSON.stringify(first)}, which this program writes to ${folder} too`,
      hint: "synthesize one fleet a run, chosen by an environment variable, or give each synth() an outdir of its own",
    },
  ];
}
