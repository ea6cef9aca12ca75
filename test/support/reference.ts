import { readFileSync } from "node:fs";
import { join } from "node:path";
import { referenceFleet } from "../../stacks/reference-fleet";
import { cases } from "../cases";
import { inFolder, tempFolder } from "./temp";

/** A synthesized fleet: its folder, and the stacks in its manifest. */
export interface Synthesized {
  readonly folder: string;
  readonly stacks: readonly string[];
  /** The folder in which Terraform works on a stack. */
  stackFolder(name: string): string;
}

/** Synthesizes the reference fleet, or a golden case, into an empty folder. */
export function synthesized(name: "reference" | keyof typeof cases): Synthesized {
  const folder = tempFolder();
  const fleet = name === "reference" ? referenceFleet() : cases[name]?.();
  if (fleet === undefined) throw new Error(`there is no case ${name}`);
  inFolder(folder, () => fleet.synth({ quiet: true, asOf: "2026-11-23" }));
  const manifest: { stacks: Record<string, unknown> } = JSON.parse(
    readFileSync(join(folder, "cdktf.out", "manifest.json"), "utf8"),
  );
  return {
    folder,
    stacks: Object.keys(manifest.stacks).sort(),
    stackFolder: (stack) => join(folder, "cdktf.out", "stacks", stack),
  };
}

/** Puts a local backend beside a stack that has a remote one, so that it can be planned without anybody's bucket. */
export const LOCAL_BACKEND = JSON.stringify({ terraform: { backend: { local: { path: "test.tfstate" } } } });
