import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..", "..");
const { exports: published }: { readonly exports: Readonly<Record<string, string | { readonly default: string }>> } =
  JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const subpaths = Object.entries(published).flatMap(([name, target]) =>
  typeof target === "string" ? [] : [[name, join(root, target.default)] as const],
);

/** Node 20.19 and later can require an ES module; earlier ones that the package supports cannot. */
const REFUSE_ESM = process.allowedNodeEnvironmentFlags.has("--experimental-require-module")
  ? ["--no-experimental-require-module"]
  : [];

/** What a process of its own prints. */
function node(script: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...REFUSE_ESM, "-e", script], {
    encoding: "utf8",
    cwd: root,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** Modules loaded for one file, relative to the project. */
const loaded = (file: string): string[] => {
  const script = `require(${JSON.stringify(file)}); process.stdout.write(JSON.stringify(Object.keys(require.cache)))`;
  const paths: string[] = JSON.parse(node(script));
  return paths.map((path) => path.slice(root.length + 1).replaceAll("\\", "/"));
};

describe("each way into the package", () => {
  test("is built", () => {
    expect(subpaths.length).toBeGreaterThanOrEqual(7);
    for (const [, file] of subpaths) expect([file, existsSync(file)]).toEqual([file, true]);
  });

  test.each(subpaths)("%s loads alone, from CommonJS, with nothing that is an ES module only", (_, file) => {
    expect(node(`process.stdout.write(String(Object.keys(require(${JSON.stringify(file)})).length))`)).toMatch(
      /^[1-9]\d*$/,
    );
  });

  test.each(subpaths)("%s gives no name that is undefined, as a cycle of modules would", (_, file) => {
    const script = `const all = require(${JSON.stringify(file)});
      process.stdout.write(Object.keys(all).filter((name) => all[name] === undefined).join());`;
    expect(node(script)).toBe("");
  });

  test("loads no provider for one who uses no cloud, and one cloud's for one who uses one", () => {
    const providers = (name: string) => {
      const modules = loaded(join(root, "dist", "constructs", name));
      return [...new Set(modules.flatMap((module) => /@cdktf\/provider-(\w+)/.exec(module)?.[1] ?? []))];
    };
    expect(providers("index.js")).toEqual([]);
    for (const [cloud, provider] of [
      ["aws", "aws"],
      ["google", "google"],
      ["azure", "azurerm"],
    ] as const) {
      expect([provider]).toEqual(expect.arrayContaining(providers(`${cloud}/index.js`)));
      expect(providers(`${cloud}/stack.js`)).toEqual([provider]);
    }
  });

  test("loads no framework for one who only reads documents, machines or rules", () => {
    for (const name of ["model", "catalog", "rules"]) {
      const framework = loaded(join(root, "dist", "constructs", name, "index.js")).filter((module) =>
        /node_modules\/(cdktf|cdktn|constructs)\//.test(module),
      );
      expect([name, framework]).toEqual([name, []]);
    }
  });

  test("loads no provider's root, which costs seconds", () => {
    for (const cloud of ["aws", "google", "azure"]) {
      const roots = loaded(join(root, "dist", "constructs", cloud, "stack.js")).filter((module) =>
        /@cdktf\/provider-\w+\/lib\/index\.js$/.test(module),
      );
      expect([cloud, roots]).toEqual([cloud, []]);
    }
  });
});

describe("every module of the library", () => {
  const modules = readdirSync(join(root, "dist", "constructs"), { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".js"),
  );

  test("loads first, whatever order a program imports in", () => {
    const own = join(root, "dist", "constructs");
    const files = modules.map((file) => join(own, file));
    // Before each, our modules are forgotten; those of other packages stay.
    const script = `
      const failures = [];
      for (const file of ${JSON.stringify(files)}) {
        for (const known of Object.keys(require.cache)) {
          if (known.startsWith(${JSON.stringify(own)})) delete require.cache[known];
        }
        try {
          require(file);
        } catch (error) {
          failures.push(file + ": " + error);
        }
      }
      process.stdout.write(JSON.stringify(failures));`;
    expect(files.length).toBeGreaterThan(100);
    expect(JSON.parse(node(script))).toEqual([]);
  });
});
