import { grouped } from "../../constructs/model/grouped";
import { attributeLines } from "../markdown/attributes";
import { verbs } from "../markdown/changes";
import { byAction, titles } from "../markdown/sections";
import { many } from "../markdown/text";
import { type Group, groupOf } from "../report/order";
import type { Review, ReviewedAttribute, ReviewedChange, ReviewedDrift } from "../report/schema";
import { h, type Node } from "./markup";

/** Longest value of an attribute in the page; a review holds 2,000 characters of it. */
const LONGEST = 2000;

/** How much of attributes a page holds before those of changes that need no attention are left out, in characters. */
export const MOST_ATTRIBUTES = 6_000_000;

/** Most changes of a group whose attributes are seen without unfolding. */
const MOST_OPEN = 20;

/** Changes that are seen without unfolding. */
export function seenFirst({ changes }: Review, groups: readonly Exclude<Group, "rest">[]): Node[] {
  return groups.flatMap((group) => {
    const found = changes.filter((change) => groupOf(change) === group);
    if (found.length === 0) return [];
    return [
      h("h3", {}, `${titles[group]} (${found.length})`),
      h(
        "ul",
        { class: "changes" },
        found.map((each) => changeItem(each, found.length <= MOST_OPEN)),
      ),
    ];
  });
}

/** Everything else, folded, by site. */
export function theRest({ changes }: Review): Node[] {
  const rest = changes.filter((change) => groupOf(change) === "rest");
  if (rest.length === 0) return [];
  const size = rest.reduce((sum, { attributes }) => sum + attributes.reduce((one, each) => one + sizeOf(each), 0), 0);
  const isWhole = size <= MOST_ATTRIBUTES;
  const bySite = grouped(rest, ({ site, stack }) => site ?? stack);
  return [
    h("h3", {}, `By site (${rest.length})`),
    isWhole
      ? h("div", {})
      : h(
          "p",
          { class: "note" },
          `The attributes of these changes, ${Math.round(size / 1_000_000)} million characters, are left out, so that the page opens: they are in the review as JSON.`,
        ),
    ...[...bySite].map(([site, found]) =>
      h(
        "details",
        { class: "bulk" },
        h("summary", {}, h("code", {}, site), `: ${byAction(found)}`),
        h(
          "ul",
          { class: "changes" },
          found.map((each) => changeItem(each, false, isWhole)),
        ),
      ),
    ),
  ];
}

const sizeOf = ({ path, before, after }: ReviewedAttribute): number =>
  path.length + [before, after].reduce((sum, side) => sum + (side?.is === "value" ? side.text.length : 12), 8);

function changeItem(change: ReviewedChange, isOpen: boolean, hasAttributes = true): Node {
  const { address, deposed, constructPath, stack, isBlocked, concerns, attributes } = change;
  const said = reasonsOf(change);
  return h(
    "li",
    { class: `change change-${groupOf(change)}` },
    h(
      "p",
      {},
      isBlocked === true ? h("strong", { class: "tag tag-removed" }, "BLOCKED") : "",
      h("strong", { class: "verb" }, ` ${verbOf(change)} `),
      h("code", {}, address),
      deposed === undefined ? "" : ` (deposed ${deposed})`,
      " in ",
      h("code", {}, constructPath ?? stack),
      ...concerns.map((concern) => h("span", { class: "tag" }, concern)),
    ),
    said.length === 0 ? h("span", {}) : h("p", { class: "why" }, said.join("; ")),
    attributes.length === 0 || !hasAttributes ? h("span", {}) : attributeBlock(attributes, isOpen),
  );
}

function verbOf({ action, importing }: ReviewedChange): string {
  return action === "noop" && importing !== undefined ? "take over" : verbs[action].replaceAll("*", "");
}

const reasonsOf = ({ order, previousAddress, importing, reasons, cause }: ReviewedChange): string[] => [
  ...(order === "createFirst" ? ["created first"] : []),
  ...(previousAddress === undefined ? [] : [`was ${previousAddress}`]),
  ...(importing === undefined ? [] : [`taken over from ${importing}`]),
  ...reasons,
  ...(cause === "pendingOnBase" ? ["not of this change: base is not applied yet"] : []),
  ...(cause === "drift" ? ["not of this change: it was changed outside of Terraform"] : []),
];

/** Most lines of attributes that are seen without unfolding. */
const LINES_SEEN = 12;

/** Lines of a difference, each with its sign. */
function attributeBlock(attributes: readonly ReviewedAttribute[], isOpen: boolean): Node {
  const lines = attributeLines(attributes, LONGEST);
  return h(
    "details",
    isOpen && lines.length <= LINES_SEEN ? { open: "" } : {},
    h("summary", {}, many(lines.length, "line")),
    h("pre", { tabindex: 0, role: "group", "aria-label": "Attributes" }, lines.join("\n")),
  );
}

/** Outputs that change, and what was found changed outside of Terraform: folded, so that they do not bury the plan. */
export function outputsAndDrift({ outputs, drift }: Review): Node[] {
  return [
    ...(outputs.length === 0
      ? []
      : [
          h(
            "details",
            {},
            h("summary", {}, many(outputs.length, "changed output")),
            h(
              "ul",
              { class: "changes" },
              outputs.map(({ stack, name, attributes }) =>
                h(
                  "li",
                  {},
                  h("p", {}, h("code", {}, name), " of ", h("code", {}, stack)),
                  attributes.length === 0 ? h("span", {}) : attributeBlock(attributes, false),
                ),
              ),
            ),
          ),
        ]),
    ...(drift.length === 0
      ? []
      : [
          h(
            "details",
            {},
            h("summary", {}, `${many(drift.length, "object")} changed outside of Terraform`),
            h("ul", { class: "changes" }, drift.map(driftItem)),
          ),
        ]),
  ];
}

const driftItem = ({ stack, address, action, isRelevant, attributes }: ReviewedDrift): Node =>
  h(
    "li",
    {},
    h(
      "p",
      {},
      h("strong", {}, action === "delete" ? "deleted " : "changed "),
      h("code", {}, address),
      " in ",
      h("code", {}, stack),
      isRelevant ? h("span", { class: "tag" }, "the plan answers to it") : "",
    ),
    attributes.length === 0 ? h("span", {}) : attributeBlock(attributes, false),
  );
