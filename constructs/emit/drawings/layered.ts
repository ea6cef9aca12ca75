/** A box of a layered drawing: what it hangs on lies above it. */
export interface LayerBox {
  readonly id: string;
  readonly width: number;
  /** Ids of the boxes above, in order. */
  readonly parents: readonly string[];
}

/** A box with its place: the middle of its top. */
export interface PlacedBox {
  readonly id: string;
  readonly layer: number;
  readonly x: number;
}

/** Where a line from a box to one below it bends: in each layer between them, a place that no box takes. */
export interface Route {
  readonly from: string;
  readonly to: string;
  /** By the layers between, from above. */
  readonly bends: readonly number[];
}

/** A layered drawing. */
export interface Layered {
  readonly boxes: ReadonlyMap<string, PlacedBox>;
  readonly routes: readonly Route[];
  readonly layers: number;
  readonly width: number;
}

interface Cell {
  readonly id: string;
  readonly width: number;
  readonly up: string[];
  readonly down: string[];
  x: number;
}

const GAP = 18;
const SWEEPS = 8;

/**
 * Puts boxes into layers, each below all of its parents, and sets them near what they hang on. Lines that pass a layer get a
 * place of their own in it. The same boxes in the same order give the same drawing.
 */
export function layered(boxes: readonly LayerBox[]): Layered {
  const known = new Map(boxes.map((box) => [box.id, box]));
  const layer = layersOf(boxes, known);
  const layers = Math.max(0, ...layer.values()) + 1;
  const rows: Cell[][] = Array.from({ length: layers }, () => []);
  const cells = new Map<string, Cell>();
  const add = (id: string, at: number, width: number): Cell => {
    const cell: Cell = { id, width, up: [], down: [], x: 0 };
    cells.set(id, cell);
    rows[at]?.push(cell);
    return cell;
  };
  for (const { id, width } of boxes) add(id, layer.get(id) ?? 0, width);
  const routes = boxes.flatMap((box) =>
    [...new Set(box.parents)]
      .filter((parent) => known.has(parent))
      .map((parent) => {
        const [from, to] = [layer.get(parent) ?? 0, layer.get(box.id) ?? 0];
        const way = [parent];
        for (let at = from + 1; at < to; at++) way.push(add(`${parent} ${box.id} ${at}`, at, 10).id);
        way.push(box.id);
        for (const [index, id] of way.slice(1).entries()) {
          cells.get(way[index] ?? "")?.down.push(id);
          cells.get(id)?.up.push(way[index] ?? "");
        }
        return { from: parent, to: box.id, way: way.slice(1, -1) };
      }),
  );
  arrange(rows, cells);
  const least = Math.min(...[...cells.values()].map(({ x, width }) => x - width / 2));
  for (const cell of cells.values()) cell.x -= least;
  const placed = boxes.map(({ id }): [string, PlacedBox] => [
    id,
    { id, layer: layer.get(id) ?? 0, x: cells.get(id)?.x ?? 0 },
  ]);
  return {
    boxes: new Map(placed),
    routes: routes.map(({ from, to, way }) => ({ from, to, bends: way.map((id) => cells.get(id)?.x ?? 0) })),
    layers,
    width: Math.max(0, ...[...cells.values()].map(({ x, width }) => x + width / 2)),
  };
}

/** One layer below the lowest parent; a box without parents one above the highest box that hangs on it. */
function layersOf(boxes: readonly LayerBox[], known: ReadonlyMap<string, LayerBox>): Map<string, number> {
  const layer = new Map<string, number>();
  const depth = (id: string): number => {
    const before = layer.get(id);
    if (before !== undefined) return before;
    layer.set(id, 0);
    const above = (known.get(id)?.parents ?? []).filter((parent) => known.has(parent)).map(depth);
    const own = above.length === 0 ? 0 : Math.max(...above) + 1;
    layer.set(id, own);
    return own;
  };
  for (const { id } of boxes) depth(id);
  for (const { id, parents } of boxes) {
    if (parents.length > 0) continue;
    const below = boxes.filter((box) => box.parents.includes(id)).map((box) => layer.get(box.id) ?? 0);
    if (below.length > 0) layer.set(id, Math.max(0, Math.min(...below) - 1));
  }
  return layer;
}

function arrange(rows: readonly Cell[][], cells: ReadonlyMap<string, Cell>): void {
  for (const row of rows)
    spread(
      row,
      row.map((_, index) => index),
    );
  const mean = (cell: Cell, of: readonly string[]) =>
    of.length === 0 ? cell.x : of.reduce((sum, id) => sum + (cells.get(id)?.x ?? 0), 0) / of.length;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const down = sweep % 2 === 0;
    const order = down ? rows : [...rows].reverse();
    for (const row of order) {
      const wanted = new Map(row.map((cell) => [cell.id, mean(cell, down ? cell.up : cell.down)]));
      // The first sweeps choose the order, later ones keep it and only straighten.
      if (sweep < SWEEPS / 2) row.sort((a, b) => (wanted.get(a.id) ?? 0) - (wanted.get(b.id) ?? 0));
      spread(
        row,
        row.map(({ id }) => wanted.get(id) ?? 0),
      );
    }
  }
}

/** Sets cells as near to where they want to be as their widths allow, in their order: blocks that touch move together. */
function spread(row: Cell[], wanted: readonly number[]): void {
  const offsets: number[] = [];
  for (const [index, cell] of row.entries()) {
    const before = row[index - 1];
    offsets.push(before === undefined ? 0 : (offsets[index - 1] ?? 0) + (before.width + cell.width) / 2 + GAP);
  }
  const blocks: { sum: number; count: number }[] = [];
  for (const [index, want] of wanted.entries()) {
    blocks.push({ sum: want - (offsets[index] ?? 0), count: 1 });
    for (;;) {
      const [last, before] = [blocks.at(-1), blocks.at(-2)];
      if (last === undefined || before === undefined || before.sum / before.count <= last.sum / last.count) break;
      blocks.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  }
  let at = 0;
  for (const { sum, count } of blocks) {
    for (let each = 0; each < count; each++, at++) {
      const cell = row[at];
      if (cell !== undefined) cell.x = sum / count + (offsets[at] ?? 0);
    }
  }
}
