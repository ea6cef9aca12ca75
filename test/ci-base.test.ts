import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { root, tempFolder } from "./support/temp";

/**
 * What the pipelines compare, run with a real Git: the change as it would be merged, with the tip of the target branch. Of the rest of
 * their scripts stand-ins run, of which `cdktf synth` writes which files the program has.
 */
const Scripts = z.record(z.string(), z.unknown());
const gitLab = (job: string): string[] =>
  z
    .object({ script: z.array(z.string()) })
    .parse(
      Scripts.parse(parse(readFileSync(join(root, "docs", "ci", "gitlab", "siteform-review.gitlab-ci.yml"), "utf8")))[
        job
      ],
    ).script;
const gitHub = (job: string): string[] =>
  z
    .object({ jobs: z.record(z.string(), z.object({ steps: z.array(z.object({ run: z.string().optional() })) })) })
    .parse(parse(readFileSync(join(root, "docs", "ci", "github", "siteform-review.yml"), "utf8")))
    .jobs[job]?.steps.flatMap(({ run }) => run ?? []) ?? [];

/** Up to where Siteform is called. */
const prepared = (script: readonly string[]): string =>
  script
    .slice(
      0,
      script.findIndex((line) => /npx siteform (plan|review)/.test(line)),
    )
    .join("\n");

const folder = tempFolder();
const programs = join(folder, "programs");
mkdirSync(programs);
const standIn = (name: string, text: string): void => {
  writeFileSync(join(programs, name), `#!/bin/sh\n${text}\n`);
  chmodSync(join(programs, name), 0o755);
};
standIn("npm", "exit 0");
standIn("npx", '[ "$1 $2" = "cdktf synth" ] || exit 0\nmkdir cdktf.out && ls *.ts > cdktf.out/files');

const env = {
  ...process.env,
  PATH: `${programs}${delimiter}${process.env["PATH"] ?? ""}`,
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_SYSTEM: "/dev/null",
  GIT_AUTHOR_NAME: "a",
  GIT_AUTHOR_EMAIL: "a@example.com",
  GIT_COMMITTER_NAME: "a",
  GIT_COMMITTER_EMAIL: "a@example.com",
};
const ran = (cwd: string, script: string, more: Record<string, string> = {}) =>
  spawnSync("bash", ["-ec", script], { cwd, env: { ...env, ...more }, encoding: "utf8" });
const done = (cwd: string, script: string, more: Record<string, string> = {}): string => {
  const { status, stdout, stderr } = ran(cwd, script, more);
  expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
};

/** A project whose target branch moved on since a branch left it. */
function projectOf(name: string): string {
  const origin = join(folder, name);
  mkdirSync(origin);
  const commit = (file: string) => `touch ${file} && git add ${file} && git commit -qm ${file}`;
  done(
    origin,
    [
      "git init -q -b main",
      commit("old.ts"),
      "git checkout -qb change",
      commit("added.ts"),
      "git checkout -q main",
      commit("merged-meanwhile.ts"),
    ].join("\n"),
  );
  return origin;
}

const filesOf = (output: string): string[] => readFileSync(join(output, "files"), "utf8").trim().split("\n");

describe("GitLab", () => {
  const variables = {
    CI_MERGE_REQUEST_SOURCE_PROJECT_ID: "1",
    CI_MERGE_REQUEST_PROJECT_ID: "1",
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main",
    CI_JOB_ID: "7",
  };
  const cloned = (origin: string, name: string): string => {
    done(folder, `git clone -q --branch change "${origin}" ${name}`);
    return join(folder, name);
  };

  test("compares the merge with the tip of the target branch, and not again once that moved on", () => {
    const origin = projectOf("gitlab");
    const clone = cloned(origin, "own");
    done(clone, gitLab("synth").join("\n"), variables);
    expect(filesOf(join(clone, "cdktf.out"))).toEqual(["added.ts", "merged-meanwhile.ts", "old.ts"]);
    done(clone, "cp -r . ../later");
    done(clone, prepared(gitLab("plan")).replace(/\/tmp\/id-token/g, "id-token"), variables);
    expect(filesOf(join(clone, "base"))).toEqual(["merged-meanwhile.ts", "old.ts"]);
    expect(filesOf(join(clone, "cdktf.out"))).toEqual(["added.ts", "merged-meanwhile.ts", "old.ts"]);

    done(origin, "touch later.ts && git add later.ts && git commit -qm later");
    const later = ran(join(folder, "later"), prepared(gitLab("plan")), variables);
    expect([later.status, later.stdout]).toEqual([1, expect.stringContaining("The target branch moved on.")]);
  });

  test("compares a fork with the project that it comes from", () => {
    const origin = projectOf("upstream.git");
    const fork = cloned(origin, "fork-project");
    // What the fork has of the target branch is of old.
    done(fork, "git branch -f main HEAD~1");
    const clone = cloned(fork, "fork");
    const fromFork = {
      ...variables,
      CI_MERGE_REQUEST_SOURCE_PROJECT_ID: "2",
      CI_MERGE_REQUEST_PROJECT_URL: join(folder, "upstream"),
    };
    done(clone, gitLab("synth").join("\n"), fromFork);
    done(clone, prepared(gitLab("fork")), fromFork);
    expect(filesOf(join(clone, "base"))).toEqual(["merged-meanwhile.ts", "old.ts"]);
    expect(filesOf(join(clone, "cdktf.out"))).toEqual(["added.ts", "merged-meanwhile.ts", "old.ts"]);
  });

  test("stops where the change cannot be merged", () => {
    const origin = projectOf("conflict");
    done(
      origin,
      "echo a > old.ts && git commit -qam a && git checkout -q change && echo b > old.ts && git commit -qam b",
    );
    const clone = cloned(origin, "conflicting");
    const { status, stdout } = ran(clone, gitLab("synth").join("\n"), variables);
    expect([status, stdout]).toEqual([1, expect.stringContaining("CONFLICT")]);
  });
});

test.each(["plan", "fork"])(
  "GitHub compares in %s the merge with what it merges into, of as many commits as it has",
  (job) => {
    const origin = projectOf(`github-${job}`);
    done(
      origin,
      "git checkout -q --detach main && git merge -q --no-edit change && git update-ref refs/pull/1/merge HEAD",
    );
    const clone = join(folder, `github-${job}-clone`);
    // As the step that checks out does it.
    done(folder, `git init -q "${clone}"`);
    done(clone, `git fetch -q --depth=2 "${origin}" refs/pull/1/merge && git checkout -q --detach FETCH_HEAD`);
    const [leave = ""] = gitHub(job);
    done(clone, leave);
    expect(done(clone, "ls *.ts").trim().split("\n")).toEqual(["merged-meanwhile.ts", "old.ts"]);
  },
);
