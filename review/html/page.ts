import { createHash } from "node:crypto";
import type { FleetDocument } from "../../constructs/model";
import { planningContextOf } from "../../constructs/owned/allocation/planning-context";
import { titleOf } from "../markdown/sections";
import type { Review } from "../report/schema";
import { judged } from "../spec/judged";
import { capacityView, charts } from "./capacity/section";
import { outputsAndDrift, seenFirst, theRest } from "./changes";
import { deltas, findings, spec } from "./comparison";
import { brokenStacks, checks, headline } from "./headline";
import { mapSection } from "./map/section";
import { h, type Node, type Redact, write } from "./markup";
import type { Canvas } from "./pictures/draw";
import { signDefinitions } from "./pictures/signs";
import { formerNamesOf, sitePairs } from "./pictures/site-pictures";
import { script } from "./script";
import { sitesSection } from "./sites";
import { styleSheet } from "./style-sheet";
import { Styles } from "./styles";

/** What a page is made of, beside the review. */
export interface PageInput {
  readonly review: Review;
  /** Takes secrets out of what pictures say. The review has none. */
  readonly redact: Redact;
  /** The day that the review is about, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The fleets of both outputs; absent where an output has none. */
  readonly base: FleetDocument | undefined;
  readonly head: FleetDocument | undefined;
  /** Whether there is a base to compare with, with or without a fleet. */
  readonly hasBase: boolean;
}

/**
 * A review as one HTML file that needs nothing else: no server, no network, no other file. Its script and its style are known by their
 * hashes, and nothing else may run or be loaded.
 */
export function renderPage(input: PageInput): string {
  const { review, redact } = input;
  const canvas: Canvas = { styles: new Styles(), shapes: new Map(), id: idMaker() };
  const body = bodyOf(input, canvas);
  const style = `${styleSheet}\n${canvas.styles.css()}\n`;
  const policy = `default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(script)}'; base-uri 'none'; form-action 'none'`;
  const title = `${titleOf(review)}: review of ${input.head?.metadata.name ?? input.base?.metadata.name ?? "a change"}`;
  return [
    "<!DOCTYPE html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    write(h("title", {}, title), redact),
    `<style>${style}</style>`,
    "</head>",
    write(body, redact),
    `<script>${script}</script>`,
    "</html>",
    "",
  ].join("\n");
}

/** The hash by which a policy knows a style or a script. Source: Content Security Policy Level 3, hash-source. */
const hashOf = (text: string): string => `sha256-${createHash("sha256").update(text, "utf8").digest("base64")}`;

function idMaker(): (prefix: string) => string {
  let last = 0;
  return (prefix) => {
    last += 1;
    return `${prefix}${last}`;
  };
}

function bodyOf(input: PageInput, canvas: Canvas): Node {
  const { review } = input;
  const pictures = picturesOf(input, canvas);
  const lost = seenFirst(review, ["blocked", "destroys", "forgets"]);
  const changes = [...seenFirst(review, ["concerns"]), ...theRest(review), ...outputsAndDrift(review)];
  const parts: Node[] = [
    ...brokenStacks(review),
    ...(lost.length === 0 ? [] : [h("h2", { id: "lost" }, "What is lost"), ...lost]),
    ...deltas(review),
    ...pictures.overview,
    h("h2", { id: "changes" }, lost.length === 0 ? "Changes" : "Other changes"),
    ...(changes.length === 0
      ? [h("p", { class: "hint" }, lost.length === 0 ? "No resource changes." : "Nothing else changes.")]
      : changes),
    ...checks(review),
    ...findings(review),
    ...spec(review),
    ...pictures.sites,
  ];
  return h(
    "body",
    {},
    h("a", { class: "skip", href: "#main" }, "Skip to the content"),
    h(
      "svg",
      { class: "definitions", width: 0, height: 0, "aria-hidden": "true" },
      h(
        "defs",
        {},
        signDefinitions(),
        [...canvas.shapes.values()].map(({ id, shape }) => ({ ...shape, attributes: { ...shape.attributes, id } })),
      ),
    ),
    h("header", {}, h("div", { class: "page" }, headline(review))),
    contents(parts),
    h("main", { id: "main", class: "page", tabindex: -1 }, parts),
    h("footer", { class: "page" }, h("p", { class: "hint" }, aboutPage(input))),
  );
}

