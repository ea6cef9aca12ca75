/** Longest value that a review holds; what is longer is cut, and said to be. */
export const LONGEST = 2000;

/** Some texts of an object, changed; those it does not have stay away. */
export const mapped = <K extends string>(
  object: { readonly [P in K]?: string | undefined },
  keys: readonly K[],
  text: (given: string) => string,
): { [P in K]?: string } => {
  const found: { [P in K]?: string } = {};
  for (const key of keys) {
    const value = object[key];
    if (value !== undefined) found[key] = text(value);
  }
  return found;
};

/** A text as long as a review may hold it, and how much of it is left out. */
export const cut = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}… (${text.length - LONGEST} more characters)`;
