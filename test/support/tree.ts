import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Every file below a folder with its bytes as text, by path with forward slashes, in order. */
export function readTree(folder: string, prefix = ""): Record<string, string> {
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return Object.assign(
    {},
    ...entries.map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory()
        ? readTree(path, `${prefix}${entry.name}/`)
        : { [`${prefix}${entry.name}`]: readFileSync(path, "utf8") };
    }),
  );
}

/** A tree with its JSON parsed, and what the framework's version alone decides taken out. */
export function comparable(tree: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(tree).map(([path, text]) => [
      path,
      path.endsWith(".json") ? withoutVersion(JSON.parse(text)) : text,
    ]),
  );
}

function withoutVersion(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      if (key === "version" && typeof item === "string") return [];
      return [[key, key === "//" || key === "metadata" ? withoutVersion(item) : item]];
    }),
  );
}

/**
 * Compares a tree with the one committed under `test/golden/<name>`. With UPDATE_GOLDEN=1 it writes that instead: look at the
 * difference before you commit it.
 */
export function expectGolden(name: string, tree: Readonly<Record<string, string>>): void {
  const folder = join(__dirname, "..", "golden", name);
  if (process.env["UPDATE_GOLDEN"] === "1") {
    rmSync(folder, { recursive: true, force: true });
    for (const [path, text] of Object.entries(tree)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  }
  expect(comparable(tree)).toEqual(comparable(readTree(folder)));
}
