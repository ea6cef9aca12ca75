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

/** What says how many characters are left out in front of a text and behind it. */
const IN_FRONT = /^\((\d+) characters? left out\) …/;
const BEHIND = /… \((\d+) more characters?\)$/;

/** A part of a text, and how many characters are in front of it and behind it. */
interface Part {
  readonly front: number;
  readonly text: string;
  readonly behind: number;
}

/** A text that may have been cut before. */
function partOf(text: string): Part {
  const [front = "", before = "0"] = IN_FRONT.exec(text) ?? [];
  const [behind = "", after = "0"] = BEHIND.exec(text.slice(front.length)) ?? [];
  return {
    front: Number(before),
    text: text.slice(front.length, text.length - behind.length),
    behind: Number(after),
  };
}

const spelled = ({ front, text, behind }: Part): string =>
  [
    front === 0 ? "" : `(${front} ${characters(front)} left out) …`,
    text,
    behind === 0 ? "" : `… (${behind} more ${characters(behind)})`,
  ].join("");

const characters = (count: number): string => (count === 1 ? "character" : "characters");

/** From one character on, never from half of one on, and never to half of one. */
function cutFrom({ front, text, behind }: Part, start: number, longest: number): Part {
  const kept = text.slice(start, start + longest);
  const whole = start + longest < text.length ? kept.replace(/[\ud800-\udbff]$/, "") : kept;
  return { front: front + start, text: whole, behind: behind + text.length - start - whole.length };
}

/** A text of at most so many characters, and how many are left out. One that was cut before says how many in all. */
export function cut(text: string, longest = LONGEST): string {
  if (text.length <= longest) return text;
  const part = partOf(text);
  return part.text.length <= longest ? text : spelled(cutFrom(part, 0, longest));
}

/** Two texts of at most so many characters each, of which one sees where they differ: what is before that is left out, too. */
export function cutBoth(one: string, other: string, longest = LONGEST): [one: string, other: string] {
  if (one.length <= longest && other.length <= longest) return [one, other];
  const parts = [partOf(one), partOf(other)] as const;
  const start = parts[0].front === parts[1].front ? startOf(parts[0].text, parts[1].text, longest) : 0;
  return [spelled(cutFrom(parts[0], start, longest)), spelled(cutFrom(parts[1], start, longest))];
}

/** Where to begin so that a fourth of what is seen comes before the first difference, and the rest with it. */
function startOf(one: string, other: string, longest: number): number {
  const lead = Math.floor(longest / 4);
  let same = 0;
  while (same < one.length && same < other.length && one.charCodeAt(same) === other.charCodeAt(same)) same += 1;
  if (same < longest - lead) return 0;
  const start = same - lead;
  return /^[\udc00-\udfff]/.test(one.slice(start, start + 1)) ? start - 1 : start;
}

/**
 * Lines of a unified diff of at most so many characters each beside their sign: one that takes the place of another is cut where both
 * differ.
 */
export function cutLines(lines: readonly string[], longest = LONGEST): string[] {
  const shown = lines.map((line) => `${line.slice(0, 1)}${cut(line.slice(1), longest)}`);
  for (const [removed, added] of replacedLines(lines)) {
    const [one, other] = cutBoth(lines[removed]?.slice(1) ?? "", lines[added]?.slice(1) ?? "", longest);
    shown[removed] = `-${one}`;
    shown[added] = `+${other}`;
  }
  return shown;
}

/** Places of lines that go, each with the place of the line that comes for it. */
function* replacedLines(lines: readonly string[]): Generator<readonly [removed: number, added: number]> {
  let going: number[] = [];
  for (const [place, line] of lines.entries()) {
    if (line.startsWith("-")) {
      // A run of lines that come ends the run before it.
      if (place > 0 && lines[place - 1]?.startsWith("+") === true) going = [];
      going.push(place);
    } else if (line.startsWith("+")) {
      const removed = going.shift();
      if (removed !== undefined) yield [removed, place];
    } else if (!line.startsWith("\\")) going = [];
  }
}
