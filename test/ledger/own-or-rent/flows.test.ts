import { outcomeOf } from "../../../constructs/ledger/own-or-rent/outcome";
import { figure, flowsOf, type Said, sheetFor, usd } from "./support";

const reckoned = (said: Said) => ({ outcome: outcomeOf(sheetFor(said)) });

describe("renting, month by month", () => {
  test("is the hours of each month, a leap day among them", () => {
    // 10 accelerators, half of the time: 744, 696 (29 days), 744 hours, 720 in a common February's place none.
    const report = reckoned({ start: "2028-01", months: 3, rent: { perAcceleratorHour: usd("2.4875") } });
    expect(flowsOf(report, "rent", "rented accelerators")).toEqual([
      // 3720 h x 2.4875; 3480 h x 2.4875
      "0: 9253.50",
      "1: 8656.50",
      "2: 9253.50",
    ]);
    const common = reckoned({ start: "2027-02", months: 1, rent: { perAcceleratorHour: usd("2.4875") } });
    // 3360 h
    expect(flowsOf(common, "rent", "rented accelerators")).toEqual(["0: 8358.00"]);
  });

  test("is due for what is used, at least for what is due anyway", () => {
    const due = (share: number) =>
      flowsOf(reckoned({ months: 1, rent: { takeOrPayShare: figure(share) } }), "rent", "rented accelerators");
    expect(due(0)).toEqual(["0: 3720.00"]);
    expect(due(0.5)).toEqual(["0: 3720.00"]);
    expect(due(0.8)).toEqual(["0: 5952.00"]);
    expect(due(1)).toEqual(["0: 7440.00"]);
  });

  test("is of as many as do the work of one's own that are schedulable", () => {
    // 10 less 20 % are 8, and of rented ones that do half of the work 16: 744 x 16 x 0.5.
    const report = reckoned({ months: 1, outOfService: 0.2, rent: { throughput: figure(0.5) } });
    expect(flowsOf(report, "rent", "rented accelerators")).toEqual(["0: 5952.00"]);
  });

  test("takes a new price with each term", () => {
    const prices = (term: number) =>
      reckoned({
        start: "2027-01",
        months: 25,
        utilization: figure(1),
        accelerators: 1,
        rent: { perAcceleratorHour: usd("1"), termMonths: figure(term), priceChangePerYear: figure(-0.1) },
      }).outcome.rent.flows.map(({ amount }) => amount.toNumber());
    // 744 hours each January: 1, 0.9, 0.81 of a dollar.
    expect([prices(12)[0], prices(12)[12], prices(12)[24]]).toEqual([744, 669.6, 602.64]);
    expect([prices(24)[0], prices(24)[12], prices(24)[24]]).toEqual([744, 744, 602.64]);
    expect([prices(36)[12], prices(36)[24]]).toEqual([744, 744]);
    // Half a year on: 744 x 0.9^(1/2), in July.
    expect(prices(6)[6]).toBe(Math.round(744 * 0.9 ** 0.5 * 100) / 100);
  });

  test("prepays a share of what is due anyway, and does not bill it again", () => {
    const report = reckoned({
      months: 3,
      rent: { takeOrPayShare: figure(0.4), prepaymentShare: figure(0.5), termMonths: figure(2) },
    });
    // Anyway: 2976, 2688, 2976; half of it early: 1488 + 1344 in the first month, 1488 in the third. Used: 3720, 3360, 3720.
    expect(flowsOf(report, "rent", "prepayment")).toEqual(["0: 1488.00", "0: 1344.00", "2: 1488.00"]);
    expect(flowsOf(report, "rent", "rented accelerators")).toEqual(["0: 2232.00", "1: 2016.00", "2: 2232.00"]);
  });
});

