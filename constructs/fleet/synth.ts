import { resolve } from "node:path";
import { type Finding, type FleetDocument, hasErrors, isPlainDate, todayUtc } from "../model";
import { AllocationRefused } from "./allocation-list";
import type { Fleet } from "./fleet";
import { AS_OF_VARIABLE, handOver, isAsked } from "./handover";
import { missingPackages } from "./missing-package";
import { checkDay, checkOutput, checkStrays, noteWriter, outputFailure } from "./output-checks";
import { changesTerraform } from "./own-terraform";
import { checkProtected, ListRefused } from "./protected-list";
import type { PublishedFile } from "./publish";
import { printFailure, printSuccess } from "./report";

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
  const asked = options.asOf ?? process.env[AS_OF_VARIABLE] ?? todayUtc();
  // The rules are asked about today when the day given is none, so that one wrong word does not hide the rest.
  const day = isPlainDate(asked) ? asked : todayUtc();
  const { document: ruledDocument, findings: ruled } = fleet.validate({ asOf: day });
  const findings = [
    ...checkDay(asked),
    ...ruled,
    ...checkOutput(ruledDocument, outdir, ruled),
    ...checkProtected(ruledDocument, ruled),
    ...checkStrays(fleet),
    ...missingPackages([
      ...fleet.stateStores.map(({ packages }) => ({ path: "stateStores", packages })),
      ...fleet.sites.map(({ name, packages }) => ({ path: `sites.${name}`, packages })),
    ]),
  ];
  const failed = hasErrors(findings);
  // Only a fleet without errors is planned: what has no place would be left out.
  const document = failed ? ruledDocument : planner().planFleet(ruledDocument);
  const result = { ok: !failed, document, findings, outdir, files: [] };
  if (isAsked()) {
    if (!failed) noteWriter(document, outdir);
    if (failed || !changesTerraform(fleet)) return handOver(result);
    const checked = attempt(outdir, () => builder().checkTerraform(fleet, document, day));
    const all = [...findings, ...("refused" in checked ? [checked.refused] : checked.done)];
    return handOver({ ...result, ok: !hasErrors(all), findings: all });
  }
  const fail = (why: readonly Finding[]): SynthResult => {
    if (options.quiet !== true) printFailure(fleet.name, why);
    process.exitCode = 1;
    return { ...result, ok: false, findings: why };
  };
  if (failed) return fail(findings);
  const written = attempt(outdir, () => builder().write(fleet, document, outdir, day));
  if ("refused" in written) return fail([...findings, written.refused]);
  const { files, list, allocations } = written.done;
  const all = [...findings, ...written.done.findings];
  if (hasErrors(all)) return fail(all);
  noteWriter(document, outdir);
  if (options.quiet !== true) printSuccess(document, all, { outdir, files, list, allocations });
  return { ...result, findings: all, files };
}

const planner = () => require("./plan-sites") as typeof import("./plan-sites");

/** Loaded when there is something to build: checking a fleet needs neither the framework nor a provider. */
const builder = () => require("./write") as typeof import("./write");

/** Builds, or says what stood in the way as a finding. */
function attempt<T>(outdir: string, build: () => T): { readonly done: T } | { readonly refused: Finding } {
  const { StackNameTaken } = builder();
  try {
    return { done: build() };
  } catch (error) {
    const refused =
      error instanceof StackNameTaken
        ? taken(error.stackName)
        : error instanceof ListRefused || error instanceof AllocationRefused
          ? error.finding
          : outputFailure(error, outdir);
    if (refused === undefined) throw error;
    return { refused };
  }
}

const taken = (name: string): Finding => ({
  rule: "NAME-1",
  severity: "error",
  path: "fleet",
  message: `two stacks are named ${JSON.stringify(name)}: one of a site, or another of addStack, has the name already`,
  hint: "give the stack in addStack another name",
});
