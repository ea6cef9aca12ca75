import { readFileSync, statSync } from "node:fs";
import { Review } from "../report/schema";

/** A file that is no review. Its message names every problem, and no value. */
export class ReviewError extends Error {}

/** Largest file that is read, in bytes. A review of 30,000 changes takes about a third. */
const LARGEST = 32 * 1024 * 1024;
/** Most problems that are told; the rest is counted. */
const MOST_PROBLEMS = 20;

/**
 * Reads a review that somebody else wrote. Nothing of it is believed but what the schema allows.
 *
 * @throws ReviewError where it is none
 */
export function readReview(file: string): Review {
  return parseReview(bytesOf(file));
}

/** Reads a review from its bytes. */
export function parseReview(bytes: Uint8Array): Review {
  if (bytes.length > LARGEST) throw tooLarge(bytes.length);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ReviewError("it is no text in UTF-8");
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ReviewError("it is no JSON");
  }
  const read = Review.safeParse(json);
  if (read.success) return read.data;
  const { issues } = read.error;
  const told = issues.slice(0, MOST_PROBLEMS).map(({ path, message }) => `  ${pathOf(path)}: ${message}`);
  const left = issues.length - told.length;
  throw new ReviewError(
    ["it does not follow the schema of a review:", ...told, ...(left > 0 ? [`  and ${left} more`] : [])].join("\n"),
  );
}

function bytesOf(file: string): Uint8Array {
  try {
    const { size } = statSync(file);
    if (size > LARGEST) throw tooLarge(size);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof ReviewError) throw error;
    throw new ReviewError(`it cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const tooLarge = (size: number): ReviewError =>
  new ReviewError(`it has ${size} bytes, and ${LARGEST} are the most that is read`);

const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, step) =>
      typeof step === "number" ? `${text}[${step}]` : text === "" ? String(step) : `${text}.${String(step)}`,
    "",
  ) || "the whole";
