import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, tempFolder } from "../support/temp";
import { describeWithRealAws, pluginFolder } from "../support/with-tools";
import { siteform } from "./output";

/** A fleet of two stacks on AWS and one that needs no provider, synthesized. */
function project(): string {
  const folder = tempFolder();
  const library = JSON.stringify(join(root, "dist", "constructs"));
  const aws = JSON.stringify(join(root, "dist", "constructs", "aws"));
  writeFileSync(
    join(folder, "main.js"),
    `const { Fleet, OwnedSite, contracted, megawatts } = require(${library});
const { AwsSite, onDemand } = require(${aws});
const fleet = new Fleet("atlas");
for (const name of ["east", "west"]) new AwsSite(fleet, name, { account: "111122223333", region: "us-east-2", location: { country: "US", subdivision: "US-OH" }, network: { cidrs: [name === "east" ? "10.16.0.0/16" : "10.17.0.0/16"] } });
new OwnedSite(fleet, "lab", { location: { country: "DE" }, power: contracted(megawatts(4), { meaning: "criticalIT", source: "order 17" }) });
fleet.synth({ quiet: true });
`,
  );
  writeFileSync(join(folder, "cdktf.json"), JSON.stringify({ language: "typescript", app: "node main.js" }));
  return folder;
}
const synth = (folder: string): void => {
  const { status, stderr } = siteform.run(folder, [join(folder, "main.js")]);
  expect([status, stderr]).toEqual([0, ""]);
};

test("siteform lock without an output says what to do", () => {
  const { status, stderr } = siteform(tempFolder(), "lock");
  expect([status, stderr]).toEqual([1, expect.stringMatching(/run `cdktf synth` first/)]);
});

describeWithRealAws("siteform lock with the real AWS provider", () => {
  const locked = (folder: string, ...more: string[]) =>
    siteform(folder, "lock", "--platform", "linux_amd64", "--mirror", pluginFolder ?? "", ...more);

  test("locks each stack that needs a provider; the next synthesis puts the locks beside the stacks", () => {
    const folder = project();
    synth(folder);
    const { status, stderr } = locked(folder);
    expect([status, stderr]).toEqual([0, expect.stringContaining("locked aws for east, west\n")]);
    const lock = readFileSync(join(folder, "locks", "atlas", "east.terraform.lock.hcl"), "utf8");
    expect(lock).toMatch(/provider "registry\.terraform\.io\/hashicorp\/aws" \{\n {2}version +=/);
    synth(folder);
    for (const stack of ["east", "west"]) {
      const beside = readFileSync(join(folder, "cdktf.out", "stacks", stack, ".terraform.lock.hcl"), "utf8");
      expect(beside).toBe(lock);
    }
    expect(() => readFileSync(join(folder, "cdktf.out", "stacks", "lab", ".terraform.lock.hcl"))).toThrow("ENOENT");
  });

  test("a lock that cannot be made leaves the one before, and says why", () => {
    const folder = project();
    synth(folder);
    const file = join(folder, "locks", "atlas", "east.terraform.lock.hcl");
    mkdirSync(join(folder, "locks", "atlas"), { recursive: true });
    writeFileSync(file, "# before\n");
    const { status, stderr } = locked(folder, "east", "--platform", "plan9_mips");
    expect(status).toBe(1);
    expect(stderr).toMatch(/^FAILED aws for east: \S.+/);
    expect(stderr).not.toContain("    at ");
    expect(readFileSync(file, "utf8")).toBe("# before\n");
  });
});
