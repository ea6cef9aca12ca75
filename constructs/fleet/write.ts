import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { findMachine } from "../catalog";
import { App, Aspects, type TerraformStack } from "../core/cdktf";
import { documentsOf, type FleetDocument, fleetDocuments, toYaml } from "../model";
import { addBackend } from "./backend";
import type { Fleet } from "./fleet";
import { type PublishedFile, publish } from "./publish";
import type { SiteBuild } from "./site";

/** Stacks and documents into a temporary folder beside their place; then every file is moved there. */
export function write(fleet: Fleet, document: FleetDocument, outdir: string): PublishedFile[] {
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
