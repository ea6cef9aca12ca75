import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./temp";

/** The TypeScript examples of a page: its fenced blocks marked `ts`, in order. */
export function examplesOf(page: string): string[] {
  const text = readFileSync(join(root, page), "utf8");
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => code);
}

/** The blocks of a page that show what something prints. */
export function outputsOf(page: string): string[] {
  const text = readFileSync(join(root, page), "utf8");
  return [...text.matchAll(/^```text\n([\s\S]*?)^```$/gm)].map(([, output = ""]) => output);
}
