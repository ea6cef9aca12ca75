import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SCHEMA_FOLDER } from "../model";

/** The package's own folder: above `constructs/`, or above `dist/constructs/`. */
const packageFolder = (): string => {
  const above = [join(__dirname, "..", ".."), join(__dirname, "..", "..", "..")];
  return above.find((folder) => existsSync(join(folder, "docs", SCHEMA_FOLDER))) ?? above[0] ?? __dirname;
};

/** A file of the output, relative to it, with forward slashes. */
export interface SchemaCopy {
  readonly file: string;
  readonly text: string;
}

/** The published schemas of these names, for the output: the documents there point at them, so that editors need no network. */
export function schemaCopies(names: Iterable<string>): SchemaCopy[] {
  const folder = join(packageFolder(), "docs", SCHEMA_FOLDER);
  return [...new Set(names)].sort().map((name) => ({
    file: `${SCHEMA_FOLDER}/${name}.json`,
    text: readFileSync(join(folder, `${name}.json`), "utf8"),
  }));
}
