import { h, type Node } from "../markup";
import { type Status, statuses } from "./compare";

/** The lines of each sign, in a box of 16: plus, minus, unequal, arrow. */
const signs: Readonly<Record<Status, string>> = {
  added: "M8 4V12M4 8H12",
  removed: "M4 8H12",
  changed: "M4.5 6.2H11.5M4.5 9.8H11.5M6 12.5L10 3.5",
  moved: "M3.5 8H12M9 5L12 8L9 11",
};

/** The lines of each pattern, in a tile of 8: leaning, crossed, dots, angles. */
const patterns: Readonly<Record<Status, string>> = {
  added: "M0 8L8 0M-2 2L2 -2M6 10L10 6",
  removed: "M0 0L8 8M0 8L8 0",
  changed: "M2 2H2.01M6 6H6.01",
  moved: "M0 1L4 4L0 7",
};

/** Signs and patterns of what became of things, once for the page. */
export const signDefinitions = (): Node[] => [
  ...statuses.map((status) =>
    h(
      "pattern",
      { id: `pattern-${status}`, width: 8, height: 8, patternUnits: "userSpaceOnUse" },
      h("path", { class: `lines lines-${status}`, d: patterns[status] }),
    ),
  ),
  ...statuses.map((status) =>
    h(
      "symbol",
      { id: `sign-${status}`, viewBox: "0 0 16 16" },
      h("circle", { class: `disc disc-${status}`, cx: 8, cy: 8, r: 7.4 }),
      h("path", { class: "stroke", d: signs[status] }),
    ),
  ),
];

/** The sign of a status for a line of text. */
export const signOf = (status: Status): Node =>
  h(
    "svg",
    { class: "sign", width: 16, height: 16, "aria-hidden": "true" },
    h("use", { href: `#sign-${status}`, width: 16, height: 16 }),
  );
