import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type PostOptions, post as postCommand } from "../../cli/post";
import { say } from "../../cli/say";
import { UsageError } from "../../cli/usage-error";
import { buildReview } from "../../review/report/build-review";
import type { Review } from "../../review/report/schema";
import { change, planOf, stack } from "../review/support";
import { type FakeForge, fakeGitHub, fakeGitLab, TOKEN } from "../support/fake-forge";
import { root, tempFolder } from "../support/temp";

const HEAD = "a".repeat(40);
const OTHER = "b".repeat(40);

interface Run {
  readonly status: number;
  readonly out: string;
}

/** Everything that any run of this file has said. */
const said: string[] = [];
/** How long was waited, in milliseconds: nobody waits here. */
const waits: number[] = [];
jest.mock("node:timers/promises", () => ({
  setTimeout: async (milliseconds: number) => {
    waits.push(milliseconds);
  },
}));

function folderWith(review: unknown): string {
  const folder = tempFolder();
  writeFileSync(join(folder, "review.json"), typeof review === "string" ? review : JSON.stringify(review));
  return folder;
}

/** What `siteform post` does with a review, with nothing in its environment but what is given. */
async function post(
  review: unknown,
  options: Partial<PostOptions>,
  env: Readonly<Record<string, string>>,
): Promise<Run> {
  const lines: string[] = [];
  const write = jest.spyOn(process.stderr, "write").mockImplementation((text) => lines.push(String(text)) > 0);
  try {
    await postCommand("review.json", { cwd: folderWith(review), environment: "default", ...options }, env);
    return { status: 0, out: lines.join("") };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    // As the command says it.
    say(`siteform: ${error.message}`);
    return { status: 1, out: lines.join("") };
  } finally {
    write.mockRestore();
    said.push(lines.join(""));
  }
}

/** The same as a command of its own. */
function command(review: unknown, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Run> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, "dist", "cli", "main.js"), "post", "review.json", ...args],
      { cwd: folderWith(review), env: { PATH: process.env["PATH"], NO_COLOR: "1", ...env } },
      (error, stdout, stderr) => {
        const out = `${stdout}${stderr}`;
        said.push(out);
        resolve({ status: error === null ? 0 : Number(error.code), out });
      },
    );
  });
}

const reviewOf = (count = 1): Review =>
  buildReview([
    stack("a", planOf(...Array.from({ length: count }, (_, index) => change(`aws_instance.n[${index}]`, ["create"])))),
  ]);

const eventFile = (event: object): string => {
  const file = join(tempFolder(), "event.json");
  writeFileSync(file, JSON.stringify(event));
  return file;
};

/** The environment of a job that a finished pipeline started: the commit and the number are those of the first one. */
const jobOf = (forge: FakeForge, run: number, head = HEAD, attempt = 1) => ({
  GITHUB_REPOSITORY: "atlas/fleet",
  GITHUB_API_URL: forge.url,
  GITHUB_RUN_NUMBER: "999",
  GITHUB_SHA: OTHER,
  GITHUB_TOKEN: TOKEN,
  GITHUB_EVENT_PATH: eventFile({ workflow_run: { head_sha: head, run_number: run, run_attempt: attempt } }),
});

let github: FakeForge;
let gitlab: FakeForge;
beforeEach(async () => {
  [github, gitlab] = [await fakeGitHub(), await fakeGitLab()];
  github.requests.push({ number: 7, head: HEAD, isOpen: true });
  gitlab.requests.push({ number: 7, head: HEAD, isOpen: true });
});
afterEach(async () => {
  await Promise.all([github.close(), gitlab.close()]);
});
afterAll(() => {
  // Neither the token nor a trace was in any output.
  expect(said.length).toBeGreaterThan(20);
  expect(said.filter((out) => out.includes(TOKEN))).toEqual([]);
  expect(said.filter((out) => /^ {4}at /m.test(out))).toEqual([]);
});

