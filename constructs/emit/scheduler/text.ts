import type { EnergizedFrom } from "../../ledger";

/** Lines at the head of a file that say what it is. */
export const comment = (lines: readonly string[]): string => lines.map((line) => `# ${line}\n`).join("");

/** When something has its power, in words. */
export function energizedWords(from: EnergizedFrom): string {
  if (from === "start") return "from the start";
  return from === "undated" ? "from a day that is not known" : `from ${from.day}`;
}
