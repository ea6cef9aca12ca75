import { drain, type Source, sourceOfBytes } from "./source";

/** A file whose bytes cannot be read as text of the encodings that Terraform and shells write. */
export class DecodeError extends Error {}

/**
 * Text of a plan file as UTF-8 without a mark. It may be UTF-8 or UTF-16 as Windows PowerShell writes it when a command's output is
 * redirected, with a byte-order mark or without one. JSON starts with an ASCII character, so that two bytes tell which.
 *
 * @throws DecodeError where UTF-16 cannot be read as such; that UTF-8 is some is left to whoever reads it
 */
export function asUtf8(source: Source): Source {
  const start = startOf(source);
  const encoding = encodingOf(start);
  if (encoding !== "utf-8") {
    const bytes = Buffer.concat([start, drain(source)]);
    try {
      // The decoder takes the byte-order mark away.
      return sourceOfBytes(Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(bytes)));
    } catch {
      throw new DecodeError(`the bytes are no ${encoding.toUpperCase()} text`);
    }
  }
  const hasMark = start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf;
  const first = sourceOfBytes(hasMark ? start.subarray(3) : start);
  return (into) => first(into) || source(into);
}

/** The first bytes, as many as a mark has, where there are so many. */
function startOf(source: Source): Buffer {
  const start = Buffer.alloc(3);
  let length = 0;
  while (length < start.length) {
    const read = source(start.subarray(length));
    if (read === 0) break;
    length += read;
  }
  return start.subarray(0, length);
}

function encodingOf([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (second === 0 && first !== 0) return "utf-16le";
  if (first === 0 && second !== 0 && second !== undefined) return "utf-16be";
  return "utf-8";
}
