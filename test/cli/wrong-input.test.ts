import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tempFolder } from "../support/temp";
import type { Run } from "./command";
import { output, siteform } from "./output";

const plan = (changes: readonly object[] = []) => JSON.stringify({ format_version: "1.2", resource_changes: changes });

/** A project of two stacks with plans that somebody made by hand; the second stack comes after the first. */
function project(dependencies: Readonly<Record<string, string[]>> = {}): string {
  const folder = tempFolder();
  const links = Object.fromEntries(Object.entries(dependencies).map(([name, each]) => [name, { dependencies: each }]));
  output(folder, { alpha: { a: { input: 1 } }, beta: { b: { input: 1 } } }, "cdktf.out", links);
  mkdirSync(join(folder, "plans"));
  for (const name of ["alpha", "beta"]) writeFileSync(join(folder, "plans", `${name}.json`), plan());
  return folder;
}

/** What is said of a mistake, in words of ours alone. */
function mistake({ status, stderr }: Run): string {
  expect(status).toBe(1);
  expect(stderr).toMatch(/^siteform: /);
  expect(stderr).not.toMatch(/^ {4}at |TypeError|Error: /m);
  return stderr;
}

describe("what cannot be meant", () => {
  test.each([["plan"], ["apply", "--review", "review.json", "--plans", "plans"]])(
    "is a stack without a name: %s",
    (...command) => {
      const folder = project();
      siteform(folder, "review", "--plans", "plans", "--format", "json", "-o", "review.json");
      expect(mistake(siteform(folder, ...command, ""))).toContain('there is no stack ""\nstacks: alpha, beta');
    },
  );

  test("is a name that is longer than any", () => {
    expect(mistake(siteform(project(), "plan", "a".repeat(70_000)))).toContain("stacks: alpha, beta");
  });

  test.each([
    ["a folder", (at: string) => mkdirSync(at), "it is a folder and no file"],
    ["a link to nothing", (at: string) => symlinkSync("/nowhere/at/all", at), "it is a link that leads nowhere"],
  ])("is %s in the place of a plan: a stack that failed", (_, make, why) => {
    const folder = project();
    output(folder, { alpha: {}, beta: {}, gamma: {}, delta: {} });
    make(join(folder, "plans", "gamma.json"));
    mkdirSync(join(folder, "plans", "delta"));
    make(join(folder, "plans", "delta", "plan.json"));
    const made = siteform(folder, "review", "--plans", "plans", "--format", "json");
    expect(mistake(made)).toBe("siteform: the review is incomplete\n");
    const { verdict, stacks } = JSON.parse(made.stdout);
    expect(verdict).toBe("INCOMPLETE");
    for (const name of ["gamma", "delta"])
      expect(stacks).toContainEqual(
        expect.objectContaining({ name, state: "failed", note: `its plan cannot be read: ${why}` }),
      );
    expect(made.stdout).not.toContain("/nowhere");
  });

  test.each([
    ["workingDirectory", "stacks/beta"],
    ["synthesizedStackPath", "stacks/alpha/other.tf.json"],
  ])("is a stack that was not written where it is run: %s", (key, value) => {
    const folder = project();
    const file = join(folder, "cdktf.out", "manifest.json");
    const manifest = JSON.parse(readFileSync(file, "utf8"));
    manifest.stacks.alpha[key] = value;
    writeFileSync(file, JSON.stringify(manifest));
    writeFileSync(join(folder, "cdktf.out", "stacks", "alpha", "other.tf.json"), "{}");
    for (const command of [["plan"], ["plan", "--allowed", "cdktf.out"], ["review", "--plans", "plans"], ["allow"]])
      expect(mistake(siteform(folder, ...command))).toContain("the stack alpha is run in ");
  });

  test("is stacks of which each comes after the other: nothing is applied", () => {
    const folder = project({ alpha: ["beta"], beta: ["alpha"] });
    const args = ["--plans", "plans"];
    const { status } = siteform(folder, "review", ...args, "--format", "json", "-o", "review.json");
    expect(status).toBe(0);
    expect(mistake(siteform(folder, "apply", ...args, "--review", "review.json"))).toContain(
      "nothing is applied: stacks depend on each other in a circle: alpha, beta; in the program,",
    );
  });
});
