/** Which scenario a column belongs to, by its place in the request; none where it holds for all of them. */
export type Branch = number | undefined;

/**
 * When scenarios part: until one knows which came, a decision is one column for all of them, and from then on one each. A plan for a
 * single scenario never parts.
 */
export class Branches {
  constructor(
    readonly scenarios: number,
    /** The first month, counted from the plan's, in which one knows; never when absent. */
    readonly knownFrom: number = Number.POSITIVE_INFINITY,
  ) {}

  /** The branch that a scenario is on in a month. */
  at(month: number, scenario: number): Branch {
    return this.scenarios === 1 || month < this.knownFrom ? undefined : scenario;
  }

  /** The branches of a month: one, or one a scenario. */
  of(month: number): readonly Branch[] {
    return this.at(month, 0) === undefined ? [undefined] : Array.from({ length: this.scenarios }, (_, index) => index);
  }
}

/** Columns by month and branch. */
export class ByMonth {
  readonly #columns = new Map<string, number>();

  constructor(readonly branches: Branches) {}

  set(month: number, branch: Branch, column: number): void {
    this.#columns.set(`${month} ${branch ?? "all"}`, column);
  }

  /** The column of a month as a scenario has it; none where there is none. */
  get(month: number, scenario: number): number | undefined {
    return this.#columns.get(`${month} ${this.branches.at(month, scenario) ?? "all"}`);
  }
}
