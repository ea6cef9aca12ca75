import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import {
  fiscalYearOf,
  lastOf,
  monthAfter,
  monthOf,
  monthsFrom,
  partsOf,
  wholeMonths,
} from "../../constructs/ledger/months";
import { addMonths } from "../../constructs/model";

const days = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("months", () => {
  test("know a day as the calendar does", () => {
    fc.assert(
      fc.property(days, (date) => {
        const { year, month, day, daysInMonth } = Temporal.PlainDate.from(date);
        expect(partsOf(date)).toMatchObject({ year, month, day, daysInMonth });
        expect(monthOf(date)).toBe(date.slice(0, 7));
        expect(lastOf(monthOf(date))).toBe(`${date.slice(0, 7)}-${daysInMonth}`);
      }),
    );
  });

  test("follow one another over the turn of the year", () => {
    expect([...monthsFrom("2026-11", "2027-02")]).toEqual(["2026-11", "2026-12", "2027-01", "2027-02"]);
    expect([...monthsFrom("2027-02", "2027-01")]).toEqual([]);
    expect(monthAfter("9999-12")).toBe("+010000-01");
  });

  test("are whole once their day has come again", () => {
    expect(wholeMonths("2026-12-01", "2034-08-31")).toBe(92);
    expect(wholeMonths("2026-12-15", "2027-01-14")).toBe(0);
    expect(wholeMonths("2026-12-15", "2027-01-15")).toBe(1);
    expect(wholeMonths("2026-01-31", "2026-02-28")).toBe(1);
    expect(wholeMonths("2026-12-15", "2026-01-01")).toBe(0);
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 400 }), (date, count) => {
        expect(wholeMonths(date, addMonths(date, count))).toBe(count);
      }),
    );
  });

  test("lie in a fiscal year that is named after the calendar year in which it ends", () => {
    expect(["2026-12", "2027-01"].map((month) => fiscalYearOf(month, 1))).toEqual(["2026", "2027"]);
    expect(["2026-09", "2026-10", "2027-09"].map((month) => fiscalYearOf(month, 10))).toEqual([
      "FY2026",
      "FY2027",
      "FY2027",
    ]);
    expect(["2026-01", "2026-02"].map((month) => fiscalYearOf(month, 2))).toEqual(["FY2026", "FY2027"]);
  });
});
