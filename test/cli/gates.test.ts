import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { change, planOf } from "../review/support";
import { tempFolder } from "../support/temp";
import { output, siteform } from "./output";

/** A project whose only change is that something is destroyed. */
function project(): string {
  const folder = tempFolder();
  output(folder, { alpha: { a: { input: 1 } } });
  output(folder, { alpha: { a: { input: 1 } } }, "base");
  mkdirSync(join(folder, "plans"));
  const plan = { format_version: "1.2", ...planOf(change("aws_vpc.gone", ["delete"], { before: { id: "vpc-1" } })) };
  writeFileSync(join(folder, "plans", "alpha.json"), JSON.stringify(plan));
  return folder;
}

const review = (folder: string, ...args: string[]) => siteform(folder, "review", "--plans", "plans", ...args);
const SHUT = "siteform: the review does not pass --fail-on destroy\n";

describe("gates of a review", () => {
  test.each([
    ["destroy", "forget"],
    ["forget", "destroy"],
    ["forget,destroy", "destroy,check"],
  ])("add up where they are given more than once: %s, then %s", (first, second) => {
    const { status, stderr } = review(project(), "--fail-on", first, "--fail-on", second);
    expect([status, stderr]).toEqual([1, SHUT]);
  });

  test.each(["error", "finding"])("say why %s cannot be told", (gate) => {
    const folder = project();
    const without = review(folder, "--fail-on", gate);
    expect(without.status).toBe(1);
    expect(without.stderr).toContain(`${gate}: nobody knows which findings are new`);
    expect(without.stderr).toContain("with --base");
    const bare = review(folder, "--fail-on", gate, "--base", "base");
    expect(bare.status).toBe(1);
    expect(bare.stderr).toContain("base or head wrote no fleet.json");
  });

  test.each([
    ["--html", "no/such/page.html"],
    ["--html", "plans"],
    ["-o", "no/such/review.md"],
  ])("are told where %s %s cannot be written, and nothing is written by halves", (option, file) => {
    const folder = project();
    const other = option === "--html" ? ["-o", "review.md"] : ["--html", "page.html"];
    const before = readdirSync(folder);
    const { status, stdout, stderr } = review(folder, "--fail-on", "destroy", ...other, option, file);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr.startsWith(`${SHUT}siteform: ${file} cannot be written: `)).toBe(true);
    expect(readdirSync(folder)).toEqual(before);
    expect(review(folder, option, file).stdout).toBe("");
  });

  test("one file cannot hold the review and its page", () => {
    const folder = project();
    const { status, stderr } = review(folder, "-o", "both", "--html", "both");
    expect(status).toBe(1);
    expect(stderr).toContain("both cannot hold two things");
    expect(existsSync(join(folder, "both"))).toBe(false);
  });
});

test("a plan is told that its base is compared with nothing", () => {
  const { status, stderr } = siteform(project(), "plan", "--base", "base", "alpha");
  expect([status, stderr]).toEqual([
    1,
    "siteform: --base is what --changed compares with: add --changed, or leave --base out\n",
  ]);
});
