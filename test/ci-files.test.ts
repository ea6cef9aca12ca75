import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { root } from "./support/temp";

const folder = (place: string) => join(root, "docs", "ci", place);
const read = (place: string, file: string): unknown => parse(readFileSync(join(folder(place), file), "utf8"));

const Permissions = z.record(z.string(), z.string());
const Step = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  env: z.record(z.string(), z.string()).optional(),
  if: z.string().optional(),
});
/** A job with no other field: variables for all of its steps, or secrets, would be one. */
const Job = z.strictObject({
  name: z.string(),
  needs: z.string().optional(),
  if: z.string().optional(),
  "runs-on": z.string(),
  permissions: Permissions,
  environment: z.string().optional(),
  steps: z.array(Step),
});
const Workflow = z.strictObject({
  name: z.string(),
  on: z.union([z.string(), z.record(z.string(), z.unknown())]),
  permissions: Permissions,
  concurrency: z.record(z.string(), z.unknown()),
  jobs: z.record(z.string(), Job),
});

const github = Object.fromEntries(
  readdirSync(folder("github")).map((file) => [file, Workflow.parse(read("github", file))]),
);
const review = github["siteform-review.yml"]?.jobs ?? {};
const post = github["siteform-post.yml"]?.jobs ?? {};
const runs = (job: z.infer<typeof Job> | undefined): string[] => (job?.steps ?? []).flatMap(({ run }) => run ?? []);
const checkouts = (job: z.infer<typeof Job> | undefined) =>
  (job?.steps ?? [])
    .filter(({ uses }) => uses?.startsWith("actions/checkout@") === true)
    .map((step) => step.with ?? {});

