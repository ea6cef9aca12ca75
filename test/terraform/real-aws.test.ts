import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { awsCases } from "../cases/aws";
import { LOCAL_BACKEND, type Synthesized, synthesized } from "../support/reference";
import { terraform } from "../support/terraform";
import { describeWithRealAws, pluginFolder, realAwsVersions } from "../support/with-tools";

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

  test.each(Object.keys(awsCases))(
    "validates every stack of the case %s without an error or a warning",
    async (name) => {
      const fleet = synthesized(name);
      for (const stack of fleet.stacks)
        expect({ stack, said: await validated(fleet, stack) }).toEqual({ stack, said: [] });
    },
  );

  test("validates a stack of Rainier without an error or a warning", async () => {
    expect(await validated(synthesized("reference"), "rainier-train")).toEqual([]);
  });
});
