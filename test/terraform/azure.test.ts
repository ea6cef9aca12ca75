import type { Fleet } from "siteform";
import { azureCases, azureTraining } from "../cases/azure";
import { describeWithTerraform } from "../support/with-tools";
import { stacksOf, Workspace } from "./azure-plans";

const fleets: Readonly<Record<string, () => Fleet>> = { ...azureCases, "azure-training": () => azureTraining(false) };
const stacks = Object.entries(fleets).flatMap(([name, fleet]) =>
  stacksOf(fleet()).map((stack) => [name, stack, fleet] as const),
);

describeWithTerraform("Terraform on every case of Azure, with a simulated provider", () => {
  test("there is a stack for each site, and one for each cluster beside a foundation", () => {
    expect(stacks.map(([name, stack]) => `${name} ${stack}`)).toEqual(
      expect.arrayContaining([
        "azure virginia",
        "azure-contracts quincy",
        "azure-per-cluster virginia",
        "azure-per-cluster virginia-old",
        "azure-per-cluster virginia-serve",
        "azure-per-cluster virginia-train",
        "azure-per-cluster virginia-train-2",
      ]),
    );
  });

  test.each(stacks)("%s: %s is applied, found unchanged, and destroyed", async (_, stack, fleet) => {
    const workspace = new Workspace(stack);
    try {
      await workspace.apply(fleet());
      await workspace.run("destroy", "-auto-approve");
      expect(JSON.parse(await workspace.run("show", "-json"))["values"]).toBeUndefined();
    } finally {
      await workspace.close();
    }
  });

  test("what is protected is not destroyed", async () => {
    const workspace = new Workspace("virginia");
    try {
      await workspace.apply(azureTraining());
      await expect(workspace.run("destroy", "-auto-approve")).rejects.toThrow(/prevent_destroy/);
    } finally {
      await workspace.close();
    }
  });
});
