import { spawn } from "node:child_process";
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, tempFolder } from "../support/temp";
import { terraform } from "../support/terraform";
import { describeWithTerraform } from "../support/with-tools";
import type { Run } from "./command";
import { output, siteform } from "./output";

const SECRET = "correct-horse-battery";

/** A stack that hands a value on, and one that takes it. */
const NETWORK = { outputs: (value: string) => ({ output: { net: { value } } }) };
const CLUSTER = {
  dependencies: ["network"],
  blocks: {
    data: {
      terraform_remote_state: { network: { backend: "local", config: { path: "../../../state/network.tfstate" } } },
    },
  },
};

/** Two stacks, the second of which takes what the first one hands on. */
function twoStacks(folder: string, { net, size }: { net: string; size: number }): void {
  output(
    folder,
    {
      network: { net: { input: net } },
      cluster: { pool: { input: { size, net: "${data.terraform_remote_state.network.outputs.net}" } } },
    },
    "cdktf.out",
    { network: { blocks: NETWORK.outputs("${terraform_data.net.output}") }, cluster: CLUSTER },
  );
}

function reviewed(folder: string, ...stacks: string[]): void {
  siteform(folder, "plan", ...stacks);
  const { status, stderr } = siteform(folder, "review", "--format", "json", "-o", "review.json");
  expect([status, stderr]).toEqual([0, ""]);
}

const apply = (folder: string, ...args: string[]): Run => siteform(folder, "apply", "--review", "review.json", ...args);

const stateOf = (folder: string, stack: string) =>
  JSON.parse(readFileSync(join(folder, "state", `${stack}.tfstate`), "utf8"));

/** The names of the objects that a stack has. */
const madeIn = (folder: string, stack: string): string[] =>
  stateOf(folder, stack)
    .resources.filter(({ instances }: { instances: readonly object[] }) => instances.length > 0)
    .map(({ name }: { name: string }) => name);

/** What Terraform itself does in the folder of a stack. */
async function outside(folder: string, stack: string, ...args: string[]): Promise<void> {
  const { code, stderr } = await terraform(join(folder, "cdktf.out", "stacks", stack), args);
  expect([code, stderr]).toEqual([0, ""]);
}

/** Two stacks that are applied, as they lie in the output. */
function applied(): string {
  const folder = tempFolder();
  output(folder, { network: { net: { input: "a" } } }, "cdktf.out", {
    network: { blocks: NETWORK.outputs("${terraform_data.net.output}") },
  });
  reviewed(folder);
  expect(apply(folder).status).toBe(0);
  twoStacks(folder, { net: "a", size: 1 });
  reviewed(folder);
  expect(apply(folder).status).toBe(0);
  return folder;
}

describe("siteform apply", () => {
  test("asks for a review, and says what is none", () => {
    const folder = tempFolder();
    output(folder, { alpha: {} });
    expect(siteform(folder, "apply").stderr).toContain("required option '--review <file>' not specified");
    const without = apply(folder);
    expect(without.status).toBe(1);
    expect(without.stderr).toContain("review.json is no review: it cannot be read");
    expect(without.stderr).toContain("siteform review --format json -o");
    writeFileSync(join(folder, "review.json"), JSON.stringify({ kind: "Plans" }));
    expect(apply(folder).stderr).toContain("it does not follow the schema of a review");
    expect(apply(folder).stderr).not.toContain("    at ");
  });
});

