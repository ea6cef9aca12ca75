import fc from "fast-check";
import { type LayerBox, layered } from "../../../constructs/emit/drawings/layered";
import { routeWires } from "../../../constructs/emit/drawings/wires";

/** Boxes of which each hangs on up to three of those before it. */
const drawings: fc.Arbitrary<LayerBox[]> = fc
  .array(fc.array(fc.nat(50), { maxLength: 3 }), { minLength: 1, maxLength: 14 })
  .map((parents) =>
    parents.map((of, at) => ({
      id: `b${at}`,
      width: 100,
      parents: at === 0 ? [] : [...new Set(of.map((parent) => `b${parent % at}`))],
    })),
  );

test("every box lies below all that it hangs on, and no two boxes of a layer touch", () => {
  fc.assert(
    fc.property(drawings, (boxes) => {
      const { boxes: placed, width } = layered(boxes);
      for (const { id, parents } of boxes) {
        const box = placed.get(id);
        for (const parent of parents) expect(placed.get(parent)?.layer).toBeLessThan(box?.layer ?? 0);
        for (const other of placed.values()) {
          if (other.id === id || other.layer !== box?.layer) continue;
          expect(Math.abs(other.x - box.x)).toBeGreaterThanOrEqual(100);
        }
        expect(box?.x).toBeGreaterThanOrEqual(50 - 1e-6);
        expect(box?.x).toBeLessThanOrEqual(width - 50 + 1e-6);
      }
    }),
  );
});

test("the same boxes give the same drawing", () => {
  fc.assert(fc.property(drawings, (boxes) => expect(layered(boxes)).toEqual(layered(boxes))));
});

test("no line lies on the track of another net, and each ends at its boxes", () => {
  const sizes = { left: 0, top: 0, boxHeight: 60, layerHeight: 120 };
  fc.assert(
    fc.property(drawings, (boxes) => {
      const layout = layered(boxes);
      const wires = boxes.flatMap(({ id, parents }) => parents.map((from) => ({ from, to: id, net: from, shift: 0 })));
      const across = routeWires(layout, wires, sizes).flatMap((points, index) => {
        const { from = "", to = "", net = "" } = wires[index] ?? {};
        const [start, end] = [layout.boxes.get(from), layout.boxes.get(to)];
        expect(points[0]).toEqual([start?.x, (start?.layer ?? 0) * 120 + 60]);
        expect(points.at(-1)).toEqual([end?.x, (end?.layer ?? 0) * 120]);
        return points.slice(1).flatMap(([x2, y2], at) => {
          const [x1, y1] = points[at] ?? [0, 0];
          return y1 === y2 ? [{ net, y: y1, least: Math.min(x1, x2), most: Math.max(x1, x2) }] : [];
        });
      });
      for (const a of across) {
        for (const b of across) {
          if (a.net !== b.net && a.y === b.y) expect(a.most <= b.least || b.most <= a.least).toBe(true);
        }
      }
    }),
  );
});

test("a source without parents lies one above what hangs on it", () => {
  const box = (id: string, ...parents: string[]): LayerBox => ({ id, width: 10, parents });
  const { boxes } = layered([box("grid"), box("board", "grid"), box("generator"), box("panel", "board", "generator")]);
  expect([...boxes.values()].map(({ id, layer }) => `${id} ${layer}`)).toEqual([
    "grid 0",
    "board 1",
    "generator 1",
    "panel 2",
  ]);
});
