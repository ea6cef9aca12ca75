import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { examplesOf, outputsOf } from "./support/examples";
import { root, tempFolder } from "./support/temp";

const run = promisify(execFile);
const reachable =
  spawnSync("npm", ["ping", "--fetch-retries=0", "--fetch-timeout=10000"], { stdio: "ignore" }).status === 0;
const describeWithRegistry = (title: string, tests: () => void) =>
  reachable ? describe(title, tests) : describe.skip(`${title} (skipped: no npm registry is reachable)`, tests);

const [example = ""] = examplesOf("README.md");
const [output = ""] = outputsOf("README.md");

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

async function pack(folder: string): Promise<Packed> {
  const { stdout } = await run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
    cwd: root,
  });
  const [packed]: readonly Packed[] = JSON.parse(stdout);
  if (packed === undefined) throw new Error(`npm pack made nothing: ${stdout}`);
  return packed;
}

test("the package holds the library, the command and what one must read, and nothing else", async () => {
  const { files } = await pack(tempFolder());
  const paths = files.map(({ path }) => path);
  const expected =
    /^(dist\/(constructs|review|cli)\/.+\.(js|d\.ts)|docs\/schemas\/v1alpha1\/[a-z-]+\.json|package\.json|README\.md|LICENSE)$/;
  expect(paths.filter((path) => !expected.test(path))).toEqual([]);
  for (const path of [
    "dist/constructs/index.js",
    "dist/constructs/index.d.ts",
    "dist/constructs/aws/index.js",
    "dist/review/report/schema.js",
    "dist/cli/main.js",
    "docs/schemas/v1alpha1/document.json",
  ]) {
    expect(paths).toContain(path);
  }
});

test("importing the library loads neither schemas nor rules, clouds or the calendar: they come with their first use", async () => {
  const script = `require(${JSON.stringify(join(root, "dist", "constructs"))}); console.log(JSON.stringify(Object.keys(require.cache)))`;
  const { stdout } = await run(process.execPath, ["-e", script]);
  const loaded: readonly string[] = JSON.parse(stdout);
  expect(loaded.some((file) => file.endsWith("fleet.js"))).toBe(true);
  expect(loaded.filter((file) => /node_modules.(zod|temporal-polyfill|yaml|cdktf|@cdktf)./.test(file))).toEqual([]);
  expect(loaded.filter((file) => /constructs.(rules|owned|emit|aws|google|azure)./.test(file))).toEqual([]);
});

describeWithRegistry("the package in an empty project with the AWS provider alone", () => {
  const folder = tempFolder();
  const bin = (name: string) => join(folder, "node_modules", ".bin", name);

  beforeAll(async () => {
    const { filename } = await pack(folder);
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "commonjs" }));
    const packages = [
      `./${filename}`,
      "cdktf@0.21.0",
      "constructs@10.6.0",
      "@cdktf/provider-aws@21.22.1",
      "typescript@7.0.2",
      "@types/node@20",
    ];
    await run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", ...packages], {
      cwd: folder,
    });
    mkdirSync(join(folder, "src"));
    writeFileSync(join(folder, "src", "main.ts"), example);
    writeFileSync(join(folder, "cdktf.json"), JSON.stringify({ language: "typescript", app: "node dist/main.js" }));
    const compilerOptions = {
      target: "es2022",
      module: "nodenext",
      strict: true,
      skipLibCheck: false,
      rootDir: "src",
      outDir: "dist",
      types: ["node"],
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["src"] }));
  }, 900_000);

  test("no other cloud's provider is installed", () => {
    expect(readdirSync(join(folder, "node_modules", "@cdktf")).filter((name) => name.startsWith("provider-"))).toEqual([
      "provider-aws",
    ]);
  });

  test("the README's example type-checks with every library checked, and prints what the README shows", async () => {
    expect(example).toContain("fleet.synth()");
    const compiled = await run(bin("tsc"), [], { cwd: folder }).catch((error: { stdout: string }) => error);
    expect(compiled.stdout).toBe("");
    const { stdout, stderr } = await run(process.execPath, ["dist/main.js"], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: "1" },
    });
    expect(stderr).toBe("");
    expect(stdout.trimEnd()).toBe(output.trimEnd());
    expect(existsSync(join(folder, "cdktf.out", "stacks", "rainier", "cdk.tf.json"))).toBe(true);
    expect(existsSync(join(folder, "cdktf.out", "sites", "colossus-1", "lease.yaml"))).toBe(true);
  });

  test("the siteform command works there", async () => {
    const { stdout } = await run(bin("siteform"), ["validate"], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: "1" },
    });
    expect(stdout).toContain("atlas: 2 sites, no errors");
  });

  test("a site of a cloud whose provider is not installed says which package it needs, and nothing is written", async () => {
    const program = `
      const { Fleet } = require("siteform");
      const { GoogleSite } = require("siteform/google");
      const fleet = new Fleet("other");
      new GoogleSite(fleet, "tpu", { project: "some-project", region: "us-central1", location: { country: "US" } });
      fleet.synth();`;
    const elsewhere = join(folder, "elsewhere");
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, "main.cjs"), program);
    const failed: { code: number; stderr: string } = await run(process.execPath, ["main.cjs"], { cwd: elsewhere }).then(
      () => ({ code: 0, stderr: "" }),
      (error) => error,
    );
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain("sites.tpu: needs the package @cdktf/provider-google, which is not installed");
    expect(failed.stderr).not.toContain("    at ");
    expect(existsSync(join(elsewhere, "cdktf.out"))).toBe(false);
  });
});
