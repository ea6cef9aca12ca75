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

/** Longest name in Markdown, such as an address, as long as a value; and longest message. The whole of both is in the review as JSON. */
export const LONGEST_NAME = 300;
const LONGEST_WORDS = 1000;

/** The beginning of a line, and how much of it is left out. */
function shortened(line: string, longest: number): { readonly text: string; readonly more: string } {
  if (line.length <= longest) return { text: line, more: "" };
  const text = beginningOf(line, longest);
  return { text: `${text}…`, more: ` (${many(line.length - text.length, "more character")})` };
}

/**
 * A value as a code span: no mention, link, image, command or mark-up in it is followed. Its fence is longer than any run of
 * backticks in it. `|` is escaped, so that it may stand in a table. What is long is cut, and said to be behind the span.
 */
export function code(value: string): string {
  const { text: beginning, more } = shortened(visible(value), LONGEST_NAME);
  const text = beginning.replaceAll("|", "\\|");
  const fence = "`".repeat(longestRun(text) + 1);
  const isPadded = text.startsWith("`") || text.endsWith("`") || text.trim() === "";
  return `${isPadded ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`}${more}`;
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
 * what Markdown has become, where nothing tells that a character was escaped. Long ones are cut, and said to be.
 */
export function words(text: string): string {
  const { text: beginning, more } = shortened(visible(text), LONGEST_WORDS);
  const said = beginning
    .split(" ")
    .filter((token) => token !== "")
    .map((token) => (PLAIN.test(token) ? token : code(token)))
    .join(" ");
  return `${said}${more}`;
}

/** A value within HTML that Markdown does not look into. */
export function html(value: string): string {
  const { text, more } = shortened(visible(value), LONGEST_NAME);
  return `<code>${text.replace(/[&<>"'@`$]/g, (char) => `&#${char.charCodeAt(0)};`)}</code>${more}`;
}

const longestRun = (text: string): number => {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
};

/** `1 change`, `3 changes`. */
export const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;
