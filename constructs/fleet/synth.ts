import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { findMachine } from "../catalog";
import { App, Aspects, type TerraformStack } from "../core/cdktf";
import { documentsOf, type Finding, type FleetDocument, fleetDocuments, hasErrors, todayUtc, toYaml } from "../model";
import { addBackend } from "./backend";
import type { Fleet } from "./fleet";
import { AS_OF_VARIABLE, handOver } from "./handover";
import { type PublishedFile, publish } from "./publish";
import { printFailure, printSuccess } from "./report";
import type { SiteBuild } from "./site";

export interface SynthOptions {
  /**
   * Where to write.
   * @default - what the cdktf command asks for, else `cdktf.out`
   */
  readonly outdir?: string;
  /**
   * The day for rules that depend on one, `YYYY-MM-DD`. It never reaches Terraform.
   * @default - today, in UTC
   */
  readonly asOf?: string;
  /**
   * Print nothing.
   * @default false
   */
  readonly quiet?: boolean;
}

/** What a synthesis came to. */
export interface SynthResult {
  /** False when the fleet has errors; then nothing was written. */
  readonly ok: boolean;
  readonly document: FleetDocument;
  readonly findings: readonly Finding[];
  /** The output folder. */
  readonly outdir: string;
  /** What was written, relative to the output folder. */
  readonly files: readonly PublishedFile[];
}

/** Rules first; then stacks and documents into a temporary folder beside their place; then every file is moved there. */
export function synthesize(fleet: Fleet, options: SynthOptions): SynthResult {
  const outdir = resolve(options.outdir ?? process.env["CDKTF_OUTDIR"] ?? "cdktf.out");
  const { document, findings: ruled } = fleet.validate({
    asOf: options.asOf ?? process.env[AS_OF_VARIABLE] ?? todayUtc(),
  });
  const findings = [...fleet.origins.problems, ...ruled, ...checkOutdir(document, outdir)];
  const failed = hasErrors(findings);
  const result = { ok: !failed, document, findings, outdir, files: [] };
  if (handOver({ document, findings })) {
    return result;
  }
  if (failed) {
    if (options.quiet !== true) printFailure(fleet.name, findings);
    process.exitCode = 1;
    return result;
  }
  const files = write(fleet, document, outdir);
  if (options.quiet !== true) printSuccess(document, findings, { outdir, files });
  return { ...result, files };
}

function write(fleet: Fleet, document: FleetDocument, outdir: string): PublishedFile[] {
  const parent = dirname(outdir);
  mkdirSync(parent, { recursive: true });
  // Beside the output, so that moving a file into place is a rename within one file system.
  const staging = mkdtempSync(join(parent, ".siteform-"));
  try {
    quickly(() => writeStacks(fleet, document, staging));
    writeDocuments(document, staging);
    return publish(staging, outdir);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/**
 * The framework takes a stack trace for every token, a quarter of a synthesis that nobody reads. They are switched off while
 * it works; when it fails, it works once more with them, so that the error says where.
 */
function quickly(action: () => void): void {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    action();
  } catch {
    Error.stackTraceLimit = limit;
    action();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

function writeStacks(fleet: Fleet, document: FleetDocument, staging: string): void {
  const app = new App({ outdir: staging, stackTraces: false });
  const machines = new Map(document.spec.machines.map((machine) => [machine.type, machine]));
  const build: SiteBuild = {
    fleet: document,
    stack: (name) => addBackend(app, name, document),
    machine: (type) => {
      const machine = machines.get(type) ?? findMachine(type);
      if (machine === undefined) throw new Error(`the rules let an unknown machine pass: ${type}`);
      return machine;
    },
  };
  for (const [index, site] of fleet.sites.entries()) {
    const spec = document.spec.sites[index];
    if (spec === undefined) throw new Error(`the site ${site.name} is missing from the checked document`);
    const before = new Set(app.node.children);
    site.build(spec, build);
    const stacks = app.node.children.filter((child): child is TerraformStack => !before.has(child));
    for (const stack of stacks) forwardAspects(fleet, site, stack);
  }
  app.synth();
}

/** The framework visits only what stands under its own root; aspects of the fleet and of its sites are handed on. */
function forwardAspects(fleet: Fleet, site: Fleet["sites"][number], stack: TerraformStack): void {
  for (const scope of site.node.scopes) {
    if (scope === fleet || scope.node.scopes.includes(fleet)) {
      for (const aspect of Aspects.of(scope).all) Aspects.of(stack).add(aspect);
    }
  }
}

function writeDocuments(document: FleetDocument, staging: string): void {
  const put = (folder: string, file: string, text: string) => {
    mkdirSync(join(staging, folder), { recursive: true });
    writeFileSync(join(staging, folder, file), text);
  };
  for (const site of document.spec.sites) {
    for (const { file, document: each } of documentsOf(document, site))
      put(join("sites", site.name), file, toYaml(each));
  }
  for (const { file, document: each } of fleetDocuments(document)) put("fleet", file, toYaml(each));
  put(".", "fleet.json", `${JSON.stringify(document, null, 2)}\n`);
}

/** The path of a local state file is relative to the stack's folder: from another depth it would be another, empty state. */
function checkOutdir(document: FleetDocument, outdir: string): Finding[] {
  if (document.spec.state.kind !== "local" || outdir === resolve("cdktf.out")) return [];
  return [
    {
      rule: "STATE-1",
      severity: "error",
      path: "state",
      observed: outdir,
      message: `local state needs the default output folder cdktf.out beside cdktf.json; the output goes to ${outdir}`,
      hint: `use RemoteState.s3, .gcs or .azureBlob, or remove "output" from cdktf.json and --output from the command`,
    },
  ];
}
