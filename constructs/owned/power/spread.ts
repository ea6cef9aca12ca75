/**
 * How names are spread over a range: as many names as members are paired, one name serves all members, 12 names for 120 members
 * serve ten each in turn, and 4 names for one member are four to it. Anything else has no even spread.
 */
export const spreadsEvenly = (names: number, members: number): boolean =>
  names > 0 && members > 0 && (members % names === 0 || names % members === 0);

/** The names that one member of a range gets; `at` counts the members from 0. Empty where there is no even spread. */
export function spreadTo(names: readonly string[], members: number, at: number): readonly string[] {
  if (!spreadsEvenly(names.length, members)) return [];
  if (members >= names.length) {
    const name = names[Math.floor(at / (members / names.length))];
    return name === undefined ? [] : [name];
  }
  const each = names.length / members;
  return names.slice(at * each, (at + 1) * each);
}
