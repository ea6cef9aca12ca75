import type { Review } from "./schema";

/**
 * What a pipeline may be stopped by. A review that is INCOMPLETE stops it always. `error` and `finding` are what rules find in the spec
 * of head and not in that of base: errors alone, or warnings too.
 */
export const gates = ["destroy", "forget", "change", "move", "concern", "check", "drift", "error", "finding"] as const;
export type Gate = (typeof gates)[number];

const isShut: Readonly<Record<Gate, (review: Review) => boolean>> = {
  destroy: ({ counters }) => counters.destroy > 0,
  forget: ({ counters, stacks }) => counters.forget > 0 || stacks.some(({ state }) => state === "removed"),
  change: ({ verdict }) => verdict !== "NONE" && verdict !== "NONE_FOUND" && verdict !== "MOVES",
  move: ({ counters }) => counters.move > 0,
  // What is destroyed is shown with what is destroyed, and concerns somebody all the same.
  concern: ({ changes }) => changes.some(({ action, concerns }) => action !== "noop" && concerns.length > 0),
  check: ({ checks }) => checks.length > 0,
  drift: ({ drift }) => drift.length > 0,
  // What could not be compared may be wrong.
  error: ({ findings }) => findings === undefined || findings.new.some(({ severity }) => severity === "error"),
  finding: ({ findings }) => findings === undefined || findings.new.some(({ severity }) => severity !== "note"),
};

/** Which of the gates a review does not pass. */
export const shutGates = (review: Review, asked: readonly Gate[]): Gate[] =>
  asked.filter((gate) => isShut[gate](review));
