import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tempFolder } from "../support/temp";
import { siteform } from "./output";

/** A git repository whose program writes one stack with a number in it, in a folder below its root. */
function repository(): { readonly folder: string; readonly commit: (value: number) => string } {
  const root = tempFolder();
  const folder = join(root, "fleet");
  git(root, "init", "--quiet", "--initial-branch=main");
  git(root, "config", "user.email", "a@example.org");
  git(root, "config", "user.name", "A");
  return {
    folder,
    commit: (value) => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "cdktf.json"), JSON.stringify({ app: "node main.js" }));
      writeFileSync(join(root, ".gitignore"), "cdktf.out\nplans\nnode_modules\n");
      writeFileSync(
        join(folder, "main.js"),
        `const fs = require("fs");
fs.mkdirSync("cdktf.out/stacks/a", { recursive: true });
fs.writeFileSync("cdktf.out/manifest.json", JSON.stringify({ stacks: { a: { name: "a", synthesizedStackPath: "stacks/a/cdk.tf.json" } } }));
fs.writeFileSync("cdktf.out/stacks/a/cdk.tf.json", JSON.stringify({ resource: { terraform_data: { x: { input: ${value} }, y: { input: 1 } } } }));
`,
      );
      git(root, "add", "-A");
      git(root, "commit", "--quiet", "-m", `value ${value}`);
      return git(root, "rev-parse", "HEAD");
    },
  };
}

