import { spellUnseen } from "../review/markdown/text";

/**
 * Text for the log of a pipeline, in which nothing but text is left: neither a command of its runner (`::set-env::` at the beginning of
 * a line, `##[error]` anywhere; source: actions/runner, ActionCommand.cs) nor marks of sections and colours, which need a control
 * character. Line ends and tabs stay.
 */
export const forLog = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) =>
      line
        .split("\t")
        .map(spellUnseen)
        .join("\t")
        .replace(/^(\s*)::/, "$1\\u{3a}:"),
    )
    .join("\n");

/**
 * JSON in which no log finds a command either: the characters are written as escapes, and so it says the same to whoever reads it.
 *
 * @param value what `JSON.stringify` takes
 */
export const jsonForLog = (value: unknown): string =>
  `${JSON.stringify(value, null, 2)
    .replace(/##(?=\[|vso\[)/g, "#\\u0023")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (char) =>
      char === "\n"
        ? char
        : Array.from(
            { length: char.length },
            (_, at) => `\\u${char.charCodeAt(at).toString(16).padStart(4, "0")}`,
          ).join(""),
    )}\n`;

/** Says something to whoever runs the command, on standard error. */
export const say = (text: string): void => {
  process.stderr.write(`${forLog(text)}\n`);
};
