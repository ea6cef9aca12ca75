import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { startSimulatedProviders } from "../../review/simulate/provider";

interface Reattach {
  readonly [address: string]: { readonly Protocol: string; readonly Addr: { readonly String: string } };
}

describe("starting simulated providers", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "stack-"));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test("each required provider is served under its full source address until it is closed", async () => {
    write({ aws: { source: "aws" }, google: { source: "hashicorp/google" }, azurerm: {} });
    const providers = await startSimulatedProviders([folder]);
    const reattach = JSON.parse(providers.env.TF_REATTACH_PROVIDERS) as Reattach;
    expect(Object.keys(reattach)).toEqual(["hashicorp/aws", "hashicorp/google", "hashicorp/azurerm"]);
    const socket = reattach["hashicorp/aws"]?.Addr.String ?? "";
    expect(existsSync(socket)).toBe(true);
    await providers.close();
    expect(existsSync(dirname(socket))).toBe(false);
  });

  test("a provider that cannot be simulated is named", async () => {
    write({ random: { source: "hashicorp/random" } });
    await expect(startSimulatedProviders([folder])).rejects.toThrow(
      'no simulated provider for "hashicorp/random", there are aws, google, azurerm',
    );
  });

  function write(required_providers: Record<string, { source?: string }>): void {
    writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify({ terraform: { required_providers } }));
  }
});
