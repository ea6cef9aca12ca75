import type { AssumptionKey } from "../../../constructs/ledger/own-or-rent";
import { type Sensitivity, sensitivitiesOf, sensitivityOf } from "../../../constructs/ledger/own-or-rent/sensitivity";
import { figure, type Said, sheetFor, usd } from "./support";

const of = (said: Said, key: AssumptionKey): Sensitivity => sensitivityOf(sheetFor(said), key);

// Owning 10,000, renting 43,800 x $0.25 = 10,950: own by 950.
const CLOSE: Said = { rent: { perAcceleratorHour: usd("0.25") } };

describe("sensitivity", () => {
  test("is the difference with one assumption a tenth and a fifth lower and higher", () => {
    const { changed } = of(CLOSE, "own.hardwarePerAccelerator");
    expect(
      changed.map(({ change, value, difference, cheaper }) => [change, value, difference.toFixed(2), cheaper]),
    ).toEqual([
      [-0.2, 800, "-2950.00", "own"],
      [-0.1, 900, "-1950.00", "own"],
      [0.1, 1100, "50.00", "rent"],
      [0.2, 1200, "1050.00", "rent"],
    ]);
  });

  test("stays within what an assumption may be, and leaves out what does not change", () => {
    expect(of({ ...CLOSE, utilization: figure(0.9) }, "utilization").changed.map(({ value }) => value)).toEqual([
      0.72, 0.81, 0.99, 1,
    ]);
    expect(of(CLOSE, "own.averagePue").changed.map(({ value }) => value)).toEqual([1.1, 1.2]);
    expect(of(CLOSE, "own.bridgePremium").changed).toEqual([]);
    // Months are whole: 4 and a tenth stay 4.
    expect(
      of({ ...CLOSE, own: { leadMonths: figure(4) } }, "own.leadMonths").changed.map(({ value }) => value),
    ).toEqual([3, 5]);
  });
});

describe("the range of an assumption", () => {
  // A tenth a month before the machines are there, a half with them, the rest eight months after.
  const payments = [
    { share: 0.1, months: -1 },
    { share: 0.5, months: 0 },
    { share: 0.4, months: 8 },
  ];
  const late: Said = { ...CLOSE, own: { leadMonths: figure(2), payments } };

  test("of months is as far as all is paid within them, as COMPARE-3 and --months ask", () => {
    // The last payment is due in month 2 + 8, counted from 0: eleven months hold it.
    expect(of(late, "months").range.least).toBe(11);
    expect(of(late, "months").changed.map(({ value }) => value)).toEqual([11, 11, 13, 14]);
  });

  test("of the months until one's own is there is one in which no payment leaves those that are compared", () => {
    // The first is due a month before, so that it is at least 1; the last 8 after, and the last month of 12 is number 11.
    expect(of(late, "own.leadMonths").range).toEqual({ least: 1, most: 3 });
    expect(of(CLOSE, "own.leadMonths").range).toEqual({ least: 0, most: 11 });
  });
});

