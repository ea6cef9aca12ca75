import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { addMonths, compareDates, daysBetween, Instant, isPlainDate, PlainDate } from "../../constructs/model";

const EXIST = ["2026-05-01", "2024-02-29", "2000-02-29", "2028-02-29", "2026-12-31", "2026-04-30"];
const DO_NOT = [
  "2026-02-29",
  "2026-02-30",
  "1900-02-29",
  "2100-02-29",
  "2026-04-31",
  "2026-13-01",
  "2026-00-10",
  "2026-01-00",
  "2026-1-1",
  "20260101",
  "2026-05-01T00:00:00Z",
  "2026-05-01 ",
  "tomorrow",
  "",
];

describe("dates", () => {
  // Divisible by four, but not by a hundred unless by four hundred.
  test.each(EXIST)("%s exists", (date) => {
    expect(isPlainDate(date)).toBe(true);
    expect(PlainDate.safeParse(date).success).toBe(true);
  });

  test.each(DO_NOT)("%j does not", (date) => {
    expect(isPlainDate(date)).toBe(false);
    const message = `must be a date that exists, as YYYY-MM-DD, such as "2026-05-01"; got ${JSON.stringify(date)}`;
    expect(PlainDate.safeParse(date).error?.issues.map((issue) => issue.message)).toEqual([message]);
  });

  test("the schema and the calendar agree on every day a month could have", () => {
    const day = fc.tuple(
      fc.integer({ min: 1583, max: 9999 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
    );
    fc.assert(
      fc.property(day, ([year, month, date]) => {
        const text = [
          String(year).padStart(4, "0"),
          ...[month, date].map((part) => String(part).padStart(2, "0")),
        ].join("-");
        const exists = new Date(Date.UTC(year, month - 1, date)).getUTCDate() === date;
        expect([isPlainDate(text), PlainDate.safeParse(text).success]).toEqual([exists, exists]);
      }),
    );
  });

  test("days are counted over leap days, and backwards", () => {
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("2026-02-28", "2026-03-01")).toBe(1);
    expect(daysBetween("2026-05-01", "2029-05-01")).toBe(3 * 365 + 1);
    expect(daysBetween("2026-05-02", "2026-05-01")).toBe(-1);
  });

  test("a month after the end of January is the end of February", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2028-01-31", 1)).toBe("2028-02-29");
    expect(addMonths("2026-12-15", 120)).toBe("2036-12-15");
  });

  test("months are added as the calendar adds them, in any year", () => {
    const anyDay = fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -1500, max: 1500 }), (date, months) => {
        const day = date.toISOString().slice(0, 10);
        // Beyond the years that a day may have, the calendar writes them longer.
        const expected = Temporal.PlainDate.from(day).add({ months });
        if (expected.year > 0 && expected.year <= 9999) expect(addMonths(day, months)).toBe(expected.toString());
      }),
      { numRuns: 2000 },
    );
  });

  test("earlier comes first", () => {
    expect(compareDates("2026-12-31", "2027-01-01")).toBeLessThan(0);
    expect(compareDates("2026-05-01", "2026-05-01")).toBe(0);
    expect(compareDates("2026-05-02", "2026-05-01")).toBeGreaterThan(0);
  });
});

describe("instants", () => {
  test("are in UTC", () => {
    expect(Instant.safeParse("2026-12-01T11:30:00Z").success).toBe(true);
  });

  test.each([
    "2026-12-01",
    "2026-12-01T11:30:00",
    "2026-12-01T11:30:00+02:00",
    "2026-02-30T11:30:00Z",
    "2026-12-01T24:30:00Z",
  ])("%s is none", (text) => {
    expect(Instant.safeParse(text).error?.issues[0]?.message).toBe(
      `must be an instant in UTC, such as "2026-12-01T11:30:00Z"; got ${JSON.stringify(text)}`,
    );
  });
});
