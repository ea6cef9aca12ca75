import { grouped } from "../../constructs/model/grouped";
import type { Review } from "../report/schema";
import type { SpecChange } from "../report/spec-schema";
import { cut, cutBoth } from "../report/texts";
import { folded } from "./changes";
import { atMost, type Detail } from "./detail";
import { code, fenced, html, visible } from "./text";

/** Longest value in a line of a comment; the whole of it is in the long form. */
const LONGEST = 300;

const kinds = ["added", "removed", "changed", "renamed", "moved"] as const;

/** What the specs differ in, folded by site. */
export function spec({ spec: found = [] }: Review, { spec: how, most }: Detail): string[] {
  if (found.length === 0) return [];
  const bySite = [...grouped(found, ({ site }) => site)];
  if (how === "numbers") {
    const lines = bySite.map(
      ([site, changes]) => `- ${site === undefined ? "the fleet" : code(site)}: ${byKind(changes)}`,
    );
    return ["### Spec", "", ...atMost(lines, most), ""];
  }
  const sites = bySite.flatMap(([site, changes]) =>
    folded(
      `${site === undefined ? "the fleet" : html(site)}: ${byKind(changes)}`,
      fenced(changes.map((change) => lineOf(change, site))),
    ),
  );
  return ["### Spec", "", ...sites];
}

/** `3 added, 1 moved`. */
export const byKind = (changes: readonly SpecChange[]): string =>
  kinds
    .flatMap((kind) => {
      const count = changes.filter((change) => change.kind === kind).length;
      return count === 0 ? [] : [`${count} ${kind}`];
    })
    .join(", ");

/** `! utilities.grid.ramp.second.dates.forecast: 2026-12-01 -> 2027-03-02 (+91 days)`. */
function lineOf({ path, kind, before, after, by, from }: SpecChange, site: string | undefined): string {
  const within = `sites.${site ?? ""}.`;
  const at = short(path.startsWith(within) ? path.slice(within.length) : path);
  const [one, other] = cutBoth(visible(before ?? ""), visible(after ?? ""), LONGEST);
  switch (kind) {
    case "added":
      return `+ ${at}: ${other}`;
    case "removed":
      return `- ${at}: ${one}`;
    case "changed":
      return `! ${at}: ${one} -> ${other}${by === undefined ? "" : ` (${short(by)})`}`;
    case "renamed":
      return `! ${at}: was named ${one}`;
    case "moved":
      return `! ${at}: was at ${short(from ?? "")}`;
  }
}

const short = (text: string): string => cut(visible(text), LONGEST);
