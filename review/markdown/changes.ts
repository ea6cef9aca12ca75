import type { ReviewedChange } from "../report/schema";
import { attributeLines } from "./attributes";
import { code, fenced, words } from "./text";

/** What is done to an object; what is lost by it in bold. */
export const verbs: Readonly<Record<ReviewedChange["action"], string>> = {
  noop: "move",
  create: "create",
  read: "read",
  update: "update",
  delete: "**destroy**",
  replace: "**destroy and create again**",
  forget: "**forget**",
  createForget: "**forget, and create another**",
  unknown: "**unknown change**",
};

/** One change as an item of a list: what is done to what, where the program made it, and why. */
export function changeLine(change: ReviewedChange): string {
  const { address, deposed, constructPath, previousAddress, importing, reasons, concerns, cause, isBlocked, order } =
    change;
  const what = `${isBlocked === true ? "**BLOCKED**: " : ""}${verbOf(change)}`;
  const object = `${code(address)}${deposed === undefined ? "" : ` (deposed ${code(deposed)})`}`;
  const said = [
    ...(order === "createFirst" ? ["created first"] : []),
    ...(previousAddress === undefined ? [] : [`was ${code(previousAddress)}`]),
    ...(importing === undefined ? [] : [`taken over from ${code(importing)}`]),
    ...reasons.map(words),
    ...(cause === "pendingOnBase" ? ["not of this change: base is not applied yet"] : []),
    ...(cause === "drift" ? ["not of this change: it was changed outside of Terraform"] : []),
    ...concerns.map((concern) => `*${concern}*`),
  ];
  const place = constructPath === undefined ? code(change.stack) : code(constructPath);
  return `- ${what} ${object} in ${place}${said.length === 0 ? "" : `: ${said.join("; ")}`}`;
}

function verbOf({ action, importing }: ReviewedChange): string {
  return action === "noop" && importing !== undefined ? "take over" : verbs[action];
}

/** The attributes of a change, folded below its line. */
export function changeDetails({ attributes }: ReviewedChange): string[] {
  const lines = attributeLines(attributes);
  if (lines.length === 0) return [];
  // Indented, so that it belongs to the item above it.
  return ["", ...fenced(lines), ""].map((line) => (line === "" ? "" : `  ${line}`));
}

/** Lines that one must unfold to see. */
export const folded = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ["<details>", `<summary>${title}</summary>`, "", ...lines, "", "</details>", ""];
