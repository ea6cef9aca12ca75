import { type Child, h, type Node } from "./markup";

/** What may be wider than the page: it scrolls by itself, and so can be reached with the keyboard. */
export const wide = (label: string, ...children: readonly Child[]): Node =>
  h("div", { class: "wide", tabindex: 0, role: "group", "aria-label": label }, children);

/** A table with a caption, the names of its columns, and rows that say what they are about in their first cell. */
export const dataTable = (
  caption: string,
  columns: readonly string[],
  rows: readonly (Node | readonly Node[])[],
): Node =>
  wide(
    `Table: ${caption}`,
    h(
      "table",
      {},
      h("caption", {}, caption),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          columns.map((each) => h("th", { scope: "col" }, each)),
        ),
      ),
      h("tbody", {}, rows.flat()),
    ),
  );
