/** One cell: a text, a number, a yes or no; nothing where the value is not known. */
export type CsvCell = string | number | boolean | undefined;

/** A row by the names of its columns; a column that it lacks is an empty cell. */
export type CsvRow<Column extends string> = Readonly<Partial<Record<Column, CsvCell>>>;

/**
 * A table as comma-separated values (RFC 4180): a header row with the names of the columns in the order given, one row a line,
 * every line ended by CR LF, the last one too. A cell with a comma, a quote or a line break is quoted, and quotes in it are doubled.
 * Numbers are written as JavaScript does, without thousands separators and whatever the locale; `undefined` is an empty cell.
 *
 * Text that a spreadsheet would take for a formula is led by an apostrophe: names of documents end up in somebody's spreadsheet.
 */
export function toCsv<const Column extends string>(
  columns: readonly Column[],
  rows: Iterable<CsvRow<NoInfer<Column>>>,
): string {
  const lines = [columns.map(cell).join(",")];
  for (const row of rows) lines.push(columns.map((column) => cell(row[column])).join(","));
  return lines.map((line) => `${line}\r\n`).join("");
}

function cell(value: CsvCell): string {
  if (value === undefined) return "";
  if (typeof value === "number" && !Number.isFinite(value)) return "";
  const text = typeof value === "string" ? plain(value) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What begins like a formula is none, unless it is a number with its sign. */
const plain = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
