import type { Action } from "../plan/action";
import { naturally } from "./natural";
import type { ReviewedChange } from "./schema";

/** The groups in which changes are shown: what must be seen first comes first. */
export const groups = ["blocked", "destroys", "forgets", "concerns", "rest"] as const;
export type Group = (typeof groups)[number];

const destroying: readonly Action[] = ["delete", "replace", "unknown"];

/** What the order of changes is made of. */
type Ranked = Omit<ReviewedChange, "attributes">;

/** The group of a change. What is not known may destroy. */
export function groupOf({ isBlocked, action, concerns }: Ranked): Group {
  if (isBlocked === true) return "blocked";
  if (destroying.includes(action)) return "destroys";
  if (action === "forget" || action === "createForget") return "forgets";
  return concerns.length > 0 && action !== "noop" ? "concerns" : "rest";
}

/** Changes in the order in which they are shown: by group, then by site, stack and where the program made them. */
export function inOrder<T extends { readonly change: Ranked }>(changes: readonly T[]): T[] {
  return changes
    .map((found) => ({ found, rank: groups.indexOf(groupOf(found.change)) }))
    .sort((a, b) => a.rank - b.rank || byPlace(a.found.change, b.found.change))
    .map(({ found }) => found);
}

const byPlace = (a: Ranked, b: Ranked): number =>
  naturally(a.site ?? a.stack, b.site ?? b.stack) ||
  naturally(a.stack, b.stack) ||
  naturally(a.constructPath ?? a.address, b.constructPath ?? b.address) ||
  naturally(a.address, b.address) ||
  naturally(a.deposed ?? "", b.deposed ?? "");