describeWithTerraform("siteform apply with Terraform", () => {
  test("applies what was reviewed, in the order of dependencies, and does nothing twice", () => {
    const folder = applied();
    const journal = JSON.parse(readFileSync(join(folder, ".siteform", "plans", "applied.json"), "utf8"));
    expect(journal.stacks).toMatchObject({ cluster: { progress: "applied" } });
    expect(stateOf(folder, "cluster").resources.at(-1).instances[0].attributes.input.value).toEqual({
      size: 1,
      net: "a",
    });
    const serials = ["network", "cluster"].map((stack) => stateOf(folder, stack).serial);
    const again = apply(folder);
    expect([again.status, again.stderr]).toEqual([0, expect.stringContaining("cluster: was applied before")]);
    expect(["network", "cluster"].map((stack) => stateOf(folder, stack).serial)).toEqual(serials);
  });

  test("goes on with a dependent that still does what was reviewed once its foundation is applied", () => {
    const folder = applied();
    output(
      folder,
      {
        network: { net: { input: "a" }, more: { input: 1 } },
        cluster: { pool: { input: { size: 2, net: "${data.terraform_remote_state.network.outputs.net}" } } },
      },
      "cdktf.out",
      { network: { blocks: NETWORK.outputs("${terraform_data.net.output}") }, cluster: CLUSTER },
    );
    reviewed(folder);
    const { status, stderr } = apply(folder);
    expect([status, stderr]).toEqual([0, expect.stringContaining("2 stacks applied")]);
    expect(stderr.indexOf("network: applied")).toBeLessThan(stderr.indexOf("cluster: applied"));
    expect(readdirSync(join(folder, ".siteform", "plans", "cluster")).sort()).toEqual(["plan", "plan.json"]);
  });

  test("leaves a dependent that would now do something else, and says what without its values", () => {
    const folder = applied();
    twoStacks(folder, { net: SECRET, size: 2 });
    reviewed(folder);
    const { status, stdout, stderr } = apply(folder);
    expect(status).toBe(2);
    expect(stderr).toContain("network: applied");
    expect(stderr).toMatch(
      /cluster: NOT APPLIED: what it would do now is not what was reviewed.*\n +terraform_data\.pool: input\.net is not as reviewed/,
    );
    expect(stderr).toContain("1 stack applied, 0 without a change, 1 left, 0 failed");
    expect(stdout + stderr).not.toContain(SECRET);
    // Its state is as it was, and a new review lets it go on.
    expect(stateOf(folder, "cluster").resources.at(-1).instances[0].attributes.input.value.size).toBe(1);
    reviewed(folder);
    expect(apply(folder).status).toBe(0);
    expect(stateOf(folder, "cluster").resources.at(-1).instances[0].attributes.input.value).toEqual({
      size: 2,
      net: SECRET,
    });
  });

  test("leaves a dependent that had no change and has one now", () => {
    const folder = applied();
    twoStacks(folder, { net: "b", size: 1 });
    reviewed(folder);
    const { status, stderr } = apply(folder);
    expect(status).toBe(2);
    expect(stderr).toMatch(/cluster: NOT APPLIED: .*\n +terraform_data\.pool: update, which was not reviewed/);
  });

  test("begins nothing where a state, an output, a lock or a plan is not as it was reviewed, and names all", async () => {
    const folder = tempFolder();
    const stacks = ["lock", "output", "plan", "sound", "state"];
    const made = (input: number) =>
      output(folder, Object.fromEntries(stacks.map((stack) => [stack, { it: { input } }])));
    made(1);
    reviewed(folder);
    expect(apply(folder).status).toBe(0);
    made(2);
    reviewed(folder);
    await outside(folder, "state", "apply", "-auto-approve");
    const at = (stack: string) => join(folder, "cdktf.out", "stacks", stack);
    writeFileSync(join(at("output"), "more.tf"), "locals { x = 1 }\n");
    appendFileSync(join(folder, ".siteform", "plans", "plan", "plan"), " ");
    const digests = apply(folder);
    expect(digests.status).toBe(1);
    expect(digests.stderr).toMatch(
      /nothing is applied:\n(.*\n)* {2}output: what the program wrote is not what was planned/,
    );
    expect(digests.stderr).toContain("plan: its plan is not the one that was reviewed");
    rmSync(join(at("output"), "more.tf"));
    const plan = join(folder, ".siteform", "plans", "plan", "plan");
    writeFileSync(plan, readFileSync(plan).subarray(0, -1));
    writeFileSync(join(at("lock"), ".terraform.lock.hcl"), "# another\n");
    const moved = apply(folder);
    expect(moved.status).toBe(1);
    expect(moved.stderr).toContain("lock: its providers are not locked as they were when it was planned");
    expect(moved.stderr).toContain("state: its state moved on since it was planned");
    expect(moved.stderr).not.toMatch(/^ {2}(sound|output|plan):/m);
    const input = (stack: string) => stateOf(folder, stack).resources[0].instances[0].attributes.input.value;
    expect(["lock", "output", "plan", "sound"].map(input)).toEqual([1, 1, 1, 1]);
  });

  test("stops what depends on a failure, not the rest, and takes it up where it stopped", () => {
    const folder = tempFolder();
    const gate = join(folder, "gate");
    const log = join(folder, "log");
    const say = (word: string) => ({ provisioner: [{ "local-exec": { command: `echo ${word} >> '${log}'` } }] });
    output(
      folder,
      {
        apart: { it: { input: 1 } },
        empty: {},
        network: {
          first: { input: 1, ...say("first") },
          second: { input: SECRET, depends_on: ["terraform_data.first"] },
          third: {
            depends_on: ["terraform_data.second"],
            lifecycle: {
              precondition: [
                { condition: `\${fileexists("${gate}") || terraform_data.first.output == 2}`, error_message: "shut" },
              ],
            },
          },
        },
        cluster: { pool: { input: 1 } },
      },
      "cdktf.out",
      { cluster: { dependencies: ["network"] }, empty: { dependencies: ["cluster"] } },
    );
    reviewed(folder);
    const first = apply(folder);
    expect([first.status, first.stderr]).toEqual([1, expect.stringContaining("network: FAILED")]);
    expect(first.stderr).toContain("Resource precondition failed");
    expect(first.stderr).toContain("apart: applied");
    expect(first.stderr).toContain("cluster: NOT APPLIED: it depends on network");
    expect(first.stderr).toContain("1 stack applied, 1 without a change, 1 left, 1 failed");
    expect(madeIn(folder, "network")).toEqual(["first", "second"]);
    expect(existsSync(join(folder, "state", "cluster.tfstate"))).toBe(false);

    writeFileSync(gate, "");
    const second = apply(folder);
    expect([second.status, second.stderr]).toEqual([0, expect.stringContaining("apart: was applied before")]);
    expect(second.stderr).toContain("network: applied");
    expect(second.stderr).toContain("cluster: applied");
    expect(readFileSync(log, "utf8")).toBe("first\n");
    expect(first.stderr + second.stderr).not.toContain(SECRET);
    expect(readFileSync(join(folder, ".siteform", "plans", "applied.json"), "utf8")).not.toContain(SECRET);
  });

  test("ends when it is interrupted, begins nothing more, and leaves what is half made to a new review", async () => {
    const folder = tempFolder();
    const begun = join(folder, "begun");
    const wait = { provisioner: [{ "local-exec": { command: `touch '${begun}'; sleep 3` } }] };
    output(
      folder,
      {
        slow: { a: { input: 1, ...wait }, b: { input: 1, depends_on: ["terraform_data.a"] } },
        next: { c: { input: 1 } },
      },
      "cdktf.out",
      { next: { dependencies: ["slow"] } },
    );
    reviewed(folder);
    const child = spawn(process.execPath, [join(root, "dist", "cli", "main.js"), "apply", "--review", "review.json"], {
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, NO_COLOR: "1" },
    });
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => {
      stderr += chunk.toString("utf8");
    });
    const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
    while (!existsSync(begun) && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 50));
    child.kill("SIGINT");
    expect(await ended).toBe(1);
    expect(stderr).toContain("stopping: what Terraform has begun is ended first");
    expect(stderr).toContain("next: NOT APPLIED");
    expect(madeIn(folder, "slow")).toEqual(["a"]);
    // The command of `a` was ended with it, so that `a` must be made again: nobody has reviewed that it is destroyed.
    const again = apply(folder);
    expect([again.status, again.stderr]).toEqual([
      2,
      expect.stringContaining("terraform_data.a: replace (deleteFirst)"),
    ]);
    reviewed(folder);
    const anew = apply(folder);
    expect([anew.status, anew.stderr]).toEqual([0, expect.stringContaining("2 stacks applied")]);
  });

  test("never applies an estimate or a simulation, nor what was never reviewed", () => {
    const folder = tempFolder();
    output(folder, { alpha: { a: { input: 1 } }, beta: { b: { input: 1 } }, gamma: { c: { input: 1 } } });
    reviewed(folder);
    const file = join(folder, "review.json");
    const review = JSON.parse(readFileSync(file, "utf8"));
    review.stacks[0].basis = "estimate";
    review.stacks[1].basis = "simulation";
    writeFileSync(file, JSON.stringify(review));
    const { status, stderr } = apply(folder);
    expect(status).toBe(2);
    expect(stderr).toContain("alpha: NOT APPLIED: its plan is an estimate");
    expect(stderr).toContain("beta: NOT APPLIED: its plan is a simulation");
    expect(existsSync(join(folder, "state", "alpha.tfstate"))).toBe(false);
    expect(existsSync(join(folder, "state", "gamma.tfstate"))).toBe(true);
    writeFileSync(file, JSON.stringify({ ...review, simulated: true }));
    expect([apply(folder).status, apply(folder).stderr]).toEqual([
      1,
      expect.stringContaining("gamma: the review is a simulation"),
    ]);
    review.stacks.pop();
    writeFileSync(file, JSON.stringify(review));
    expect(apply(folder, "gamma").stderr).toContain("gamma: the review does not have it");
  });
});
