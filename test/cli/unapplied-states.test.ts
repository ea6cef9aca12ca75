import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tempFolder } from "../support/temp";
import { describeWithTerraform } from "../support/with-tools";
import { output, siteform } from "./output";

describeWithTerraform("siteform plan of a stack that reads the state of another", () => {
  const read = (name: string) => `\${data.terraform_remote_state.net.outputs.${name}}`;
  /** `app` reads two outputs of `net`: one that is known before `net` is applied, and one that is not. */
  function project(): string {
    const folder = tempFolder();
    // Where `net` keeps its state, as the program writes it in both.
    const config = { path: "../../../state/net.tfstate" };
    const outputs = { range: { value: "10.0.0.0/16" }, ids: { value: ["${terraform_data.g.id}"] } };
    output(
      folder,
      {
        net: { g: { input: "10.0.0.0/16" } },
        app: { known: { input: read("range") }, later: { input: read("ids") } },
      },
      "cdktf.out",
      {
        net: { blocks: { output: outputs } },
        app: { blocks: { data: { terraform_remote_state: { net: { backend: "local", config } } } } },
      },
    );
    return folder;
  }

  test("is an estimate while that is not applied: what is known of its outputs as it is, the rest stood in for", () => {
    const folder = project();
    expect(siteform(folder, "plan").status).toBe(2);
    const plans = join(folder, ".siteform", "plans");
    const { results } = JSON.parse(readFileSync(join(plans, "results.json"), "utf8"));
    expect(results).toMatchObject([
      { stack: "net", state: "planned", basis: "plan" },
      { stack: "app", state: "planned", basis: "estimate" },
    ]);
    const { planned_values } = JSON.parse(readFileSync(join(plans, "app", "plan.json"), "utf8"));
    const inputs = planned_values.root_module.resources.map(
      (each: { values: { input: unknown } }) => each.values.input,
    );
    expect(inputs).toEqual(["10.0.0.0/16", [expect.stringMatching(/^stand-in-/)]]);
    // The copy is gone, and with it the file that stood for the state.
    expect(readdirSync(join(folder, "cdktf.out", "stacks")).sort()).toEqual(["app", "net"]);
  });

  test("fails where nobody is to make the state", () => {
    const folder = project();
    const { status, stderr } = siteform(folder, "plan", "app");
    expect(status).toBe(1);
    expect(stderr).toContain("Unable to find remote state (data.terraform_remote_state.net)");
  });
});
