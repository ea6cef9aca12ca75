import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Fleet } from "siteform";
import { type SimulatedProviders, startSimulatedProviders } from "../../review/simulate/provider";
import { LOCAL_BACKEND } from "../support/reference";
import { inFolder, tempFolder } from "../support/temp";
import { terraform } from "../support/terraform";

/** The stacks of a fleet, by name. */
export function stacksOf(fleet: Fleet): readonly string[] {
  const folder = tempFolder();
  inFolder(folder, () => fleet.synth({ quiet: true, asOf: "2026-11-23" }));
  const manifest: { stacks: Record<string, unknown> } = JSON.parse(
    readFileSync(join(folder, "cdktf.out", "manifest.json"), "utf8"),
  );
  return Object.keys(manifest.stacks).sort();
}

interface Change {
  readonly address: string;
  readonly actions: readonly string[];
}

/** One stack of a fleet and its state, over several synthesized versions of the program. */
export class Workspace {
  private readonly folder = tempFolder();
  private providers: SimulatedProviders | undefined;

  constructor(private readonly stack: string) {}

  get cwd(): string {
    return join(this.folder, "cdktf.out", "stacks", this.stack);
  }

  /** Synthesizes a version of the program over the one before. */
  synth(fleet: Fleet): void {
    const result = inFolder(this.folder, () => fleet.synth({ quiet: true, asOf: "2026-11-23" }));
    if (!result.ok) throw new Error(result.findings.map(({ path, message }) => `${path} ${message}`).join("\n"));
    writeFileSync(join(this.cwd, "local_override.tf.json"), LOCAL_BACKEND);
  }

  /** Runs Terraform; what fails, fails the test with what Terraform says. */
  async run(...args: string[]): Promise<string> {
    this.providers ??= await startSimulatedProviders([this.cwd]);
    const { code, stdout, stderr } = await terraform(this.cwd, [...args, "-no-color"], this.providers.env);
    if (code !== 0) throw new Error(`terraform ${args.join(" ")}: ${code}\n${stdout}${stderr}`);
    return stdout;
  }

  /** Synthesizes and applies, and makes sure that the next plan is empty. */
  async apply(fleet: Fleet): Promise<void> {
    this.synth(fleet);
    await this.run("init");
    await this.run("validate");
    await this.run("apply", "-auto-approve");
    await this.run("plan", "-detailed-exitcode");
  }

  /** What a version of the program would change, by address, what stays as it is left out. */
  async changes(fleet: Fleet): Promise<readonly Change[]> {
    // The simulated provider knows the types of the folders it is given: both versions' are needed.
    const before = tempFolder();
    copyFileSync(join(this.cwd, "cdk.tf.json"), join(before, "cdk.tf.json"));
    this.synth(fleet);
    await this.close();
    this.providers = await startSimulatedProviders([before, this.cwd]);
    await this.run("init");
    await this.run("plan", "-out=plan");
    const shown: {
      resource_changes?: { address: string; mode: string; change: { actions: string[] } }[];
    } = JSON.parse(await this.run("show", "-json", "plan"));
    return (shown.resource_changes ?? [])
      .filter(({ mode, change }) => mode === "managed" && change.actions[0] !== "no-op")
      .map(({ address, change }) => ({ address: withoutDigest(address), actions: change.actions }));
  }

  async close(): Promise<void> {
    await this.providers?.close();
    this.providers = undefined;
  }
}

/** `azurerm_subnet.cluster-train_network_subnet_DC58D512` without its last part. */
const withoutDigest = (address: string): string => address.replace(/_[0-9A-F]{8}$/, "");
