import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Fleet } from "siteform";
import { AwsSite, existingVpc, onDemand } from "siteform/aws";
import { type SimulatedProviders, startSimulatedProviders } from "../../review/simulate/provider";
import { LOCAL_BACKEND, synthesized } from "../support/reference";
import { inFolder, tempFolder } from "../support/temp";
import { type TerraformResult, terraform } from "../support/terraform";
import { describeWithTerraform } from "../support/with-tools";

type Run = (...args: string[]) => Promise<TerraformResult>;

/** Works on a stack with simulated providers. */
async function simulated(folder: string, action: (run: Run) => Promise<void>): Promise<void> {
  writeFileSync(join(folder, "local_override.tf.json"), LOCAL_BACKEND);
  const providers: SimulatedProviders = await startSimulatedProviders([folder]);
  try {
    await action((...args) => terraform(folder, [...args, "-no-color"], providers.env));
  } finally {
    await providers.close();
  }
}

async function succeeds(result: Promise<TerraformResult>): Promise<string> {
  const { code, stdout, stderr } = await result;
  expect({ code, stderr, stdout: code === 0 ? "" : stdout }).toEqual({ code: 0, stderr: "", stdout: "" });
  return stdout;
}

describeWithTerraform("Terraform on AWS ground, with simulated providers", () => {
  const cases = [
    ["aws-private", "ohio"],
    ["aws-per-cluster", "ohio"],
    ["aws-per-cluster", "ohio-train"],
    ["aws-per-cluster", "ohio-lab"],
  ] as const;

  test.each(cases)("%s: %s is applied, found unchanged, and destroyed", async (name, stack) => {
    await simulated(synthesized(name).stackFolder(stack), async (run) => {
      await succeeds(run("init"));
      await succeeds(run("validate"));
      await succeeds(run("apply", "-auto-approve"));
      await succeeds(run("plan", "-detailed-exitcode"));
      expect(await succeeds(run("destroy", "-auto-approve"))).toMatch(/Destroy complete! Resources: [1-9]/);
    });
  });

  test("a protected cluster cannot be destroyed while it stands in the program", async () => {
    await simulated(synthesized("aws").stackFolder("ohio"), async (run) => {
      await succeeds(run("init"));
      await succeeds(run("apply", "-auto-approve"));
      const { code, stderr } = await run("destroy", "-auto-approve");
      expect(code).toBe(1);
      expect(stderr).toContain("prevent_destroy");
    });
  });

  test("a subnet that is said to lie in another zone than it does stops the plan", async () => {
    const fleet = new Fleet("wrong-zone");
    new AwsSite(fleet, "ohio", {
      account: "111122223333",
      region: "us-east-2",
      location: { country: "US" },
      network: existingVpc({
        vpcId: "vpc-0123456789abcdef0",
        cidrs: ["10.20.0.0/16"],
        // The simulated provider puts every subnet that is asked for by its id into the first zone.
        systemSubnets: { "use2-az1": "subnet-0aaaaaaaaaaaaaaa1", "use2-az2": "subnet-0aaaaaaaaaaaaaaa2" },
        acceleratorSubnets: { "use2-az1": "subnet-0bbbbbbbbbbbbbbb1" },
      }),
    }).addCluster("train", {
      pools: [{ machine: "p5.48xlarge", count: 1, capacity: onDemand({ zoneId: "use2-az1" }) }],
    });
    const folder = tempFolder();
    inFolder(folder, () => fleet.synth({ quiet: true, asOf: "2026-11-23" }));
    await simulated(join(folder, "cdktf.out", "stacks", "ohio"), async (run) => {
      await succeeds(run("init"));
      const { code, stderr } = await run("plan");
      expect(code).toBe(1);
      expect(stderr.replace(/\s+│?\s*/g, " ")).toContain(
        "subnet-0aaaaaaaaaaaaaaa2 must be a subnet of vpc-0123456789abcdef0 in use2-az2.",
      );
    });
  });
});
