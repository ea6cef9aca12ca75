/** Shorter texts are masked where they are marked, and not looked for elsewhere: `true` or `eu-1` would hide half of a report. */
export const SHORTEST = 6;

/** Lines of a secret of many lines, such as a private key, that are secret for themselves. */
const SHORTEST_LINE = 12;

/**
 * How a secret may be spelled in a text: as it is, in JSON and in JSON within JSON, in a URL, in hexadecimal, and in base64 at each of
 * the three places at which it may begin in what is encoded. None where it is too short to be looked for. Escapes that others choose are
 * found by reading the text (`decodingsOf`).
 */
export function spellingsOf(secret: string): string[] {
  const trimmed = secret.trim();
  if (trimmed.length < SHORTEST) return [];
  const lines = trimmed.split(/\r?\n/).map((line) => line.trim());
  const parts = lines.length === 1 ? [] : lines.filter((line) => line.length >= SHORTEST_LINE);
  return [...new Set([trimmed, ...parts].flatMap(ofText))].filter((spelling) => spelling.length >= SHORTEST);
}

function ofText(text: string): string[] {
  const json = JSON.stringify(text).slice(1, -1);
  const terraform = asTerraform(json);
  return [
    text,
    json,
    JSON.stringify(json).slice(1, -1),
    terraform,
    JSON.stringify(terraform).slice(1, -1),
    ...urlSpellings(text),
    // What is encoded is most often JSON: with its escapes, where it has any.
    ...new Set([text, json, terraform].flatMap(binarySpellings)),
  ];
}

/** As Terraform's jsonencode writes what is JSON. */
const asTerraform = (json: string): string =>
  json.replace(/[<>&]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`);

function binarySpellings(text: string): string[] {
  const bytes = Buffer.from(text, "utf8");
  const hex = bytes.toString("hex");
  const base64 = [0, 1, 2].map((offset) => base64At(bytes, offset));
  return [hex, hex.toUpperCase(), ...base64, ...base64.map((each) => each.replaceAll("+", "-").replaceAll("/", "_"))];
}

function urlSpellings(text: string): string[] {
  const encoded = urlEncoded(text);
  const strict = encoded.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return [encoded, strict].flatMap((each) => [
    each,
    each.replaceAll("%20", "+"),
    each.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
  ]);
}

function urlEncoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    // Half of a pair of surrogates has no encoding.
    return text;
  }
}

/** What of the base64 of a text is the same whatever stands before and behind it, when it begins at a place of three bytes. */
function base64At(bytes: Buffer, offset: number): string {
  const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString("base64")
    .replace(/=+$/, "");
  // Each character holds six bits: those that share bits with a neighbour are not of the secret alone.
  const from = Math.ceil((offset * 8) / 6);
  const to = Math.floor(((offset + bytes.length) * 8) / 6);
  return encoded.slice(from, to);
}
