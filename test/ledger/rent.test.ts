import Big from "big.js";
import { rentByMonth, rentByYear, rentSchedule } from "../../constructs/ledger";
import { dollars, leasedSite, machine, mw } from "./lease-fixtures";

const schedule = (lease: object, until?: string, more: object = {}) =>
  rentSchedule(leasedSite(lease, more), { machine, ...(until === undefined ? {} : { until }) });

/** The rent of each month, over all premises. */
const months = (lease: object, until?: string) =>
  Object.fromEntries(rentByMonth(schedule(lease, until).lines).map(({ month, amount }) => [month, amount.toFixed(2)]));

/** Acceptance case 5: two halls, 3 % on the first of the month on or after each anniversary, daily proration. */
const twoHalls = {
  rentPerKWMonth: dollars("130.00"),
  escalation: { percent: 3, day: "firstOfMonthOnOrAfterAnniversary" },
  proration: "daily",
  termMonths: 180,
  phases: [
    { id: "hall-1", power: mw(10), rentCommencement: "2026-10-24" },
    { id: "hall-2", power: mw(5), rentCommencement: "2027-03-01" },
  ],
};

describe("rent of two halls that commence apart", () => {
  const rent = months(twoHalls);

  test.each([
    ["2026-10", "335483.87"], // 10,000 kW x $130 x 8 of 31 days
    ["2026-11", "1300000.00"],
    ["2027-02", "1300000.00"],
    ["2027-10", "1950000.00"], // 15,000 kW x $130: the anniversary of the 24th is not yet a first of the month
    ["2027-11", "1989000.00"], // hall 1 at $133.90
    ["2028-02", "1989000.00"],
    ["2028-03", "2008500.00"], // both at $133.90
  ])("%s: $%s", (month, amount) => {
    expect(rent[month]).toBe(amount);
  });

  test("the year 2027: $22,178,000", () => {
    const year = rentByYear(schedule(twoHalls).lines, 1).find((each) => each.year === "2027");
    expect(year?.amount.toFixed(2)).toBe("22178000.00");
  });

  test("fiscal years begin in the month that the fleet says, and are named after the year in which they end", () => {
    const years = rentByYear(schedule(twoHalls).lines, 10);
    expect(years.slice(0, 2).map(({ year, amount }) => `${year} ${amount.toFixed(2)}`)).toEqual([
      // 335,483.87 + 11 x 1,300,000 + 7 x 650,000
      "FY2027 19185483.87",
      // 1,950,000 + 4 x 1,989,000 + 7 x 2,008,500
      "FY2028 23965500.00",
    ]);
  });

  test("ends with the term, which runs from the first rent", () => {
    const last = schedule(twoHalls).lines.at(-1);
    expect(last).toMatchObject({ month: "2041-10", to: "2041-10-23" });
  });
});

