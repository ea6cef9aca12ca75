/** How often a text is taken apart: JSON within JSON within JSON in a URL is the deepest that anybody has. */
const DEEPEST = 4;

/**
 * What a text says once it is read by whoever reads JSON, URLs or base64 that is broken into lines, layer by layer; nothing where it is
 * written as it is. Whatever characters a writer chose to escape, the text that comes of it is the same.
 */
export function decodingsOf(text: string): readonly string[] {
  // Nearly all names and numbers are written as they are.
  if (!/[\\%\s]/.test(text)) return NONE;
  const found = new Set<string>();
  let layer = [text];
  for (let depth = 0; depth < DEEPEST && layer.length > 0; depth += 1) {
    layer = layer.flatMap((each) => decoded(each)).filter((each) => each !== text && !found.has(each));
    for (const each of layer) found.add(each);
  }
  return [...found];
}

const NONE: readonly string[] = [];

const decoded = (text: string): string[] => [
  ...(text.includes("\\") ? [unescaped(text)] : []),
  ...(text.includes("%") ? [percentDecoded(text)] : []),
  ...(/[A-Za-z0-9+/_-]{40}\s+[A-Za-z0-9+/_-]/.test(text) ? [text.replace(/\s+/g, "")] : []),
];

const NAMED: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** As JSON reads it, but of any text: what is no escape stays. */
const unescaped = (text: string): string =>
  text.replace(/\\(?:u([0-9a-fA-F]{4})|(["\\/nrtbf]))/g, (_, code: string | undefined, char: string | undefined) =>
    code === undefined ? (NAMED[char ?? ""] ?? char ?? "") : String.fromCharCode(Number.parseInt(code, 16)),
  );

/** As a URL is read, but of any text: what is no encoding of UTF-8 stays. */
const percentDecoded = (text: string): string =>
  text.replace(/(?:%[0-9a-fA-F]{2})+/g, (codes) => {
    const bytes = Buffer.from(codes.replaceAll("%", ""), "hex");
    const read = bytes.toString("utf8");
    return read.includes("\ufffd") ? codes : read;
  });
