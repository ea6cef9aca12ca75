import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The project's own folder. */
export const root = join(__dirname, "..", "..");

const folders: string[] = [];

/** An empty folder that is removed when the test file is done. */
export function tempFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "siteform-test-")));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Runs an action in a folder, since local state asks for the default output folder of where one is. */
export function inFolder<T>(folder: string, action: () => T): T {
  const before = process.cwd();
  process.chdir(folder);
  try {
    return action();
  } finally {
    process.chdir(before);
  }
}
