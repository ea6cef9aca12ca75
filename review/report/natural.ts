const ZERO = 48;
const NINE = 57;

/**
 * Order of names in which numbers count: `p[2]` before `p[10]`. What is no number is told apart by its characters, so that the order is the
 * same on every machine, whatever its languages.
 */
export function naturally(one: string, other: string): number {
  if (one === other) return 0;
  let begin = 0;
  while (begin < one.length && one.charCodeAt(begin) === other.charCodeAt(begin)) begin += 1;
  // The numbers in which they differ begin where their digits do, before the first that is another.
  while (begin > 0 && isDigit(one, begin - 1)) begin -= 1;
  const byNumber = isDigit(one, begin) && isDigit(other, begin) ? byValue(one, other, begin) : 0;
  return byNumber || (one < other ? -1 : 1);
}

const isDigit = (text: string, at: number): boolean => text.charCodeAt(at) >= ZERO && text.charCodeAt(at) <= NINE;

/** Of the numbers that begin at one place, of any length: the longer is the larger, once nothing stands in front that counts for nothing. */
function byValue(one: string, other: string, begin: number): number {
  const from = behindZeros(one, begin);
  const otherFrom = behindZeros(other, begin);
  let length = 0;
  let byDigit = 0;
  while (isDigit(one, from + length) && isDigit(other, otherFrom + length)) {
    byDigit ||= one.charCodeAt(from + length) - other.charCodeAt(otherFrom + length);
    length += 1;
  }
  if (isDigit(one, from + length)) return 1;
  return isDigit(other, otherFrom + length) ? -1 : byDigit;
}

function behindZeros(text: string, begin: number): number {
  let at = begin;
  while (text.charCodeAt(at) === ZERO) at += 1;
  return at;
}
