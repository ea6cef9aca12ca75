/** How much a rendering says: from everything to what fits anywhere. */
export interface Detail {
  /** Of which changes the attributes are shown. */
  readonly attributes: "all" | "seenFirst" | "none";
  /** Whether differences of the spec, findings that are fixed and rents of later years have a line each, or only a number. */
  readonly spec: "lines" | "numbers";
  /** Whether the changes that need no attention have a line each, or only a number by site. */
  readonly rest: "lines" | "numbers";
  /** How many lines a list has at most; the rest is counted. */
  readonly most: number;
}

/** The first items of a list, and how many more there are. */
export function atMost(items: readonly (string | readonly string[])[], most: number): string[] {
  const left = items.length - most;
  return [...items.slice(0, most).flat(), ...(left > 0 ? [`- … and ${left} more`] : [])];
}