describe("siteform post on GitHub", () => {
  test("creates one comment, updates it, and leaves it where it says the same", async () => {
    const first = await post(reviewOf(1), {}, jobOf(github, 1));
    expect(first).toEqual({ status: 0, out: "the review is posted on pull request #7\n" });
    const second = await post(reviewOf(2), {}, jobOf(github, 2));
    expect(second.out).toBe("the review on pull request #7 is updated\n");
    const third = await post(reviewOf(2), {}, jobOf(github, 2));
    expect(third.out).toBe("the review on pull request #7 says the same already\n");
    expect(github.comments).toHaveLength(1);
    const body = github.comments[0]?.body ?? "";
    expect(body.split("\n").slice(0, 4)).toEqual([
      `<!-- siteform review: environment=default head=${HEAD} run=2.1 -->`,
      "## CHANGES: something is made or changed, and nothing is destroyed",
      "",
      "**2** to create, **0** to update, **0** to destroy in 1 stack.",
    ]);
    expect(body).toContain("Review at `aaaaaaaaaaaa`, run 2.1.");
    expect(github.asked.filter((asked) => /^(POST|PATCH)/.test(asked))).toEqual([
      "POST /repos/atlas/fleet/issues/7/comments",
      "PATCH /repos/atlas/fleet/issues/comments/1000",
    ]);
  });

  test("in the pipeline of a pull request knows it by its last commit, not by the merge that is tried", async () => {
    const env = {
      ...jobOf(github, 1),
      GITHUB_RUN_NUMBER: "12",
      GITHUB_RUN_ATTEMPT: "3",
      GITHUB_EVENT_PATH: eventFile({ pull_request: { number: 7, head: { sha: HEAD } } }),
    };
    expect((await post(reviewOf(), {}, env)).status).toBe(0);
    expect(github.comments[0]?.body).toContain(`head=${HEAD} run=12.3 -->`);
  });

  test("an earlier run never takes the place of a later one", async () => {
    await post(reviewOf(2), {}, jobOf(github, 5));
    const kept = github.comments[0]?.body;
    const late = await post(reviewOf(1), {}, jobOf(github, 4, HEAD, 9));
    expect(late).toEqual({
      status: 0,
      out: "nothing is posted: run 5.1 has said something later on pull request #7\n",
    });
    expect(github.comments).toMatchObject([{ body: kept }]);
    await post(reviewOf(3), {}, jobOf(github, 5, HEAD, 2));
    expect(github.comments[0]?.body).toContain("**3** to create");
    // Ten is later than nine, as a number.
    await post(reviewOf(4), {}, jobOf(github, 10));
    expect(github.comments[0]?.body).toContain("**4** to create");
  });

  test("a comment of somebody else with the same marker is not touched, nor is a marker further down", async () => {
    const marker = `<!-- siteform review: environment=default head=${HEAD} run=99.1 -->`;
    github.comments.push({ id: 1, author: "mallory", body: `${marker}\nall is well` });
    github.comments.push({ id: 2, author: "github-actions[bot]", body: `Mallory writes:\n${marker}` });
    expect((await post(reviewOf(), {}, jobOf(github, 1))).status).toBe(0);
    expect(github.comments.map(({ id }) => id)).toEqual([1, 2, 1002]);
    expect(github.comments[0]?.body).toBe(`${marker}\nall is well`);
    expect(github.comments[1]?.body).toBe(`Mallory writes:\n${marker}`);
  });

  test("finds its comment behind many others", async () => {
    for (let id = 0; id < 250; id++) github.comments.push({ id, author: "octocat", body: "?" });
    await post(reviewOf(1), {}, jobOf(github, 1));
    await post(reviewOf(2), {}, jobOf(github, 2));
    expect(github.comments).toHaveLength(251);
  });

  test("environments have a comment each", async () => {
    await post(reviewOf(), { environment: "staging" }, jobOf(github, 1));
    await post(reviewOf(), { environment: "production" }, jobOf(github, 1));
    await post(reviewOf(2), { environment: "staging" }, jobOf(github, 2));
    expect(github.comments.map(({ body }) => /environment=(\S+) .* run=(\S+)/.exec(body)?.slice(1))).toEqual([
      ["staging", "2.1"],
      ["production", "1.1"],
    ]);
  });

  test("of two that were created at once one stays", async () => {
    const marker = (run: number) => `<!-- siteform review: environment=default head=${HEAD} run=${run}.1 -->`;
    github.comments.push({ id: 1, author: "github-actions[bot]", body: marker(1) });
    github.comments.push({ id: 2, author: "github-actions[bot]", body: marker(2) });
    await post(reviewOf(), {}, jobOf(github, 3));
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]).toMatchObject({ id: 1, body: expect.stringContaining("run=3.1") });
  });

  test("of a commit that is no longer the last one nothing is said", async () => {
    const [request] = github.requests;
    if (request !== undefined) request.head = OTHER;
    const { status, out } = await post(reviewOf(), {}, jobOf(github, 1));
    expect([status, out]).toEqual([
      0,
      "nothing is posted: no open request has aaaaaaaaaaaa as its last commit. It moved on, or was closed\n",
    ]);
    expect(github.asked.filter((asked) => !asked.startsWith("GET"))).toEqual([]);
    // A number that is named does not make it the last one.
    expect((await post(reviewOf(), { number: 7 }, jobOf(github, 1))).out).toMatch(/^nothing is posted/);
    if (request !== undefined) Object.assign(request, { head: HEAD, isOpen: false });
    expect((await post(reviewOf(), {}, jobOf(github, 1))).out).toMatch(/^nothing is posted/);
  });

  test("a pull request from a fork is found among all that are open", async () => {
    github.requests.splice(0);
    for (let number = 100; number < 250; number++) github.requests.push({ number, head: OTHER, isOpen: true });
    github.requests.push({ number: 8, head: HEAD, isOpen: true, isFork: true });
    expect((await post(reviewOf(), {}, jobOf(github, 1))).out).toBe("the review is posted on pull request #8\n");
  });

  test("two pull requests of one commit are told apart by a person", async () => {
    github.requests.push({ number: 8, head: HEAD, isOpen: true });
    const { status, out } = await post(reviewOf(), {}, jobOf(github, 1));
    expect([status, out]).toEqual([
      1,
      "siteform: pull request #7, pull request #8 have the same last commit: say with --number which one was reviewed\n",
    ]);
    expect((await post(reviewOf(), { number: 8 }, jobOf(github, 1))).out).toContain("pull request #8");
  });

  test("a review that is too long for a comment is shortened, with its numbers whole", async () => {
    const { status } = await post(reviewOf(20_000), {}, jobOf(github, 1));
    expect(status).toBe(0);
    const body = github.comments[0]?.body ?? "";
    expect(Buffer.byteLength(body)).toBeLessThan(65_536);
    expect(body).toContain("**20000** to create");
    expect(body).toContain("Shortened to fit");
    expect(body).toContain("Review at `aaaaaaaaaaaa`");
  });

  test("is tried again where that may help", async () => {
    github.faults.push({ on: /^GET .*\/comments$/, status: 502, headers: { "retry-after": "0" } });
    github.faults.push({
      on: /^GET .*\/pulls$/,
      status: 403,
      headers: { "retry-after": "0" },
      body: { message: "You have exceeded a secondary rate limit" },
    });
    // What was created although the answer was lost is found again, and not created twice.
    github.faults.push({ on: /^POST/, status: 500, headers: { "retry-after": "0" }, isDone: true });
    expect(await post(reviewOf(), {}, jobOf(github, 1))).toEqual({
      status: 0,
      out: "the review on pull request #7 says the same already\n",
    });
    expect(github.comments).toHaveLength(1);
  });

  test("is given up after a while, in words", async () => {
    for (let times = 0; times < 9; times++)
      github.faults.push({
        on: /^POST/,
        status: 503,
        headers: { "retry-after": "0" },
        body: { message: `no ${TOKEN}` },
      });
    const { status, out } = await post(reviewOf(), {}, jobOf(github, 1));
    expect([status, out]).toEqual([
      1,
      "siteform: POST /repos/atlas/fleet/issues/7/comments answers 503: no ***; given up\n",
    ]);
    expect(github.asked.filter((asked) => asked.startsWith("POST"))).toHaveLength(5);
  });

  test("a wait that is too long is not waited for", async () => {
    github.faults.push({ on: /^POST/, status: 429, headers: { "retry-after": "3600" } });
    expect((await post(reviewOf(), {}, jobOf(github, 1))).out).toMatch(/answers 429: a fault; given up\n$/);
  });

  test("what is refused is said, with a hint, and nothing that the place says is a command of a log", async () => {
    const refused = { message: "Resource not accessible\n::set-env name=PATH::/tmp\u001b[31m ##[error]" };
    github.faults.push({ on: /^POST/, status: 403, body: refused });
    const { status, out } = await post(reviewOf(), {}, jobOf(github, 1));
    expect(status).toBe(1);
    expect(out).toMatch(/answers 403: Resource not accessible.*may the token write comments there\?\n$/s);
    expect(out).not.toMatch(/^\s*::|##\[/m);
    expect((await post(reviewOf(), {}, { ...jobOf(github, 1), GITHUB_TOKEN: "wrong" })).out).toMatch(
      /answers 401: Bad credentials; is the token right, and still valid\?\n$/,
    );
    github.faults.push({ on: /^GET/, status: 301, headers: { location: "https://evil.example/" } });
    github.faults.push({ on: /^GET/, status: 301, headers: { location: "https://evil.example/" } });
    expect((await post(reviewOf(), {}, jobOf(github, 1))).out).toContain("was the repository renamed?");
  });

  test("a token of another author is said once, so that the next run finds its comment", async () => {
    const app = await fakeGitHub("atlas-app[bot]");
    app.requests.push({ number: 7, head: HEAD, isOpen: true });
    const { status, out } = await post(reviewOf(), {}, jobOf(app, 1));
    expect(status).toBe(1);
    expect(out).toContain('was written as "atlas-app[bot]" and not as "github-actions[bot]": say so with --author');
    await post(reviewOf(), { author: "Atlas-App[bot]" }, jobOf(app, 2));
    expect(app.comments).toHaveLength(1);
    await app.close();
  });

  test("where nobody answers that is said", async () => {
    const env = jobOf(github, 1);
    await github.close();
    const { status, out } = await post(reviewOf(), {}, env);
    expect(status).toBe(1);
    expect(out).toMatch(/has no answer: .*ECONNREFUSED.*; given up\n$/);
    // It takes longer each time.
    expect(waits.slice(-4)).toEqual([1000, 2000, 4000, 8000]);
  });
});

