import { cloud } from "../capacity/support";
import { book, briefs, costs } from "./support";

const reserved = { kind: "onDemandReservation", zoneId: "use2-az1" };
const term = { contract: "framework", state: "binding", from: "2027-01-01T00:00:00Z", until: "2029-01-01T00:00:00Z" };
const rate = (more: object) => ({ id: "trn2", what: "compute", per: "machineHour", amount: "20", ...more });
const lines = (pools: readonly object[], prices: object, first: string, last = first) =>
  briefs(
    costs({ sites: [cloud(...pools.map((each) => ({ ...each })))], priceBooks: [book({ ...prices })] }, first, last)
      .lines,
  );

describe("a rate", () => {
  test("of an hour is due for each hour of the month, that of a leap year too", () => {
    // 200 machines x $20 x 24 x 29 days of February 2028.
    expect(lines([{ count: 200 }], { rates: [rate({})] }, "2028-02")).toEqual([
      "2028-02 rainier.p0 2784000.00 of it 0.00, paid 2784000.00",
    ]);
    // And 28 in 2027.
    expect(lines([{ count: 200 }], { rates: [rate({})] }, "2027-02")).toEqual([
      "2027-02 rainier.p0 2688000.00 of it 0.00, paid 2688000.00",
    ]);
  });

  test("of an accelerator counts chips: sixteen in a trn2.48xlarge", () => {
    // 3 x 16 x $0.5 x 744 hours.
    expect(lines([{ count: 3 }], { rates: [rate({ per: "acceleratorHour", amount: "0.5" })] }, "2027-01")).toEqual([
      "2027-01 rainier.p0 17856.00 of it 0.00, paid 17856.00",
    ]);
  });

  test("that changes within a month is due at each price for its days", () => {
    // March 2027: 14 days at $20 and 17 at $25, for one machine: 24 x (14 x 20 + 17 x 25) = 24 x 705.
    const changes = [{ from: "2027-03-15", amount: "25" }];
    expect(lines([{ count: 1 }], { rates: [rate({ changes })] }, "2027-03")).toEqual([
      "2027-03 rainier.p0 16920.00 of it 0.00, paid 16920.00",
    ]);
  });

  test("holds from its first day up to and with its last", () => {
    // 10 to 12 March are three days.
    expect(lines([{ count: 1 }], { rates: [rate({ from: "2027-03-10", until: "2027-03-12" })] }, "2027-03")).toEqual([
      "2027-03 rainier.p0 1440.00 of it 0.00, paid 1440.00",
    ]);
  });

  test("that grows steps on its anniversary", () => {
    // $20 and 10 % more from 1 March 2028 on: $22.
    const growing = rate({ from: "2027-03-01", escalation: { percent: 10, day: "anniversary" } });
    expect(lines([{ count: 1 }], { rates: [growing] }, "2028-02", "2028-03")).toEqual([
      "2028-02 rainier.p0 13920.00 of it 0.00, paid 13920.00",
      "2028-03 rainier.p0 16368.00 of it 0.00, paid 16368.00",
    ]);
  });

  test("of a month is due by the part of it in which machines are there", () => {
    // From 11:30 on 16 June: 14.520833 of 30 days; 14 days and 12.5 hours are 348.5 of 720 hours. $7,200 x 348.5 / 720.
    const late = { ...term, from: "2027-06-16T11:30:00Z" };
    const prices = { rates: [rate({ per: "machineMonth", amount: "7200" })] };
    expect(lines([{ count: 1, capacity: reserved, term: late }], prices, "2027-06")).toEqual([
      "2027-06 rainier.p0 3485.00 of it 3485.00, paid 3485.00",
    ]);
  });

  test("of a site is due once, whatever stands there", () => {
    const prices = { rates: [{ id: "staff", what: "staff", per: "month", amount: "90000" }] };
    expect(lines([{ count: 1 }, { count: 500 }], prices, "2027-01")).toEqual([
      "2027-01 rainier 90000.00 of it 0.00, paid 90000.00",
    ]);
  });

  test("is for what its lists name, and for nothing else", () => {
    const scoped = (appliesTo: object) =>
      lines([{ count: 1 }, { count: 1, capacity: { kind: "spot" } }], { rates: [rate({ appliesTo })] }, "2027-01")
        .length;
    expect(scoped({})).toBe(2);
    expect(scoped({ sites: ["rainier"], tenures: ["cloud"], providers: ["aws"] })).toBe(2);
    expect(scoped({ capacities: ["spot"] })).toBe(1);
    expect(scoped({ pools: ["rainier.train.p0"], machines: ["trn2.48xlarge"], accelerators: ["Trainium2"] })).toBe(1);
    expect(scoped({ clusters: ["rainier.train"], providers: ["google"] })).toBe(0);
    expect(scoped({ contracts: ["framework"] })).toBe(0);
  });

  test("of a fraction of a cent is rounded once for the site, and no cent is lost among its pools", () => {
    // 3 pools x 1 machine x 744 h x $0.000007 = $0.015624: two cents in all, and not one for each.
    const found = costs(
      {
        sites: [cloud({ count: 1 }, { count: 1 }, { count: 1 })],
        priceBooks: [book({ rates: [rate({ amount: "0.000007" })] })],
      },
      "2027-01",
      "2027-01",
    ).lines;
    expect(found.reduce((sum, { cost }) => sum + Number(cost), 0)).toBeCloseTo(0.02, 10);
  });
});