describe("the day on which rent steps up", () => {
  const steps = (rentCommencement: string, escalation: object, until: string) =>
    schedule(
      {
        rentPerKWMonth: dollars("100.00"),
        escalation: { percent: 10, ...escalation },
        phases: [{ id: "p1", power: mw(1), rentCommencement }],
      },
      until,
    ).lines;
  const firstAt = (rate: string, ...args: Parameters<typeof steps>) =>
    steps(...args).find((line) => line.rate.eq(rate))?.month;

  // The two examples that published definitions of an escalation date give.
  test("is the first of the month on or after the anniversary", () => {
    const day = "firstOfMonthOnOrAfterAnniversary";
    expect(firstAt("110", "2026-10-24", { day }, "2028-12-31")).toBe("2027-11");
    expect(firstAt("110", "2026-07-05", { day }, "2028-12-31")).toBe("2027-08");
    expect(firstAt("110", "2026-07-01", { day }, "2028-12-31")).toBe("2027-07");
  });

  test("is the anniversary, with the days before it at the old rate", () => {
    const line = steps("2026-07-05", { day: "anniversary" }, "2027-07-31").at(-1);
    // 1,000 kW: 4 days at $100, 27 at $110, of 31
    expect(line?.amount.toFixed(2)).toBe(
      new Big(1000)
        .times(4 * 100 + 27 * 110)
        .div(31)
        .toFixed(2),
    );
    expect(line).toMatchObject({ month: "2027-07", steps: true });
  });

  test("is a fixed day for all premises, however late they commence", () => {
    const fixed = { day: "fixedDate", firstStep: "2027-01-01" };
    expect(firstAt("110", "2026-10-24", fixed, "2028-12-31")).toBe("2027-01");
    expect(firstAt("121", "2026-10-24", fixed, "2028-12-31")).toBe("2028-01");
    // On the day of a step the stepped rate is due, by what commences on it as by all else; the day before it is not.
    expect(steps("2027-01-01", fixed, "2027-01-31").map((line) => line.rate.toString())).toEqual(["110"]);
    expect(steps("2026-12-31", fixed, "2026-12-31").map((line) => line.rate.toString())).toEqual(["100"]);
    // Commencing after the first step, it begins at the rate of that day.
    expect(steps("2027-03-01", fixed, "2027-03-31").map((line) => line.rate.toString())).toEqual(["110"]);
  });

  test("comes after as many months as are agreed", () => {
    expect(firstAt("110", "2026-07-01", { everyMonths: 60 }, "2031-12-31")).toBe("2031-07");
  });
});

describe("growth of rent", () => {
  const rates = (escalation: object) =>
    schedule(
      {
        rentPerKWMonth: dollars("130.00"),
        escalation,
        phases: [{ id: "p1", power: mw(1), rentCommencement: "2026-01-01" }],
      },
      "2028-12-31",
    )
      .lines.filter(({ month }) => month.endsWith("-01"))
      .map((line) => line.rate.toString());

  test("compounds, unless it does not", () => {
    expect(rates({ percent: 3 })).toEqual(["130", "133.9", "137.917"]);
    expect(rates({ percent: 3, compounding: false })).toEqual(["130", "133.9", "137.8"]);
  });

  test("grows the rounded rate where rates are rounded", () => {
    expect(rates({ percent: 3, rateDecimals: 2 })).toEqual(["130", "133.9", "137.92"]);
    // 130 x 1.03 = 133.9 rounds to 134; 134 x 1.03 = 138.02 to 138
    expect(rates({ percent: 3, rateDecimals: 0 })).toEqual(["130", "134", "138"]);
  });
});

describe("part of a month", () => {
  const first = (rentCommencement: string, more: object) =>
    schedule(
      { rentPerKWMonth: dollars("100.00"), phases: [{ id: "p1", power: mw(1), rentCommencement }], ...more },
      "2027-12-31",
    ).lines[0]?.amount.toFixed(2);

  test("is billed by its days, by thirtieths, or as a whole", () => {
    expect(first("2027-02-15", { proration: "daily" })).toBe("50000.00"); // 14 of 28
    expect(first("2027-02-15", { proration: "thirtyDay" })).toBe("53333.33"); // 16 of 30
    expect(first("2027-02-15", { proration: "none" })).toBe("100000.00");
    expect(first("2027-01-31", { proration: "daily" })).toBe("3225.81"); // 1 of 31
  });

  // 30E/360: the 31st counts as the 30th, so that a day of rent is never free, and 30 January to 1 February are 1 thirtieth as well.
  test("in thirtieths begins on the 31st as on the 30th, and ends before the 31st as before the 30th", () => {
    expect(first("2027-01-31", { proration: "thirtyDay" })).toBe("3333.33"); // 1 of 30
    expect(first("2027-01-30", { proration: "thirtyDay" })).toBe("3333.33");
    expect(first("2027-01-29", { proration: "thirtyDay" })).toBe("6666.67");
    expect(first("2027-01-01", { proration: "thirtyDay" })).toBe("100000.00");
    expect(first("2027-02-28", { proration: "thirtyDay" })).toBe("10000.00"); // 28th, and 29th and 30th that February lacks
    const upTo = (end: string) => first("2027-01-01", { proration: "thirtyDay", end });
    expect(upTo("2027-01-29")).toBe("96666.67"); // 29 of 30
    expect(upTo("2027-01-30")).toBe("96666.67");
    expect(upTo("2027-01-31")).toBe("100000.00");
  });

  test("rounds half a cent up, or to the even cent", () => {
    // 0.5 kW x $0.01 = half a cent; 1.5 kW = one and a half; 2.5 kW = two and a half
    const cents = (kW: number, rounding?: string) =>
      first("2027-01-01", {
        rentPerKWMonth: dollars("0.01"),
        rounding,
        phases: [{ id: "p1", power: mw(1), contractedKW: kW, rentCommencement: "2027-01-01" }],
      });
    expect([0.5, 1.5, 2.5].map((kW) => cents(kW, "halfUp"))).toEqual(["0.01", "0.02", "0.03"]);
    expect([0.5, 1.5, 2.5].map((kW) => cents(kW, "halfEven"))).toEqual(["0.00", "0.02", "0.02"]);
    expect(cents(0.5)).toBe("0.01");
  });
});