describe("siteform post on GitLab", () => {
  const job = (pipeline: number) => ({
    CI_PROJECT_ID: "17",
    CI_API_V4_URL: gitlab.url,
    CI_COMMIT_SHA: OTHER,
    CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: HEAD,
    CI_MERGE_REQUEST_IID: "7",
    CI_PIPELINE_IID: String(pipeline),
    GITLAB_TOKEN: TOKEN,
  });

  test("creates one note, updates it, and an earlier pipeline leaves it alone", async () => {
    expect((await post(reviewOf(1), {}, job(1))).out).toBe("the review is posted on merge request !7\n");
    expect((await post(reviewOf(3), {}, job(3))).out).toBe("the review on merge request !7 is updated\n");
    expect((await post(reviewOf(2), {}, job(2))).out).toBe(
      "nothing is posted: run 3.1 has said something later on merge request !7\n",
    );
    expect(gitlab.comments).toHaveLength(1);
    expect(gitlab.comments[0]?.body).toContain("**3** to create");
  });

  test("a note of somebody else with the same marker is not touched", async () => {
    const body = `<!-- siteform review: environment=default head=${HEAD} run=99.1 -->`;
    gitlab.comments.push({ id: 1, author: "mallory", body });
    await post(reviewOf(), {}, job(1));
    expect(gitlab.comments).toMatchObject([{ author: "mallory", body }, { author: "project_17_bot" }]);
  });

  test("from a pipeline of another project is told what it is about", async () => {
    const env = { CI_PROJECT_ID: "99", CI_COMMIT_SHA: OTHER, CI_PIPELINE_IID: "5", GITLAB_TOKEN: TOKEN };
    const options = { gitlab: "17", api: gitlab.url, head: HEAD, run: "12" };
    expect((await post(reviewOf(), options, env)).out).toBe("the review is posted on merge request !7\n");
    expect(gitlab.comments[0]?.body).toContain("run=12.1");
    expect((await post(reviewOf(), { gitlab: "17", api: gitlab.url }, env)).out).toContain("--head");
  });

  test("nothing is said of a merge request that moved on", async () => {
    const [request] = gitlab.requests;
    if (request !== undefined) request.head = OTHER;
    expect((await post(reviewOf(), {}, job(1))).out).toMatch(/^nothing is posted/);
    expect(gitlab.comments).toEqual([]);
  });
});

