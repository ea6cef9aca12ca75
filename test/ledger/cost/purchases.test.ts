import type { Raw } from "../../rules/support";
import { power } from "../../rules/support";
import { book, briefs, costs } from "./support";

/** An owned site whose one phase has power from a day on, with machines of one's own. */
const owned = (pool: Raw = {}): Raw => ({
  name: "lab",
  tenure: "owned",
  location: { country: "US" },
  power: power(2),
  phases: [{ id: "p1", power: power(2), milestones: { readyForService: { forecast: "2027-03-10" } } }],
  clusters: [
    {
      name: "train",
      pools: [{ name: "h100", machine: "dgx-h100", count: 10, capacity: { kind: "owned", phase: "p1" }, ...pool }],
    },
  ],
});

const hardware = (more: Raw = {}): Raw => ({
  id: "servers",
  what: "hardware",
  per: "machine",
  amount: "300000",
  depreciation: { months: 48, residualShare: 0.04 },
  ...more,
});
const of = (prices: Raw, first: string, last: string, pool: Raw = {}) =>
  costs({ sites: [owned(pool)], priceBooks: [book(prices)] }, first, last);
const sum = (amounts: readonly { toFixed(): string }[]) => amounts.reduce<number>((all, each) => all + Number(each), 0);

describe("what is bought", () => {
  test("is paid in the month of first use, and a cost of the months in which it loses its value", () => {
    // 10 x $300,000; 96 % of it over 48 months: $60,000 a month. A month that is begun counts.
    expect(briefs(of({ purchases: [hardware()] }, "2027-02", "2027-04").lines)).toEqual([
      "2027-03 lab.h100 60000.00 of it 60000.00, paid 3000000.00",
      "2027-04 lab.h100 60000.00 of it 60000.00, paid 0.00",
    ]);
  });

  test("is worth what is left of it at the end of what one looks at, and no less than its residual", () => {
    expect(sum(of({ purchases: [hardware()] }, "2027-03", "2027-12").left.map(({ amount }) => amount))).toBe(
      3_000_000 - 10 * 60_000,
    );
    expect(sum(of({ purchases: [hardware()] }, "2027-03", "2040-12").left.map(({ amount }) => amount))).toBe(120_000);
  });

  test("is paid as it is agreed, before and after first use", () => {
    const payments = [
      { share: 0.3, months: -6 },
      { share: 0.6, months: 0 },
      { share: 0.1, months: 3 },
    ];
    const { lines } = of({ purchases: [hardware({ payments })] }, "2026-09", "2027-06");
    expect(lines.filter(({ cash }) => !cash.eq(0)).map(({ month, cash }) => `${month} ${cash.toFixed(0)}`)).toEqual([
      "2026-09 900000",
      "2027-03 1800000",
      "2027-06 300000",
    ]);
  });

  test("is sold for what it is worth in the books when one has no more use for it", () => {
    // Removed after 31 August 2027: six months of use, $2,640,000 left.
    const { lines, left } = of({ purchases: [hardware()] }, "2027-01", "2030-12", {
      capacity: { kind: "owned", phase: "p1", until: "2027-08-31" },
    });
    expect(briefs(lines).at(-1)).toBe("2027-08 lab.h100 60000.00 of it 60000.00, paid -2640000.00");
    expect(left).toEqual([]);
    // All that is paid and not got back is a cost, and nothing else is.
    expect(sum(lines.map(({ cash }) => cash))).toBe(sum(lines.map(({ cost }) => cost)));
  });

  test("by the kilowatt counts critical IT power, by the site once", () => {
    const building = { id: "hall", what: "building", amount: "9000", per: "kW", depreciation: { months: 240 } };
    const study = { id: "study", what: "other", amount: "240000", per: "site", depreciation: { months: 240 } };
    // 2,000 kW x $9,000 / 240 = $75,000 a month, and $1,000.
    expect(briefs(of({ purchases: [building, study] }, "2027-04", "2027-04").lines)).toEqual([
      "2027-04 lab 1000.00 of it 1000.00, paid 0.00",
      "2027-04 lab 75000.00 of it 75000.00, paid 0.00",
    ]);
  });

  test("loses its value to the cent, also where months do not divide it", () => {
    const odd = hardware({ amount: "100000.01", depreciation: { months: 7, residualShare: 0 } });
    const { lines } = of({ purchases: [odd] }, "2027-01", "2027-12", { count: 1 });
    expect(lines).toHaveLength(7);
    expect(sum(lines.map(({ cost }) => cost))).toBeCloseTo(100_000.01, 8);
  });

  test("is nothing that a landlord brings", () => {
    const leased = {
      name: "memphis",
      tenure: "leased",
      location: { country: "US" },
      scope: "compute",
      lease: {
        landlord: "L",
        state: "commenced",
        phases: [{ id: "p1", power: power(5), rentCommencement: "2027-01-01" }],
      },
      clusters: [
        { name: "t", pools: [{ name: "h100", machine: "dgx-h100", count: 10, capacity: { kind: "leased" } }] },
      ],
    };
    expect(
      costs({ sites: [leased], priceBooks: [book({ purchases: [hardware()] })] }, "2027-01", "2027-12").lines,
    ).toEqual([]);
  });

  test("has no cost where nobody knows when it was bought, and that is said", () => {
    const always = { capacity: { kind: "owned" } };
    const { lines, gaps } = of({ purchases: [hardware()] }, "2027-01", "2027-12", always);
    expect(lines).toEqual([]);
    expect(gaps).toContainEqual({
      site: "lab",
      path: "priceBooks.list.purchases.servers",
      message: "lab.train.h100 was always there, so that nobody knows when it was bought: say usedFrom",
    });
    const dated = of({ purchases: [hardware({ usedFrom: "2026-12-01" })] }, "2027-01", "2027-01", always);
    expect(briefs(dated.lines)).toEqual(["2027-01 lab.h100 60000.00 of it 60000.00, paid 0.00"]);
  });
});

test("machines that come together cost the same into however many pools they are divided, month by month", () => {
  // $300.00 over six months are $50.00 each, of which no third is a whole number of cents.
  const cheap = hardware({ amount: "100", depreciation: { months: 6 } });
  const pool = (name: string, count: number) => ({
    name,
    machine: "dgx-h100",
    count,
    capacity: { kind: "owned", phase: "p1" },
  });
  const monthly = (...pools: readonly object[]) => {
    const sites = [{ ...owned(), clusters: [{ name: "train", pools }] }];
    const { lines, left } = costs({ sites, priceBooks: [book({ purchases: [cheap] })] }, "2027-03", "2027-07");
    const months = [...new Set(lines.map(({ month }) => month))];
    return {
      costs: months.map((month) =>
        sum(lines.filter((line) => line.month === month).map(({ cost }) => cost.times(100))),
      ),
      left: left.map(({ amount }) => amount.toFixed(2)),
    };
  };
  const whole = { costs: [5000, 5000, 5000, 5000, 5000], left: ["50.00"] };
  expect(monthly(pool("a", 3))).toEqual(whole);
  expect(monthly(pool("a", 1), pool("b", 1), pool("c", 1))).toEqual(whole);
});
