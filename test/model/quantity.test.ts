import fc from "fast-check";
import {
  days,
  gigabitsPerSecond,
  gigawatts,
  hours,
  inHours,
  kilowatts,
  megawatts,
  numberIn,
  type Power,
  readFleet,
  reported,
  sum,
  terabitsPerSecond,
} from "../../constructs/model";
import { aFleet, anOwnedSite } from "./raw-fleet";

/** What the fleet says of an owned site with this power. */
function refusal(power: Power) {
  const figure = reported(power, { meaning: "criticalIT", source: "a report" });
  return readFleet(aFleet({ sites: [anOwnedSite({ power: figure })] })).findings;
}

/** A quantity from a program without types. */
const untyped = (make: (value: number) => Power, value: unknown): Power => Reflect.apply(make, undefined, [value]);

describe("quantities", () => {
  test("power is kept in MW, whatever it was said in", () => {
    expect([kilowatts(1500).value, megawatts(1.5).value, gigawatts(0.0015).value]).toEqual([1.5, 1.5, 1.5]);
    expect(gigawatts(2.2).value).toBe(2200);
  });

  test("data rates are kept in Gbit/s, times in days", () => {
    expect([gigabitsPerSecond(400).value, terabitsPerSecond(3.2).value]).toEqual([400, 3200]);
    expect([hours(36).value, days(1.5).value]).toEqual([1.5, 1.5]);
  });

  // 0.29 * 1000 is 290.00000000000006 in binary, 0.57 * 1000 is 569.9999999999999.
  test.each([
    [0.29, 290],
    [0.57, 570],
    [1.1, 1100],
    [4.35, 4350],
  ])("%d GW is %d MW without decimal dust", (given, inMW) => {
    expect(gigawatts(given).value).toBe(inMW);
  });

  test("a whole number of kW in MW and back in GW is the same power", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (kW) => {
        expect(kilowatts(kW).value).toBe(Number(`${kW}e-3`));
        expect(gigawatts(Number(`${kW}e-6`)).value).toBe(Number(`${kW}e-3`));
      }),
    );
  });

  test("a sum has no decimal dust, and of nothing it is zero", () => {
    expect(sum([megawatts(0.1), megawatts(0.2)]).value).toBe(0.3);
    expect(sum([kilowatts(700), gigawatts(0.0003)]).value).toBe(1);
    expect(sum([]).value).toBe(0);
  });

  test("a quantity cannot be changed after it was said", () => {
    expect(Object.isFrozen(megawatts(1))).toBe(true);
  });
});

describe("a quantity that is none", () => {
  test.each([
    ["NaN", megawatts(Number.NaN), "must be a finite number of MW, 0 or more; got NaN"],
    ["infinite", gigawatts(Number.POSITIVE_INFINITY), "must be a finite number of MW, 0 or more; got Infinity"],
    ["too large to hold", gigawatts(1e308), "must be a finite number of MW, 0 or more; got Infinity"],
    ["negative", kilowatts(-1500), "must be 0 MW or more; got -1.5"],
  ])("%s is recorded, and refused by the fleet in its place", (_, power, message) => {
    expect(refusal(power)).toEqual([{ rule: "SCHEMA", severity: "error", path: "sites.lab.power.valueMW", message }]);
  });

  test("zero is a power", () => {
    expect(refusal(megawatts(0))).toEqual([]);
    expect(Object.is(megawatts(-0).value, 0)).toBe(true);
  });

  // Without types a text or nothing may come: 1000 * "2.2" would be 2200, and null / 1000 zero.
  test.each([
    [gigawatts, "2.2", '"2.2"'],
    [kilowatts, null, "null"],
    [megawatts, "300 MW", '"300 MW"'],
    [megawatts, true, "true"],
  ])("%p of %j is not turned into a number", (make, value, shown) => {
    expect(refusal(untyped(make, value))).toMatchObject([
      { path: "sites.lab.power.valueMW", message: `must be a finite number of MW, 0 or more; got ${shown}` },
    ]);
  });
});

describe("what a quantity measures", () => {
  const take = (given: unknown): unknown => Reflect.apply(numberIn, undefined, [given, "dataRate"]);
  const takeHours = (given: unknown): unknown => Reflect.apply(inHours, undefined, [given]);

  test("is known when the program runs", () => {
    expect([megawatts(1), terabitsPerSecond(1), hours(1)].map(({ dimension }) => dimension)).toEqual([
      "power",
      "dataRate",
      "duration",
    ]);
  });

  test("decides whether its number is taken", () => {
    expect(numberIn(terabitsPerSecond(3.2), "dataRate")).toBe(3200);
    expect(numberIn(sum<"dataRate">([]), "dataRate")).toBe(0);
    expect(inHours(days(1.5))).toBe(36);
  });

  test.each([[megawatts(4)], [undefined], [null], ["400"], [{ value: 400 }]])(
    "%j is no data rate, and goes on as it is for the schema to refuse",
    (given) => {
      expect(take(given)).toBe(given);
      expect(takeHours(given)).toBe(given);
    },
  );

  test("a bare number goes on as what no schema takes for one with a unit", () => {
    expect([take(400), takeHours(12)]).toEqual(["400 without a unit", "12 without a unit"]);
  });

  test("what a quantity holds is not turned into a number", () => {
    expect(takeHours(Reflect.apply(hours, undefined, ["12"]))).toBe("12");
  });
});

describe("a sum that cannot be made", () => {
  const add = (given: unknown): Power => Reflect.apply(sum, undefined, [given]);

  test.each([
    [[megawatts(4), days(2)], "4 MW + 2 days"],
    [[megawatts(4), undefined], "4 MW + nothing"],
    [[megawatts(4), 3], "4 MW + 3"],
    [[untyped(megawatts, "4"), megawatts(3)], '"4" MW + 3 MW'],
  ])("%j is recorded as it was asked for, and refused", (given, shown) => {
    expect(refusal(add(given))).toMatchObject([
      { path: "sites.lab.power.valueMW", message: expect.stringContaining(`got ${JSON.stringify(shown)}`) },
    ]);
  });

  test.each([[undefined], [null], [megawatts(3)]])("of %j is refused too", (given) => {
    expect(refusal(add(given))).toMatchObject([{ path: "sites.lab.power.valueMW" }]);
  });
});