const aboutPage = ({ head, base, asOf, hasBase }: PageInput): string =>
  [
    `Written by Siteform`,
    ...(head === undefined ? [] : [`fleet ${head.metadata.name}`]),
    ...(hasBase
      ? [base === undefined ? "compared with a base without a fleet" : "compared with its base"]
      : ["not compared with a base"]),
    `as of ${asOf}`,
  ].join(" · ");

/** Links to the parts of the page, by their headings. */
function contents(parts: readonly Node[]): Node {
  const headings = parts.filter(({ name, attributes }) => name === "h2" && attributes["id"] !== undefined);
  return h(
    "nav",
    { "aria-label": "Contents" },
    h(
      "div",
      { class: "page bar" },
      h(
        "ul",
        {},
        headings.map(({ attributes, children }) =>
          h("li", {}, h("a", { href: `#${attributes["id"] ?? ""}` }, children)),
        ),
      ),
      h(
        "div",
        { class: "tools needs-script" },
        h("button", { type: "button", class: "unfold" }, "Unfold all"),
        h("button", { type: "button", class: "fold" }, "Fold all"),
      ),
    ),
  );
}

/** The pictures of the fleet, or why there are none. */
function picturesOf(
  { review, base, head, asOf, hasBase }: PageInput,
  canvas: Canvas,
): { overview: Node[]; sites: Node[] } {
  if (head === undefined && base === undefined) {
    const why =
      "There are no pictures: the output has no fleet.json that this version reads, so that nobody knows what the sites are.";
    return { overview: [h("h2", { id: "map" }, "Pictures"), h("p", { class: "note" }, why)], sites: [] };
  }
  const isCompared = base !== undefined && head !== undefined;
  const [before, after] = [base, head].map((fleet) => (fleet === undefined ? undefined : judged(fleet, asOf).document));
  const pairs = sitePairs(before, after, formerNamesOf(review.spec ?? []));
  const lookupOf = (fleet: FleetDocument | undefined) =>
    fleet === undefined ? () => undefined : planningContextOf(fleet.spec).machine;
  const capacity = capacityView(
    pairs,
    { before: lookupOf(before), after: lookupOf(after) },
    { asOf, hasBase: isCompared },
  );
  const note =
    hasBase && !isCompared
      ? [
          h(
            "p",
            { class: "note" },
            "Pictures show one side alone: the other output has no fleet.json that this version reads.",
          ),
        ]
      : [];
  const overview = [
    h("h2", { id: "map" }, "Map"),
    ...note,
    ...mapSection(pairs, isCompared, canvas.id),
    h("h2", { id: "capacity" }, "Capacity over time"),
    chartLegend(isCompared),
    ...charts(capacity.fleet, capacity.span, { heading: "whole fleet", first: "large", id: canvas.id }),
  ];
  return { overview, sites: sitesSection(pairs, capacity, { hasBase: isCompared, canvas }) };
}

const chartLegend = (isCompared: boolean): Node =>
  h(
    "ul",
    { class: "marks" },
    h(
      "li",
      {},
      h(
        "svg",
        { class: "swatch", width: 34, height: 12, "aria-hidden": "true" },
        h("path", { class: "line-head", d: "M1 6H33" }),
      ),
      isCompared ? " head, as proposed" : " as it is to be",
    ),
    isCompared
      ? h(
          "li",
          {},
          h(
            "svg",
            { class: "swatch", width: 34, height: 12, "aria-hidden": "true" },
            h("path", { class: "line-base", d: "M1 6H33" }),
          ),
          " base, where it differs",
        )
      : [],
    h(
      "li",
      {},
      h(
        "svg",
        { class: "swatch", width: 12, height: 16, "aria-hidden": "true" },
        h("path", { class: "as-of", d: "M6 0V16" }),
      ),
      " the day of the review",
    ),
  );
