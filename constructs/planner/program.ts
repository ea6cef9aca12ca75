/** A column of a mixed-integer program, by its place. */
export type Column = number;

/** A sum of columns, each times a number. */
export type Terms = readonly (readonly [column: Column, times: number])[];

/**
 * What a column that takes whole numbers counts: steps of an order that one keeps to its end, steps, ordered or had, of what can be
 * given back, or a yes or no.
 */
export type Whole = "kept" | "returnable" | "switch";

export interface ColumnSpec {
  readonly lower: number;
  readonly upper: number;
  /** Absent where parts will do. */
  readonly whole?: Whole | undefined;
}

export interface ProgramRow {
  readonly terms: Terms;
  readonly lower: number;
  readonly upper: number;
}

/**
 * A mixed-integer program as it is written down: columns, each with its bounds, and rows, each a sum of columns between two
 * bounds. Its order is that in which it was written, so that the same request gives the solver the same numbers.
 */
export class Program {
  readonly columns: ColumnSpec[] = [];
  readonly rows: ProgramRow[] = [];

  column(upper = Number.POSITIVE_INFINITY, whole?: Whole): Column {
    this.columns.push({ lower: 0, upper, whole });
    return this.columns.length - 1;
  }

  /** A row; a column that stands in it twice counts with both numbers. A row without columns is left out where it holds. */
  row(terms: Terms, bounds: { readonly atLeast?: number; readonly atMost?: number }): void {
    const sums = new Map<Column, number>();
    for (const [column, times] of terms) sums.set(column, (sums.get(column) ?? 0) + times);
    const lower = bounds.atLeast ?? Number.NEGATIVE_INFINITY;
    const upper = bounds.atMost ?? Number.POSITIVE_INFINITY;
    const kept = [...sums].filter(([, times]) => times !== 0);
    if (kept.length === 0 && lower <= 0 && upper >= 0) return;
    this.rows.push({ terms: kept, lower, upper });
  }

  equal(terms: Terms, value: number): void {
    this.row(terms, { atLeast: value, atMost: value });
  }

  /** The same rows over columns that may each be changed, with further rows. */
  with(change: (column: ColumnSpec, index: Column) => ColumnSpec, rows: readonly ProgramRow[] = []): Program {
    const copy = new Program();
    copy.columns.push(...this.columns.map(change));
    copy.rows.push(...this.rows, ...rows);
    return copy;
  }
}