describe("the flip point", () => {
  test.each<[AssumptionKey, number]>([
    // 10,950 / 10
    ["own.hardwarePerAccelerator", 1095],
    // 10,000 / 43,800
    ["rent.perAcceleratorHour", 10_000 / 43_800],
    // 10,950 / t = 10,000
    ["rent.throughput", 1.095],
    ["utilization", (0.5 * 10_000) / 10_950],
    // 10,950 (1 - o) = 10,000
    ["own.outOfService", 1 - 10_000 / 10_950],
    // 12 x s = 950
    ["own.staffPerMonth", 950 / 12],
    // 8,760 h x 10 kW are 87.6 MWh
    ["own.energyPerMWh", 950 / 87.6],
  ])("of %s is where both cost the same", (key, value) => {
    const [flip] = of(CLOSE, key).flips;
    expect(Math.abs((flip?.value ?? 0) / value - 1)).toBeLessThan(1e-4);
    expect(flip?.value).not.toBe(flip?.before);
  });

  test("of months is a whole one", () => {
    // After 11 months owning has lost 9,166.67 of 10,000 and renting has cost 334 days x 30 = 10,020; after one 833.33 and 930.
    // February: 1,666.67 against 1,770. It never turns within the life of the hardware.
    expect(of(CLOSE, "months").flips).toEqual([]);
    // At $0.23 a month of 30 days is 828, of 31 days 855.60, of 28 days 772.80: after two months 1,628.40, less than 1,666.67.
    const cheap: Said = { rent: { perAcceleratorHour: usd("0.23") } };
    const [flip] = of(cheap, "months").flips;
    const rented = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].map((days) => days * 120 * 0.23);
    const owned = (months: number) => (10_000 * months) / 12;
    const cost = (months: number) => rented.slice(0, months).reduce((sum, each) => sum + each, 0);
    const side = (months: number) => (owned(months) > cost(months) ? "rent" : "own");
    const last = Array.from({ length: 11 }, (_, index) => 11 - index).find((months) => side(months) !== side(12));
    expect(flip?.value).toBe(last);
  });

  test("is none where one side is cheaper throughout the range, which is said", () => {
    const { flips, range } = of({ rent: { perAcceleratorHour: usd("100") } }, "own.idlePowerShare");
    expect([flips, range]).toEqual([[], { least: 0, most: 1 }]);
  });

  test("is the nearest on each side, where there are two", () => {
    // As in the break-even of two utilizations: renting is cheaper between 0.2968 and 0.4043.
    const { flips } = of(
      {
        utilization: figure(0.33),
        own: { hardwarePerAccelerator: usd("850"), energyPerMWh: usd("10"), idlePowerShare: figure(0) },
        rent: { perAcceleratorHour: usd("0.25"), takeOrPayShare: figure(0.4) },
      },
      "utilization",
    );
    expect(flips.map(({ value }) => Number(value.toFixed(3)))).toEqual([0.297, 0.404]);
  });

  test("is nearest first, as a share of what is assumed, then where that is 0, then where there is none", () => {
    const all = sensitivitiesOf(sheetFor(CLOSE));
    const ranks = all.map(({ flips: [flip] }) => (flip === undefined ? 2e9 : Math.abs(flip.distance ?? 1e9)));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(new Set(ranks.filter((rank) => rank >= 1e9))).toEqual(new Set([1e9, 2e9]));
    expect(all).toHaveLength(sheetFor(CLOSE).assumptions.length);
  });

  test("is found on both sides where the discount rate turns the answer twice", () => {
    // Owning: 800 at once and 1,200 after two years, worth nothing then; rented hours between. At 0 % renting is cheaper by a little, since
    // it comes to 1,990; at 15 % owning is, since most of it comes late; at 100 % renting is again.
    const hourly = 0.10881;
    const { flips } = of(
      {
        months: 25,
        accelerators: 1,
        discountRatePerYear: figure(0.15),
        utilization: figure(1),
        own: {
          hardwarePerAccelerator: usd("2000"),
          payments: [
            { share: 0.4, months: 0 },
            { share: 0.6, months: 24 },
          ],
          hardwareLifeMonths: figure(1),
        },
        rent: { perAcceleratorHour: usd(String(hourly)) },
      },
      "discountRatePerYear",
    );
    const year = (february: number) => [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    const days = [...year(28), ...year(29), 31];
    const ownLessRent = (rate: number): number =>
      days.reduce((sum, each, month) => sum - each * 24 * hourly * (1 + rate) ** (-month / 12), 800) +
      1_200 * (1 + rate) ** -2;
    expect([ownLessRent(0) > 0, ownLessRent(0.15) < 0, ownLessRent(1) > 0]).toEqual([true, true, true]);
    expect(flips.map(({ distance }) => Math.sign(distance ?? 0)).sort()).toEqual([-1, 1]);
    // Bills are rounded to the cent, and there are 27.
    for (const { value } of flips) expect(Math.abs(ownLessRent(value))).toBeLessThan(0.2);
  });
});
