import fc from "fast-check";
import type { Placed, RackFit, Request, Room } from "../../../constructs/owned/layout/capacity";
import { emptyFloor, type Floor, rackAt, roomAt, usedOf } from "../../../constructs/owned/layout/floor";
import { layOut } from "../../../constructs/owned/layout/lay-out";
import { shortfallOf } from "../../../constructs/owned/layout/shortfall";
import { kW, request, room, units } from "./halls";

const count = (placed: readonly Placed[]): number => placed.reduce((sum, { machines }) => sum + machines, 0);

describe("a hall of 3,600 kW, air cooling for 3,000 kW and 96 positions, with racks that take 4 DGX H100", () => {
  const hall = () => emptyFloor([room("h1", 8, 12, [kW("it", "critical IT", 3600), kW("air", "air", 3000)])]);

  // 3,600 / 10.2 = 352.9, 3,000 / 10.2 = 294.1, 96 racks of 4 = 384
  test.each([
    [{ it: 10_200 }, 352],
    [{ air: 10_200 }, 294],
    [{}, 384],
    [{ it: 10_200, air: 10_200 }, 294],
  ])("takes as many machines as its power, its air and its positions allow", (takes, most) => {
    expect(count(layOut(hall(), request("train/h100", 1000, ["h1"], { takes })))).toBe(most);
  });

  test("asked for 320, is short of 26 machines and 6 racks for its air", () => {
    const floor = hall();
    const wanted = request("train/h100", 320, ["h1"]);
    const placed = layOut(floor, wanted);
    expect(shortfallOf(floor, wanted, 320 - count(placed))).toEqual({
      key: "train/h100",
      machines: 26,
      racks: 6,
      racksPlaced: 74,
      binds: [{ hall: "h1", label: "air", needed: 3264, most: 3000, unit: "kW" }],
    });
  });
});

describe("what binds", () => {
  test("is a full hall's positions", () => {
    const floor = emptyFloor([room("h1", 1, 2, [])]);
    const wanted = request("a", 9, ["h1"]);
    expect(count(layOut(floor, wanted))).toBe(8);
    // The ninth machine wants a third rack of two.
    expect(shortfallOf(floor, wanted, 1).binds).toEqual([
      { hall: "h1", label: "positions", needed: 3, most: 2, unit: "racks" },
    ]);
  });

  test("is the limit of a row, where all that is left stands in such a row", () => {
    const row = kW("row", "row r1", 81.6, new Set(["r1-1", "r1-2", "r1-3"]));
    const floor = emptyFloor([room("h1", 1, 3, [row])]);
    const wanted = request("a", 12, ["h1"], { takes: { row: 10_200 } });
    expect(count(layOut(floor, wanted))).toBe(8);
    expect(shortfallOf(floor, wanted, 4).binds).toEqual([
      { hall: "h1", label: "row r1", needed: 122.4, most: 81.6, unit: "kW" },
    ]);
  });

  test("is the limit of a rack that takes none", () => {
    const fit: RackFit = { rackType: "low", limits: [units(4)], takes: { units: 8 }, machines: 0 };
    const floor = emptyFloor([room("h1", 1, 3, [])]);
    const wanted = request("a", 1, ["h1"], { fitAt: () => fit });
    expect(layOut(floor, wanted)).toEqual([]);
    expect(shortfallOf(floor, wanted, 1).binds).toEqual([
      { hall: "h1", label: "rack units", needed: 8, most: 4, unit: "U" },
    ]);
  });
});