describe("the workflows for GitHub", () => {
  test("are started by pull requests and by what they started, and never with secrets for whoever opens one", () => {
    expect(Object.keys(github).sort()).toEqual(["siteform-post.yml", "siteform-review.yml"]);
    expect(github["siteform-review.yml"]?.on).toBe("pull_request");
    expect(github["siteform-post.yml"]?.on).toEqual({
      workflow_run: { workflows: ["Siteform review"], types: ["completed"] },
    });
    expect(read("github", "siteform-review.yml")).toMatchObject({ name: "Siteform review" });
    for (const file of Object.keys(github)) {
      expect(readFileSync(join(folder("github"), file), "utf8")).not.toContain("pull_request_target");
    }
  });

  test("give each job the permissions that it needs, and no other any", () => {
    const granted = Object.entries(github).flatMap(([file, { permissions, jobs }]) => [
      [file, permissions],
      ...Object.entries(jobs).map(([name, job]) => [`${file} ${name}`, job.permissions]),
    ]);
    expect(Object.fromEntries(granted)).toEqual({
      "siteform-review.yml": {},
      "siteform-review.yml synth": { contents: "read" },
      "siteform-review.yml plan": { contents: "read", "id-token": "write" },
      "siteform-review.yml fork": { contents: "read" },
      "siteform-post.yml": {},
      "siteform-post.yml post": { contents: "read", actions: "read", "pull-requests": "write" },
    });
  });

  test("hold no secret but the token of the step that posts", () => {
    const texts = Object.entries({ ...review, ...post }).map(([name, job]) => [name, JSON.stringify(job)] as const);
    expect(texts.filter(([, text]) => /secrets\.|secrets\[/.test(text))).toEqual([]);
    expect(texts.filter(([, text]) => /github\.token/.test(text)).map(([name]) => name)).toEqual(["post"]);
    const withEnv = Object.values({ ...review, ...post }).flatMap((job) =>
      job.steps.filter(({ env }) => env !== undefined),
    );
    expect(withEnv).toEqual([
      { run: "npx siteform post review/review.json", env: { GITHUB_TOKEN: "${{ github.token }}" } },
    ]);
    expect(Object.entries({ ...review, ...post }).filter(([, job]) => job.environment !== undefined)).toMatchObject([
      ["plan", { environment: "siteform-plan" }],
    ]);
  });

  test("run code of the pull request in the job alone that has nothing", () => {
    // Without a ref it is what is to be merged, too.
    const merge = { ref: "${{ github.sha }}", "fetch-depth": 2, "persist-credentials": false };
    expect(checkouts(review["synth"])).toEqual([{ "persist-credentials": false }]);
    expect(checkouts(review["plan"])).toEqual([merge]);
    expect(checkouts(post["post"])).toEqual([
      { ref: "${{ github.event.repository.default_branch }}", "persist-credentials": false },
    ]);
    expect(checkouts(review["fork"])).toEqual([merge]);
    // The commit that the branch of the pull request has is left before anything runs.
    for (const job of ["plan", "fork"]) expect(runs(review[job])[0]).toBe("git checkout --detach HEAD^1");
    expect(runs(post["post"])).toEqual(["npm ci --ignore-scripts", "npx siteform post review/review.json"]);
  });

  test("get credentials only after the code of the target branch has run, and look through the change before init", () => {
    const steps = review["plan"]?.steps ?? [];
    const at = (form: RegExp) => steps.findIndex(({ run, uses }) => form.test(run ?? uses ?? ""));
    const order = [
      /cdktf synth/,
      /mv cdktf\.out base/,
      /download-artifact/,
      /configure-aws-credentials/,
      /siteform plan/,
    ].map(at);
    expect(order.every((index) => index >= 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(runs(review["plan"]).find((run) => run.includes("siteform plan"))).toContain("--allowed base");
  });

  test("plan and post nothing of a fork, say so, and simulate it with code of the target branch and without credentials", () => {
    expect(review["plan"]?.if).toBe("github.event.pull_request.head.repo.full_name == github.repository");
    expect(review["fork"]?.if).toBe("github.event.pull_request.head.repo.full_name != github.repository");
    expect(post["post"]?.if).toContain("github.event.workflow_run.head_repository.full_name == github.repository");
    expect(runs(review["fork"]).join()).toMatch(/was not planned.*simulated/s);
    const simulation = runs(review["fork"]).filter((run) => run.includes("npx siteform"));
    expect(simulation).toEqual([expect.stringContaining("siteform review --simulate --base base")]);
    expect(JSON.stringify(review["fork"])).not.toMatch(
      /configure-aws-credentials|auth@|login@|id-token|environment|siteform plan/,
    );
  });

  test("name actions by commit", () => {
    for (const file of Object.keys(github)) {
      const lines = readFileSync(join(folder("github"), file), "utf8").split("\n");
      const wrong = lines.filter(
        (line) => /uses:/.test(line) && !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line),
      );
      expect(wrong).toEqual([]);
    }
  });

  test("put no expression into a shell, where a name of a branch would be a command, and run no scripts of packages", () => {
    for (const job of Object.values({ ...review, ...post })) {
      for (const run of runs(job)) {
        expect(run).not.toContain("${{");
        if (/\bnpm (ci|install)\b/.test(run)) expect(run).toContain("--ignore-scripts");
      }
    }
  });
});

const GitLabJob = z.object({
  script: z.array(z.string()).optional(),
  rules: z.array(z.object({ if: z.string() }).loose()).optional(),
  environment: z.object({ name: z.string(), action: z.string() }).optional(),
  id_tokens: z.record(z.string(), z.unknown()).optional(),
  variables: z.record(z.string(), z.string()).optional(),
  trigger: z.object({ project: z.string() }).optional(),
  needs: z.array(z.string()).optional(),
  resource_group: z.string().optional(),
});
const gitLabJobs = (file: string, names: readonly string[]) => {
  const text = z.record(z.string(), z.unknown()).parse(read("gitlab", file));
  return Object.fromEntries(names.map((name) => [name, GitLabJob.parse(text[name])]));
};

describe("the pipelines for GitLab", () => {
  const jobs = gitLabJobs("siteform-review.gitlab-ci.yml", ["synth", "plan", "fork", "post"]);
  const { post: poster } = gitLabJobs("siteform-post.gitlab-ci.yml", ["post"]);
  const OWN = "$CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_MERGE_REQUEST_PROJECT_ID";

  test("name no token in the project whose merge requests decide what runs", () => {
    const text = readFileSync(join(folder("gitlab"), "siteform-review.gitlab-ci.yml"), "utf8");
    expect(text).not.toMatch(/GITLAB_TOKEN|PRIVATE-TOKEN|JOB-TOKEN|CI_JOB_TOKEN/);
    expect(jobs["post"]).toMatchObject({ trigger: { project: "atlas/fleet-reviews" } });
    expect(jobs["post"]?.script).toBeUndefined();
  });

  test("give an identity to the job that plans alone, and not to a fork", () => {
    const withIdentity = Object.entries(jobs).filter(
      ([, { id_tokens, environment }]) => (id_tokens ?? environment) !== undefined,
    );
    expect(withIdentity.map(([name]) => name)).toEqual(["plan"]);
    expect(jobs["plan"]?.rules).toEqual([{ if: OWN }]);
    expect(jobs["post"]?.rules).toEqual([{ if: OWN, when: "always" }]);
    expect(jobs["fork"]?.rules).toEqual([{ if: OWN.replace("==", "!=") }]);
    const script = jobs["fork"]?.script ?? [];
    expect(script.join()).toContain("was not planned");
    // What runs is of the target branch, and the change is data.
    const order = ["mv cdktf.out head", "git checkout --detach", "npm ci", "review --simulate"].map((part) =>
      script.findIndex((line) => line.includes(part)),
    );
    expect(order.every((index) => index >= 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  test("have left the code of the merge request before that identity is used, and look through the change before init", () => {
    const script = jobs["plan"]?.script ?? [];
    const at = (part: string) => script.findIndex((line) => line.includes(part));
    const order = [
      "mv cdktf.out head",
      "git checkout --detach",
      "npm ci",
      "cdktf synth",
      "id-token",
      "siteform plan",
    ].map(at);
    expect(order.every((index) => index >= 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(script.find((line) => line.includes("siteform plan"))).toContain("--allowed base");
  });

  test("post from a project of their own, which checks out nothing of the fleet's", () => {
    expect(poster?.needs).toBeUndefined();
    expect(poster?.resource_group).toBe("siteform-post");
    const script = poster?.script ?? [];
    expect(script.filter((line) => /git |cdktf|npm install/.test(line))).toEqual([]);
    expect(script.at(-1)).toMatch(/^npx siteform post review\.json --gitlab "\$FLEET_PROJECT"/);
    // A redirect would take the token along.
    expect(script.find((line) => line.startsWith("curl"))).not.toMatch(/ (-L|--location)\b/);
  });

  test("quote whatever a merge request may choose, and run no scripts of packages", () => {
    for (const line of [...Object.values(jobs), poster].flatMap((job) => job?.script ?? [])) {
      const bare = line.replace(/"[^"]*"/g, "");
      expect(bare).not.toMatch(/\$\{?(FLEET|CI_MERGE_REQUEST|CI_COMMIT_REF)/);
      if (/\bnpm (ci|install)\b/.test(line)) expect(line).toContain("--ignore-scripts");
    }
  });
});

test("every option of siteform in the pipelines and on their page exists", () => {
  const files = ["github", "gitlab"].flatMap((place) =>
    readdirSync(folder(place)).map((file) => join(folder(place), file)),
  );
  const texts = [...files, join(root, "docs", "review.md")].map((file) => readFileSync(file, "utf8"));
  const used = texts
    .flatMap((text) => text.replace(/ *\n {6}(?=--)/g, " ").split("\n"))
    .flatMap((line) => [...line.matchAll(/npx siteform (\w+)([^|#]*)/g)])
    .map(
      ([, command = "", rest = ""]) =>
        [command, [...rest.matchAll(/(?<=\s)--?[a-z-]+/g)].map(([option]) => option)] as const,
    );
  expect(new Set(used.map(([command]) => command))).toEqual(
    new Set(["validate", "plan", "review", "post", "apply", "allow", "lock"]),
  );
  const helps = new Map<string, string>();
  for (const [command, options] of used) {
    const help =
      helps.get(command) ??
      spawnSync(process.execPath, [join(root, "dist", "cli", "main.js"), command, "--help"], { encoding: "utf8" })
        .stdout;
    helps.set(command, help);
    expect([command, options.filter((option) => !new RegExp(`(?<![\\w-])${option}[ ,]`).test(help))]).toEqual([
      command,
      [],
    ]);
  }
});
