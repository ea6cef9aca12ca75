import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, tempFolder } from "./support/temp";
import { readTree } from "./support/tree";

/** Runs the built reference fleet in an empty folder of its own. */
function synthIn(environment: Record<string, string>): Record<string, string> {
  const folder = tempFolder();
  // A project of its own: local state is found from the folder of cdktf.json.
  writeFileSync(join(folder, "cdktf.json"), "{}");
  const { status, stderr } = spawnSync(process.execPath, [join(root, "dist", "stacks", "main.js")], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], SITEFORM_AS_OF: "2026-11-23", ...environment },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return readTree(join(folder, "cdktf.out"));
}

test("two syntheses in different folders, time zones and locales give byte-identical trees", () => {
  const here = synthIn({ TZ: "UTC", LC_ALL: "C" });
  const there = synthIn({ TZ: "Asia/Kathmandu", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8", HOME: tempFolder() });
  expect(Object.keys(here).length).toBeGreaterThan(100);
  expect(there).toEqual(here);
});

test("the day on which one synthesizes changes no byte", () => {
  const day = synthIn({ SITEFORM_AS_OF: "2026-11-23" });
  expect(synthIn({ SITEFORM_AS_OF: "2026-11-24" })).toEqual(day);
});

test("no file names a folder of the machine, a user or a time", () => {
  const tree = synthIn({});
  for (const text of Object.values(tree)) {
    expect(text).not.toContain(root);
    expect(text).not.toMatch(/\/tmp\/|\/home\/|\/Users\/|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d/);
  }
});
