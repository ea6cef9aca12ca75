import { readSync } from "node:fs";

/** Where bytes come from: fills what it is given from the start, and says how far. None: there are no more. */
export type Source = (into: Uint8Array) => number;

/** The bytes of a file that is open, from where it stands. */
export const sourceOfFile =
  (file: number): Source =>
  (into) =>
    readSync(file, into);

/** Bytes that are there. */
export function sourceOfBytes(bytes: Uint8Array): Source {
  let at = 0;
  return (into) => {
    const next = bytes.subarray(at, at + into.length);
    into.set(next);
    at += next.length;
    return next.length;
  };
}

/** All that is left. */
export function drain(source: Source): Buffer {
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.allocUnsafe(64 * 1024);
    const read = source(chunk);
    if (read === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, read));
  }
}
