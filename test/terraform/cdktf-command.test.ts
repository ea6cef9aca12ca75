import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { root, tempFolder } from "../support/temp";
import { findTerraform } from "../support/terraform";
import { describeWithTerraform } from "../support/with-tools";

describeWithTerraform("the cdktf command on the reference fleet", () => {
  const folder = tempFolder();
  writeFileSync(
    join(folder, "cdktf.json"),
    JSON.stringify({
      language: "typescript",
      app: `node ${join(root, "dist", "stacks", "main.js")}`,
      projectId: "test",
      sendCrashReports: "false",
    }),
  );

  function cdktf(...args: string[]): Promise<{ code: number | null; output: string }> {
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      CI: "1",
      CHECKPOINT_DISABLE: "1",
      NO_COLOR: "1",
      HOME: tempFolder(),
      TERRAFORM_BINARY_NAME: findTerraform(),
    };
    const config = env["TF_CLI_CONFIG_FILE"];
    if (config !== undefined && !existsSync(config)) delete env["TF_CLI_CONFIG_FILE"];
    return new Promise((resolve, reject) => {
      const child = spawn(join(root, "node_modules", ".bin", "cdktf"), args, {
        cwd: folder,
        env,
        stdio: ["ignore", "pipe", "pipe"],
      });
      const chunks: Buffer[] = [];
      child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
      child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
      child.once("error", reject);
      child.once("close", (code) => resolve({ code, output: plain(Buffer.concat(chunks).toString("utf8")) }));
    });
  }

  /** The command paints even where it is asked not to. */
  const plain = stripVTControlCharacters;

  test("lists and synthesizes the stacks of every site", async () => {
    const listed = await cdktf("list");
    expect(listed.code).toBe(0);
    for (const stack of [
      "rainier-train-16",
      "tpu-central-train-ai1a-8",
      "tpu-east",
      "azure-east",
      "colossus-1",
      "texas",
      "new-york",
      "lease-14",
      "munich",
    ]) {
      expect(listed.output).toMatch(new RegExp(`^${stack} +cdktf.out/stacks/${stack}$`, "m"));
    }
    expect((await cdktf("synth")).code).toBe(0);
    expect(readdirSync(join(folder, "cdktf.out", "sites"))).toContain("colossus-1");
  });

  test("deploys Colossus 1 without a provider or a credential, finds it unchanged, outputs and destroys it", async () => {
    const before = await cdktf("diff", "colossus-1");
    expect(before.code).toBe(0);
    expect(before.output).toMatch(/critical_it_mw\s+= 300/);

    const deployed = await cdktf("deploy", "colossus-1", "--auto-approve");
    expect({ code: deployed.code, output: deployed.code === 0 ? "" : deployed.output }).toEqual({
      code: 0,
      output: "",
    });
    expect(deployed.output).toContain("Apply complete! Resources: 4 added, 0 changed, 0 destroyed.");
    expect(readdirSync(join(folder, "state", "reference"))).toContain("colossus-1.tfstate");

    const after = await cdktf("diff", "colossus-1");
    expect(after.output).toContain("No changes. Your infrastructure matches the configuration.");
    expect((await cdktf("output", "colossus-1")).output).toMatch(/"critical_it_mw": 300/);

    const destroyed = await cdktf("destroy", "colossus-1", "--auto-approve");
    expect(destroyed.code).toBe(0);
    // By what is left, not by the last words: on a busy machine the command can end before it has printed them.
    const state: unknown = JSON.parse(readFileSync(join(folder, "state", "reference", "colossus-1.tfstate"), "utf8"));
    expect(state).toMatchObject({ resources: [], outputs: {} });
  });
});
