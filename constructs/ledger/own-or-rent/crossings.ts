/** Two neighbouring values of an assumption between which the cheaper side changes. */
export interface Crossing<Side> {
  readonly below: number;
  readonly above: number;
  /** The cheaper side at `below`, and at `above`. */
  readonly from: Side;
  readonly to: Side;
}

/**
 * Where the cheaper side changes along some values, each change narrowed by halving until its ends are next to each other.
 *
 * No change is missed as long as between two values that follow each other there is at most one; who gives the values sees to that.
 *
 * @param values ascending
 * @param middle a value between two, or none where they are next to each other
 */
export function crossings<Side>(
  values: readonly number[],
  sideAt: (value: number) => Side,
  middle: (below: number, above: number) => number | undefined,
): Crossing<Side>[] {
  const known = values.map((value) => ({ value, side: sideAt(value) }));
  return known.flatMap((above, index) => {
    const below = known[index - 1];
    if (below === undefined || below.side === above.side) return [];
    return [narrowed({ below: below.value, above: above.value, from: below.side, to: above.side }, sideAt, middle)];
  });
}

function narrowed<Side>(
  crossing: Crossing<Side>,
  sideAt: (value: number) => Side,
  middle: (below: number, above: number) => number | undefined,
): Crossing<Side> {
  let { below, above } = crossing;
  for (let value = middle(below, above); value !== undefined; value = middle(below, above)) {
    if (sideAt(value) === crossing.from) below = value;
    else above = value;
  }
  return { ...crossing, below, above };
}

/** How near the two ends of a change are in the end, as a share of their size. */
export const TOLERANCE = 1e-6;

/** Halves until the ends are within the tolerance, or within a thousandth of a millionth where they are next to 0. */
export function halved(below: number, above: number): number | undefined {
  const near = Math.max(TOLERANCE * Math.max(Math.abs(below), Math.abs(above)), 1e-9);
  return above - below <= near ? undefined : (below + above) / 2;
}

/** Halves among whole numbers. */
export const halvedWhole = (below: number, above: number): number | undefined =>
  above - below <= 1 ? undefined : Math.floor((below + above) / 2);
