import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";

const root = join(__dirname, "..");
const biome = join(root, "node_modules", ".bin", "biome");

interface Report {
  readonly diagnostics: readonly { readonly category: string; readonly severity: string }[];
}

/** Which of the planted imports the project's linter refuses, each alone in a file of its own. */
function refused(planted: readonly (readonly [file: string, from: string])[]): boolean[] {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "siteform-lint-")));
  try {
    copyFileSync(join(root, "biome.json"), join(folder, "biome.json"));
    return planted.map(([file, from], index) => {
      const path = join(folder, file.replace(/\.ts$/, `-${index}.ts`));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `import { x } from ${JSON.stringify(from)};\n\nexport const y = x;\n`);
      const args = ["lint", "--vcs-enabled=false", "--reporter=json", relative(folder, path)];
      const { stdout, stderr } = spawnSync(biome, args, {
        cwd: folder,
        encoding: "utf8",
        shell: process.platform === "win32",
      });
      const report: Report = JSON.parse(stdout === "" ? stderr : stdout);
      const others = report.diagnostics.filter(({ category }) => category !== "lint/style/noRestrictedImports");
      expect(others).toEqual([]);
      return report.diagnostics.length > 0;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const REFUSED = [
  ["constructs/aws/planted.ts", "@cdktf/provider-aws"],
  ["constructs/google/planted.ts", "@cdktf/provider-google"],
  ["constructs/azure/planted.ts", "@cdktf/provider-azurerm"],
  ["stacks/planted.ts", "@cdktf/provider-aws"],
  ["test/planted.ts", "@cdktf/provider-google"],
  ["constructs/fleet/planted.ts", "cdktf"],
  ["constructs/aws/planted.ts", "cdktf/lib/terraform-stack"],
  ["constructs/model/planted.ts", "cdktf"],
  ["stacks/planted.ts", "cdktf"],
  ["cli/planted.ts", "cdktf"],
  ["constructs/model/planted.ts", "../catalog"],
  ["constructs/model/planted.ts", "../rules/rule"],
  ["constructs/model/planted.ts", "../core/cdktf"],
  ["constructs/catalog/planted.ts", "../ledger"],
  ["constructs/catalog/planted.ts", "../fleet/site"],
  ["constructs/ledger/planted.ts", "../rules"],
  ["constructs/ledger/planted.ts", "../planner"],
  ["constructs/planner/planted.ts", "../rules"],
  ["constructs/planner/planted.ts", "../owned"],
  ["constructs/planner/planted.ts", "../emit/markdown"],
  ["constructs/planner/planted.ts", "../../core/cdktf"],
  ["constructs/rules/planted.ts", "../fleet/fleet"],
  ["constructs/rules/planted.ts", "../aws"],
  ["constructs/rules/planted.ts", "../core/cdktf"],
  ["constructs/rules/aws/planted.ts", "../../fleet/fleet"],
  ["constructs/rules/aws/planted.ts", "../../core/cdktf"],
  ["constructs/emit/planted.ts", "../fleet/site"],
  ["constructs/rules/planted.ts", "../owned/terraform/stack"],
  ["constructs/emit/schedules/planted.ts", "../../owned/terraform/stack"],
  ["constructs/owned/power/planted.ts", "../../core/cdktf"],
  ["constructs/owned/power/planted.ts", "../../rules"],
  ["constructs/owned/planted.ts", "./terraform/stack"],
  ["constructs/emit/kubernetes/planted.ts", "../../aws/names"],
  ["constructs/fleet/planted.ts", "../aws/aws-site"],
  ["constructs/fleet/planted.ts", "../google"],
  ["constructs/aws/planted.ts", "../azure"],
  ["constructs/google/planted.ts", "../aws/capacity"],
  ["constructs/fleet/planted.ts", "../../cli/main"],
  ["constructs/fleet/planted.ts", "siteform"],
  ["stacks/planted.ts", "../constructs/fleet/fleet"],
  ["stacks/planted.ts", "../cli/formats"],
  ["cli/planted.ts", "../stacks/main"],
  ["review/run/planted.ts", "../../cli/plan"],
  ["review/report/planted.ts", "../../stacks/main"],
  ["constructs/fleet/planted.ts", "../../review/report/schema"],
] as const;

const ALLOWED = [
  ["constructs/aws/planted.ts", "@cdktf/provider-aws/lib/vpc"],
  ["constructs/core/cdktf.ts", "cdktf"],
  ["constructs/fleet/planted.ts", "../core/cdktf"],
  ["constructs/catalog/planted.ts", "../model"],
  ["constructs/ledger/planted.ts", "../catalog"],
  ["constructs/planner/planted.ts", "../ledger/months"],
  ["constructs/emit/schedules/planted.ts", "../../planner"],
  ["constructs/rules/planted.ts", "../ledger"],
  ["constructs/rules/planted.ts", "../planner"],
  ["constructs/fleet/planted.ts", "../rules"],
  ["constructs/rules/aws/planted.ts", "../../ledger"],
  ["constructs/emit/kubernetes/planted.ts", "../../ledger"],
  ["constructs/fleet/planted.ts", "../emit"],
  ["constructs/fleet/planted.ts", "../owned/terraform/stack"],
  ["constructs/rules/planted.ts", "../owned"],
  ["constructs/emit/schedules/planted.ts", "../../owned"],
  ["constructs/owned/terraform/planted.ts", "../../core/cdktf"],
  ["constructs/aws/planted.ts", "../fleet/site"],
  ["constructs/model/planted.ts", "./date"],
  ["stacks/planted.ts", "siteform"],
  ["stacks/planted.ts", "siteform/aws"],
  ["cli/planted.ts", "../constructs/rules"],
  ["cli/planted.ts", "../review/report/schema"],
  ["review/inputs/planted.ts", "../../constructs/model"],
  ["test/model/planted.ts", "../../constructs/model"],
] as const;

describe("the linter", () => {
  const verdicts = refused([...REFUSED, ...ALLOWED]);

  test.each(REFUSED.map(([file, from], index) => [file, from, verdicts[index]] as const))(
    "refuses in %s an import of %s",
    (_, __, verdict) => {
      expect(verdict).toBe(true);
    },
  );

  test.each(ALLOWED.map(([file, from], index) => [file, from, verdicts[REFUSED.length + index]] as const))(
    "allows in %s an import of %s",
    (_, __, verdict) => {
      expect(verdict).toBe(false);
    },
  );
});

/** Who may import whom, besides itself: everything that stands lower. The clouds do not know each other. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  model: [],
  core: [],
  catalog: ["model"],
  ledger: ["model", "catalog"],
  planner: ["model", "catalog", "ledger"],
  owned: ["model", "catalog", "ledger", "core"],
  rules: ["model", "catalog", "ledger", "planner", "owned"],
  emit: ["model", "catalog", "ledger", "planner", "owned"],
  fleet: ["model", "catalog", "ledger", "planner", "rules", "owned", "emit", "core"],
  jest: ["model", "ledger", "owned", "fleet"],
  aws: ["model", "catalog", "ledger", "rules", "owned", "fleet", "core"],
  google: ["model", "catalog", "ledger", "rules", "owned", "fleet", "core"],
  azure: ["model", "catalog", "ledger", "rules", "owned", "fleet", "core"],
};

describe("every import in the library", () => {
  const library = join(root, "constructs");
  const files = readdirSync(library, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".ts"));
  /** Each file with what it imports, re-exports or requires, whether of types or of values. */
  const imports = files.flatMap((file) => {
    const text = readFileSync(join(library, file), "utf8");
    const found = text.matchAll(/(?:\bfrom\s+|\bimport\s*\(\s*|\brequire\s*\(\s*|^import\s+)"([^"]+)"/gm);
    return [...found].map(([, from = ""]) => ({ file, from }));
  });

  test("is seen by this test", () => {
    expect(files.length).toBeGreaterThan(100);
    expect(imports.length).toBeGreaterThan(300);
    expect(imports).toContainEqual({ file: "core/cdktf.ts", from: "cdktf" });
  });

  test("goes to a room below its own", () => {
    const upward = imports.flatMap(({ file, from }) => {
      if (!from.startsWith(".")) return [];
      const target = relative(library, join(library, dirname(file), from)).replaceAll("\\", "/");
      const [own = "", to = ""] = [file.split("/")[0], target.split("/")[0]];
      // The package's own index stands above all rooms but the clouds.
      const allowed = own === "index.ts" ? Object.keys(BELOW) : [own, ...(BELOW[own] ?? [])];
      return allowed.includes(to) ? [] : [`${file}: ${from}`];
    });
    expect(upward).toEqual([]);
  });

  test("of the framework stands in one file, and no provider is imported by its root", () => {
    const wrong = imports.filter(
      ({ file, from }) =>
        (/^(cdktf|cdktn)($|\/)/.test(from) && file !== "core/cdktf.ts") || /^@cdktf\/provider-\w+$/.test(from),
    );
    expect(wrong).toEqual([]);
  });

  test("of a package is of one that is declared", () => {
    const {
      dependencies,
      peerDependencies,
    }: Record<"dependencies" | "peerDependencies", Record<string, string>> = JSON.parse(
      readFileSync(join(root, "package.json"), "utf8"),
    );
    const declared = Object.keys({ ...dependencies, ...peerDependencies });
    const undeclared = imports.filter(
      ({ from }) => !/^(\.|node:)/.test(from) && !declared.some((name) => from === name || from.startsWith(`${name}/`)),
    );
    expect(undeclared).toEqual([]);
  });
});
