/**
 * Characters that change how the text around them is shown or read without being seen: controls, marks that turn the direction of
 * writing (U+202A to U+202E, U+2066 to U+2069, U+200E, U+200F, U+061C), all that Unicode says to ignore when it has no picture, such as
 * those without a width and selectors of a variant, and those that look like a space and are none (U+2800, fillers).
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800]/gu;

/** Marks upon marks, with which a letter covers what stands above and below it. */
const HEAP = /(?<=\p{M}{3})\p{M}+/gu;

/** What a runner of GitHub or Azure takes for a command wherever it stands in a line. Source: actions/runner, ActionCommand.cs. */
const RUNNER_COMMAND = /##(?=\[|vso\[)/g;

const spelled = (text: string): string =>
  Array.from(text, (char) => `\\u{${char.codePointAt(0)?.toString(16) ?? ""}}`).join("");

/** A line in which nothing is hidden and no log finds a command: what would not be seen is spelled `\u{202e}`. */
export const spellUnseen = (line: string): string =>
  line.replace(UNSEEN, spelled).replace(HEAP, spelled).replace(RUNNER_COMMAND, "#\\u{23}");

/** A text as one line in which nothing is hidden. What ended a line is `⏎`, and space is one space. */
export const visible = (text: string): string => spellUnseen(text.replace(/\r?\n/g, "⏎")).replace(/\s+/g, " ");

/** The beginning of a text, of at most so many characters, and never half of one. */
export const beginningOf = (text: string, most: number): string => text.slice(0, most).replace(/[\ud800-\udbff]$/, "");

/**
 * A value as a code span: no mention, link, image, command or mark-up in it is followed. Its fence is longer than any run of
 * backticks in it. `|` is escaped, so that it may stand in a table.
 */
export function code(value: string): string {
  const text = visible(value).replaceAll("|", "\\|");
  const fence = "`".repeat(longestRun(text) + 1);
  const isPadded = text.startsWith("`") || text.endsWith("`") || text.trim() === "";
  return isPadded ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** Lines as a block of code; each begins with a sign of ours, so that none can be a command of the place where it is posted. */
export function fenced(lines: readonly string[], language = "diff"): string[] {
  const fence = "`".repeat(Math.max(3, ...lines.map((line) => longestRun(line) + 1)));
  return [`${fence}${language}`, ...lines, fence];
}

/**
 * What is no more than a word or a number: letters, between them a hyphen or an apostrophe, around them what ends a sentence. Not
 * `atlantis`, to which a bot listens, nor what may be the hash of a commit, to which places make links.
 */
const PLAIN =
  /^["'(]?(?!.*atlantis)(?![0-9a-f]{7,40}\b)(?:[a-z]+(?:[-'][a-z]+)*|\d+(?:[.,]\d+)*)["')]?[.,;:!?]?["')]?$/i;

/**
 * Words in which a value may stand, such as a message. What is more than a word is code: places look for mentions and references in
 * what Markdown has become, where nothing tells that a character was escaped.
 */
export const words = (text: string): string =>
  visible(text)
    .split(" ")
    .filter((token) => token !== "")
    .map((token) => (PLAIN.test(token) ? token : code(token)))
    .join(" ");

/** A value within HTML that Markdown does not look into. */
export const html = (text: string): string =>
  `<code>${visible(text).replace(/[&<>"'@`$]/g, (char) => `&#${char.charCodeAt(0)};`)}</code>`;

const longestRun = (text: string): number => {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
};

/** `1 change`, `3 changes`. */
export const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;
