import type { Drawing } from "../../../constructs/emit/drawings/svg";
import { compressNames } from "../../../constructs/model";
import { grouped } from "../../../constructs/model/grouped";
import { h, type Node } from "../markup";
import { dataTable } from "../tables";
import { type Status, statuses, type ThingChange } from "./compare";
import { type Canvas, drawPicture } from "./draw";
import { signOf } from "./signs";
import type { PicturePair } from "./site-pictures";

const kinds: Readonly<Record<PicturePair["kind"], string>> = {
  hall: "Hall",
  oneLine: "Power, one-line diagram",
  fabric: "Fabric",
  rack: "Rack",
};

/** What a picture is called where several of a site are chosen from. */
export const pictureTitle = ({ kind, name }: PicturePair): string =>
  name === "" ? kinds[kind] : `${kinds[kind]} ${name}`;

/** Whether base and head draw the same. */
const isSame = ({ before, after, changes }: PicturePair): boolean =>
  before !== undefined && after !== undefined && changes.length === 0;

/** What became of a picture, in a few words. */
export function pictureState(pair: PicturePair, hasBase: boolean): string {
  if (pair.omitted !== undefined) return "not shown";
  if (!hasBase) return "";
  if (pair.before === undefined) return "new";
  if (pair.after === undefined) return "removed";
  return isSame(pair) ? "unchanged" : `${pair.changes.length} ${pair.changes.length === 1 ? "differs" : "differ"}`;
}

/** A picture of a site: as it is, and as it was where that is different, with the differences marked and told in a table. */
export function picture(pair: PicturePair, hasBase: boolean, canvas: Canvas): Node[] {
  if (pair.omitted !== undefined) return [h("p", { class: "note" }, `Not shown: ${pair.omitted}.`)];
  const { before, after, changes } = pair;
  if (before === undefined || after === undefined || isSame(pair)) {
    const one = after ?? before;
    return one === undefined ? [] : [pane(one, pair, canvas, stateWords(pair, hasBase))];
  }
  const switchId = canvas.id("s");
  return [
    sideSwitch(switchId),
    marksLegend(changes),
    h(
      "div",
      { class: "sides" },
      h(
        "div",
        { class: "side side-before" },
        h("p", { class: "sidename" }, "Before (base)"),
        pane(before, pair, canvas, "before"),
      ),
      h(
        "div",
        { class: "side side-after" },
        h("p", { class: "sidename" }, "After (head)"),
        pane(after, pair, canvas, "after"),
      ),
    ),
    changesTable(pair),
  ];
}

const stateWords = (pair: PicturePair, hasBase: boolean): string | undefined =>
  hasBase
    ? isSame(pair)
      ? "the same in base and head"
      : pair.before === undefined
        ? "new in head"
        : "in base alone"
    : undefined;

function pane(drawing: Drawing, pair: PicturePair, canvas: Canvas, side: string | undefined): Node {
  const changes = new Map(pair.changes.map((change) => [change.key, change]));
  const hint = canvas.id("h");
  return h(
    "div",
    { class: "pane" },
    side === undefined || side === "before" || side === "after"
      ? []
      : [h("p", { class: "state" }, `${capital(side)}.`)],
    h(
      "div",
      {
        class: "explore",
        tabindex: 0,
        role: "group",
        "aria-label": `${pictureTitle(pair)}${side === undefined ? "" : `, ${side}`}: go from thing to thing`,
        "aria-describedby": hint,
      },
      drawPicture(drawing, changes, canvas, {
        sharesShapes: pair.kind === "hall",
        ...(side === undefined ? {} : { side }),
      }),
    ),
    h("button", { type: "button", class: "fit needs-script", "aria-pressed": "false" }, "Fit to width"),
    h(
      "p",
      { class: "hint needs-script", id: hint },
      "Arrow keys go from thing to thing, N to the next difference, Home to the first.",
    ),
    h("p", { class: "told needs-script", role: "status" }),
  );
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const sideSwitch = (name: string): Node =>
  h(
    "fieldset",
    { class: "switch needs-script" },
    h("legend", {}, "Show"),
    (["before", "after", "both"] as const).map((value) =>
      h(
        "label",
        {},
        h("input", { type: "radio", name, value, ...(value === "after" ? { checked: "" } : {}) }),
        ` ${capital(value)}`,
      ),
    ),
  );

/** What the marks mean, with how many things have each. */
const marksLegend = (changes: readonly ThingChange[]): Node =>
  h(
    "ul",
    { class: "marks" },
    statuses.flatMap((status) => {
      const count = changes.filter((each) => each.status === status).length;
      return count === 0
        ? []
        : [
            h(
              "li",
              { class: `is-${status}` },
              h(
                "svg",
                { class: "swatch", width: 34, height: 18, "aria-hidden": "true" },
                h("rect", {
                  class: `over over-${status}`,
                  x: 1,
                  y: 1,
                  width: 32,
                  height: 16,
                  fill: `url(#pattern-${status})`,
                }),
                h("use", { href: `#sign-${status}`, x: 17, y: 2, width: 14, height: 14 }),
              ),
              ` ${count} ${status}`,
            ),
          ];
    }),
  );

/** Most rows of a table of differences that are seen without unfolding. */
const ROWS_SEEN = 12;

/** The differences in words, those that say the same together. */
function changesTable(pair: PicturePair): Node {
  const groups = [
    ...grouped(pair.changes, ({ status, before, after, from, to }) =>
      [status, before, after, from === undefined ? "" : "from", to === undefined ? "" : "to"].join("\0"),
    ).values(),
  ].sort(([a], [b]) => rank(a) - rank(b));
  return h(
    "details",
    groups.length <= ROWS_SEEN ? { open: "" } : {},
    h("summary", {}, `The differences in words: ${groups.length} ${groups.length === 1 ? "row" : "rows"}`),
    dataTable(
      `What differs in ${pictureTitle(pair)}`,
      ["What became of it", "Where", "Base", "Head"],
      groups.map((group) => changesRow(group, pair)),
    ),
  );
}

const rank = (change: ThingChange | undefined): number =>
  change === undefined
    ? 0
    : (["removed", "moved", "changed", "added"] as const satisfies readonly Status[]).indexOf(change.status);

function changesRow(group: readonly ThingChange[], { kind }: PicturePair): Node {
  const [first] = group;
  const keys = group.map(({ key }) => key);
  const names = (all: readonly string[]): string => (kind === "hall" ? compressNames(all) : all.join(", "));
  const [origins, targets] = [group.flatMap(({ from }) => from ?? []), group.flatMap(({ to }) => to ?? [])];
  const where = [
    names(keys),
    ...(origins.length === 0 ? [] : [`from ${names(origins)}`]),
    ...(origins.length > 0 || targets.length === 0 ? [] : [`to ${names(targets)}`]),
  ].join(" ");
  return h(
    "tr",
    { class: `is-${first?.status ?? "changed"}` },
    h("th", { scope: "row" }, first === undefined ? [] : [signOf(first.status)], ` ${first?.status ?? ""}`),
    h("td", {}, group.length === 1 ? where : `${group.length}: ${where}`),
    h("td", {}, first?.before ?? "—"),
    h("td", {}, first?.after ?? "—"),
  );
}
