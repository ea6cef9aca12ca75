import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(__dirname, "small-site");

/** A small leased site with a document of every kind but the allocation, which planning writes: nothing in it is wrong. */
export const smallSite: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(folder)
    .sort()
    .map((file) => [file, readFileSync(join(folder, file), "utf8")]),
);
