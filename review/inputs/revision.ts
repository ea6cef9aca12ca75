import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isObject, type Json, textAt } from "../plan/json";
import { type Output, readOutput } from "./output";

/** A revision that cannot be found, or whose program cannot be run. */
export class RevisionError extends Error {}

/** A commit of the project. */
export interface Commit {
  readonly sha: string;
  /** As it was asked for. */
  readonly name: string;
}

/** Runs git in a folder; undefined where it says no. */
function git(folder: string, ...args: string[]): string | undefined {
  const { status, stdout } = spawnSync("git", args, { cwd: folder, encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

/**
 * Finds the commit that a name means.
 *
 * @throws RevisionError that says what to fetch where the clone does not have it
 */
export function commitOf(project: string, name: string): Commit {
  if (git(project, "rev-parse", "--is-inside-work-tree") !== "true") {
    throw new RevisionError(
      `${name} is no folder, and ${project} is in no git repository that could have a revision of that name`,
    );
  }
  const sha = git(project, "rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`);
  if (sha !== undefined) return { sha, name };
  const branch = name.replace(/^origin\//, "");
  throw new RevisionError(
    isShallow(project)
      ? `there is no revision ${name}: the clone is shallow; fetch it with \`git fetch --depth=1 origin ${branch}:refs/remotes/origin/${branch}\``
      : `there is no revision ${name}, and no folder of that name; fetch it with \`git fetch origin ${branch}\``,
  );
}

/**
 * How many commits of base are not in head: what they changed would look as if head undid it. `shallow` where the clone lacks the history
 * in which head may have them; undefined where git cannot tell.
 */
export function behind(project: string, base: Commit, head: string): number | "shallow" | undefined {
  const count = git(project, "rev-list", "--count", `${head}..${base.sha}`);
  if (count === undefined) return undefined;
  // What is found there is in head, with however little history.
  return count === "0" || !isShallow(project) ? Number(count) : "shallow";
}

const isShallow = (project: string): boolean => git(project, "rev-parse", "--is-shallow-repository") === "true";

/**
 * Synthesizes a revision in a working tree of its own and reads what it wrote; the tree is removed, and what it wrote with the end of
 * this program. What the program needs is taken
 * from the project where the lock file of the revision is the same, else installed without running scripts. Nothing is planned there:
 * local state would not be found.
 *
 * @throws RevisionError that says what the program said
 */
export function outputOfRevision(project: string, { sha, name }: Commit): Output {
  const root = mkdtempSync(join(realpathSync(tmpdir()), "siteform-revision-"));
  // What it wrote is read as long as somebody asks.
  process.once("exit", () => rmSync(root, { recursive: true, force: true }));
  const tree = join(root, "tree");
  try {
    if (git(project, "worktree", "add", "--detach", "--force", tree, sha) === undefined) {
      throw new RevisionError(`git cannot make a working tree of ${name} (${sha.slice(0, 12)})`);
    }
    const folder = join(tree, git(project, "rev-parse", "--show-prefix") ?? "");
    const { app, output } = configOf(folder, name);
    provideDependencies(project, folder, name);
    const ran = spawnSync(app, { cwd: folder, shell: true, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
    if (ran.status !== 0) {
      throw new RevisionError(
        `the program of ${name} failed with ${ran.status ?? ran.signal}: ${app}\n${`${ran.stdout}${ran.stderr}`.trim()}`,
      );
    }
    const kept = join(root, "output");
    if (existsSync(join(folder, output))) renameSync(join(folder, output), kept);
    return readOutput(kept);
  } finally {
    git(project, "worktree", "remove", "--force", tree);
    rmSync(tree, { recursive: true, force: true });
    git(project, "worktree", "prune");
  }
}

function configOf(folder: string, name: string): { readonly app: string; readonly output: string } {
  const file = join(folder, "cdktf.json");
  if (!existsSync(file)) throw new RevisionError(`${name} has no cdktf.json`);
  let config: Json;
  try {
    config = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new RevisionError(`the cdktf.json of ${name} is no JSON`);
  }
  const app = isObject(config) ? textAt(config, "app") : undefined;
  if (app === undefined || app === "") throw new RevisionError(`the cdktf.json of ${name} names no program as "app"`);
  return { app, output: (isObject(config) ? textAt(config, "output") : undefined) ?? "cdktf.out" };
}

function provideDependencies(project: string, folder: string, name: string): void {
  const [here, there] = [project, folder].map((each) => digestOf(join(each, "package-lock.json")));
  const modules = join(project, "node_modules");
  // Without a lock file nothing can be told of them; committed, they are there already.
  if (there === undefined || existsSync(join(folder, "node_modules"))) return;
  if (here === there && existsSync(modules)) {
    symlinkSync(modules, join(folder, "node_modules"), "junction");
    return;
  }
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status, stderr } = spawnSync("npm", args, {
    cwd: folder,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new RevisionError(`the dependencies of ${name} cannot be installed: ${stderr.trim()}`);
}

const digestOf = (file: string): string | undefined =>
  existsSync(file) ? createHash("sha256").update(readFileSync(file)).digest("hex") : undefined;
