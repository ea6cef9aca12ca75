import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compareVersions } from "../../constructs/ledger/provider-floors";
import { awsCases } from "../cases/aws";
import { LOCAL_BACKEND, type Synthesized, synthesized } from "../support/reference";
import { terraform } from "../support/terraform";
import { describeWithRealAws, pluginFolder, realAwsVersions } from "../support/with-tools";

/** The lowest version that a stack asks for. */
function floorOf(fleet: Synthesized, stack: string): string {
  const config = JSON.parse(readFileSync(join(fleet.stackFolder(stack), "cdk.tf.json"), "utf8"));
  return /^>= ([\d.]+),/.exec(config.terraform.required_providers.aws.version)?.[1] ?? "";
}

/** The real provider knows what no schema says: which ranges are ranges, which values an argument takes, which exclude each other. */
describeWithRealAws(`the real AWS provider (${realAwsVersions.join(", ")})`, () => {
  async function validated(fleet: Synthesized, stack: string) {
    const cwd = fleet.stackFolder(stack);
    writeFileSync(join(cwd, "local_override.tf.json"), LOCAL_BACKEND);
    const init = await terraform(cwd, ["init", "-no-color", `-plugin-dir=${pluginFolder ?? ""}`]);
    if (init.code !== 0) throw new Error(`${init.stdout}${init.stderr}`);
    const { stdout } = await terraform(cwd, ["validate", "-json"]);
    const { diagnostics }: { diagnostics: readonly { severity: string; summary: string; detail: string }[] } =
      JSON.parse(stdout);
    return diagnostics;
  }

  const stacks = Object.keys(awsCases).flatMap((name) => {
    const fleet = synthesized(name);
    return fleet.stacks.map((stack) => ({ name, stack, fleet, floor: floorOf(fleet, stack) }));
  });
  const covered = ({ floor }: { readonly floor: string }) =>
    realAwsVersions.some((version) => compareVersions(version, floor) >= 0);

  test.each(stacks.filter(covered))(
    "validates the stack $stack of the case $name without an error or a warning",
    async ({ fleet, stack }) => {
      expect(await validated(fleet, stack)).toEqual([]);
    },
  );

  for (const { name, stack, floor } of stacks.filter((each) => !covered(each))) {
    test.skip(`validates the stack ${stack} of the case ${name} (skipped: it asks for ${floor}, which is not at hand)`, () => {});
  }

  test("validates a stack of Rainier without an error or a warning", async () => {
    expect(await validated(synthesized("reference"), "rainier-train")).toEqual([]);
  });
});
