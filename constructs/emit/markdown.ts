/** A cell of a table: a text, a number, a yes or no; nothing where the value is not known. */
export type MarkdownCell = string | number | boolean | undefined;

/** A column: its heading, what stands in it, and how it is aligned. */
export interface MarkdownColumn<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => MarkdownCell;
  /** @default "left" */
  readonly align?: "left" | "right";
}

/**
 * A table in GitHub's Markdown, with a line for each row. Cells show what they say: bars, line breaks and marks that Markdown would
 * act upon are escaped, so that no name of a document becomes a link or a column.
 */
export function markdownTable<Row>(columns: readonly MarkdownColumn<Row>[], rows: Iterable<Row>): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
  const heads = columns.map(({ heading }) => escapeMarkdown(heading));
  const rules = columns.map(({ align }) => (align === "right" ? "---:" : "---"));
  const body = Array.from(rows, (row) => line(columns.map(({ cell }) => show(cell(row)))));
  return [line(heads), line(rules), ...body].join("");
}

const show = (cell: MarkdownCell): string => {
  if (cell === undefined) return "";
  if (typeof cell === "boolean") return cell ? "yes" : "no";
  return escapeMarkdown(String(cell));
};

/** A text that Markdown shows as it is, on one line. */
export const escapeMarkdown = (text: string): string =>
  text.replace(/[\\`*_[\]<>|~]/g, (mark) => `\\${mark}`).replace(/[\r\n]+/g, " ");
