import { relative, resolve } from "node:path";
import { type Finding, type FleetDocument, isWithin, type Severity } from "../model";

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

/** Every check of the output, in order. */
export const outputChecks: readonly OutputCheck[] = [localState, oneFleet];

/** The fleets that this process has synthesized, by output folder. */
const writers = new Map<string, string>();

/** Checks that a fleet may be written to a folder. Takes note that it was, for the next fleet of this program. */
export function checkOutput(document: FleetDocument, outdir: string, findings: readonly Finding[]): Finding[] {
  const folder = relative(process.cwd(), outdir) || ".";
  return [...checkState(document, outdir, folder, findings), ...checkWriter(document.metadata.name, outdir, folder)];
}

/** The path of a local state file is relative to the stack's folder: from another depth it would be another, empty state. */
function checkState(document: FleetDocument, outdir: string, folder: string, findings: readonly Finding[]): Finding[] {
  if (document.spec.state.kind !== "local" || outdir === resolve("cdktf.out")) return [];
  // A state whose form is wrong was left out of the document; it is not a local one.
  if (findings.some((finding) => finding.rule === "SCHEMA" && isWithin(finding.path, "state"))) return [];
  return [
    {
      rule: localState.id,
      severity: localState.severity,
      path: "state",
      observed: folder,
      limit: "cdktf.out",
      message: `local state needs the default output folder cdktf.out beside cdktf.json; the output goes to ${folder}`,
      hint: `use RemoteState.s3, .gcs or .azureBlob, or remove "output" from cdktf.json and --output from the command`,
    },
  ];
}

function checkWriter(name: string, outdir: string, folder: string): Finding[] {
  const first = writers.get(outdir);
  if (first === undefined) writers.set(outdir, name);
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