describe("committed", () => {
  const one = (pool: object, more: object = {}) =>
    lines([{ count: 1, ...pool }], { rates: [rate(more)] }, "2027-01")[0];

  test("is a reservation within a signed agreement that ends, and nothing that can be given up", () => {
    expect(one({ capacity: reserved, term })).toBe("2027-01 rainier.p0 14880.00 of it 14880.00, paid 14880.00");
    expect(one({ capacity: reserved })).toBe("2027-01 rainier.p0 14880.00 of it 0.00, paid 14880.00");
    expect(one({ capacity: { kind: "spot" }, term })).toBe("2027-01 rainier.p0 14880.00 of it 0.00, paid 14880.00");
  });

  test("is the share that the price says", () => {
    expect(one({ capacity: reserved, term }, { takeOrPayShare: 0.6 })).toBe(
      "2027-01 rainier.p0 14880.00 of it 8928.00, paid 14880.00",
    );
  });

  test("costs nothing that is only proposed, unless it is asked for", () => {
    const fleet = {
      sites: [cloud({ count: 1, capacity: reserved, term: { ...term, state: "proposed" } })],
      priceBooks: [book({ rates: [rate({})] })],
    };
    expect(costs(fleet, "2027-01", "2027-01").lines).toEqual([]);
    expect(costs(fleet, "2027-01", "2027-01", { counted: ["preliminary"] }).lines).toHaveLength(1);
  });
});

describe("prepayment", () => {
  const block = {
    kind: "capacityBlock",
    zoneId: "use2-az1",
    reservationId: "cr-0123456789abcdef0",
    start: "2027-05-28T11:30:00Z",
    end: "2027-06-04T11:30:00Z",
  };

  test("of a capacity block is all of it, on the day on which it begins; the cost is of the hours", () => {
    // 168 hours of 2 machines at $20: 84.5 of them in May (12.5 on the 28th, three days), 83.5 in June.
    expect(lines([{ count: 2, capacity: block }], { rates: [rate({})] }, "2027-05", "2027-06")).toEqual([
      "2027-05 rainier.p0 0.00 of it 0.00, paid 6720.00",
      "2027-05 rainier.p0 3380.00 of it 3380.00, paid 0.00",
      "2027-06 rainier.p0 3340.00 of it 3340.00, paid 0.00",
    ]);
    // Who looks at June alone sees what it costs and that nothing is paid.
    expect(lines([{ count: 2, capacity: block }], { rates: [rate({})] }, "2027-06")).toEqual([
      "2027-06 rainier.p0 3340.00 of it 3340.00, paid 0.00",
    ]);
  });

  test("of a share of a term is due in its first month for all of its months", () => {
    // Two years of $20 an hour: 731 days (2028 is a leap year) x 24 x 20 = $350,880; a quarter is $87,720.
    const found = costs(
      {
        sites: [cloud({ count: 1, capacity: reserved, term })],
        priceBooks: [book({ rates: [rate({ prepaymentShare: 0.25 })] })],
      },
      "2027-01",
      "2028-12",
    ).lines;
    const paid = found.map(({ cash }) => Number(cash));
    expect(Math.max(...paid)).toBe(87_720);
    expect(paid.reduce((sum, each) => sum + each, 0)).toBeCloseTo(350_880, 6);
    // January: three quarters of 744 x 20.
    expect(briefs(found)[1]).toBe("2027-01 rainier.p0 14880.00 of it 14880.00, paid 11160.00");
  });
});
