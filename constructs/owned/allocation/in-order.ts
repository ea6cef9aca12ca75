interface Run {
  readonly before: string;
  readonly after: string;
  readonly first: string;
  last: string;
}

/**
 * Names as a hostlist that gives them in the order in which they stand here: `r1-01, r1-02, r2-01` as `r1-[01-02],r2-01`. The order
 * is what an allocation means, so that names are joined only where one follows the other.
 */
export function inOrder(names: Iterable<string>): string {
  const runs: Run[] = [];
  for (const name of names) {
    const [, before = "", number = "", after = ""] = /^(.*?)(\d{0,15})(\D*)$/.exec(name) ?? [];
    const open = runs.at(-1);
    if (open !== undefined && open.before === before && open.after === after && follows(open, number))
      open.last = number;
    else runs.push({ before, after, first: number, last: number });
  }
  return runs
    .map(({ before, after, first, last }) => before + (first === last ? first : `[${first}-${last}]`) + after)
    .join(",");
}

/** Whether a number is the next one, with as many digits where a zero leads one of them. */
function follows({ first, last }: Run, next: string): boolean {
  if (last === "" || next === "" || Number(next) !== Number(last) + 1) return false;
  const padded = [first, next].some((each) => each.length > 1 && each.startsWith("0"));
  return padded ? next.length === first.length : !next.startsWith("0");
}
