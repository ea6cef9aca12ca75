import { isAscii, isUtf8 } from "node:buffer";

/** A file whose bytes cannot be read as text of the encodings that Terraform and shells write. */
export class DecodeError extends Error {}

/**
 * Text of a plan file: UTF-8, or UTF-16 as Windows PowerShell writes it when a command's output is redirected, with a byte-order mark
 * or without one. JSON starts with an ASCII character, so that two bytes tell which.
 *
 * @throws DecodeError where the bytes are no text of that encoding
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  // The longest plans are ASCII alone, or UTF-8 without a mark: reading them so takes a fraction of the decoder's time.
  if (encoding === "utf-8" && bytes[0] !== 0xef) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    if (isAscii(bytes)) return buffer.toString("latin1");
    if (isUtf8(bytes)) return buffer.toString("utf8");
  }
  try {
    // The decoder takes the byte-order mark away.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new DecodeError(`the bytes are no ${encoding.toUpperCase()} text`);
  }
}

function encodingOf([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (second === 0 && first !== 0) return "utf-16le";
  if (first === 0 && second !== 0 && second !== undefined) return "utf-16be";
  return "utf-8";
}
