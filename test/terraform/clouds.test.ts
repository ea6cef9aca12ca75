import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type SimulatedProviders, startSimulatedProviders } from "../../review/simulate/provider";
import { LOCAL_BACKEND, type Synthesized, synthesized } from "../support/reference";
import { terraform } from "../support/terraform";
import { describeWithTerraform } from "../support/with-tools";

interface Plan {
  readonly errored?: boolean;
  readonly resource_changes: readonly {
    readonly mode: string;
    readonly type: string;
    readonly change: { readonly actions: readonly string[] };
  }[];
}

/** Plans a stack with real Terraform against simulated providers, whose schema is that of the bindings. */
async function planned(fleet: Synthesized, stack: string, providers: SimulatedProviders): Promise<Plan> {
  const cwd = fleet.stackFolder(stack);
  writeFileSync(join(cwd, "local_override.tf.json"), LOCAL_BACKEND);
  for (const args of [["init"], ["validate"], ["plan", "-out=plan"]]) {
    const { code, stdout, stderr } = await terraform(cwd, [...args, "-no-color"], providers.env);
    if (code !== 0) throw new Error(`terraform ${args.join(" ")} on ${stack}: ${code}\n${stdout}${stderr}`);
  }
  const shown = await terraform(cwd, ["show", "-json", "plan"], providers.env);
  return JSON.parse(shown.stdout);
}

function createdByType(plan: Plan): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type, change } of plan.resource_changes) {
    if (change.actions.includes("create")) counts[type] = (counts[type] ?? 0) + 1;
  }
  return counts;
}

async function withProviders<T>(
  fleet: Synthesized,
  stacks: readonly string[],
  action: (providers: SimulatedProviders) => Promise<T>,
): Promise<T> {
  const providers = await startSimulatedProviders(stacks.map((stack) => fleet.stackFolder(stack)));
  try {
    return await action(providers);
  } finally {
    await providers.close();
  }
}

describeWithTerraform("Terraform on the clouds of the reference fleet, with simulated providers", () => {
  const fleet = synthesized("reference");
  const clouds = fleet.stacks.filter((stack) => /^(rainier|tpu-|azure-)/.test(stack));

  test("there are sixteen stacks of Rainier, seventeen of TPUs, one of Azure", () => {
    expect(clouds).toHaveLength(34);
  });

  test.each(clouds)(
    "%s passes init, validate and plan, which creates everything and destroys nothing",
    async (stack) => {
      await withProviders(fleet, [stack], async (providers) => {
        const plan = await planned(fleet, stack, providers);
        expect(plan.errored ?? false).toBe(false);
        expect(
          new Set(
            plan.resource_changes.filter((each) => each.mode === "managed").flatMap((each) => each.change.actions),
          ),
        ).toEqual(new Set(["create"]));
        const counts = createdByType(plan);
        // 4,000 machines at 450 a group are nine, and the system's; 112 slices and the system machines; 28 + 97 slices and two groups of
        // system machines.
        if (stack.startsWith("rainier")) expect(counts["aws_eks_node_group"]).toBe(10);
        if (stack.startsWith("tpu-central")) expect(counts["google_container_node_pool"]).toBe(113);
        if (stack === "tpu-east") expect(counts["google_container_node_pool"]).toBe(127);
        if (stack === "azure-east") expect(counts["azurerm_kubernetes_cluster_node_pool"]).toBe(1);
      });
    },
  );
});

describeWithTerraform("Terraform on one cluster under each contract, with simulated providers", () => {
  test.each(["aws", "google", "azure"] as const)(
    "%s is applied, found unchanged, and planned for destruction",
    async (name) => {
      const fleet = synthesized(name);
      for (const stack of fleet.stacks) {
        await withProviders(fleet, [stack], async (providers) => {
          await planned(fleet, stack, providers);
          const cwd = fleet.stackFolder(stack);
          const run = (...args: string[]) => terraform(cwd, [...args, "-no-color"], providers.env);
          const applied = await run("apply", "-auto-approve");
          expect({ stack, code: applied.code, stderr: applied.stderr }).toEqual({ stack, code: 0, stderr: "" });
          const second = await run("plan", "-detailed-exitcode");
          expect({ stack, code: second.code, changes: second.code === 0 ? "" : second.stdout }).toEqual({
            stack,
            code: 0,
            changes: "",
          });
        });
      }
    },
  );
});
