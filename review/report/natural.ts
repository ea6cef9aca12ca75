const collator = new Intl.Collator("en", { numeric: true });

/** Order of names in which numbers count: `p[2]` before `p[10]`. The same on every machine. */
export const naturally = (one: string, other: string): number =>
  collator.compare(one, other) || (one < other ? -1 : one > other ? 1 : 0);
