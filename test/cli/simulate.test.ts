import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { Review } from "../../review/report/schema";
import { tempFolder } from "../support/temp";
import { describeWithTerraform } from "../support/with-tools";
import { type CliProject, cliProject } from "./command";

const program = (machines: number) =>
  `const fleet = new Fleet("atlas"); addLab(fleet, ${machines}); new OwnedSite(fleet, "annex", { location, power }); fleet.synth();`;

/** Synthesizes a program in a project of its own, into a folder of another one. */
function synthesize(project: CliProject, machines: number, folder: string): void {
  const app = cliProject(program(machines));
  const { status, stderr } = spawnSync(process.execPath, ["app.js"], { cwd: app.folder, encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
  renameSync(join(app.folder, "cdktf.out"), join(project.folder, folder));
  app.remove();
}

describeWithTerraform("siteform review --simulate", () => {
  const project = cliProject();
  beforeAll(() => {
    synthesize(project, 100, "base");
    synthesize(project, 100, "same");
    synthesize(project, 120, "cdktf.out");
  });
  afterAll(() => project.remove());

  test("shows what changes without a plan, says before anything else that it is simulated, and leaves nothing behind", () => {
    const own = tempFolder();
    const { TMPDIR: before } = process.env;
    process.env["TMPDIR"] = own;
    const { status, stdout, stderr } = project.siteform(["review", "--simulate", "--base", "base"]);
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
    expect([status, stderr]).toEqual([0, "[1/1] lab: simulated\n"]);
    expect(stdout).toMatch(/^## SIMULATED, CHANGES: .*\n\n\*\*Simulated\*\*: no cloud was asked\. /);
    expect(stdout).toMatch(
      /\*\*0\*\* to create, \*\*2\*\* to update, \*\*0\*\* to destroy in 1 stack; 1 other is the same as in the base\./,
    );
    expect(stdout).toContain("update `terraform_data.");
    expect(existsSync(join(project.folder, ".siteform"))).toBe(false);
    expect(readdirSync(own)).toEqual([]);
  });

  test("is JSON that says so, for whoever would apply it", () => {
    const { stdout } = project.siteform(["review", "--simulate", "--base", "base", "-f", "json"]);
    const review = Review.parse(JSON.parse(stdout));
    expect(review).toMatchObject({ simulated: true, verdict: "CHANGES" });
    expect(review.stacks.map(({ name, state, basis }) => [name, state, basis])).toEqual([
      ["annex", "unchanged", "simulation"],
      ["lab", "planned", "simulation"],
    ]);
  });

  test("finds at best no change", () => {
    const { status, stdout } = project.siteform([
      "review",
      "--simulate",
      "--base",
      "base",
      "--head",
      "same",
      "--fail-on",
      "change",
    ]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^## SIMULATED: no change found by simulation\n/);
  });

  test("needs a base, and a Terraform", () => {
    const without = project.siteform(["review", "--simulate"]);
    expect([without.status, without.stderr]).toEqual([1, expect.stringContaining("--simulate needs --base")]);
    const missing = project.siteform(["review", "--simulate", "--base", "base", "--terraform", "no-such-program"]);
    expect(missing.status).toBe(1);
    expect(missing.stderr).toMatch(
      /^siteform: --simulate plans with Terraform or OpenTofu, and no-such-program cannot be started: .*install it/,
    );
    expect(missing.stderr).not.toContain("    at ");
  });
});
