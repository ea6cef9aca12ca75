import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { atLeast, Fleet, LeasedSite, leased, megawatts, reported } from "siteform";
import { synthesized } from "../support/reference";
import { inFolder, tempFolder } from "../support/temp";
import { terraform } from "../support/terraform";
import { describeWithTerraform } from "../support/with-tools";

/** Runs Terraform and fails with all it said when it fails. */
async function must(cwd: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await terraform(cwd, args);
  if (code !== 0) throw new Error(`terraform ${args.join(" ")} in ${cwd}: ${code}\n${stdout}${stderr}`);
  return stdout;
}

describeWithTerraform("Terraform on the sites that are not clouds", () => {
  const reference = synthesized("reference");
  const physical = reference.stacks.filter((stack) => !/^(rainier|tpu-|azure-)/.test(stack));

  test("there are eighteen of them: fourteen leases, Colossus 1, Texas, New York, Munich", () => {
    expect(physical).toHaveLength(18);
  });

  test.each(physical)(
    "%s is applied without provider or credentials, found unchanged, and destroyed",
    async (stack) => {
      const cwd = reference.stackFolder(stack);
      await must(cwd, "init", "-no-color");
      await must(cwd, "validate", "-no-color");
      await must(cwd, "apply", "-no-color", "-auto-approve");
      expect((await terraform(cwd, ["plan", "-no-color", "-detailed-exitcode"])).code).toBe(0);
      expect(readFileSync(join(reference.folder, "state", "reference", `${stack}.tfstate`), "utf8")).toContain(
        "terraform_data",
      );
      const destroyed = await must(cwd, "destroy", "-no-color", "-auto-approve");
      expect(destroyed).toMatch(/Destroy complete! Resources: [1-9]\d* destroyed/);
    },
  );
});

describeWithTerraform("Terraform on a lease that changes", () => {
  const folder = tempFolder();
  const cwd = join(folder, "cdktf.out", "stacks", "memphis");

  function synthWith(power: number, retired = false): void {
    const fleet = new Fleet("change");
    const memphis = new LeasedSite(fleet, "memphis", {
      location: { country: "US", subdivision: "US-TN" },
      scope: "compute",
      lease: {
        landlord: "SpaceX",
        state: "commenced",
        phases: [
          {
            id: "all",
            power: reported(atLeast(megawatts(power)), {
              meaning: "unstated",
              countedAs: "criticalIT",
              source: "article",
            }),
            rentCommencement: "2026-05-01",
          },
        ],
      },
    });
    memphis.addCluster("hopper", {
      pools: [{ machine: "dgx-h100", count: 10_000, capacity: leased({ phase: "all" }) }],
    });
    if (retired) memphis.retire();
    expect(inFolder(folder, () => fleet.synth({ quiet: true, asOf: "2026-11-23" })).ok).toBe(true);
  }

  test("a changed number of megawatts is the change that the plan shows", async () => {
    synthWith(300);
    await must(cwd, "init", "-no-color");
    await must(cwd, "apply", "-no-color", "-auto-approve");

    synthWith(340);
    const planned = await terraform(cwd, ["plan", "-no-color", "-detailed-exitcode", "-out=plan"]);
    expect(planned.code).toBe(2);
    expect(planned.stdout).toMatch(/~ critical_it_mw\s+= 300 -> 340/);
    expect(planned.stdout).toMatch(/~ mw\s+= 300 -> 340/);
    // Two things change in place: the site and its lease. The cluster does not.
    expect(planned.stdout).toContain("Plan: 0 to add, 2 to change, 0 to destroy.");
    await must(cwd, "apply", "-no-color", "plan");
    expect((await terraform(cwd, ["plan", "-no-color", "-detailed-exitcode"])).code).toBe(0);
  });

  test("a retired site's plan destroys what it held", async () => {
    synthWith(340, true);
    const planned = await terraform(cwd, ["plan", "-no-color", "-detailed-exitcode"]);
    expect(planned.code).toBe(2);
    expect(planned.stdout).toContain("Plan: 0 to add, 0 to change, 3 to destroy.");
  });

  test("a new synthesis leaves what Terraform keeps in the stack's folder", async () => {
    synthWith(340);
    rmSync(join(cwd, "plan"), { force: true });
    expect((await terraform(cwd, ["plan", "-no-color", "-detailed-exitcode"])).code).toBe(0);
  });
});
