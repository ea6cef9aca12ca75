/** Digits beyond which a number is no longer exact; longer runs of digits are text. */
const NUMBER = /(?<![0-9])[0-9]{1,15}(?![0-9])/g;

/** Names of one form: the texts around their numbers, and the numbers as they are written, one row a name. */
interface Family {
  readonly texts: readonly string[];
  readonly rows: (readonly string[])[];
}

/** A set of numbers in each place of a family's names: every combination of them is a name. */
type Block = readonly (readonly string[])[];

/**
 * Names as one hostlist: those that differ in numbers only share brackets, `n1, n2, n3` as `n[1-3]`. Leading zeros are kept, a
 * name that stands twice is one, and any order of the same names gives the same text: texts in order of their letters, numbers
 * in order of their value. No name gives an empty text, which is no hostlist.
 */
export function compressNames(names: Iterable<string>): string {
  const families = new Map<string, Family>();
  for (const name of sortNames(new Set(names))) {
    const texts = name.split(NUMBER);
    const key = texts.join("[");
    const family = families.get(key) ?? { texts, rows: [] };
    family.rows.push(name.match(NUMBER) ?? []);
    families.set(key, family);
  }
  return [...families.values()].map(writeFamily).join(",");
}

/** Names in the order of people: `n2` before `n10`. */
export function sortNames(names: Iterable<string>): string[] {
  return Array.from(names, (name) => ({ name, chunks: chunksOf(name) }))
    .sort((one, other) => byChunks(one.chunks, other.chunks))
    .map(({ name }) => name);
}

/** The order of people: texts by their letters, numbers by their value, then the shorter before the longer. */
export const byNature = (one: string, other: string): number => byChunks(chunksOf(one), chunksOf(other));

function byChunks(ones: readonly string[], others: readonly string[]): number {
  for (const [index, mine] of ones.entries()) {
    const theirs = others[index];
    if (theirs === undefined) return 1;
    if (mine === theirs) continue;
    const numbers = /^[0-9]/.test(mine) && /^[0-9]/.test(theirs);
    const difference = numbers ? byNumber(mine, theirs) : mine < theirs ? -1 : 1;
    if (difference !== 0) return difference;
  }
  return ones.length - others.length;
}

const chunksOf = (name: string): string[] => name.match(/[0-9]+|[^0-9]+/g) ?? [];

const byNumber = (one: string, other: string): number => Number(one) - Number(other) || one.length - other.length;

/** A family in brackets: folded with the last place first or with the first place first, whichever is shorter. */
function writeFamily({ texts, rows }: Family): string {
  const places = [...(rows[0] ?? []).keys()];
  const single = rows.map((row): Block => row.map((number) => [number]));
  const folded = (order: readonly number[]) =>
    order
      .reduce<Block[]>(fold, single)
      .map((block) => write(texts, block))
      .join(",");
  const [last, first] = [folded([...places].reverse()), folded(places)];
  return first.length < last.length ? first : last;
}

/** Joins blocks that differ in one place alone. */
function fold(blocks: readonly Block[], place: number): Block[] {
  const joined = new Map<string, { block: Block; numbers: string[] }>();
  for (const block of blocks) {
    const key = block.map((numbers, index) => (index === place ? "" : numbers.join(","))).join("|");
    const known = joined.get(key);
    if (known === undefined) joined.set(key, { block, numbers: [...(block[place] ?? [])] });
    else known.numbers.push(...(block[place] ?? []));
  }
  return [...joined.values()].map(({ block, numbers }) => block.with(place, numbers.sort(byNumber)));
}

function write(texts: readonly string[], block: Block): string {
  return texts.map((text, place) => text + bracket(block[place] ?? [])).join("");
}

function bracket(numbers: readonly string[]): string {
  const [only] = numbers;
  if (numbers.length <= 1) return only ?? "";
  return `[${runs(numbers).join(",")}]`;
}

/** Numbers in ascending order as ranges: `08, 09, 10, 12` as `08-10` and `12`. */
function runs(numbers: readonly string[]): string[] {
  const left = new Set(numbers);
  const found: string[] = [];
  for (const first of numbers) {
    if (!left.delete(first)) continue;
    let last = first;
    for (let next = after(first, last); left.delete(next); next = after(first, last)) last = next;
    found.push(last === first ? first : `${first}-${last}`);
  }
  return found;
}

/** The number after `last` in a run that begins with `first`: as many digits where that one has a zero to lead it. */
function after(first: string, last: string): string {
  const next = String(Number(last) + 1);
  if (first.length === 1 || !first.startsWith("0")) return next;
  return next.length > first.length ? "" : next.padStart(first.length, "0");
}