describe("what rent is due on", () => {
  const one = (lease: object, more: object = {}) => schedule(lease, "2027-01-31", more).lines[0]?.amount.toFixed(2);
  const from = { rentCommencement: "2027-01-01" };

  test("is contracted power, whatever the phase brings", () => {
    const rentPerKWMonth = dollars("100.00");
    expect(one({ rentPerKWMonth, phases: [{ id: "p1", power: mw(10), ...from }] })).toBe("1000000.00");
    expect(one({ rentPerKWMonth, phases: [{ id: "p1", power: mw(10), contractedKW: 9000, ...from }] })).toBe(
      "900000.00",
    );
  });

  test("is the whole, by the month", () => {
    // The report that has Colossus 1 at $1.25 billion a month.
    const rentPerMonth = dollars("1250000000.00", { basis: "reported" });
    expect(one({ rentPerMonth, phases: [{ id: "all", power: mw(300), ...from }] })).toBe("1250000000.00");
  });

  test("is accelerators by the hour, stated or of the leased machines", () => {
    const rentPerAcceleratorHour = dollars("2.50");
    // 1,000 x $2.50 x 744 hours of January
    expect(one({ rentPerAcceleratorHour, phases: [{ id: "p1", power: mw(2), accelerators: 1000, ...from }] })).toBe(
      "1860000.00",
    );
    const pools = [{ name: "h100", machine: "dgx-h100", count: 125, capacity: { kind: "leased", phase: "p1" } }];
    expect(
      one(
        { rentPerAcceleratorHour, phases: [{ id: "p1", power: mw(2), ...from }] },
        { clusters: [{ name: "train", pools }] },
      ),
    ).toBe("1860000.00");
  });

  test("is what premises say, then their phase, then the lease", () => {
    const lease = {
      rentPerKWMonth: dollars("100.00"),
      premises: [
        { id: "a", phase: "p1", contractedKW: 1000, rentPerKWMonth: dollars("120.00") },
        { id: "b", phase: "p1", contractedKW: 2000, rentCommencement: "2027-01-17" },
      ],
      phases: [
        { id: "p1", power: mw(3), rentPerKWMonth: dollars("110.00"), ...from },
        { id: "p2", power: mw(4), ...from },
      ],
    };
    expect(schedule(lease, "2027-01-31").lines.map(({ premises, amount }) => [premises, amount.toFixed(2)])).toEqual([
      ["a", "120000.00"],
      ["b", new Big(2000 * 110 * 15).div(31).toFixed(2)],
      ["p2", "400000.00"],
    ]);
  });

  test("is a part of it at least, by take or pay", () => {
    const lease = {
      rentPerKWMonth: dollars("100.00"),
      takeOrPayShare: 0.75,
      phases: [{ id: "p1", power: mw(1), ...from }],
    };
    expect(schedule(lease, "2027-01-31").lines[0]?.minimum.toFixed(2)).toBe("75000.00");
  });
});

