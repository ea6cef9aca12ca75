import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Policy } from "../constructs/model";
import { allRules } from "../constructs/rules";
import { examplesOf } from "./support/examples";
import { rulesPage } from "./support/rules-page";
import { root, tempFolder } from "./support/temp";

const docs = readdirSync(join(root, "docs")).filter((file) => file.endsWith(".md"));
const pages = ["README.md", ...docs.map((file) => `docs/${file}`)];

test("docs/rules.md says what the rules say", () => {
  const page = join(root, "docs", "rules.md");
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(page, rulesPage());
  expect(readFileSync(page, "utf8")).toBe(rulesPage());
});

test("docs/policy.md names each field of the policy once, with its default and a rule that reads it", () => {
  const page = readFileSync(join(root, "docs", "policy.md"), "utf8");
  const rows = [...page.matchAll(/^\| `(\w+)` \| (.*?) \| (.*?) \|/gm)].map(
    ([, field = "", value = "", rule = ""]) => ({
      field,
      value,
      rule,
    }),
  );
  expect(rows.map(({ field }) => field)).toEqual(Object.keys(Policy.shape));
  const written = (value: unknown): string =>
    value === undefined
      ? "none"
      : Array.isArray(value) && value.length > 0
        ? value.map((each: Readonly<Record<string, unknown>>) => Object.values(each).join(" ")).join(", ")
        : JSON.stringify(value);
  const defaults: Readonly<Record<string, unknown>> = Policy.parse({});
  for (const { field, value, rule } of rows) {
    expect(`${field} ${value}`).toBe(`${field} ${written(defaults[field])}`);
    if (rule !== "none") expect(allRules.map(({ id }) => id)).toContain(rule);
  }
});

test("every page is reached from the README or the guide", () => {
  const front = ["README.md", "docs/guide.md"].map((page) => readFileSync(join(root, page), "utf8")).join("\n");
  expect(docs.filter((file) => file !== "guide.md" && !new RegExp(`\\]\\((docs/)?${file}`).test(front))).toEqual([]);
});

test.each(pages)("the links of %s lead somewhere", (page) => {
  const text = readFileSync(join(root, page), "utf8");
  for (const [, target = ""] of text.matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)) {
    expect(() => readFileSync(join(root, page, "..", target))).not.toThrow(/ENOENT/);
  }
});

describe("every example of the documentation", () => {
  // Inside the project, where "siteform" is the project itself.
  const folder = join(root, ".cache", "examples");
  const examples = pages.flatMap((page) =>
    examplesOf(page).map((code, index) => ({ name: `${page.replace(/\W+/g, "-")}-${index + 1}`, code })),
  );

  beforeAll(() => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const { name, code } of examples) writeFileSync(join(folder, `${name}.ts`), code);
    const compilerOptions = { rootDir: ".", outDir: "out", noUnusedLocals: true, declaration: false };
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ extends: "../../tsconfig.json", compilerOptions, include: ["*.ts"] }),
    );
  });

  test("compiles", () => {
    const { stdout, status } = spawnSync(join(root, "node_modules", ".bin", "tsc"), ["-p", folder], {
      encoding: "utf8",
    });
    expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
  });

  test.each(examples.map(({ name }) => name))("%s synthesizes without an error or a warning", (name) => {
    const program = join(folder, "out", `${name}.js`);
    const cwd = tempFolder();
    // A project of its own: local state is found from the folder of cdktf.json.
    writeFileSync(join(cwd, "cdktf.json"), "{}");
    const { stdout, stderr, status } = spawnSync(process.execPath, [program], {
      cwd,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1" },
    });
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    expect(stdout).not.toMatch(/^(error|warning) /m);
  });
});