describe("units", () => {
  test("stay within a row where rows hold them, and rows are filled up by what is left", () => {
    // Rows of 5 racks: a unit of 4 racks each, one rack over.
    const floor = emptyFloor([room("h1", 2, 5, [])]);
    const placed = layOut(floor, request("a", 36, ["h1"], { unitMachines: 16 }));
    expect(placed.map(({ position }) => position)).toEqual([
      "r1-1",
      "r1-2",
      "r1-3",
      "r1-4",
      "r2-1",
      "r2-2",
      "r2-3",
      "r2-4",
      "r1-5",
    ]);
  });

  test("stay within a hall where they can, and are divided only when nothing else is left", () => {
    const floor = emptyFloor([room("h1", 1, 5, []), room("h2", 1, 4, [])]);
    const placed = layOut(floor, request("a", 36, ["h1", "h2"], { unitMachines: 16 }));
    const inHall = (hall: string) => count(placed.filter((each) => each.hall === hall));
    expect([inHall("h1"), inHall("h2")]).toEqual([20, 16]);
    expect(placed.slice(4, 8).every(({ hall }) => hall === "h2")).toBe(true);
  });
});

describe("racks that are not full", () => {
  test("of the same pool are filled first", () => {
    const floor = emptyFloor([room("h1", 1, 3, [])]);
    layOut(floor, request("a", 6, ["h1"]));
    expect(layOut(floor, request("a", 3, ["h1"]))).toMatchObject([
      { position: "r1-2", machines: 2, below: 2 },
      { position: "r1-3", machines: 1, below: 0 },
    ]);
  });

  test("of another pool are taken last, and only by machines of the same rack type", () => {
    const floor = emptyFloor([room("h1", 1, 2, [])]);
    layOut(floor, request("a", 6, ["h1"]));
    const other: RackFit = { rackType: "closed", limits: [units(4)], takes: { units: 1 }, machines: 4 };
    expect(layOut(floor, request("b", 2, ["h1"], { fitAt: () => other }))).toEqual([]);
    const half: RackFit = { rackType: "open", limits: [units(4)], takes: { units: 2 }, machines: 2 };
    expect(layOut(floor, request("b", 2, ["h1"], { fitAt: () => half }))).toMatchObject([
      { position: "r1-2", machines: 1, below: 2, fromUnit: 2 },
    ]);
  });
});

