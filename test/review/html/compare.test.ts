import { changeWords } from "../../../review/html/pictures/draw";
import { formerNamesOf, type PicturePair, sitePairs } from "../../../review/html/pictures/site-pictures";
import { compareFleets } from "../../../review/spec/compare";
import { judged } from "../../../review/spec/judged";
import { labFleet, type Side } from "./fleets";

/** The pictures of the lab on two sides, by their files. */
function picturesOf(before: Side, after: Side): Map<string, PicturePair> {
  const [base, head] = [before, after].map((side) => judged(labFleet(side), "2026-11-28").document);
  return new Map(sitePairs(base, head).flatMap(({ pictures }) => pictures.map((each) => [each.file, each] as const)));
}

/** What became of each thing of a picture. */
const statusesIn = (pictures: ReadonlyMap<string, PicturePair>, file: string) =>
  pictures.get(file)?.changes.map(({ key, status, from, to }) => [key, status, from ?? to].filter(Boolean).join(" "));

const HALL = "drawings/hall-h1.svg";

describe("what differs in a hall", () => {
  test("is nothing where two sides are the same", () => {
    const pictures = picturesOf({}, {});
    expect([...pictures.values()].map(({ kind, changes }) => [kind, changes.length])).toEqual(
      [...pictures.values()].map(({ kind }) => [kind, 0]),
    );
    expect(new Set([...pictures.values()].map(({ kind }) => kind))).toEqual(
      new Set(["hall", "oneLine", "fabric", "rack"]),
    );
  });

  // A row has four positions.
  test("is a row that came, position by position, and one that went", () => {
    const row = ["r03-01", "r03-02", "r03-03", "r03-04"];
    expect(statusesIn(picturesOf({}, { rows: "r[01-03]" }), HALL)).toEqual(row.map((key) => `${key} added`));
    expect(statusesIn(picturesOf({ rows: "r[01-03]" }, {}), HALL)).toEqual(row.map((key) => `${key} removed`));
  });

  test("is what moved, by the names of its machines, told at both places", () => {
    const pictures = picturesOf({ byHand: "r02-04" }, { byHand: "r02-03" });
    expect(statusesIn(pictures, HALL)).toEqual(["r02-03 moved r02-04", "r02-04 moved r02-03"]);
    const [here, there] = pictures.get(HALL)?.changes ?? [];
    expect([here, there].map((each) => (each === undefined ? "" : changeWords(each)))).toEqual([
      "r02-03, moved from r02-04: train/h100, 2 machines: 2 dgx-h100",
      "r02-04, moved to r02-03: train/h100, 2 machines: 2 dgx-h100",
    ]);
  });

  // Two stand where they were put by hand; of the others four fill a rack, from the first position that is not kept: 12 fill three
  // racks, 13 begin a fourth. The pool that comes next is not planned anew around it.
  test("is a place that was free and is taken", () => {
    const taken = picturesOf(
      { byHand: "r02-03", rows: "r[01-03]" },
      { byHand: "r02-03", rows: "r[01-03]", machines: 15 },
    );
    const statuses = statusesIn(taken, HALL) ?? [];
    expect(statuses.length).toBeGreaterThan(0);
    expect(taken.get(HALL)?.changes.find(({ key }) => key === "r02-01")).toMatchObject({
      after: "train/h100, 1 machine: 1 dgx-h100",
    });
  });
});

test("of a power tree, what hangs on something else and what carries more or less are told", () => {
  const changes = picturesOf({}, { feeder: "ups-a" }).get("drawings/one-line.svg")?.changes ?? [];
  expect(changes.map(({ key, status }) => [key, status])).toEqual([
    ["rpp-b[1-2]", "changed"],
    ["ups-a", "changed"],
    ["ups-b", "changed"],
  ]);
  // Two loads of 100 kW on both sides: 100 on each UPS before, 200 on the one behind.
  expect(changes[0]?.before).toContain("fed by ups-b");
  expect(changes[0]?.after).toContain("fed by ups-a");
  expect([changes[1]?.before, changes[1]?.after].map((words) => /carries \d+ kW/.exec(words ?? "")?.[0])).toEqual([
    "carries 100 kW",
    "carries 200 kW",
  ]);
});

// Eight rails: 14 machines have 112 links, 16 have 128.
test("of a fabric, the figures that differ are told", () => {
  const changes = picturesOf({}, { machines: 16, rows: "r[01-03]" }).get("drawings/compute.svg")?.changes ?? [];
  expect(changes.find(({ key }) => key === "links: host to leaf")).toEqual({
    key: "links: host to leaf",
    status: "changed",
    before: "112",
    after: "128",
  });
});

test("a hall that was renamed is the same hall, in which nothing moved", () => {
  const [base, head] = [{}, { hall: "main" }].map((side) => judged(labFleet(side), "2026-11-28").document);
  if (base === undefined || head === undefined) throw new Error("a side is gone");
  const { spec } = compareFleets(base, head, "2026-11-28");
  const halls = sitePairs(base, head, formerNamesOf(spec)).flatMap(({ pictures }) =>
    pictures.filter(({ kind }) => kind === "hall"),
  );
  expect(halls.map(({ name, before, after, changes }) => [name, before?.title, after?.title, changes])).toEqual([
    ["main", "Hall h1 of lab", "Hall main of lab", []],
  ]);
});

test("of a site that only one side has, its pictures are of that side", () => {
  const { document } = judged(labFleet(), "2026-11-28");
  const [pair] = sitePairs(undefined, document);
  expect(
    pair?.pictures.every(
      ({ before, after, changes }) => before === undefined && after !== undefined && changes.length === 0,
    ),
  ).toBe(true);
});
