import { positionNames, positionsOf, reservedIn } from "../../../constructs/owned/racks/positions";
import { hall } from "./support";

test("a position is its row and its number, in the order of the rows", () => {
  const names = positionNames(
    hall({
      rows: [
        { name: "a", rows: "b[1-2]", racks: 2 },
        { name: "c", rows: "a", racks: 101 },
      ],
    }),
  );
  expect(names.slice(0, 5)).toEqual(["b1-01", "b1-02", "b2-01", "b2-02", "a-01"]);
  expect(names.slice(-2)).toEqual(["a-100", "a-101"]);
});

test("rows stand in pairs with their backs to a hot aisle, 0.6 m a rack", () => {
  const at = new Map(
    positionsOf(hall({ rows: [{ name: "a", rows: "r[1-3]", racks: 3 }] })).map((each) => [each.name, each]),
  );
  // Margin 1.5, racks 0.6 x 1.2: the first middle is at 1.8, 2.1. Hot aisle 1.2, cold aisle 1.8 between edges.
  expect(at.get("r1-01")).toMatchObject({ xM: 1.8, yM: 2.1 });
  expect(at.get("r1-03")).toMatchObject({ xM: 3, yM: 2.1 });
  expect(at.get("r2-01")).toMatchObject({ xM: 1.8, yM: 4.5 });
  expect(at.get("r3-01")).toMatchObject({ xM: 1.8, yM: 7.5 });
});

test("rows may say where they stand, and what stands in them", () => {
  const rows = [
    { name: "a", rows: "a", racks: 1, xM: 10, yM: 4, rackType: "mgx" },
    { name: "b", rows: "b", racks: 1 },
  ];
  expect(positionsOf(hall({ rows }))).toEqual([
    { name: "a-01", row: "a", number: 1, xM: 10, yM: 4, rackType: "mgx" },
    { name: "b-01", row: "b", number: 1, xM: 1.8, yM: 6.4, rackType: "r42" },
  ]);
});

test("a hall without rows has no positions", () => {
  expect(positionsOf({})).toEqual([]);
});

test("a position that is kept names its entry", () => {
  const reserved = [{ name: "net", positions: "r01-[01-02]", use: "network" as const }];
  const kept = reservedIn(hall({ reserved }));
  expect([...kept.keys()]).toEqual(["r01-01", "r01-02"]);
  expect(kept.get("r01-02")?.name).toBe("net");
});
