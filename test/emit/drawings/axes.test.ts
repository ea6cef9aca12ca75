import { amountAxis, stepPath, timeAxis } from "../../../constructs/emit/drawings/axes";

const instant = (day: string): number => Date.parse(`${day}T00:00:00Z`);

test("time is laid out evenly in UTC, through a leap day", () => {
  const { at } = timeAxis([instant("2028-02-01"), instant("2028-03-02")], [100, 400], 4);
  // 29 days of February and one of March: ten px a day.
  expect(at(instant("2028-02-29"))).toBeCloseTo(100 + 28 * 10, 9);
  expect(at(Date.parse("2028-02-29T12:00:00Z"))).toBeCloseTo(100 + 28.5 * 10, 9);
});

test("marks tell years, months or days, and none where there is no room", () => {
  const words = (from: string, to: string, width: number, count: number): (string | undefined)[] =>
    timeAxis([instant(from), instant(to)], [0, width], count).ticks.map((tick) => tick.words);
  expect(words("2027-01-01", "2030-01-01", 600, 3)).toEqual(["2027", "2028", "2029", "2030"]);
  expect(words("2027-03-01", "2027-06-01", 300, 3)).toEqual(["Mar 2027", "Apr 2027", "May 2027", "Jun 2027"]);
  expect(words("2027-01-01", "2030-01-01", 90, 3)).toEqual(["2027", undefined, undefined, "2030"]);
});

test("a day alone has marks at its days, not at hours", () => {
  const { ticks } = timeAxis([instant("2027-01-01"), instant("2027-01-02")], [0, 600], 8);
  expect(ticks.map(({ words }) => words)).toEqual(["2027", "2027-01-02"]);
});

test("amounts begin at 0 and end at a round one that holds the largest", () => {
  const { over, most, ticks } = amountAxis(730, 300, 100);
  expect([over(0), over(most / 2), over(most)]).toEqual([300, 200, 100]);
  expect([most, ticks]).toEqual([800, [0, 200, 400, 600, 800]]);
  expect(amountAxis(0, 300, 100).most).toBe(1);
});

test("a path of steps goes from the first x to the last", () => {
  expect(
    stepPath(
      [62, 200],
      [
        [140.04, 120],
        [200, 150],
      ],
      400,
    ),
  ).toBe("M62 200H140V120H200V150H400");
});
