import { cumulated, monthBreakEven, utilizationSpans } from "../../../constructs/ledger/own-or-rent/break-even";
import { outcomeOf } from "../../../constructs/ledger/own-or-rent/outcome";
import { figure, type Said, sheetFor, usd } from "./support";

const spans = (said: Said) => {
  const sheet = sheetFor(said);
  return utilizationSpans(sheet, outcomeOf(sheet).cheaper);
};

describe("break-even utilization", () => {
  test("is what owning costs over what the same hours would cost rented", () => {
    // Owning is 10,000 whatever is used; renting 87,600 hours x u x $0.25: u = 10,000 / 21,900.
    const found = spans({ rent: { perAcceleratorHour: usd("0.25") } });
    expect(found.map(({ cheaper }) => cheaper)).toEqual(["rent", "own"]);
    expect(found[1]?.from).toBeCloseTo(10_000 / 21_900, 5);
    expect(found[0]?.until).toBe(found[1]?.from);
  });

  test("moves with energy that depends on work", () => {
    // Energy: 87,600 h x (0.5 + 0.5 u) x 1 kW at $100 a MWh = 4,380 + 4,380 u; 14,380 + 4,380 u = 21,900 u.
    const found = spans({
      own: { energyPerMWh: usd("100"), idlePowerShare: figure(0.5) },
      rent: { perAcceleratorHour: usd("0.25") },
    });
    expect(found[1]?.from).toBeCloseTo(14_380 / 17_520, 5);
  });

  test("is none where one side is cheaper throughout", () => {
    expect(spans({ rent: { perAcceleratorHour: usd("0.1") } })).toEqual([{ from: 0, until: 1, cheaper: "rent" }]);
    expect(spans({ rent: { takeOrPayShare: figure(1) } })).toEqual([{ from: 0, until: 1, cheaper: "own" }]);
  });

  test("may be two, where what is due anyway makes renting dear at little use", () => {
    // Rented: at least 40 % of 21,900 = 8,760. Owned: 8,500 + 876 u (no power without work): even at u = 260 / 876, and where
    // 21,900 u = 8,500 + 876 u.
    const found = spans({
      own: { hardwarePerAccelerator: usd("850"), energyPerMWh: usd("10"), idlePowerShare: figure(0) },
      rent: { perAcceleratorHour: usd("0.25"), takeOrPayShare: figure(0.4) },
    });
    expect(found.map(({ cheaper }) => cheaper)).toEqual(["own", "rent", "own"]);
    expect(found[1]?.from).toBeCloseTo(260 / 876, 4);
    expect(found[2]?.from).toBeCloseTo(8_500 / 21_024, 4);
  });
});

describe("break-even month", () => {
  const found = (said: Said) => {
    const { paidBack, worth } = monthBreakEven(cumulated(sheetFor(said)));
    return [paidBack?.number, worth?.number, paidBack?.month];
  };

  test("is the first after which owning has cost no more, to the end", () => {
    // $0.25 x 120 hours a day is 30: 930, 840, ... After 11 months of 2027, 334 days: 10,020; after 10 months 9,120.
    expect(
      found({ months: 24, utilization: figure(1), accelerators: 10, rent: { perAcceleratorHour: usd("0.125") } }),
    ).toEqual([
      // The value falls by 10,000 / 12 a month and all rent is more than that but in February: 10 x 24 x 28 x 0.125 = 840.
      11,
      1,
      "2027-11",
    ]);
  });

  test("is never where owning stays dearer", () => {
    expect(found({ rent: { perAcceleratorHour: usd("0.01") } })).toEqual([undefined, undefined, undefined]);
  });

  test("is not before one's own is there, though both pay the same until then", () => {
    const { worth } = monthBreakEven(
      cumulated(sheetFor({ months: 12, own: { leadMonths: figure(3) }, rent: { perAcceleratorHour: usd("10") } })),
    );
    expect(worth?.number).toBe(4);
  });

  test("counts what of a price is still owed when one sells", () => {
    // Paid only in month 6: before that nothing is paid, and selling would still leave 10,000 owed.
    const [first] = cumulated(
      sheetFor({ own: { payments: [{ share: 1, months: 6 }] }, rent: { perAcceleratorHour: usd("0.01") } }),
    );
    expect(first?.own.toFixed(2)).toBe("0.00");
    // 10,000 owed, less 10,000 x 11/12.
    expect(first?.ownLessWorth?.toFixed(2)).toBe("833.33");
  });

  test("agrees in the last month with the answer", () => {
    for (const price of ["0.1", "0.2", "0.3", "0.5"]) {
      const sheet = sheetFor({
        discountRatePerYear: figure(0.1),
        own: { hardwareLifeMonths: figure(30) },
        rent: { perAcceleratorHour: usd(price) },
      });
      const last = cumulated(sheet).at(-1);
      const { difference, cheaper } = outcomeOf(sheet);
      expect(last?.ownLessWorth?.minus(last.rent).minus(difference).abs().toNumber()).toBeLessThanOrEqual(0.02);
      expect(monthBreakEven(cumulated(sheet)).worth === undefined).toBe(cheaper === "rent");
    }
  });
});
