import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Fleet } from "siteform";
import { AwsSite, onDemand } from "siteform/aws";
import { startSimulatedProviders } from "../../review/simulate/provider";
import { LOCAL_BACKEND } from "../support/reference";
import { inFolder, tempFolder } from "../support/temp";
import { terraform } from "../support/terraform";
import { describeWithTerraform } from "../support/with-tools";

const clusters = { train: {}, serve: {} } satisfies Clusters;
type Clusters = Readonly<Record<string, { readonly retired?: boolean }>>;

function aFleet(given: Clusters): Fleet {
  const fleet = new Fleet("atlas");
  const ohio = new AwsSite(fleet, "ohio", {
    account: "111122223333",
    region: "us-east-2",
    location: { country: "US", subdivision: "US-OH" },
    network: { cidrs: ["10.16.0.0/16"] },
  });
  for (const [name, props] of Object.entries(given)) {
    ohio.addCluster(name, {
      ...props,
      pools: [{ machine: "trn2.48xlarge", count: 2, capacity: onDemand({ zoneId: "use2-az1" }) }],
    });
  }
  return fleet;
}

describeWithTerraform("a cluster that is protected", () => {
  const folder = tempFolder();
  const stack = join(folder, "cdktf.out", "stacks", "ohio");
  writeFileSync(join(folder, "cdktf.json"), "{}");
  const synth = (given: Clusters) => {
    const result = inFolder(folder, () => aFleet(given).synth({ quiet: true, asOf: "2026-11-23" }));
    if (result.ok) writeFileSync(join(stack, "local_override.tf.json"), LOCAL_BACKEND);
    process.exitCode = undefined;
    return result;
  };

  test("cannot be destroyed, cannot vanish from the program, and goes once it is retired", async () => {
    expect(synth(clusters).ok).toBe(true);
    const providers = await startSimulatedProviders([stack]);
    const run = (...args: string[]) => terraform(stack, [...args, "-no-color"], providers.env);
    const planned = async (...args: string[]) => {
      const plan = await run("plan", "-out=plan", ...args);
      if (plan.code !== 0) return plan.stderr;
      const shown: { resource_changes?: { address: string; change: { actions: string[] } }[] } = JSON.parse(
        (await run("show", "-json", "plan")).stdout,
      );
      return (shown.resource_changes ?? []).filter(({ change }) => !["no-op", "read"].includes(change.actions.join()));
    };
    try {
      await run("init");
      expect((await run("apply", "-auto-approve")).code).toBe(0);

      expect(await planned("-destroy")).toMatch(/Instance cannot be destroyed[\s\S]*aws_eks_cluster\.cluster-serve/);

      const refused = synth({ train: {} });
      expect(refused.findings.map(({ rule, path }) => [rule, path])).toEqual([
        ["PROTECT-1", "sites.ohio.clusters.serve"],
      ]);
      expect(await planned()).toEqual([]);

      expect(synth({ train: {}, serve: { retired: true } }).ok).toBe(true);
      const changes = await planned();
      if (typeof changes === "string") throw new Error(changes);
      expect(new Set(changes.flatMap(({ change }) => change.actions))).toEqual(new Set(["delete"]));
      expect(changes.every(({ address }) => address.includes("cluster-serve"))).toBe(true);
      expect(changes.some(({ address }) => address.startsWith("aws_eks_cluster."))).toBe(true);
      expect((await run("apply", "-auto-approve")).code).toBe(0);

      expect(synth({ train: {} }).ok).toBe(true);
      expect(await planned()).toEqual([]);
    } finally {
      await providers.close();
    }
  });
});
