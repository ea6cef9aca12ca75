import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { tempFolder } from "../support/temp";
import { terraform } from "../support/terraform";
import { describeWithTerraform } from "../support/with-tools";
import { output, siteform } from "./output";

async function apply(folder: string, stack: string): Promise<void> {
  const at = join(folder, "cdktf.out", "stacks", stack);
  for (const args of [["init"], ["apply", "-auto-approve"]]) {
    const { code, stderr } = await terraform(at, args);
    expect([code, stderr]).toEqual([0, ""]);
  }
}

describe("siteform plan", () => {
  test("says that nothing was synthesized", () => {
    const { status, stderr } = siteform(tempFolder(), "plan");
    expect(status).toBe(1);
    expect(stderr).toMatch(/^siteform: there is no .*manifest\.json: run `cdktf synth` first/);
  });

  test("knows its stacks, and asks for a base to compare with", () => {
    const folder = tempFolder();
    output(folder, { alpha: {}, beta: {} });
    expect(siteform(folder, "plan", "alhpa").stderr).toMatch(/there is no stack "alhpa"; did you mean .*alpha/);
    expect(siteform(folder, "plan", "gamma*").stderr).toContain("stacks: alpha, beta");
    expect(siteform(folder, "plan", "--changed").stderr).toContain("--changed needs --base");
    expect(siteform(folder, "plan", "--parallelism", "0").stderr).toContain("whole number, 1 or more");
  });

  test("says that Terraform cannot be started", () => {
    const folder = tempFolder();
    output(folder, { alpha: {} });
    const { status, stderr } = siteform(folder, "plan", "--terraform", "no-such-terraform");
    expect(status).toBe(1);
    expect(stderr).toContain("alpha: FAILED: terraform cannot be started");
    expect(stderr).not.toContain("    at ");
  });
});