describe("extensions", () => {
  const lease = (options: object[]) => ({
    rentPerKWMonth: dollars("100.00"),
    escalation: { percent: 10 },
    termMonths: 12,
    phases: [{ id: "p1", power: mw(1), rentCommencement: "2026-01-01" }],
    extensionOptions: options,
  });
  const at = (options: object[], month: string) => months(lease(options))[month];

  test("go on with the rent and its steps, once exercised", () => {
    expect(at([{ id: "o1", months: 12 }], "2027-01")).toBeUndefined();
    expect(at([{ id: "o1", months: 12, exercised: "2026-06-01" }], "2026-12")).toBe("100000.00");
    expect(at([{ id: "o1", months: 12, exercised: "2026-06-01" }], "2027-01")).toBe("110000.00");
    expect(at([{ id: "o1", months: 12, exercised: "2026-06-01" }], "2028-01")).toBeUndefined();
  });

  test("begin anew at a rate of their own", () => {
    const fixed = {
      id: "o1",
      months: 24,
      exercised: "2026-06-01",
      rentBasis: "fixed",
      rentPerKWMonth: dollars("90.00"),
    };
    expect(at([fixed], "2027-01")).toBe("90000.00");
    expect(at([fixed], "2028-01")).toBe("99000.00");
  });

  test("at market rent leave a gap", () => {
    const { lines, gaps } = schedule(lease([{ id: "o1", months: 12, exercised: "2026-06-01", rentBasis: "market" }]));
    expect(lines.at(-1)?.month).toBe("2026-12");
    expect(gaps).toEqual([{ premises: "p1", lacks: "market rent" }]);
  });
});

describe("what is not known", () => {
  test("is told, and leaves the rest", () => {
    const lease = {
      phases: [
        { id: "no-rate", power: mw(1), rentCommencement: "2027-01-01" },
        { id: "no-day", power: mw(1), rentPerMonth: dollars("1.00") },
        {
          id: "no-power",
          power: mw(1, { meaning: "utility" }),
          rentPerKWMonth: dollars("1.00"),
          rentCommencement: "2027-01-01",
        },
        { id: "no-chips", power: mw(1), rentPerAcceleratorHour: dollars("1.00"), rentCommencement: "2027-01-01" },
        { id: "known", power: mw(1), rentPerKWMonth: dollars("1.00"), rentCommencement: "2027-01-01" },
      ],
      end: "2027-01-31",
    };
    const { lines, gaps } = schedule(lease);
    expect(lines.map(({ premises, amount }) => [premises, amount.toFixed(2)])).toEqual([["known", "1000.00"]]);
    expect(gaps).toEqual([
      { premises: "no-rate", lacks: "rate" },
      { premises: "no-day", lacks: "commencement" },
      { premises: "no-power", lacks: "power" },
      { premises: "no-chips", lacks: "accelerators" },
    ]);
  });

  test("is the end: five years are shown", () => {
    const { lines, gaps } = schedule({
      rentPerMonth: dollars("1.00"),
      phases: [{ id: "p1", power: mw(1), rentCommencement: "2027-01-01" }],
    });
    expect(lines).toHaveLength(61);
    expect(gaps).toEqual([{ premises: "p1", lacks: "end" }]);
  });

  test("keeps what a floor is", () => {
    const lease = (bound: string) => ({
      rentPerKWMonth: dollars("1.00"),
      phases: [{ id: "p1", power: mw(160, { bound, basis: "assumed" }), rentCommencement: "2027-01-01" }],
    });
    expect(schedule(lease("atLeast"))).toMatchObject({ bound: "atLeast", basis: "assumed" });
    expect(schedule(lease("exact"))).toMatchObject({ bound: "exact", basis: "assumed" });
  });

  test("an end that lies far off makes no schedule of eight thousand years", () => {
    const { lines } = schedule({
      rentPerMonth: dollars("1.00"),
      end: "9999-12-31",
      phases: [{ id: "p1", power: mw(1), rentCommencement: "2027-01-01" }],
    });
    expect(lines).toHaveLength(1201);
  });
});
