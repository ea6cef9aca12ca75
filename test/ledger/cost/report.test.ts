import Big from "big.js";
import fc from "fast-check";
import { presentValue } from "../../../constructs/ledger/cost";
import { cloud } from "../capacity/support";
import { book, costs, report } from "./support";

const reserved = { kind: "onDemandReservation", zoneId: "use2-az1" };
const rate = { id: "trn2", what: "compute", per: "machineHour", amount: "16" };
const prices = book({ rates: [rate] });
const fleetOf = (pools: readonly object[], more: object = {}, cluster: object = {}) => {
  const site = cloud(...pools.map((each) => ({ ...each })));
  const clusters = (site["clusters"] as readonly object[]).map((each) => ({ ...each, ...cluster }));
  return { sites: [{ ...site, clusters }], priceBooks: [prices], ...more };
};
const JANUARY = { asOf: "2027-01-10", until: "2027-02-01" };

describe("a report on cost", () => {
  test("is of whole months, and says what an hour of an accelerator costs, there and at work", () => {
    // 16 chips a machine: $1 an accelerator-hour. 98 % take work (policy), 60 % of that works: 1 / 0.588.
    const utilization = { value: 0.6, basis: "measured", source: "the scheduler" };
    const { whole } = report(fleetOf([{ count: 5 }], {}, { utilization }), JANUARY);
    expect(whole.hours?.installed.toFixed()).toBe(String(5 * 16 * 744));
    expect(
      whole.hourCosts.map(({ perInstalledHour, perUsedHour }) => [
        perInstalledHour.toFixed(6),
        perUsedHour?.toFixed(6),
      ]),
    ).toEqual([["1.000000", "1.700680"]]);
  });

  test("knows no cost of an hour of work where nobody says how many there are, unless it is asked as if", () => {
    expect(report(fleetOf([{ count: 5 }]), JANUARY).whole.hourCosts[0]).not.toHaveProperty("perUsedHour");
    const asIf = report(fleetOf([{ count: 5 }]), { ...JANUARY, utilization: 0.5 });
    // 1 / (0.98 x 0.5)
    expect(asIf.whole.hourCosts[0]?.perUsedHour?.toFixed(6)).toBe("2.040816");
  });

  test("sums by fiscal year, named as the policy begins it", () => {
    const { years } = report(fleetOf([{ count: 1 }], { policy: { fiscalYearStart: 7 } }), {
      asOf: "2027-05-01",
      until: "2027-09-01",
    });
    // May and June are 61 days, July and August 62.
    expect(years.map(({ year, cash }) => `${year} ${cash.toFixed(2)}`)).toEqual(["FY2027 23424.00", "FY2028 23808.00"]);
  });

  test("has a present value at the rate that is stated, and none without", () => {
    expect(report(fleetOf([{ count: 1 }]), JANUARY)).not.toHaveProperty("presentValue");
    const { presentValue: worth } = report(fleetOf([{ count: 1 }]), { ...JANUARY, rate: 0.1 });
    expect(worth?.sums.map(({ cash, committed }) => [cash.toFixed(2), committed.toFixed(2)])).toEqual([
      ["11904.00", "0.00"],
    ]);
  });

  test("says what nobody has priced, and how much of it there is", () => {
    const one = fleetOf([{ count: 1 }, { count: 2, capacity: { kind: "spot" } }]);
    const only = book({ rates: [{ ...rate, appliesTo: { capacities: ["spot"] } }] });
    expect(report({ ...one, priceBooks: [only] }, JANUARY).gaps).toEqual([
      {
        site: "rainier",
        path: "sites.rainier.train.p0",
        message: "no price book says what rainier.train.p0 costs: 16 accelerators",
      },
    ]);
  });

  test("is a floor wherever it lacks a price, and says so of every part and of an hour", () => {
    // One pool of two has a price, so that an hour of all of them costs at least half of it.
    const one = fleetOf([
      { count: 1, capacity: reserved },
      { count: 1, capacity: { kind: "spot" } },
    ]);
    const other = { ...fleetOf([{ count: 1, capacity: { kind: "spot" } }]).sites[0], name: "other" };
    const only = book({ rates: [{ ...rate, appliesTo: { capacities: ["onDemandReservation"] } }] });
    const known = { ...fleetOf([{ count: 1, capacity: reserved }]).sites[0], name: "known" };
    const { whole, groups } = report(
      { ...one, sites: [...one.sites, other, known], priceBooks: [only] },
      { ...JANUARY, by: "site" },
    );
    expect(whole.hourCosts.map(({ bound }) => bound)).toEqual(["atLeast"]);
    expect(
      groups.map(({ name, totals, hourCosts }) => [
        name,
        totals.map(({ bound }) => bound),
        hourCosts.map((each) => `${each.bound} ${each.perInstalledHour.toFixed(2)}`),
      ]),
    ).toEqual([
      ["rainier", ["atLeast"], ["atLeast 0.50"]],
      ["known", ["exact"], ["exact 1.00"]],
      ["other", [], []],
    ]);
  });

  test("has an hour that costs at most so much where there may be more accelerators", () => {
    const pools = [{ count: 1, counted: { bound: "atLeast", basis: "reported", source: "the press" } }];
    expect(report(fleetOf(pools), JANUARY).whole.hourCosts.map(({ bound }) => bound)).toEqual(["about"]);
  });
});

