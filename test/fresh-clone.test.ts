import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { root, tempFolder } from "./support/temp";
import { readTree } from "./support/tree";

/** What a clone holds, without what is built or installed. */
const sources = [
  ".ci",
  "cli",
  "constructs",
  "docs",
  "locks",
  "review",
  "stacks",
  "cdktf.json",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
];

/** A copy of the project in which everything is installed but nothing built, and a folder of the only programs on its PATH. */
function clone(): { folder: string; bin: string } {
  const folder = tempFolder();
  for (const source of sources) cpSync(join(root, source), join(folder, source), { recursive: true });
  // A folder of links, not a link to the folder: were anything to clear it, only links would go.
  const packages = join(folder, "node_modules");
  mkdirSync(packages);
  for (const entry of readdirSync(join(root, "node_modules"))) {
    if (entry !== ".siteform-lock") symlinkSync(join(root, "node_modules", entry), join(packages, entry));
  }
  const lock = createHash("sha256").update(readFileSync(join(root, "package-lock.json")));
  writeFileSync(join(packages, ".siteform-lock"), lock.digest("hex"));
  const bin = join(tempFolder(), "bin");
  mkdirSync(bin);
  const needed = ["node", "npm", "npx", "sh", "env", "uname", "dirname", "sed"];
  for (const tool of needed) {
    const found = (process.env["PATH"] ?? "")
      .split(delimiter)
      .map((each) => join(each, tool))
      .find(existsSync);
    if (found !== undefined) symlinkSync(found, join(bin, tool));
  }
  return { folder, bin };
}

test("npm start builds, synthesizes and prints a summary with neither Terraform nor cloud nor credential", () => {
  const { folder, bin } = clone();
  expect(readdirSync(bin)).not.toContain("terraform");
  const { status, stdout, stderr } = spawnSync("npm", ["start"], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: bin, HOME: tempFolder(), NO_COLOR: "1" },
  });
  expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });

  // What the seeds of the fleet say, and simple sums of them.
  expect(stdout).toContain("reference: 22 sites");
  expect(stdout).toMatch(
    /rainier {2}cloud \(AWS us-east-2\), New Carlisle, US-IN\n {2}power +2,200 MW, unstated, counted as utility, reported/,
  );
  expect(stdout).toMatch(
    /colossus-1 {2}leased \(compute\), Memphis, US-TN\n {2}power +≥ 300 MW, unstated, counted as critical IT, reported/,
  );
  expect(stdout).toMatch(/contract +lease from SpaceX, commenced, exclusive/);
  expect(stdout).toMatch(/1,024,000 Trainium2/);
  expect(stdout).toContain("npx cdktf deploy colossus-1");

  const tree = readTree(join(folder, "cdktf.out"));
  expect(Object.keys(tree)).toContain("stacks/colossus-1/cdk.tf.json");
  expect(Object.keys(tree)).toContain("sites/colossus-1/lease.yaml");
  expect(Object.keys(tree)).toContain("fleet.json");
});

test("a program that does not build says where, and nothing is synthesized", () => {
  const { folder, bin } = clone();
  writeFileSync(
    join(folder, "stacks", "main.ts"),
    `import { referenceFleet } from "./reference-fleet";\nreferenceFleet().sinth();\n`,
  );
  const { status, stderr } = spawnSync("npm", ["start"], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: bin, HOME: tempFolder() },
  });
  expect(status).toBe(1);
  expect(stderr).toContain("stacks/main.ts(2,18)");
  expect(existsSync(join(folder, "cdktf.out"))).toBe(false);
});
