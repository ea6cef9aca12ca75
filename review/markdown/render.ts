import type { Review } from "../report/schema";
import { deltas } from "./deltas";
import type { Detail } from "./detail";
import { findings } from "./findings";
import { brokenStacks, checks, drift, headline, outputs, seenFirst, theRest } from "./sections";
import { spec } from "./spec";

/** Room of a place where a review is posted. */
export interface Room {
  /** Most characters, and most bytes: places count either. */
  readonly most: number;
}

/**
 * Rooms by place. GitHub refuses a comment above 65,536 characters, and a step summary above 1,024 kB; GitLab a note above 1,000,000
 * characters. Each keeps a reserve for what a place adds.
 */
export const rooms = {
  github: { most: 60_000 },
  gitlab: { most: 950_000 },
  summary: { most: 1_000_000 },
} as const satisfies Readonly<Record<string, Room>>;

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
 * to the last, then the verdict alone.
 */
export function renderMarkdown(review: Review, room: Room = rooms.github): Rendered {
  for (const [index, detail] of steps.entries()) {
    const text = renderWith(review, detail, index > 0);
    if (fits(text, room)) return { text, isWhole: index === 0 };
  }
  const [title = ""] = headline(review);
  return { text: `${title}\n\nThe review is too long for this place: see the long form.\n`, isWhole: false };
}

const fits = (text: string, { most }: Room): boolean => text.length <= most && Buffer.byteLength(text) <= most;

function renderWith(review: Review, detail: Detail, isShort: boolean): string {
  const lines = [
    ...headline(review),
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
