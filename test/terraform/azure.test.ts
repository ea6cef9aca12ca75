import type { Fleet } from "siteform";
import { azureCases, azureTraining } from "../cases/azure";
import { describeWithTerraform } from "../support/with-tools";
import { Workspace } from "./azure-plans";

const fleets: Readonly<Record<string, () => Fleet>> = { ...azureCases, "azure-training": () => azureTraining(false) };

describeWithTerraform("Terraform on every case of Azure, with a simulated provider", () => {
  test.each(Object.entries(fleets))("%s is applied, found unchanged, and destroyed", async (_, fleet) => {
    const workspace = new Workspace("virginia");
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
