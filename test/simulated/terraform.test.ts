import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SimulatedProviders, SimulationOptions, startSimulatedProviders } from "../../review/simulate/provider";
import { TerraformResult, terraform } from "../support/terraform";
import { describeWithTerraform } from "../support/with-tools";
import { Stack, stackWithThreeClouds } from "./stack-fixture";

/** How many resources the stack has. */
const RESOURCES = 12;

interface Planned {
  readonly resource_changes: readonly {
    readonly address: string;
    readonly change: { readonly actions: readonly string[]; readonly after_sensitive: Record<string, unknown> };
  }[];
  readonly resource_drift?: readonly { readonly address: string }[];
}

describeWithTerraform("Terraform with simulated providers", () => {
  let folder: string;
  let stack: Stack;
  let providers: SimulatedProviders | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "stack-"));
    stack = stackWithThreeClouds();
  });

  afterEach(async () => {
    await providers?.close();
    providers = undefined;
    rmSync(folder, { recursive: true, force: true });
  });

  test("a stack in three clouds is planned, applied, found unchanged and destroyed", async () => {
    await start();
    await succeed("validate");
    await succeed("apply", "-auto-approve");
    const again = await run("plan", "-detailed-exitcode");
    expect({ code: again.code, text: again.code === 0 ? "" : again.stdout }).toEqual({ code: 0, text: "" });

    // The documented form of `terraform output -json`.
    const outputs = JSON.parse((await succeed("output", "-json")).stdout) as Record<string, { value: unknown }>;
    expect(outputs["zones"]?.value).toEqual(["us-west-2a", "us-west-2b", "us-west-2c"]);
    expect(outputs["ohio"]?.value).toEqual(["us-east-2a", "us-east-2b", "us-east-2c"]);
    expect(outputs["partition"]?.value).toBe("aws");
    expect(outputs["eks_tags"]?.value).toEqual({ fleet: "sim", team: "research" });
    expect(outputs["cluster_ca"]?.value).not.toBe("");
    expect(new Set(outputs["subnet_ids"]?.value as string[]).size).toBe(3);

    const destroyed = await succeed("destroy", "-auto-approve");
    expect(destroyed.stdout).toContain(`Destroy complete! Resources: ${RESOURCES} destroyed.`);
  });

  test("computed values are unknown in the first plan and credentials are hidden", async () => {
    await start();
    const changes = await plan();
    expect(changes.resource_changes.map(({ change }) => change.actions)).toEqual(Array(RESOURCES).fill(["create"]));
    const aks = changes.resource_changes.find(({ address }) => address === "azurerm_kubernetes_cluster.main");
    expect(aks?.change.after_sensitive["kube_config"]).toBe(true);
    const text = await succeed("plan");
    expect(text.stdout).toContain("(known after apply)");
  });

  test("a misspelt attribute fails the validation with its name", async () => {
    resource("aws_eks_node_group", "gpu")["ami_typ"] = "CUSTOM";
    await start();
    const { code, stdout } = await run("validate", "-json");
    expect(code).toBe(1);
    expect(stdout).toContain("ami_typ");
  });

  test("a misspelt attribute deep inside a block fails the validation with its name", async () => {
    resource("google_container_node_pool", "tpu")["node_config"] = [{ machine_typ: "ct4p-hightpu-4t" }];
    await start();
    const { code, stdout } = await run("validate", "-json");
    expect(code).toBe(1);
    expect(stdout).toContain("machine_typ");
  });

  test("a missing required argument fails the validation with its name", async () => {
    delete resource("aws_eks_node_group", "gpu")["node_role_arn"];
    delete resource("azurerm_kubernetes_cluster", "main")["default_node_pool"];
    await start();
    const { code, stdout } = await run("validate", "-json");
    expect(code).toBe(1);
    expect(stdout).toContain("node_role_arn");
    expect(stdout).toContain("default_node_pool");
  });

  test("a block that may occur once fails the validation when it occurs twice", async () => {
    const group = resource("aws_eks_node_group", "gpu");
    group["scaling_config"] = [group["scaling_config"], group["scaling_config"]].flat();
    await start();
    const { code, stdout } = await run("validate", "-json");
    expect(code).toBe(1);
    expect(stdout).toContain("scaling_config");
  });

  test("a resource type that does not exist fails the validation with its name", async () => {
    stack.resource["aws_eks_nodegroup"] = { typo: {} };
    await start();
    const { code, stdout } = await run("validate", "-json");
    expect(code).toBe(1);
    expect(stdout).toContain("aws_eks_nodegroup");
  });

  test("a change is made in place, except where the real provider replaces", async () => {
    await start();
    await succeed("apply", "-auto-approve");
    resource("aws_eks_node_group", "gpu")["scaling_config"] = [{ desired_size: 3, max_size: 4, min_size: 0 }];
    resource("google_container_node_pool", "tpu")["placement_policy"] = [{ type: "COMPACT", policy_name: "other" }];
    resource("azurerm_kubernetes_cluster", "main")["dns_prefix"] = "other";
    write();
    expect(actions(await plan())).toEqual({
      "aws_eks_node_group.gpu": ["update"],
      "google_container_node_pool.tpu": ["delete", "create"],
      "azurerm_kubernetes_cluster.main": ["delete", "create"],
    });
    await succeed("apply", "-auto-approve");
    expect((await run("plan", "-detailed-exitcode")).code).toBe(0);
  });

  test("a changed launch template makes a version that its node group follows in place", async () => {
    await start();
    await succeed("apply", "-auto-approve");
    resource("aws_launch_template", "gpu")["metadata_options"] = [{ http_tokens: "optional" }];
    write();
    expect(actions(await plan())).toEqual({
      "aws_launch_template.gpu": ["update"],
      "aws_eks_node_group.gpu": ["update"],
    });
    await succeed("apply", "-auto-approve");
    expect((await run("plan", "-detailed-exitcode")).code).toBe(0);
  });

  test("another template for a node group replaces it, as the dotted path says", async () => {
    await start();
    await succeed("apply", "-auto-approve");
    resource("aws_eks_node_group", "gpu")["launch_template"] = [{ id: "lt-other", version: "1" }];
    write();
    expect(actions(await plan())).toEqual({ "aws_eks_node_group.gpu": ["delete", "create"] });
  });

  test("an object changed by hand shows as drift", async () => {
    const drift: Record<string, Record<string, string>> = {};
    await start({ drift });
    await succeed("apply", "-auto-approve");
    drift["aws_launch_template"] = { description: "changed by hand" };
    const changes = await plan();
    expect(changes.resource_drift?.map(({ address }) => address)).toEqual(["aws_launch_template.gpu"]);
    expect(actions(changes)["aws_launch_template.gpu"]).toEqual(["update"]);
  });

  test("an imported object is changed and not replaced", async () => {
    await start();
    await succeed("import", "aws_vpc.main", "vpc-0123");
    const changes = await plan();
    expect(actions(changes)["aws_vpc.main"]).toEqual(["update"]);
    await succeed("apply", "-auto-approve");
    expect((await run("plan", "-detailed-exitcode")).code).toBe(0);
  });

  test("an object dropped from the program is destroyed when its type is named", async () => {
    await start({ resourceTypes: ["google_container_node_pool"] });
    await succeed("apply", "-auto-approve");
    delete stack.resource["google_container_node_pool"];
    write();
    await providers?.close();
    await start({ resourceTypes: ["google_container_node_pool"] });
    expect(actions(await plan())).toEqual({ "google_container_node_pool.tpu": ["delete"] });
  });

  function resource(type: string, name: string): Record<string, unknown> {
    const existing = stack.resource[type]?.[name];
    if (!existing) {
      throw new Error(`the stack has no ${type}.${name}`);
    }
    return existing;
  }

  function write(): void {
    writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(stack));
  }

  async function start(options: SimulationOptions = {}): Promise<void> {
    write();
    providers = await startSimulatedProviders([folder], options);
    await succeed("init");
  }

  async function run(...args: string[]): Promise<TerraformResult> {
    return terraform(folder, [...args, ...(args[0] === "output" ? [] : ["-no-color"])], providers?.env);
  }

  async function succeed(...args: string[]): Promise<TerraformResult> {
    const result = await run(...args);
    if (result.code !== 0) {
      throw new Error(`terraform ${args.join(" ")} failed:\n${result.stdout}\n${result.stderr}`);
    }
    return result;
  }

  async function plan(): Promise<Planned> {
    await succeed("plan", "-out=plan.bin");
    // Terraform documents this format; the interface names the part the tests read.
    return JSON.parse((await succeed("show", "-json", "plan.bin")).stdout) as Planned;
  }

  function actions(changes: Planned): Record<string, readonly string[]> {
    const changed = changes.resource_changes.filter(({ change }) => change.actions[0] !== "no-op");
    return Object.fromEntries(changed.map(({ address, change }) => [address, change.actions]));
  }
});