describe("owning, month by month", () => {
  test("pays hardware and a hall that is built as it was said, and keeps what they are worth", () => {
    const report = reckoned({
      months: 12,
      own: {
        leadMonths: figure(6),
        payments: [
          { share: 0.3, months: -6 },
          { share: 0.7, months: 1 },
        ],
        hardwareLifeMonths: figure(24),
        hardwareResidualShare: figure(0.1),
        hall: { kind: "built", perKW: usd("500"), lifeMonths: figure(60), residualShare: figure(0.4) },
        kWPerAccelerator: figure(2),
      },
    });
    expect(flowsOf(report, "own", "hardware")).toEqual(["0: 3000.00", "7: 7000.00"]);
    // 20 kW x 500
    expect(flowsOf(report, "own", "hall")).toEqual(["0: 3000.00", "7: 7000.00"]);
    // Six months on: 10,000 - 9,000 x 6/24, and 10,000 - 6,000 x 6/60.
    expect(flowsOf(report, "own", "value that remains")).toEqual(["11: -17150.00"]);
  });

  test("rents until its machines are there, for a premium, with the staff of what is rented", () => {
    const report = reckoned({
      months: 4,
      own: { leadMonths: figure(2), bridgePremium: figure(0.25), staffPerMonth: usd("70") },
      rent: { staffPerMonth: usd("30"), takeOrPayShare: figure(1), prepaymentShare: figure(1) },
    });
    // All hours are due: 7440 and 6720, a quarter more.
    expect(flowsOf(report, "own", "rented until one's own is there")).toEqual([
      "0: 9300.00",
      "1: 8400.00",
      "0: 30.00",
      "1: 30.00",
    ]);
    expect(flowsOf(report, "own", "staff")).toEqual(["2: 70.00", "3: 70.00"]);
  });

  test("draws energy for work, and less without it", () => {
    const report = reckoned({
      start: "2028-02",
      months: 13,
      outOfService: 0.2,
      utilization: figure(0.75),
      own: {
        kWPerAccelerator: figure(1.5),
        averagePue: figure(1.2),
        idlePowerShare: figure(0.4),
        energyPerMWh: usd("50"),
        energyChangePerYear: figure(0.1),
      },
    });
    // Busy: 0.75 x 0.8 = 0.6; drawn 0.4 + 0.6 x 0.6 = 0.76 of 15 kW x 1.2 = 13.68 kW. 696 h: 9521.28 kWh at 5 cents.
    const energy = flowsOf(report, "own", "energy");
    expect(energy[0]).toBe("0: 476.06");
    // March: 744 h = 10177.92 kWh. A year on, February of 28 days at 5.5 cents: 672 h = 9192.96 kWh.
    expect([energy[1], energy[12]]).toEqual(["1: 508.90", "12: 505.61"]);
  });

  test("pays the rent of a hall from the day the machines are there, in steps of a year", () => {
    const report = reckoned({
      months: 15,
      own: {
        leadMonths: figure(2),
        kWPerAccelerator: figure(2),
        hall: { kind: "leased", rentPerKWMonth: usd("150"), rentChangePerYear: figure(0.02) },
        maintenanceSharePerYear: figure(0.06),
      },
    });
    const rents = flowsOf(report, "own", "hall");
    expect([rents[0], rents[11], rents[12], rents.length]).toEqual(["2: 3000.00", "13: 3000.00", "14: 3060.00", 13]);
    // 10,000 x 6 % / 12
    expect(flowsOf(report, "own", "maintenance")[0]).toBe("2: 50.00");
  });
});

describe("what both come to", () => {
  test("in money of the first month, to the cent", () => {
    const said: Said = {
      months: 13,
      discountRatePerYear: figure(0.1),
      own: { hardwareLifeMonths: figure(26), staffPerMonth: usd("100") },
    };
    const { own, rent, difference, cheaper } = outcomeOf(sheetFor(said));
    const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31];
    const at = (month: number) => 1.1 ** (-month / 12);
    const rented = days.reduce((sum, each, month) => sum + each * 24 * 10 * 0.5 * at(month), 0);
    const owned = 10_000 + days.reduce((sum, _, month) => sum + 100 * at(month), 0) - 5_000 * at(12);
    expect(rent.presentValue.toNumber()).toBeCloseTo(rented, 2);
    expect(own.presentValue.toNumber()).toBeCloseTo(owned, 2);
    expect(difference.toNumber()).toBeCloseTo(owned - rented, 2);
    expect(cheaper).toBe("own");
    // 10,000 and 13 x 100; half of the hardware's value is left.
    expect([own.payments.toFixed(2), own.remains.toFixed(2)]).toEqual(["11300.00", "5000.00"]);
    expect(rent.payments.toNumber()).toBe(days.reduce((sum, each) => sum + each * 120, 0));
  });

  test("by year and by part add up to the whole", () => {
    const { own } = outcomeOf(
      sheetFor({ months: 20, own: { hardwareLifeMonths: figure(40), staffPerMonth: usd("33.33") } }),
    );
    expect(own.byYear.map(({ year, payments, remains }) => [year, payments.toFixed(2), remains.toFixed(2)])).toEqual([
      ["2027", "10399.96", "0.00"],
      ["2028", "266.64", "5000.00"],
    ]);
    expect(own.byPart.map(({ part, amount }) => [part, amount.toFixed(2)])).toEqual([
      ["hardware", "10000.00"],
      ["staff", "666.60"],
      ["value that remains", "-5000.00"],
    ]);
  });

  test("an hour of work costs what is paid over the hours; levelized, both discounted", () => {
    const said: Said = { months: 12, discountRatePerYear: figure(0.21), own: { hardwareLifeMonths: figure(12) } };
    const { own, rent, usedHours } = outcomeOf(sheetFor(said));
    // 8,760 hours x 10 x 0.5
    expect(usedHours.toNumber()).toBe(43_800);
    expect(own.perUsedHour.plain.toNumber()).toBeCloseTo(10_000 / 43_800, 6);
    expect(rent.perUsedHour.plain.toNumber()).toBe(1);
    // What is paid as it is used costs the same whatever money is worth; what is paid at first costs more.
    expect(rent.perUsedHour.levelized.toNumber()).toBe(1);
    const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    const hours = days.reduce((sum, each, month) => sum + each * 120 * 1.21 ** (-month / 12), 0);
    expect(own.perUsedHour.levelized.toNumber()).toBeCloseTo(10_000 / hours, 6);
  });
});
