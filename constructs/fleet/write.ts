import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { IConstruct } from "constructs";
import { findMachine, type Machine } from "../catalog";
import { App, Aspects, TerraformStack } from "../core/cdktf";
import { type Finding, type FleetDocument, hasErrors, type State } from "../model";
import { type StackOutput, stackOutput } from "../rules/output/stack-output";
import { validateOutput } from "../rules/output/validate-output";
import { type StagedAllocations, stageAllocations } from "./allocation-list";
import { addBackend } from "./backend";
import type { Fleet } from "./fleet";
import { allocationsOf } from "./plan-sites";
import { type ProtectedList, type StagedList, stageProtected } from "./protected-list";
import { copyProviderLocks } from "./provider-locks";
import { type PublishedFile, publish } from "./publish";
import type { SiteBuild } from "./site";
import { unknownArguments } from "./unknown-arguments";
import { writeDocuments } from "./write-documents";

/** What a synthesis came to. */
export interface Written {
  /** What the rules about Terraform found. */
  readonly findings: readonly Finding[];
  /** What was written; nothing where they found an error. */
  readonly files: readonly PublishedFile[];
  /** The list of what is protected, where there is one. */
  readonly list?: ProtectedList | undefined;
  /** Files of what planning has decided, as far as they have changed: to be committed. */
  readonly allocations?: readonly string[];
}

/**
 * Stacks and documents into a folder of their own within the output; then, unless the rules about Terraform find an error, each is
 * moved into place by a rename, and the list of what is protected with them.
 */
export function write(fleet: Fleet, document: FleetDocument, outdir: string, asOf: string): Written {
  const existed = existsSync(outdir);
  mkdirSync(outdir, { recursive: true });
  sweep(outdir);
  const staging = mkdtempSync(join(outdir, STAGING));
  let published = false;
  let list: StagedList | undefined;
  let allocations: StagedAllocations | undefined;
  try {
    const stacks = writeStacks(fleet, document, staging);
    const findings = validateOutput(stacks, document, asOf);
    if (hasErrors(findings)) return { findings, files: [] };
    copyProviderLocks(
      document.metadata.name,
      stacks.map(({ name }) => name),
      staging,
    );
    writeDocuments(document, staging, machineLookup(document));
    list = stageProtected(document, outdir);
    allocations = stageAllocations(document.metadata.name, allocationsOf(document), outdir);
    const files = publish(staging, outdir);
    list?.keep();
    allocations.keep();
    published = true;
    return { findings, files, list, allocations: allocations.files };
  } finally {
    if (!published) {
      list?.discard();
      allocations?.discard();
    }
    rmSync(staging, { recursive: true, force: true });
    if (!published && !existed) rmSync(outdir, { recursive: true, force: true });
  }
}

/** What the rules about Terraform find, without writing anything that stays. */
export function checkTerraform(fleet: Fleet, document: FleetDocument, asOf: string): Finding[] {
  const folder = mkdtempSync(join(tmpdir(), "siteform-"));
  try {
    return validateOutput(writeStacks(fleet, document, folder), document, asOf);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const STAGING = ".siteform-";
const AN_HOUR = 3_600_000;

/** Removes what a synthesis that was killed left behind; one that still runs is younger. */
function sweep(outdir: string): void {
  for (const entry of readdirSync(outdir)) {
    const path = join(outdir, entry);
    if (entry.startsWith(STAGING) && Date.now() - statSync(path).mtimeMs > AN_HOUR)
      rmSync(path, { recursive: true, force: true });
  }
}

/**
 * The framework asks for a full stack trace at every token, some ten thousand of them that nobody reads: without them this
 * fleet's synthesis takes two thirds of the time. Errors that are thrown keep theirs, which do not come from here.
 */
function withoutTraces<T>(action: () => T): T {
  const capture = Error.captureStackTrace;
  Error.captureStackTrace = () => undefined;
  try {
    return action();
  } finally {
    Error.captureStackTrace = capture;
  }
}

function writeStacks(fleet: Fleet, document: FleetDocument, staging: string): StackOutput[] {
  const stacks = withoutTraces(() => synthStacks(fleet, document, staging));
  return stacks.map((stack) => {
    const file = join(staging, "stacks", stack.node.id, "cdk.tf.json");
    return stackOutput(stack.node.id, JSON.parse(readFileSync(file, "utf8")), unknownArguments(stack));
  });
}

function synthStacks(fleet: Fleet, document: FleetDocument, staging: string): TerraformStack[] {
  const app = new App({ outdir: staging, stackTraces: false });
  const build: SiteBuild = {
    fleet: document,
    stack: (name) => newStack(app, name, document),
    machine: machineLookup(document),
  };
  for (const [index, site] of fleet.sites.entries()) {
    const spec = document.spec.sites[index];
    if (spec === undefined) throw new Error(`the site ${site.name} is missing from the checked document`);
    const before = new Set(app.node.children);
    site.build(spec, build);
    const stacks = app.node.children.filter((child): child is TerraformStack => !before.has(child));
    for (const stack of stacks) forwardAspects(fleet, site.node.scopes, stack);
  }
  for (const [index, store] of fleet.stateStores.entries()) {
    const spec = document.spec.stateStores[index];
    if (spec === undefined) throw new Error("what creates the place of the state is missing from the checked document");
    const stack = newStack(app, spec.name, document, spec.stateIn === "local" ? { kind: "local" } : undefined);
    store.build(stack, spec, document);
    forwardAspects(fleet, store.node.scopes, stack);
  }
  for (const { name, fill } of fleet.stacksOfItsOwn) {
    const stack = newStack(app, name, document);
    fill(stack);
    forwardAspects(fleet, [fleet], stack);
  }
  app.synth();
  return app.node.children.filter((child) => TerraformStack.isStack(child));
}

/** Two stacks of one name: a site's and one of the program's own, which the rules do not know. */
export class StackNameTaken extends Error {
  constructor(readonly stackName: string) {
    super(`two stacks are named ${stackName}`);
  }
}

function newStack(app: App, name: string, document: FleetDocument, state?: State): TerraformStack {
  if (app.node.tryFindChild(name) !== undefined) throw new StackNameTaken(name);
  return addBackend(app, name, document, state);
}

/** The framework visits only what stands under its own root; aspects of the fleet and of its sites are handed on. */
function forwardAspects(fleet: Fleet, scopes: readonly IConstruct[], stack: TerraformStack): void {
  for (const scope of scopes) {
    if (scope === fleet || scope.node.scopes.includes(fleet)) {
      for (const aspect of Aspects.of(scope).all) Aspects.of(stack).add(aspect);
    }
  }
}

function machineLookup(document: FleetDocument): (type: string) => Machine {
  const machines = new Map<string, Machine>(document.spec.machines.map((machine) => [machine.type, machine]));
  return (type) => {
    const machine = machines.get(type) ?? findMachine(type);
    if (machine === undefined) throw new Error(`the rules let an unknown machine pass: ${type}`);
    return machine;
  };
}
