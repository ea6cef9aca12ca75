import { rmSync } from "node:fs";
import { join } from "node:path";
import { Fleet, moved } from "../../constructs";
import { TerraformResource, type TerraformStack } from "../../constructs/core/cdktf";
import { inFolder, tempFolder } from "../support/temp";
import { terraform } from "../support/terraform";
import { describeWithTerraform } from "../support/with-tools";

/** `terraform_data` needs no provider; replacing it changes its id. */
class Data extends TerraformResource {
  constructor(stack: TerraformStack, id: string) {
    super(stack, id, { terraformResourceType: "terraform_data" });
  }
  protected override synthesizeAttributes() {
    return { input: "what is kept" };
  }
}

describeWithTerraform("a resource that has another address", () => {
  const folder = tempFolder();
  const stack = join(folder, "cdktf.out", "stacks", "own");
  async function plannedActions(fill: (stack: TerraformStack) => void): Promise<unknown> {
    const fleet = new Fleet("atlas");
    fleet.addStack("own", fill);
    inFolder(folder, () => fleet.synth({ quiet: true, asOf: "2026-11-23" }));
    for (const args of [["init"], ["plan", "-out=plan"]]) {
      const { code, stdout, stderr } = await terraform(stack, [...args, "-no-color"]);
      if (code !== 0) throw new Error(`${stdout}${stderr}`);
    }
    const { stdout } = await terraform(stack, ["show", "-json", "plan"]);
    const { resource_changes: changes = [] } = JSON.parse(stdout);
    return changes.map((change: { address: string; previous_address?: string; change: { actions: string[] } }) => [
      change.address,
      change.previous_address,
      ...change.change.actions,
    ]);
  }

  test("is moved where a moved block says so, and destroyed and created where none does", async () => {
    await plannedActions((own) => void new Data(own, "old"));
    const applied = await terraform(stack, ["apply", "-no-color", "plan"]);
    expect(applied.code).toBe(0);
    expect(await plannedActions((own) => void new Data(own, "new"))).toEqual([
      ["terraform_data.new", undefined, "create"],
      ["terraform_data.old", undefined, "delete"],
    ]);
    const withMoved = await plannedActions((own) => {
      const to = new Data(own, "new");
      moved(own, { from: "terraform_data.old", to });
    });
    expect(withMoved).toEqual([["terraform_data.new", "terraform_data.old", "no-op"]]);
    rmSync(join(stack, "plan"));
  });
});
