import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startSimulatedProviders } from "../../review/simulate/provider";
import { LOCAL_BACKEND, synthesized } from "../support/reference";
import { terraform } from "../support/terraform";
import { describeWithTerraform } from "../support/with-tools";

/** What guards against destroying, taken out: how a site with `protect: false` is, for bought capacity blocks as well. */
function unprotect(cwd: string): void {
  const file = join(cwd, "cdk.tf.json");
  writeFileSync(file, readFileSync(file, "utf8").replaceAll('"prevent_destroy": true', '"prevent_destroy": false'));
}

describeWithTerraform("every machine, contract and kind of storage on AWS, with simulated providers", () => {
  test.each([
    ["aws-machines", "virginia"],
    ["aws-contracts", "ohio"],
    ["aws-storage", "ohio"],
    ["aws-gov", "gov"],
  ] as const)("%s is applied, found unchanged, not destroyed while protected, and destroyed", async (name, stack) => {
    const cwd = synthesized(name).stackFolder(stack);
    writeFileSync(join(cwd, "local_override.tf.json"), LOCAL_BACKEND);
    const providers = await startSimulatedProviders([cwd]);
    const run = (...args: string[]) => terraform(cwd, [...args, "-no-color"], providers.env);
    const must = async (...args: string[]) => {
      const { code, stdout, stderr } = await run(...args);
      if (code !== 0) throw new Error(`terraform ${args.join(" ")}: ${code}\n${stdout}${stderr}`);
    };
    try {
      await must("init");
      await must("validate");
      await must("apply", "-auto-approve");
      await must("plan", "-detailed-exitcode");
      expect((await run("destroy", "-auto-approve")).stderr).toContain("prevent_destroy");
      unprotect(cwd);
      await must("destroy", "-auto-approve");
      expect((await run("state", "list")).stdout).toBe("");
    } finally {
      await providers.close();
    }
  });
});
