import { groupOf } from "../report/order";
import type { Review } from "../report/schema";
import { verbs } from "./changes";
import { deltas } from "./deltas";
import { atMost, type Detail } from "./detail";
import { findings } from "./findings";
import { type Room, rooms } from "./rooms";
import { brokenStacks, checks, drift, headline, outputs, seenFirst, theRest } from "./sections";
import { spec } from "./spec";
import { code, LONGEST_NAME } from "./text";

/** The steps in which a review becomes shorter, each a whole text. */
const steps: readonly Detail[] = [
  { attributes: "all", spec: "lines", rest: "lines", most: Number.POSITIVE_INFINITY },
  { attributes: "seenFirst", spec: "lines", rest: "lines", most: Number.POSITIVE_INFINITY },
  { attributes: "none", spec: "lines", rest: "lines", most: Number.POSITIVE_INFINITY },
  { attributes: "none", spec: "numbers", rest: "lines", most: Number.POSITIVE_INFINITY },
  { attributes: "none", spec: "numbers", rest: "numbers", most: Number.POSITIVE_INFINITY },
  { attributes: "none", spec: "numbers", rest: "numbers", most: 100 },
  { attributes: "none", spec: "numbers", rest: "numbers", most: 10 },
];

/** A review as Markdown. */
export interface Rendered {
  readonly text: string;
  /** Whether everything is in it; what was left out is in the long form. */
  readonly isWhole: boolean;
}

/**
 * Renders a review so that it fits: first with everything, then in steps with less, never cut in the middle. What is destroyed stays
 * to the last; where that is too long, its first names, below verdict and numbers.
 */
export function renderMarkdown(review: Review, room: Room = rooms.github): Rendered {
  for (const [index, detail] of steps.entries()) {
    if (isTooLong(review, detail, room)) continue;
    const text = renderWith(review, detail, index > 0);
    if (fits(text, room)) return { text, isWhole: index === 0 };
  }
  return { text: shortest(review), isWhole: false };
}

/** How many of the objects that are lost stand in the shortest text of all: with names of any length, it fits everywhere. */
const MOST_LOST = 10;

/** Verdict and numbers, and of what is lost the first names alone. */
function shortest(review: Review): string {
  const lost = review.changes.filter((change) => ["blocked", "destroys", "forgets"].includes(groupOf(change)));
  const lines = [
    ...headline({ ...review, notes: [] }, { most: 0 }),
    ...atMost(
      lost.map(({ action, address, stack }) => `- ${verbs[action]} ${code(address)} in ${code(stack)}`),
      MOST_LOST,
    ),
    ...(lost.length === 0 ? [] : [""]),
    "The review is too long for this place: see the long form.",
  ];
  return `${lines.join("\n")}\n`;
}

/** What stands in the shortest line of a change beside what it names: ``- move `` in ``\n``. */
const AROUND = 15;

/** What a name takes at least: space in it may shrink, and what is long is cut. */
const leastOf = (name: string): number => (/\s/.test(name) ? 1 : Math.min(name.length, LONGEST_NAME));

/**
 * Whether a rendering cannot fit, so that it need not be made. Each change has a line, and each attribute that is shown has one of a sign,
 * its path and a line end. Stops where that is known: attributes are made when they are asked for.
 */
function isTooLong({ changes, spec: differences }: Review, detail: Detail, { most }: Room): boolean {
  if (detail.most !== Number.POSITIVE_INFINITY) return false;
  const shown = detail.rest === "lines" ? changes : changes.filter((change) => groupOf(change) !== "rest");
  let least = detail.spec === "lines" ? (differences?.length ?? 0) * 4 : 0;
  for (const { address, constructPath, stack } of shown) {
    least += AROUND + leastOf(address) + leastOf(constructPath ?? stack);
    if (least > most) return true;
  }
  if (detail.attributes === "none") return false;
  for (const change of detail.attributes === "all" ? shown : shown.filter((each) => groupOf(each) !== "rest")) {
    for (const { path } of change.attributes) least += leastOf(path) + 4;
    if (least > most) return true;
  }
  return false;
}

const fits = (text: string, { most }: Room): boolean => text.length <= most && Buffer.byteLength(text) <= most;

function renderWith(review: Review, detail: Detail, isShort: boolean): string {
  const lines = [
    ...headline(review, detail),
    ...brokenStacks(review, detail),
    ...seenFirst(review, detail, ["blocked", "destroys", "forgets"]),
    ...deltas(review, detail),
    ...findings(review, detail),
    ...seenFirst(review, detail, ["concerns"]),
    ...checks(review, detail),
    ...spec(review, detail),
    ...theRest(review, detail),
    ...outputs(review, detail),
    ...drift(review, detail),
    ...(isShort ? ["*Shortened to fit: the long form has everything.*", ""] : []),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}
