import { fakeGitHub, TOKEN } from "../support/fake-forge";
import { eventFile, forge, HEAD, jobOf, OTHER, post, reviewOf, waits } from "./posting";

const github = forge(fakeGitHub);

describe("siteform post on GitHub", () => {
  test("creates one comment, updates it, and leaves it where it says the same", async () => {
    const first = await post(reviewOf(1), {}, jobOf(github.current, 1));
    expect(first).toEqual({ status: 0, out: "the review is posted on pull request #7\n" });
    const second = await post(reviewOf(2), {}, jobOf(github.current, 2));
    expect(second.out).toBe("the review on pull request #7 is updated\n");
    const third = await post(reviewOf(2), {}, jobOf(github.current, 2));
    expect(third.out).toBe("the review on pull request #7 says the same already\n");
    expect(github.current.comments).toHaveLength(1);
    const body = github.current.comments[0]?.body ?? "";
    expect(body.split("\n").slice(0, 4)).toEqual([
      `<!-- siteform review: environment=default head=${HEAD} run=2.1 -->`,
      "## CHANGES: something is made or changed, and nothing is destroyed",
      "",
      "**2** to create, **0** to update, **0** to destroy in 1 stack.",
    ]);
    expect(body).toContain("Review at `aaaaaaaaaaaa`, run 2.1.");
    expect(github.current.asked.filter((asked) => /^(POST|PATCH)/.test(asked))).toEqual([
      "POST /repos/atlas/fleet/issues/7/comments",
      "PATCH /repos/atlas/fleet/issues/comments/1000",
    ]);
  });

  test("in the pipeline of a pull request knows it by its last commit, not by the merge that is tried", async () => {
    const env = {
      ...jobOf(github.current, 1),
      GITHUB_RUN_NUMBER: "12",
      GITHUB_RUN_ATTEMPT: "3",
      GITHUB_EVENT_PATH: eventFile({ pull_request: { number: 7, head: { sha: HEAD } } }),
    };
    expect((await post(reviewOf(), {}, env)).status).toBe(0);
    expect(github.current.comments[0]?.body).toContain(`head=${HEAD} run=12.3 -->`);
  });

  test("an earlier run never takes the place of a later one", async () => {
    await post(reviewOf(2), {}, jobOf(github.current, 5));
    const kept = github.current.comments[0]?.body;
    const late = await post(reviewOf(1), {}, jobOf(github.current, 4, HEAD, 9));
    expect(late).toEqual({
      status: 0,
      out: "nothing is posted: run 5.1 has said something later on pull request #7\n",
    });
    expect(github.current.comments).toMatchObject([{ body: kept }]);
    await post(reviewOf(3), {}, jobOf(github.current, 5, HEAD, 2));
    expect(github.current.comments[0]?.body).toContain("**3** to create");
    // Ten is later than nine, as a number.
    await post(reviewOf(4), {}, jobOf(github.current, 10));
    expect(github.current.comments[0]?.body).toContain("**4** to create");
  });

  test("a comment of somebody else with the same marker is not touched, nor is a marker further down", async () => {
    const marker = `<!-- siteform review: environment=default head=${HEAD} run=99.1 -->`;
    github.current.comments.push({ id: 1, author: "mallory", body: `${marker}\nall is well` });
    github.current.comments.push({ id: 2, author: "github-actions[bot]", body: `Mallory writes:\n${marker}` });
    expect((await post(reviewOf(), {}, jobOf(github.current, 1))).status).toBe(0);
    expect(github.current.comments.map(({ id }) => id)).toEqual([1, 2, 1002]);
    expect(github.current.comments[0]?.body).toBe(`${marker}\nall is well`);
    expect(github.current.comments[1]?.body).toBe(`Mallory writes:\n${marker}`);
  });

  test("finds its comment behind many others", async () => {
    for (let id = 0; id < 250; id++) github.current.comments.push({ id, author: "octocat", body: "?" });
    await post(reviewOf(1), {}, jobOf(github.current, 1));
    await post(reviewOf(2), {}, jobOf(github.current, 2));
    expect(github.current.comments).toHaveLength(251);
  });

  test("environments have a comment each", async () => {
    await post(reviewOf(), { environment: "staging" }, jobOf(github.current, 1));
    await post(reviewOf(), { environment: "production" }, jobOf(github.current, 1));
    await post(reviewOf(2), { environment: "staging" }, jobOf(github.current, 2));
    expect(github.current.comments.map(({ body }) => /environment=(\S+) .* run=(\S+)/.exec(body)?.slice(1))).toEqual([
      ["staging", "2.1"],
      ["production", "1.1"],
    ]);
  });

  test("of two that were created at once one stays", async () => {
    const marker = (run: number) => `<!-- siteform review: environment=default head=${HEAD} run=${run}.1 -->`;
    github.current.comments.push({ id: 1, author: "github-actions[bot]", body: marker(1) });
    github.current.comments.push({ id: 2, author: "github-actions[bot]", body: marker(2) });
    await post(reviewOf(), {}, jobOf(github.current, 3));
    expect(github.current.comments).toHaveLength(1);
    expect(github.current.comments[0]).toMatchObject({ id: 1, body: expect.stringContaining("run=3.1") });
  });

  test("of a commit that is no longer the last one nothing is said", async () => {
    const [request] = github.current.requests;
    if (request !== undefined) request.head = OTHER;
    const { status, out } = await post(reviewOf(), {}, jobOf(github.current, 1));
    expect([status, out]).toEqual([
      0,
      "nothing is posted: no open request has aaaaaaaaaaaa as its last commit. It moved on, or was closed\n",
    ]);
    expect(github.current.asked.filter((asked) => !asked.startsWith("GET"))).toEqual([]);
    // A number that is named does not make it the last one.
    expect((await post(reviewOf(), { number: 7 }, jobOf(github.current, 1))).out).toMatch(/^nothing is posted/);
    if (request !== undefined) Object.assign(request, { head: HEAD, isOpen: false });
    expect((await post(reviewOf(), {}, jobOf(github.current, 1))).out).toMatch(/^nothing is posted/);
  });

  test("a pull request from a fork is found among all that are open", async () => {
    github.current.requests.splice(0);
    for (let number = 100; number < 250; number++) github.current.requests.push({ number, head: OTHER, isOpen: true });
    github.current.requests.push({ number: 8, head: HEAD, isOpen: true, isFork: true });
    expect((await post(reviewOf(), {}, jobOf(github.current, 1))).out).toBe(
      "the review is posted on pull request #8\n",
    );
  });

  test("two pull requests of one commit are told apart by a person", async () => {
    github.current.requests.push({ number: 8, head: HEAD, isOpen: true });
    const { status, out } = await post(reviewOf(), {}, jobOf(github.current, 1));
    expect([status, out]).toEqual([
      1,
      "siteform: pull request #7, pull request #8 have the same last commit: say with --number which one was reviewed\n",
    ]);
    expect((await post(reviewOf(), { number: 8 }, jobOf(github.current, 1))).out).toContain("pull request #8");
  });

  test("a review that is too long for a comment is shortened, with its numbers whole", async () => {
    const { status } = await post(reviewOf(20_000), {}, jobOf(github.current, 1));
    expect(status).toBe(0);
    const body = github.current.comments[0]?.body ?? "";
    expect(Buffer.byteLength(body)).toBeLessThan(65_536);
    expect(body).toContain("**20000** to create");
    expect(body).toContain("Shortened to fit");
    expect(body).toContain("Review at `aaaaaaaaaaaa`");
  });

  test("is tried again where that may help", async () => {
    github.current.faults.push({ on: /^GET .*\/comments$/, status: 502, headers: { "retry-after": "0" } });
    github.current.faults.push({
      on: /^GET .*\/pulls$/,
      status: 403,
      headers: { "retry-after": "0" },
      body: { message: "You have exceeded a secondary rate limit" },
    });
    // What was created although the answer was lost is found again, and not created twice.
    github.current.faults.push({ on: /^POST/, status: 500, headers: { "retry-after": "0" }, isDone: true });
    expect(await post(reviewOf(), {}, jobOf(github.current, 1))).toEqual({
      status: 0,
      out: "the review on pull request #7 says the same already\n",
    });
    expect(github.current.comments).toHaveLength(1);
  });

  test("is given up after a while, in words", async () => {
    for (let times = 0; times < 9; times++)
      github.current.faults.push({
        on: /^POST/,
        status: 503,
        headers: { "retry-after": "0" },
        body: { message: `no ${TOKEN}` },
      });
    const { status, out } = await post(reviewOf(), {}, jobOf(github.current, 1));
    expect([status, out]).toEqual([
      1,
      "siteform: POST /repos/atlas/fleet/issues/7/comments answers 503: no ***; given up\n",
    ]);
    expect(github.current.asked.filter((asked) => asked.startsWith("POST"))).toHaveLength(5);
  });

  test("a wait that is too long is not waited for", async () => {
    github.current.faults.push({ on: /^POST/, status: 429, headers: { "retry-after": "3600" } });
    expect((await post(reviewOf(), {}, jobOf(github.current, 1))).out).toMatch(/answers 429: a fault; given up\n$/);
  });

  test("what is refused is said, with a hint, and nothing that the place says is a command of a log", async () => {
    const refused = { message: "Resource not accessible\n::set-env name=PATH::/tmp\u001b[31m ##[error]" };
    github.current.faults.push({ on: /^POST/, status: 403, body: refused });
    const { status, out } = await post(reviewOf(), {}, jobOf(github.current, 1));
    expect(status).toBe(1);
    expect(out).toMatch(/answers 403: Resource not accessible.*may the token write comments there\?\n$/s);
    expect(out).not.toMatch(/^\s*::|##\[/m);
    expect((await post(reviewOf(), {}, { ...jobOf(github.current, 1), GITHUB_TOKEN: "wrong" })).out).toMatch(
      /answers 401: Bad credentials; is the token right, and still valid\?\n$/,
    );
    github.current.faults.push({ on: /^GET/, status: 301, headers: { location: "https://evil.example/" } });
    github.current.faults.push({ on: /^GET/, status: 301, headers: { location: "https://evil.example/" } });
    expect((await post(reviewOf(), {}, jobOf(github.current, 1))).out).toContain("was the repository renamed?");
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
    const env = jobOf(github.current, 1);
    await github.current.close();
    const { status, out } = await post(reviewOf(), {}, env);
    expect(status).toBe(1);
    expect(out).toMatch(/has no answer: .*ECONNREFUSED.*; given up\n$/);
    // It takes longer each time.
    expect(waits.slice(-4)).toEqual([1000, 2000, 4000, 8000]);
  });
});
