import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readOutput } from "../../review/inputs/output";
import type { PlannedStack } from "../../review/inputs/plans";
import { stackInputs } from "../../review/inputs/stacks";
import { readPlan } from "../../review/plan/read-plan";
import { buildReview } from "../../review/report/build-review";
import { change, planBytes } from "./support";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "siteform-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** An output with one stack, `train`, of one resource, and what locks its providers. */
function output(name: string, size: number, lock?: string) {
  const own = join(folder, name, "stacks", "train");
  mkdirSync(own, { recursive: true });
  const stack = { name: "train", synthesizedStackPath: "stacks/train/cdk.tf.json", workingDirectory: "stacks/train" };
  writeFileSync(join(folder, name, "manifest.json"), JSON.stringify({ version: "0.21.0", stacks: { train: stack } }));
  writeFileSync(join(own, "cdk.tf.json"), JSON.stringify({ resource: { aws_x: { a: { size } } } }));
  if (lock !== undefined) writeFileSync(join(own, ".terraform.lock.hcl"), lock);
  return readOutput(join(folder, name));
}

const planned = (name: string, more: object = {}): PlannedStack => ({
  name,
  plan: readPlan(planBytes({ resource_changes: [change("aws_x.a", ["create"])] })),
  diagnostics: [],
  basis: "plan",
  ...more,
});

const lock = (version: string, hash: string) =>
  `provider "registry.terraform.io/hashicorp/aws" {\n  version     = "${version}"\n  hashes = [\n    "${hash}",\n  ]\n}\n`;

test("a plan of another output than head is none of head: nothing it counts is a fact", () => {
  const head = output("head", 4);
  const of = (outputDigest: string) => buildReview(stackInputs([planned("train", { outputDigest })], head, undefined));
  const stale = of(output("before", 3).stacks[0]?.digest ?? "");
  expect(stale).toMatchObject({ verdict: "INCOMPLETE", counters: { create: 0 }, stacks: [{ state: "failed" }] });
  expect(stale.stacks[0]?.note).toBe("its plan is of another output than head: run `siteform plan` again");
  expect(of(head.stacks[0]?.digest ?? "")).toMatchObject({ verdict: "CHANGES", counters: { create: 1 } });
});

test("a plan of a stack that head does not have counts for nothing", () => {
  const head = output("head", 4);
  const review = buildReview(stackInputs([planned("train"), planned("gone")], head, undefined));
  expect(review).toMatchObject({ verdict: "INCOMPLETE", counters: { create: 1 } });
  expect(review.stacks.map(({ name, note }) => [name, note])).toEqual([
    ["gone", "head has no stack of this name: its plan is of another output"],
    ["train", undefined],
  ]);
});

test("a stack whose providers are locked to other versions is not the same as in the base", () => {
  const base = output("base", 4, lock("5.100.0", "h1:a"));
  const stateWith = (name: string, own: string | undefined) =>
    buildReview(stackInputs([], output(name, 4, own), base)).stacks[0]?.state;
  expect(stateWith("upgraded", lock("6.25.0", "h1:a"))).toBe("missing");
  expect(stateWith("more", lock("5.100.0", "h1:b"))).toBe("unchanged");
  expect(stateWith("unlocked", undefined)).toBe("unchanged");
});
