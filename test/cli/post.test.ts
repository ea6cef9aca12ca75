import { fakeGitHub, TOKEN } from "../support/fake-forge";
import { command, forge, HEAD, jobOf, post, reviewOf } from "./posting";

const github = forge(fakeGitHub);

describe("siteform post believes nothing", () => {
  test("what is no review is told with all its problems, and nothing is asked of the place", async () => {
    const { counters: _, ...rest } = reviewOf();
    const wrong = { ...rest, verdict: "FINE", markdown: "# all is well\n::error::x", stacks: [{ name: 1 }] };
    const { status, out } = await post(wrong, {}, jobOf(github.current, 1));
    expect(status).toBe(1);
    expect(out).toMatch(/^siteform: review\.json is not posted: it does not follow the schema of a review:\n/);
    for (const part of ["verdict: ", "counters: ", '"markdown"', "stacks[0].name: ", "stacks[0].state: "]) {
      expect(out).toContain(part);
    }
    expect(github.current.asked).toEqual([]);
  });

  test.each([
    ["no JSON", "{", "it is no JSON"],
    ["a list", "[]", "the whole: "],
    ["a key of another object", `{"__proto__": {"verdict": "NONE"}}`, "verdict: "],
    ["too deep", "[".repeat(100_000), "it is no JSON"],
    ["too large", " ".repeat(33 * 1024 * 1024), "33554432 are the most"],
  ])("%s is refused", async (_, text, told) => {
    const { status, out } = await post(text, {}, jobOf(github.current, 1));
    expect(status).toBe(1);
    expect(out).toContain(told);
    expect(out.length).toBeLessThan(4000);
    expect(github.current.asked).toEqual([]);
  });

  test("many problems are counted", async () => {
    const many = { ...reviewOf(), stacks: Array.from({ length: 10_000 }, () => ({ "\n::error::x": 1 })) };
    const { out } = await post(many, {}, jobOf(github.current, 1));
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
    const { status, out } = await post(reviewOf(), { api: url }, jobOf(github.current, 1));
    expect(status).toBe(1);
    expect(out).toContain(told);
    expect(out).not.toContain("secret");
  });
});

describe("siteform post as a command", () => {
  test("posts, and takes no token from its arguments", async () => {
    expect(await command(reviewOf(), [], jobOf(github.current, 1))).toEqual({
      status: 0,
      out: "the review is posted on pull request #7\n",
    });
    expect((await command(reviewOf(), ["--token", "x"], jobOf(github.current, 1))).out).toContain(
      "unknown option '--token'",
    );
  });

  test("says what is wrong, and exits 1", async () => {
    const args = ["--github", "atlas/fleet", "--head", HEAD, "--run", "1"];
    expect(await command("{}", args, { GITHUB_TOKEN: TOKEN })).toMatchObject({
      status: 1,
      out: expect.stringMatching(/^siteform: review\.json is not posted: /),
    });
  });
});
