/** Consecutive ordinals, both ends included. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** Reads `1-1176` or `7`. */
export function readOrdinals(text: string): Span {
  const [first = "0", last = first] = text.split("-");
  return { first: Number(first), last: Number(last) };
}

/** `1-1176`, or `7` for one alone. */
export const writeOrdinals = ({ first, last }: Span): string => (first === last ? `${first}` : `${first}-${last}`);

/** How many ordinals; none of what runs backwards. */
export const spanSize = ({ first, last }: Span): number => Math.max(0, last - first + 1);

/** What of a span none of the others has, in order. */
export function without(span: Span, others: readonly Span[]): Span[] {
  let left: Span[] = [span];
  for (const other of others) {
    left = left.flatMap((each) =>
      [
        { first: each.first, last: Math.min(each.last, other.first - 1) },
        { first: Math.max(each.first, other.last + 1), last: each.last },
      ].filter((part) => part.first <= part.last),
    );
  }
  return left;
}

/** What two spans have in common. */
export function common(one: Span, other: Span): Span | undefined {
  const [first, last] = [Math.max(one.first, other.first), Math.min(one.last, other.last)];
  return first <= last ? { first, last } : undefined;
}