test("what is due in a year at 10 % is worth its tenth less, and currencies stay apart", () => {
  const flow = (month: string, amount: string, currency: "USD" | "EUR" = "USD") => ({
    month,
    currency,
    amount: new Big(amount),
  });
  const flows = [flow("2027-01", "100"), flow("2028-01", "110"), flow("2029-01", "121"), flow("2028-01", "11", "EUR")];
  expect(presentValue(flows, 0.1, "2027-01").map(({ currency, amount }) => `${currency} ${amount.toFixed(2)}`)).toEqual(
    ["EUR 10.00", "USD 300.00"],
  );
});

describe("whatever the fleet", () => {
  const pool = fc.record({
    count: fc.integer({ min: 1, max: 400 }),
    from: fc.integer({ min: 0, max: 700 * 24 }),
    hours: fc.integer({ min: 1, max: 700 * 24 }),
    reserve: fc.boolean(),
  });
  const begin = Date.parse("2027-01-01T00:00:00Z");
  const at = (hour: number) => new Date(begin + hour * 3_600_000).toISOString().replace(".000", "");
  const poolOf = ({
    count,
    from,
    hours,
    reserve,
  }: {
    count: number;
    from: number;
    hours: number;
    reserve: boolean;
  }) => ({
    count,
    ...(reserve ? { capacity: reserved } : {}),
    term: { state: "binding", from: at(from), until: at(from + hours) },
  });
  const price = fc.record({
    amount: fc.integer({ min: 1, max: 50_000_000 }).map((micros) => (micros / 1_000_000).toFixed(6)),
    prepaymentShare: fc.constantFrom(0, 0.1, 0.333, 1),
    takeOrPayShare: fc.constantFrom(0, 0.5, 0.777, 1),
  });
  const totals = (pools: readonly object[], more: object) => {
    const priced = {
      sites: [cloud(...pools.map((each) => ({ ...each })))],
      priceBooks: [book({ rates: [{ ...rate, ...more }] })],
    };
    const { lines } = costs(priced, "2027-01", "2031-12");
    const sum = (of: (line: (typeof lines)[number]) => Big) =>
      lines.reduce((all, line) => all.plus(of(line)), new Big(0)).toFixed(2);
    return { cost: sum((line) => line.cost), cash: sum((line) => line.cash), lines };
  };
  /** What each month costs, what of it is committed, and what is paid of each. */
  const byMonth = (lines: ReturnType<typeof totals>["lines"]) => {
    const months = new Map<string, Big[]>();
    for (const { month, cost, committed, cash, committedCash } of lines) {
      const known = months.get(month) ?? [new Big(0), new Big(0), new Big(0), new Big(0)];
      const own = [cost, committed, cash, committedCash];
      months.set(
        month,
        known.map((sum, index) => sum.plus(own[index] ?? 0)),
      );
    }
    return [...months].map(([month, sums]) => `${month} ${sums.map((each) => each.toFixed(2)).join(" ")}`).sort();
  };

  test("over its whole life what is paid is what it costs, and no more is committed than it costs", () => {
    fc.assert(
      fc.property(fc.array(pool, { minLength: 1, maxLength: 4 }), price, (pools, more) => {
        const { cost, cash, lines } = totals(pools.map(poolOf), more);
        expect(cash).toBe(cost);
        for (const line of lines) {
          expect(line.committed.lte(line.cost)).toBe(true);
          expect(line.committedCash.lte(line.cash)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("to split a contract in two, by machines or in time, changes no bill", () => {
    fc.assert(
      fc.property(pool, price, fc.double({ min: 0, max: 1, noNaN: true }), (one, { amount }, share) => {
        const whole = totals([poolOf(one)], { amount });
        const cut = Math.min(one.hours - 1, Math.floor(one.hours * share));
        const inTime =
          cut === 0
            ? [one]
            : [
                { ...one, hours: cut },
                { ...one, from: one.from + cut, hours: one.hours - cut },
              ];
        const few = Math.floor(one.count * share);
        const byMachine =
          few === 0 || few === one.count
            ? [one]
            : [
                { ...one, count: few },
                { ...one, count: one.count - few },
              ];
        expect(totals(inTime.map(poolOf), { amount }).cost).toBe(whole.cost);
        expect(totals(byMachine.map(poolOf), { amount }).cost).toBe(whole.cost);
      }),
      { numRuns: 60 },
    );
  });

  test("to split one of several contracts by machines changes no month: not what it costs, is committed, or is paid", () => {
    fc.assert(
      fc.property(pool, pool, price, fc.double({ min: 0, max: 1, noNaN: true }), (one, other, more, share) => {
        const few = Math.floor(one.count * share);
        fc.pre(few > 0 && few < one.count);
        const parts = [{ ...one, count: few }, { ...one, count: one.count - few }, other];
        expect(byMonth(totals(parts.map(poolOf), more).lines)).toEqual(
          byMonth(totals([one, other].map(poolOf), more).lines),
        );
      }),
      { numRuns: 60 },
    );
  });

  test("a higher price never makes a smaller bill", () => {
    fc.assert(
      fc.property(
        pool,
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        (one, cents, more) => {
          const of = (amount: number) => Number(totals([poolOf(one)], { amount: (amount / 100).toFixed(2) }).cost);
          expect(of(cents + more)).toBeGreaterThanOrEqual(of(cents));
        },
      ),
      { numRuns: 40 },
    );
  });
});
