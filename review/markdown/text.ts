/**
 * Characters that change how the text around them is shown or read without being seen: controls, marks that turn the direction of
 * writing (U+202A to U+202E, U+2066 to U+2069, U+200E, U+200F, U+061C), and those without a width.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029\u115f\u1160\u3164\uffa0]/gu;

/** A text in which nothing is hidden: what would not be seen is spelled `\u202e`. A line ends as `⏎`. */
export const visible = (text: string): string =>
  text
    .replace(/\r?\n/g, "⏎")
    .replace(UNSEEN, (char) => `\\u{${char.codePointAt(0)?.toString(16) ?? ""}}`)
    .replace(/\s+/g, " ");

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

/** Words of ours, in which a value may stand: everything that Markdown or HTML would take for mark-up is escaped, dollars too: two make a formula. */
export const words = (text: string): string =>
  visible(text).replace(/[\\`*_{}[\]()#+!|~<>&@:/$-]/g, (char) =>
    /[<>&@:/]/.test(char) ? `&#${char.charCodeAt(0)};` : `\\${char}`,
  );

/** A value within HTML that Markdown does not look into. */
export const html = (text: string): string =>
  `<code>${visible(text).replace(/[&<>"'@$]/g, (char) => `&#${char.charCodeAt(0)};`)}</code>`;

const longestRun = (text: string): number => Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));

/** `1 change`, `3 changes`. */
export const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;