function git(folder: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync("git", args, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

const change = (name: string) => ({
  address: `terraform_data.${name}`,
  type: "terraform_data",
  change: { actions: ["update"], before: { input: 0 }, after: { input: 1 }, before_sensitive: {}, after_sensitive: {} },
});

function plans(folder: string): void {
  mkdirSync(join(folder, "plans"), { recursive: true });
  const plan = { format_version: "1.2", resource_changes: [change("x"), change("y")] };
  writeFileSync(join(folder, "plans", "a.json"), JSON.stringify(plan));
}

const review = (folder: string, ...args: string[]) =>
  siteform(folder, "review", "--plans", "plans", "-f", "json", ...args);

test("two revisions are synthesized apart, and each change is told from what base has not applied", () => {
  const { folder, commit } = repository();
  const base = commit(1);
  commit(2);
  plans(folder);
  const { status, stdout, stderr } = review(folder, "--base", base, "--head", "main");
  expect([status, stderr]).toEqual([0, ""]);
  const { changes, notes } = JSON.parse(stdout);
  expect(changes.map(({ address, cause }: { address: string; cause: string }) => `${address} ${cause}`)).toEqual([
    "terraform_data.x thisChange",
    "terraform_data.y pendingOnBase",
  ]);
  // These programs write no fleet.
  expect(notes).toEqual([expect.stringMatching(/^the specs are not compared: base and head wrote no fleet\.json/)]);
  // Neither the project nor the repository keeps a trace of it.
  expect(existsSync(join(folder, "cdktf.out"))).toBe(false);
  expect(git(folder, "worktree", "list").split("\n")).toHaveLength(1);
  expect(git(folder, "status", "--porcelain")).toBe("");
});

test("a head that lacks commits of base says so", () => {
  const { folder, commit } = repository();
  const first = commit(1);
  git(folder, "branch", "feature", first);
  commit(2);
  plans(folder);
  const { stdout } = review(folder, "--base", "main", "--head", "feature");
  expect(JSON.parse(stdout).notes[0]).toMatch(/^head lacks 1 commit of main/);
});

test("a shallow clone that took the fetch it was told does not say that head lacks commits, and knows once it has them", () => {
  const { folder, commit } = repository();
  const base = commit(1);
  commit(2);
  const [shallow, deep] = [tempFolder(), tempFolder()];
  const source = `file://${join(folder, "..")}`;
  git(folder, "branch", "release", base);
  git(shallow, "clone", "--quiet", "--depth=1", "--branch=main", source, "clone");
  git(deep, "clone", "--quiet", source, "clone");
  const notes = (root: string): string[] => {
    const clone = join(root, "clone", "fleet");
    plans(clone);
    const { status, stdout, stderr } = review(clone, "--base", "origin/release", "--head", "HEAD");
    expect([status, stderr]).toEqual([0, ""]);
    return JSON.parse(stdout).notes.filter((note: string) => note.includes("head lacks"));
  };
  git(join(shallow, "clone"), "fetch", "--quiet", "--depth=1", "origin", "release:refs/remotes/origin/release");
  expect(notes(shallow)).toEqual([
    "whether head lacks commits of origin/release is not known, nor whether it seems to undo them: the clone is shallow, and git fetch --unshallow gets the rest of its history",
  ]);
  git(join(shallow, "clone"), "fetch", "--quiet", "--unshallow", "origin");
  for (const root of [shallow, deep]) expect(notes(root)).toEqual([]);
});

test("a revision that is not there names the fetch that it needs", () => {
  const { folder, commit } = repository();
  commit(1);
  commit(2);
  plans(folder);
  expect(review(folder, "--base", "v9", "--head", "main").stderr).toMatch(
    /there is no revision v9, and no folder of that name; fetch it with `git fetch origin v9`/,
  );
  const shallow = tempFolder();
  git(shallow, "clone", "--quiet", "--depth=1", `file://${join(folder, "..")}`, "clone");
  const clone = join(shallow, "clone", "fleet");
  plans(clone);
  const { status, stderr } = review(clone, "--base", "origin/release", "--head", "main");
  expect(status).toBe(1);
  expect(stderr).toContain(
    "the clone is shallow; fetch it with `git fetch --depth=1 origin release:refs/remotes/origin/release`",
  );
  const nowhere = tempFolder();
  plans(nowhere);
  expect(review(nowhere, "--base", "main", "--head", "main").stderr).toContain("is in no git repository");
});

test("a revision whose program fails says what it said, and leaves nothing behind", () => {
  const { folder, commit } = repository();
  const good = commit(1);
  writeFileSync(join(folder, "main.js"), 'throw new Error("no fleet today")');
  git(folder, "commit", "--quiet", "-am", "broken");
  plans(folder);
  const { status, stderr } = review(folder, "--base", good, "--head", "main");
  expect(status).toBe(1);
  expect(stderr).toContain("the program of main failed with 1: node main.js");
  expect(stderr).toContain("no fleet today");
  expect(git(folder, "worktree", "list").split("\n")).toHaveLength(1);
});

test("dependencies are the project's where the lock file is the same", () => {
  const { folder, commit } = repository();
  mkdirSync(join(folder, "node_modules", "dependency"), { recursive: true });
  writeFileSync(join(folder, "node_modules", "dependency", "index.js"), 'module.exports = "here"');
  writeFileSync(join(folder, "package.json"), "{}");
  writeFileSync(join(folder, "package-lock.json"), "{}");
  commit(1);
  const program = readFileSync(join(folder, "main.js"), "utf8");
  writeFileSync(join(folder, "main.js"), `if (require("dependency") !== "here") process.exit(3);\n${program}`);
  git(folder, "commit", "--quiet", "-am", "needs it");
  plans(folder);
  expect(review(folder, "--base", "HEAD", "--head", "HEAD").status).toBe(0);
  expect(existsSync(join(folder, "node_modules", "dependency", "index.js"))).toBe(true);
});

test("plans what differs from a revision, and what a revision allows, and leaves nothing behind", () => {
  const { folder, commit } = repository();
  const base = commit(1);
  const temporary = tempFolder();
  const plan = (...args: string[]) =>
    siteform.with({ TMPDIR: temporary })(folder, "plan", "--terraform", "no-such-terraform", ...args);
  siteform.run(folder, ["main.js"]);
  const same = plan("--changed", "--base", base);
  expect([same.status, same.stderr]).toEqual([0, expect.stringContaining("planning 0 stacks")]);

  const program = readFileSync(join(folder, "main.js"), "utf8");
  writeFileSync(join(folder, "main.js"), program.replace("resource:", "data: { external: { x: {} } }, resource:"));
  siteform.run(folder, ["main.js"]);
  expect(plan("--changed", "--base", base).stderr).toContain("a: FAILED: terraform cannot be started");
  const refused = plan("--allowed", base);
  expect([refused.status, refused.stderr]).toEqual([
    1,
    expect.stringContaining("not allowed: data source external (data.external.x)"),
  ]);
  expect(plan("--allowed", "no-such-revision").stderr).toContain("there is no revision no-such-revision");
  expect(readdirSync(temporary)).toEqual([]);
});
