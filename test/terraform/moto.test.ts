import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Fleet } from "siteform";
import { AwsSite, onDemand } from "siteform/aws";
import { describeWithMoto, MOTO_ACCOUNT, type Moto, motoOverride, startMoto } from "../support/moto";
import { inFolder, tempFolder } from "../support/temp";
import { type TerraformResult, terraform } from "../support/terraform";
import { describeWithRealAws, pluginFolder } from "../support/with-tools";

/** A site with a foundation that one cluster shares; its network has a way out, or none. */
function perCluster(egress: "nat" | "none"): string {
  const fleet = new Fleet("moto");
  new AwsSite(fleet, "ohio", {
    account: MOTO_ACCOUNT,
    region: "us-east-2",
    location: { country: "US", subdivision: "US-OH" },
    protect: false,
    stacks: "perCluster",
    tags: { Owner: "research" },
    network: { cidrs: ["10.16.0.0/16", "10.17.0.0/16"], egress },
  }).addCluster("train", {
    access: [{ principalArn: `arn:aws:iam::${MOTO_ACCOUNT}:role/platform`, policy: "clusterAdmin" }],
    pools: [{ machine: "g6e.48xlarge", count: 2, capacity: onDemand({ zoneId: "use2-az1" }) }],
  });
  const folder = tempFolder();
  inFolder(folder, () => fleet.synth({ quiet: true, asOf: "2026-11-23" }));
  return join(folder, "cdktf.out", "stacks");
}

/**
 * The real provider against moto: that it accepts each argument, that AWS's APIs as moto has them accept each call, and that what
 * was made is found again. Moto runs no machine and waits for none; what it lacks is named where it matters.
 */
describeWithMoto("the real AWS provider against moto", describeWithRealAws, () => {
  let moto: Moto;
  beforeAll(async () => {
    moto = await startMoto();
  });
  afterAll(() => moto.close());

  async function stack(folders: string, name: string) {
    const folder = join(folders, name);
    writeFileSync(join(folder, "moto_override.tf.json"), motoOverride(moto));
    const run = (...args: string[]): Promise<TerraformResult> => terraform(folder, [...args, "-no-color"]);
    const succeeds = async (...args: string[]): Promise<string> => {
      const { code, stdout, stderr } = await run(...args);
      expect({ args, code, stderr, stdout: code === 0 ? "" : stdout }).toEqual({
        args,
        code: 0,
        stderr: "",
        stdout: "",
      });
      return stdout;
    };
    await succeeds("init", `-plugin-dir=${pluginFolder ?? ""}`);
    return { run, succeeds };
  }

  test("a foundation without a way out is applied, found unchanged, and destroyed", async () => {
    const { succeeds } = await stack(perCluster("none"), "ohio");
    await succeeds("apply", "-auto-approve");
    await succeeds("plan", "-detailed-exitcode");
    expect(await succeeds("destroy", "-auto-approve")).toMatch(/Destroy complete! Resources: [1-9]/);
  });

  test("a cluster finds its foundation by name, and not before that is there; both are applied and destroyed", async () => {
    const folders = perCluster("nat");
    const foundation = await stack(folders, "ohio");
    const train = await stack(folders, "ohio-train");
    const early = await train.run("plan");
    expect(early.code).toBe(1);
    expect(early.stderr).toContain("no matching EC2 VPC found");

    await foundation.succeeds("apply", "-auto-approve");
    await foundation.succeeds("plan", "-detailed-exitcode");
    const plan = await train.succeeds("plan");
    expect(plan).toMatch(/Plan: [1-9]\d* to add, 0 to change, 0 to destroy/);
    // A target brings what it depends on: the key, its roles and policies, the log group. No second plan: moto says neither how
    // the API is reached nor who may use it, so that a cluster would be made anew.
    await train.succeeds("apply", "-auto-approve", `-target=${addressOf(plan, "aws_eks_cluster")}`);
    for (const { succeeds } of [train, foundation]) {
      expect(await succeeds("destroy", "-auto-approve")).toMatch(/Destroy complete! Resources: [1-9]/);
    }
  });
});

function addressOf(plan: string, type: string): string {
  const [, address] = new RegExp(`# (${type}\\.\\S+) will be created`).exec(plan) ?? [];
  if (address === undefined) throw new Error(`the plan creates no ${type}`);
  return address;
}
