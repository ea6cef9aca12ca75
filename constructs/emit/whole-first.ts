/** The name of the whole, and what it is split by: nothing. */
export const ALL = "all";

/** A row's place in a table: a group may have any name, `all` too, and `by` says what it is a group of. */
export interface Grouped {
  readonly by: string;
  readonly group: string;
}

/** The whole, and then its groups, each with its place in a table. */
export const wholeFirst = <Part extends { readonly name: string }>(
  by: string,
  whole: Part,
  groups: readonly Part[],
): (Omit<Part, "name"> & Grouped)[] => [
  { ...unnamed(whole), by: ALL },
  ...groups.map((group) => ({ ...unnamed(group), by })),
];

const unnamed = <Part extends { readonly name: string }>({ name, ...part }: Part) => ({ ...part, group: name });
