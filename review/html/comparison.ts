import { grouped } from "../../constructs/model/grouped";
import { label, laterYears } from "../markdown/deltas";
import { isQuiet, numbersOf } from "../markdown/findings";
import { byKind } from "../markdown/spec";
import type { Review } from "../report/schema";
import type { Delta, ReviewedFinding, SpecChange } from "../report/spec-schema";
import { h, type Node } from "./markup";
import { signOf } from "./pictures/signs";
import { dataTable } from "./tables";

/** What the change comes to in power, machines and money; later years of rent folded. */
export function deltas({ deltas: found = [] }: Review): Node[] {
  if (found.length === 0) return [];
  const later = laterYears(found);
  return [
    h("h2", { id: "deltas" }, "What it comes to"),
    deltaTable(
      found.filter((delta) => !later.has(delta)),
      "In power, machines and money",
    ),
    ...(later.size === 0
      ? []
      : [
          h(
            "details",
            {},
            h("summary", {}, `${later.size} later years of rent`),
            deltaTable([...later], "Later years of rent"),
          ),
        ]),
  ];
}

const deltaTable = (rows: readonly Delta[], caption: string): Node =>
  dataTable(caption, ["Site", "Figure", "Base", "Head", "Change"], rows.map(deltaRow));

function deltaRow({ site, figure, of, before, after, by }: Delta): Node {
  const change = before === undefined || after === undefined ? "" : (by ?? "");
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, site ?? "whole fleet"),
    h("td", {}, label[figure](of).trim()),
    [before, after].map((each) => h("td", { class: "number" }, each ?? "—")),
    h("td", { class: "number" }, h("strong", {}, change)),
  );
}

/** What rules find that they did not find in base, and what became of the others. */
export function findings({ findings: found }: Review): Node[] {
  if (found === undefined || isQuiet(found)) return [];
  const pressing = found.new.filter(({ severity }) => severity !== "note");
  const folds: readonly (readonly [string, readonly ReviewedFinding[]])[] = [
    ["new notes", found.new.filter(({ severity }) => severity === "note")],
    ["fixed", found.fixed],
    ["waived", found.waived],
    ["as before", found.unchanged.list],
  ];
  return [
    h("h2", { id: "findings" }, "What rules say"),
    h("p", {}, `${numbersOf(found).replaceAll("*", "")}, asked about ${found.asOf}.`),
    ...(pressing.length === 0 ? [] : [h("ul", { class: "changes" }, pressing.map(findingItem))]),
    ...folds.flatMap(([name, list]) =>
      list.length === 0
        ? []
        : [
            h(
              "details",
              {},
              h("summary", {}, `${list.length} ${name}`),
              h("ul", { class: "changes" }, list.map(findingItem)),
            ),
          ],
    ),
  ];
}

const findingItem = ({ severity, rule, path, phase, message, hint, waived }: ReviewedFinding): Node =>
  h(
    "li",
    {},
    h(
      "p",
      {},
      h(
        "strong",
        { class: severity === "error" ? "tag tag-removed" : severity === "warning" ? "tag tag-changed" : "tag" },
        severity,
      ),
      " ",
      h("code", {}, rule),
      " at ",
      h("code", {}, path),
      phase === undefined ? "" : ` (phase ${phase})`,
      `: ${message}`,
    ),
    hint === undefined ? h("span", {}) : h("p", { class: "why" }, hint),
    waived === undefined ? h("span", {}) : h("p", { class: "why" }, `waived: ${waived}`),
  );

/** What the specs differ in, folded by site. */
export function spec({ spec: found = [] }: Review): Node[] {
  if (found.length === 0) return [];
  const bySite = [...grouped(found, ({ site }) => site)];
  return [
    h("h2", { id: "spec" }, "Spec"),
    ...bySite.map(([site, changes]) =>
      h(
        "details",
        changes.length <= SEEN ? { open: "" } : {},
        h("summary", {}, site === undefined ? "the fleet" : h("code", {}, site), `: ${byKind(changes)}`),
        dataTable(
          `What ${site ?? "the fleet"} differs in`,
          ["What", "Where", "Base", "Head", "Apart"],
          changes.map((change) => specRow(change, site)),
        ),
      ),
    ),
  ];
}

/** Most differences of a site that are seen without unfolding. */
const SEEN = 20;

function specRow({ path, kind, before, after, by, from }: SpecChange, site: string | undefined): Node {
  const within = `sites.${site ?? ""}.`;
  const at = path.startsWith(within) ? path.slice(within.length) : path;
  const status = kind === "renamed" ? "changed" : kind;
  return h(
    "tr",
    { class: `is-${status}` },
    h("th", { scope: "row" }, signOf(status), ` ${kind}`),
    h("td", {}, h("code", {}, at), kind === "moved" ? ` was at ${from ?? ""}` : ""),
    h("td", {}, before ?? "—"),
    h("td", {}, after ?? "—"),
    h("td", {}, by ?? ""),
  );
}
