import { instantOf, type SupplyLine, servedOver } from "../../../constructs/ledger/capacity";
import { demand, line } from "../../emit/drawings/capacity/support";

const over = (lines: readonly SupplyLine[], demands: Parameters<typeof servedOver>[1], more?: readonly number[]) =>
  servedOver(
    lines,
    demands,
    { from: instantOf("2027-01-01"), until: instantOf("2027-04-01"), schedulable: 1 },
    more,
  ).map((courses) =>
    courses.map((course) =>
      course.map(
        ({ at, wanted, served }) => `${new Date(at).toISOString().slice(0, 10)} ${Number(served.toFixed(3))}/${wanted}`,
      ),
    ),
  );

test("goes from where supply or demand changes to where it changes next", () => {
  const wanted = demand("train", [
    { from: "2026-01-01", accelerators: 50 },
    { from: "2027-02-01", accelerators: 80 },
  ]);
  expect(over([line("a", 60), line("b", 60, { from: instantOf("2027-03-01") })], [wanted])).toEqual([
    [
      ["2027-01-01 50/50", "2027-02-01 50/50"],
      ["2027-02-01 60/80", "2027-03-01 60/80"],
      ["2027-03-01 80/80", "2027-04-01 80/80"],
    ],
  ]);
});

test("has the firsts of months and other instants within", () => {
  // From 0 by ten a day: 310 on 2027-02-01, 590 on 2027-03-01, 890 on the last day.
  const wanted = demand(
    "train",
    [
      { from: "2027-01-01", accelerators: 0 },
      { from: "2027-04-11", accelerators: 1_000 },
    ],
    { between: "linear" },
  );
  expect(over([line("a", 600)], [wanted], [instantOf("2027-03-03")])).toEqual([
    [["2027-01-01 0/0", "2027-02-01 310/310", "2027-03-01 590/590", "2027-03-03 600/610", "2027-04-01 600/890"]],
  ]);
});

test("serves the first in rank before the next", () => {
  const [first, second] = [
    demand("first", [{ from: "2026-01-01", accelerators: 70 }]),
    demand("second", [{ from: "2026-01-01", accelerators: 70 }], { priority: 2 }),
  ];
  const [one, two] = over([line("a", 100)], [second, first]);
  expect([one?.[0]?.[0], two?.[0]?.[0]]).toEqual(["2027-01-01 30/70", "2027-01-01 70/70"]);
});