describe("whatever is asked of whatever halls", () => {
  const rooms: fc.Arbitrary<readonly Room[]> = fc
    .array(
      fc.record({
        rows: fc.integer({ min: 1, max: 4 }),
        racks: fc.integer({ min: 1, max: 6 }),
        it: fc.integer({ min: 0, max: 900 }),
        air: fc.integer({ min: 0, max: 900 }),
        row: fc.integer({ min: 0, max: 200 }),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((halls) =>
      halls.map(({ rows, racks, it, air, row }, index) => {
        const first = new Set(Array.from({ length: racks }, (_, place) => `r1-${place + 1}`));
        return room(`h${index + 1}`, rows, racks, [
          kW("it", "critical IT", it),
          kW("air", "air", air),
          kW("row", "row r1", row, first),
        ]);
      }),
    );
  const requests = fc.array(
    fc.record({
      machines: fc.integer({ min: 0, max: 120 }),
      takes: fc.record({
        it: fc.integer({ min: 1, max: 40_000 }),
        air: fc.integer({ min: 0, max: 40_000 }),
        row: fc.integer({ min: 0, max: 40_000 }),
      }),
      height: fc.integer({ min: 1, max: 9 }),
      unit: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
      rackType: fc.constantFrom("open", "closed"),
    }),
    { minLength: 1, maxLength: 5 },
  );
  const plan = (halls: readonly Room[], wanted: Parameters<typeof made>[1][]) => {
    const floor = emptyFloor(halls);
    const all = wanted.map((each, index) => made(halls, each, index));
    return { floor, all, placed: all.map((each) => layOut(floor, each)) };
  };
  const made = (
    halls: readonly Room[],
    each: { machines: number; takes: Request["takes"]; height: number; unit: number | undefined; rackType: string },
    index: number,
  ): Request => {
    const fit: RackFit = {
      rackType: each.rackType,
      limits: [units(8)],
      takes: { units: each.height },
      machines: Math.floor(8 / each.height),
    };
    return {
      key: `pool-${index}`,
      machines: each.machines,
      halls: halls.map(({ name }) => name),
      fitAt: () => fit,
      takes: each.takes,
      unitMachines: each.unit,
    };
  };

  test("no limit is exceeded, of a hall, a row or a rack, reckoned anew from what was placed", () => {
    fc.assert(
      fc.property(rooms, requests, (halls, wanted) => {
        const { all, placed } = plan(halls, wanted);
        for (const { name, limits } of halls) {
          for (const limit of limits) {
            const used = placed
              .flatMap((each, index) =>
                each
                  .filter(({ hall, position }) => hall === name && (limit.positions?.has(position) ?? true))
                  .map(({ machines }) => machines * (all[index]?.takes[limit.name] ?? 0)),
              )
              .reduce((sum, each) => sum + each, 0);
            expect(used).toBeLessThanOrEqual(limit.most);
          }
        }
        const heights = new Map<string, number>();
        for (const [index, each] of placed.entries()) {
          for (const { hall, position, machines } of each) {
            const height = machines * (wanted[index]?.height ?? 0);
            heights.set(`${hall} ${position}`, (heights.get(`${hall} ${position}`) ?? 0) + height);
          }
        }
        expect(Math.max(0, ...heights.values())).toBeLessThanOrEqual(8);
      }),
    );
  });

  test("nothing that stopped early could take one more machine", () => {
    fc.assert(
      fc.property(rooms, requests, (halls, wanted) => {
        const { floor, all, placed } = plan(halls, wanted);
        for (const [index, each] of all.entries()) {
          const got = count(placed[index] ?? []);
          expect(got).toBeLessThanOrEqual(each.machines);
          if (got === each.machines) continue;
          for (const { name, rows } of halls) {
            for (const position of rows.flatMap((row) => row.positions)) {
              expect(roomAt(floor, name, position, each.fitAt(name, position), each.takes)).toBe(0);
              expect(couldStand(floor, halls, each, name, position, all, placed)).toBe(false);
            }
          }
        }
      }),
    );
  });

  /** The same, reckoned from what was placed and the limits alone. */
  function couldStand(
    floor: Floor,
    halls: readonly Room[],
    one: Request,
    hall: string,
    position: string,
    all: readonly Request[],
    placed: readonly (readonly Placed[])[],
  ): boolean {
    const there = placed.flatMap((each, index) =>
      each.filter((rack) => rack.hall === hall && rack.position === position).map((rack) => ({ rack, index })),
    );
    const fit = one.fitAt(hall, position);
    if (there.some(({ rack }) => rack.rackType !== fit.rackType)) return false;
    const height = there.reduce(
      (sum, { rack, index }) => sum + rack.machines * (all[index]?.fitAt(hall, position).takes["units"] ?? 0),
      0,
    );
    expect(rackAt(floor, hall, position)?.machines ?? 0).toBe(count(there.map(({ rack }) => rack)));
    const limits = halls.find(({ name }) => name === hall)?.limits ?? [];
    return (
      height + (fit.takes["units"] ?? 0) <= 8 &&
      limits.every(
        (limit) =>
          !(limit.positions?.has(position) ?? true) ||
          usedOf(floor, hall, limit) + (one.takes[limit.name] ?? 0) <= limit.most,
      )
    );
  }
});

test("a unit that was begun is completed in its row, and then in its hall", () => {
  const floor = emptyFloor([room("h1", 1, 2, []), room("h2", 2, 4, [])]);
  const begun = { unitMachines: 16, unitLacks: 12, unitAt: { hall: "h2", position: "r2-2" } };
  const placed = layOut(floor, request("a", 20, ["h1", "h2"], begun));
  // Three racks of the row r2 would do; the rest is no whole unit.
  expect(placed.map(({ hall, position }) => `${hall} ${position}`)).toEqual([
    "h2 r2-1",
    "h2 r2-2",
    "h2 r2-3",
    "h1 r1-1",
    "h1 r1-2",
  ]);
});