describeWithTerraform("siteform plan with Terraform", () => {
  test("plans stacks side by side, and exits 2 where something changes, 0 where nothing does", async () => {
    const folder = tempFolder();
    output(folder, { alpha: { a: { input: 1 } }, beta: { b: { input: "x" } }, "beta-2": {} });
    const first = siteform(folder, "plan", "--parallelism", "2");
    expect(first.status).toBe(2);
    expect(first.stderr).toContain("planning 3 stacks, 2 at once");
    expect(first.stderr).toMatch(/\[\d\/3\] alpha: 1 create \(\d+\.\d s\)/);
    expect(first.stderr).toMatch(/beta-2: no change/);
    await apply(folder, "alpha");
    expect(siteform(folder, "plan", "al*").status).toBe(0);
  });

  test("leaves plans that their owner alone can read, outside of the output, never to be committed", async () => {
    const folder = tempFolder();
    output(folder, { alpha: { a: { input: 1 } } });
    await apply(folder, "alpha");
    output(folder, { alpha: { a: { input: 2 } } });
    siteform(folder, "plan");
    const plans = join(folder, ".siteform", "plans");
    for (const file of ["alpha/plan", "alpha/plan.json", "results.json"]) {
      expect([file, (statSync(join(plans, file)).mode & 0o777).toString(8)]).toEqual([file, "600"]);
    }
    expect(readFileSync(join(folder, ".siteform", ".gitignore"), "utf8")).toBe("*\n");
    const { results } = JSON.parse(readFileSync(join(plans, "results.json"), "utf8"));
    const state = JSON.parse(readFileSync(join(folder, "state", "alpha.tfstate"), "utf8"));
    expect(results).toMatchObject([
      {
        stack: "alpha",
        state: "planned",
        counters: { update: 1 },
        basedOn: { lineage: state.lineage, serial: state.serial },
      },
    ]);
    // The plan that was reviewed is one that Terraform applies.
    const applied = await terraform(join(folder, "cdktf.out", "stacks", "alpha"), [
      "apply",
      join(plans, "alpha", "plan"),
    ]);
    expect(applied.code).toBe(0);
  });

  test("plans only what differs from the base", () => {
    const folder = tempFolder();
    output(folder, { alpha: { a: { input: 1 } }, beta: { b: { input: 1 } } }, "base");
    output(folder, { alpha: { a: { input: 1 } }, beta: { b: { input: 2 } }, gamma: {} });
    const { stderr } = siteform(folder, "plan", "--changed", "--base", "base");
    expect(stderr).toContain("planning 2 stacks");
    expect(stderr).toContain("beta: 1 create");
    const { stdout } = siteform(folder, "review", "--base", "base", "-f", "json");
    const states = JSON.parse(stdout).stacks.map(
      ({ name, state }: { name: string; state: string }) => `${name} ${state}`,
    );
    expect(states).toEqual(["alpha unchanged", "beta planned", "gamma unchanged"]);
  });

  test("a plan that fails is said with its summary and address, and the others go on", () => {
    const folder = tempFolder();
    const condition = {
      condition: '${terraform_data.other.input == "hunter-22"}',
      error_message: "the secret hunter-22 is wrong",
    };
    output(folder, {
      alpha: { other: { input: "hunter-23" }, bad: { lifecycle: { precondition: [condition] } } },
      beta: { b: { input: 1 } },
    });
    const { status, stderr } = siteform(folder, "plan");
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /alpha: FAILED: terraform plan ended with 1\n {4}Resource precondition failed \(terraform_data\.bad\)/,
    );
    expect(stderr).toContain("beta: 1 create");
    // Messages of Terraform quote lines of source.
    expect(stderr).not.toContain("hunter");
    const review = siteform(folder, "review");
    expect(review.status).toBe(1);
    expect(review.stdout).toContain("## INCOMPLETE");
    expect(review.stdout).not.toContain("hunter");
  });

  test("what a guard stops is planned without it to explain, and is blocked", async () => {
    const folder = tempFolder();
    const guarded = (input: number) => ({
      a: { triggers_replace: input, lifecycle: { prevent_destroy: true } },
      b: { input },
    });
    output(folder, { alpha: guarded(1) });
    await apply(folder, "alpha");
    output(folder, { alpha: guarded(2) });
    const { status, stderr } = siteform(folder, "plan");
    expect(status).toBe(1);
    expect(stderr).toContain("Instance cannot be destroyed (terraform_data.a)");
    const { stdout } = siteform(folder, "review", "-f", "json");
    const review = JSON.parse(stdout);
    expect(review.verdict).toBe("INCOMPLETE");
    expect(review.changes).toMatchObject([
      { address: "terraform_data.a", action: "replace", isBlocked: true, constructPath: "alpha/a" },
    ]);
    expect(review.changes[0].attributes).toContainEqual(
      expect.objectContaining({ path: "triggers_replace", forcesReplacement: true }),
    );
    // Nothing that could be applied is left, nor the copy.
    expect(existsSync(join(folder, ".siteform", "plans", "alpha", "plan"))).toBe(false);
    expect(readdirSync(join(folder, "cdktf.out", "stacks"))).toEqual(["alpha"]);
    const { stdout: text } = siteform(folder, "review");
    expect(text.slice(text.indexOf("### Blocked"))).toMatch(
      /^### Blocked\n\n- \*\*BLOCKED\*\*: \*\*destroy and create again\*\* `terraform_data\.a`/,
    );
  });

  test("plans of an earlier run are not taken for those of this one", () => {
    const folder = tempFolder();
    output(folder, { alpha: { a: { input: 1 } }, beta: { b: { input: 1 } } });
    siteform(folder, "plan");
    siteform(folder, "plan", "alpha");
    const { stdout } = siteform(folder, "review", "-f", "json");
    expect(JSON.parse(stdout).stacks).toMatchObject([{ state: "planned" }, { name: "beta", state: "missing" }]);
  });

  test("a gate that is shut is named, and exits 1", async () => {
    const folder = tempFolder();
    output(folder, { alpha: { a: { input: 1 }, b: { input: 1 } } });
    await apply(folder, "alpha");
    output(folder, { alpha: { a: { input: 1 } } });
    siteform(folder, "plan");
    expect(siteform(folder, "review", "--fail-on", "forget,check").status).toBe(0);
    const { status, stderr, stdout } = siteform(folder, "review", "--fail-on", "forget,destroy");
    expect([status, stderr]).toEqual([1, "siteform: the review does not pass --fail-on destroy\n"]);
    expect(stdout).toContain("**destroy** `terraform_data.b` in `alpha`: is no longer in the program");
    expect(siteform(folder, "review", "--fail-on", "detsroy").stderr).toContain('"detsroy" is none of destroy, forget');
  });
});

test("siteform review of no plans says what to do", () => {
  const { status, stderr } = siteform(tempFolder(), "review");
  expect(status).toBe(1);
  expect(stderr).toMatch(/run `siteform plan` first/);
});
