import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

/** A written file, relative to the output folder, with forward slashes. */
export type PublishedFile = string;

/** What a synthesis owns wholly; what is not written anew there is stale. Stacks are pruned by the cdktf command itself. */
const OWNED_FOLDERS = ["sites", "fleet", "schemas"];

/** What a cloud answered after an apply, which its reader keeps beside the volumes that need it. */
const ANSWERS = /^(.*\/kubernetes\/[^/]+\/storage)\/outputs\.env$/;

/**
 * Moves a finished synthesis into place, file by file, the manifest last. Files with the same bytes are not touched, and what
 * Terraform keeps beside them (`.terraform`, plans, state) stays.
 */
export function publish(staging: string, outdir: string): PublishedFile[] {
  const files = filesUnder(staging).sort(
    (a, b) => Number(a === "manifest.json") - Number(b === "manifest.json") || (a < b ? -1 : 1),
  );
  for (const file of files) {
    const target = join(outdir, file);
    if (existsSync(target) && readFileSync(target).equals(readFileSync(join(staging, file)))) continue;
    mkdirSync(dirname(target), { recursive: true });
    renameSync(join(staging, file), target);
  }
  const kept = new Set(files);
  for (const folder of OWNED_FOLDERS) {
    for (const file of filesUnder(join(outdir, folder))) {
      const path = `${folder}/${file}`;
      if (!kept.has(path) && !kept.has(path.replace(ANSWERS, "$1/volumes.yaml"))) rmSync(join(outdir, path));
    }
    removeEmptyFolders(join(outdir, folder));
  }
  return files;
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)).map((file) => `${entry.name}/${file}`) : [entry.name],
  );
}

function removeEmptyFolders(folder: string): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeEmptyFolders(join(folder, entry.name));
  }
  if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}