describe("siteform post believes nothing", () => {
  test("what is no review is told with all its problems, and nothing is asked of the place", async () => {
    const { counters: _, ...rest } = reviewOf();
    const wrong = { ...rest, verdict: "FINE", markdown: "# all is well\n::error::x", stacks: [{ name: 1 }] };
    const { status, out } = await post(wrong, {}, jobOf(github, 1));
    expect(status).toBe(1);
    expect(out).toMatch(/^siteform: review\.json is not posted: it does not follow the schema of a review:\n/);
    for (const part of ["verdict: ", "counters: ", '"markdown"', "stacks[0].name: ", "stacks[0].state: "]) {
      expect(out).toContain(part);
    }
    expect(github.asked).toEqual([]);
  });

  test.each([
    ["no JSON", "{", "it is no JSON"],
    ["a list", "[]", "the whole: "],
    ["a key of another object", `{"__proto__": {"verdict": "NONE"}}`, "verdict: "],
    ["too deep", "[".repeat(100_000), "it is no JSON"],
    ["too large", " ".repeat(33 * 1024 * 1024), "33554432 are the most"],
  ])("%s is refused", async (_, text, told) => {
    const { status, out } = await post(text, {}, jobOf(github, 1));
    expect(status).toBe(1);
    expect(out).toContain(told);
    expect(out.length).toBeLessThan(4000);
    expect(github.asked).toEqual([]);
  });

  test("many problems are counted", async () => {
    const many = { ...reviewOf(), stacks: Array.from({ length: 10_000 }, () => ({ "\n::error::x": 1 })) };
    const { out } = await post(many, {}, jobOf(github, 1));
    expect(out).toMatch(/ {2}and \d{5} more\n$/);
    expect(out).not.toMatch(/^\s*::/m);
  });

  test("what is missing is told at once, and a token stands in the environment alone", async () => {
    const { status, out } = await post(reviewOf(), { environment: "A B" }, {});
    expect(status).toBe(1);
    for (const part of ["--github <owner/repository>", "--head", "--run", "--environment must be"])
      expect(out).toContain(part);
    const named = { github: "atlas/fleet", head: HEAD, run: "1" };
    expect((await post(reviewOf(), named, {})).out).toBe("siteform: there is no token: set GITHUB_TOKEN or GH_TOKEN\n");
  });

  test.each([
    ["http://api.example.com", "must begin with https://"],
    ["http://localhost.example.com", "must begin with https://"],
    ["https://user:secret@example.com", "must not hold a name or a password"],
    ["nonsense", "is no address"],
  ])("a token is not sent to %s", async (url, told) => {
    const { status, out } = await post(reviewOf(), { api: url }, jobOf(github, 1));
    expect(status).toBe(1);
    expect(out).toContain(told);
    expect(out).not.toContain("secret");
  });
});

describe("siteform post as a command", () => {
  test("posts, and takes no token from its arguments", async () => {
    expect(await command(reviewOf(), [], jobOf(github, 1))).toEqual({
      status: 0,
      out: "the review is posted on pull request #7\n",
    });
    expect((await command(reviewOf(), ["--token", "x"], jobOf(github, 1))).out).toContain("unknown option '--token'");
  });

  test("says what is wrong, and exits 1", async () => {
    const args = ["--github", "atlas/fleet", "--head", HEAD, "--run", "1"];
    expect(await command("{}", args, { GITHUB_TOKEN: TOKEN })).toMatchObject({
      status: 1,
      out: expect.stringMatching(/^siteform: review\.json is not posted: /),
    });
  });
});
