import { type CapacityView, charts } from "./capacity/section";
import { h, type Node } from "./markup";
import type { Canvas } from "./pictures/draw";
import { picture, pictureState, pictureTitle } from "./pictures/picture";
import type { PicturePair, SitePair } from "./pictures/site-pictures";
import { describeTenure } from "./tenure";

/** Every site with its capacity and its pictures; one is chosen where the script runs, and all are below each other where it does not. */
export function sitesSection(
  pairs: readonly SitePair[],
  capacity: CapacityView,
  { hasBase, canvas }: { readonly hasBase: boolean; readonly canvas: Canvas },
): Node[] {
  return [
    h("h2", { id: "sites" }, "Sites"),
    h(
      "div",
      { class: "tabs tabs-sites", "aria-label": "Sites" },
      pairs.map((pair) => siteTab(pair, capacity, hasBase, canvas)),
    ),
  ];
}

function siteTab(pair: SitePair, capacity: CapacityView, hasBase: boolean, canvas: Canvas): Node {
  const { name, before, after, pictures } = pair;
  const site = after ?? before;
  return h(
    "section",
    { class: "tab" },
    h("h3", {}, h("span", { class: "name" }, name), stateTag(hasBase ? siteState(pair) : "")),
    site === undefined ? h("p", {}) : h("p", { class: "hint" }, describeTenure(site)),
    h("h4", {}, "Capacity over time"),
    ...charts(capacity.sites.get(name) ?? [], capacity.span, { heading: name, first: "small", id: canvas.id }),
    ...(pictures.length === 0
      ? [h("p", { class: "hint" }, whyNone(pair))]
      : [
          h(
            "div",
            { class: "tabs tabs-pictures", "aria-label": `Pictures of ${name}` },
            pictures.filter(({ kind }) => kind !== "rack").map((each) => pictureTab(each, hasBase, canvas)),
            racksTab(
              pictures.filter(({ kind }) => kind === "rack"),
              hasBase,
              canvas,
            ),
          ),
        ]),
  );
}

function siteState({ before, after, pictures }: SitePair): string {
  if (before === undefined) return "new";
  if (after === undefined) return "removed";
  const changed = pictures.filter((each) => pictureState(each, true) !== "unchanged").length;
  return changed === 0 ? "" : changed === 1 ? "1 picture differs" : `${changed} pictures differ`;
}

const whyNone = ({ after, before }: SitePair): string =>
  (after ?? before)?.tenure === "cloud"
    ? "No pictures: where its machines stand and what feeds them is the cloud's."
    : "No pictures: its documents say neither rows of racks, nor a power tree, nor a fabric.";

const stateTag = (state: string): Node =>
  state === ""
    ? h("span", {})
    : h("span", { class: state === "unchanged" || state === "not shown" ? "tag" : "tag tag-changed" }, state);

const pictureTab = (pair: PicturePair, hasBase: boolean, canvas: Canvas): Node =>
  h(
    "section",
    { class: "tab" },
    h("h4", {}, h("span", { class: "name" }, pictureTitle(pair)), stateTag(pictureState(pair, hasBase))),
    ...picture(pair, hasBase, canvas),
  );

/** All kinds of racks: those that differ are open. */
function racksTab(racks: readonly PicturePair[], hasBase: boolean, canvas: Canvas): Node[] {
  if (racks.length === 0) return [];
  const isQuiet = (pair: PicturePair): boolean => !hasBase || pictureState(pair, hasBase) === "unchanged";
  const differing = racks.filter((pair) => !isQuiet(pair)).length;
  const ordered = [...racks.filter((pair) => !isQuiet(pair)), ...racks.filter(isQuiet)];
  return [
    h(
      "section",
      { class: "tab" },
      h(
        "h4",
        {},
        h("span", { class: "name" }, "Rack elevations"),
        stateTag(differing === 0 ? (hasBase ? "unchanged" : "") : `${differing} of ${racks.length} differ`),
      ),
      h(
        "p",
        { class: "hint" },
        "One of each kind of rack stands for all in which the same is; it is named after the first of them.",
      ),
      ...ordered.map((pair, index) =>
        h(
          "details",
          {
            class: isQuiet(pair) ? "rack bulk" : "rack",
            ...(index < RACKS_SEEN && (differing === 0 ? index === 0 : !isQuiet(pair)) ? { open: "" } : {}),
          },
          h("summary", {}, (pair.after ?? pair.before)?.title ?? pairName(pair), stateTag(pictureState(pair, hasBase))),
          ...picture(pair, hasBase, canvas),
        ),
      ),
    ),
  ];
}

/** Most kinds of racks that are seen without unfolding. */
const RACKS_SEEN = 3;

const pairName = ({ name }: PicturePair): string => `rack ${name}`;
