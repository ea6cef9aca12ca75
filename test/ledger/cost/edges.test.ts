import { check, fleet, power, type Raw } from "../../rules/support";
import { cloud, leasedSite as memphis } from "../capacity/support";
import { book, briefs, costs, report } from "./support";

const money = (amount: string, currency = "USD") => ({ amount, currency, basis: "contract", source: "the lease" });
const rate = { id: "trn2", what: "compute", per: "machineMonth", amount: "1000" };
const reserved = { kind: "onDemandReservation", zoneId: "use2-az1" };
const term = (until: string) => ({ state: "binding", from: "2027-01-01T00:00:00Z", until });
const paid = (lines: readonly { readonly cash: { toFixed(): string } }[]) =>
  lines.reduce((sum, { cash }) => sum + Number(cash.toFixed()), 0);

describe("at the edges", () => {
  test("metered power is asked about months of any length", () => {
    const passThrough = [{ id: "power", kind: "metered", what: "power", perMWh: money("50") }];
    const site = memphis(
      { rentPerMonth: money("100000"), end: "2028-12-31", passThrough },
      { peakPue: { value: 1.2, basis: "assumed", source: "test" } },
    );
    // 5 MW x 720 hours of November x 1.2 x $50.
    expect(briefs(costs({ sites: [site] }, "2027-11", "2027-11").lines)).toContain(
      "2027-11 memphis 216000.00 of it 0.00, paid 216000.00",
    );
  });

  test("a lease without an end costs its rent as far as one looks", () => {
    const { lines } = costs({ sites: [memphis({ rentPerMonth: money("100000") })] }, "2040-01", "2040-02");
    expect(lines.map(({ cost }) => cost.toFixed(2))).toEqual(["100000.00", "100000.00"]);
  });

  test("what is prepaid of a growing price is the same however far one looks", () => {
    const growing = {
      ...rate,
      from: "2027-01-01",
      escalation: { percent: 10, day: "anniversary" },
      prepaymentShare: 1,
    };
    const sites = [cloud({ count: 10, capacity: reserved, term: term("2032-01-01T00:00:00Z") })];
    // $120,000 x (1 + 1.1 + 1.21 + 1.331 + 1.4641).
    for (const last of ["2027-12", "2029-12", "2031-12"])
      expect(paid(costs({ sites, priceBooks: [book({ rates: [growing] })] }, "2027-01", last).lines)).toBe(732_612);
  });

  test("what a rate has prepaid a promise to spend does not ask for again", () => {
    const prices = book({
      rates: [{ ...rate, prepaymentShare: 1 }],
      commitments: [
        { id: "edp", from: "2027-01-01", until: "2028-12-31", per: "year", amount: "150000", prepaymentShare: 0.5 },
      ],
    });
    const sites = [cloud({ count: 10, capacity: reserved, term: term("2029-01-01T00:00:00Z") })];
    const { lines } = costs({ sites, priceBooks: [prices] }, "2027-01", "2028-12");
    // Two years of $120,000, and $30,000 a year that are not spent.
    expect(paid(lines)).toBe(300_000);
    expect(lines.reduce((sum, { cost }) => sum + Number(cost), 0)).toBe(300_000);
  });

  test("a promise of half a year by the year owes half of it, and one that begins within a month is refused", () => {
    const promise = { id: "edp", from: "2027-07-01", until: "2027-12-31", per: "year", amount: "12000000" };
    const { lines } = costs({ sites: [], priceBooks: [book({ commitments: [promise] })] }, "2027-07", "2027-12");
    expect(paid(lines)).toBe(6_000_000);
    const within = { ...promise, from: "2027-07-15", until: "2028-07-14" };
    const [finding] = check("COST-1", fleet({ priceBooks: [book({ commitments: [within] })] }));
    expect(finding?.message).toBe(
      "a promise to spend is of whole months: from the first day of one to the last day of one",
    );
  });

  test("a deposit stands in its year, whatever else that year costs, and in its currency", () => {
    const security = [{ id: "d", kind: "deposit", amount: money("5000000", "EUR"), due: "2027-03-01" }];
    const { years } = report(
      { sites: [memphis({ rentPerMonth: money("100000"), end: "2030-12-31", security })] },
      { asOf: "2027-01-01", until: "2028-01-01" },
    );
    expect(years.map(({ currency, deposits }) => `${currency} ${deposits.toFixed(2)}`)).toEqual([
      "EUR 5000000.00",
      "USD 0.00",
    ]);
  });

  test("a sum that lacks what nobody has priced is a floor", () => {
    const spot = book({ rates: [{ ...rate, appliesTo: { capacities: ["spot"] } }] });
    const sites = [cloud({ count: 1 }, { count: 1, capacity: { kind: "spot" } })];
    const of = (prices: Raw) =>
      report({ sites, priceBooks: [prices] }, { asOf: "2027-01-01", until: "2027-02-01" }).whole.totals[0]?.bound;
    expect(of(spot)).toBe("atLeast");
    expect(of(book({ rates: [rate] }))).toBe("exact");
  });

  test("a price of nothing is a price", () => {
    const { lines, gaps } = costs(
      { sites: [cloud({ count: 1 })], priceBooks: [book({ rates: [{ ...rate, amount: "0" }] })] },
      "2027-01",
      "2027-01",
    );
    expect([lines.length, gaps]).toEqual([1, []]);
  });

  test("a hall is bought for a site one owns; for a landlord's only where the price names it", () => {
    const hall = { id: "hall", what: "building", per: "kW", amount: "10000", depreciation: { months: 240 } };
    const of = (appliesTo: Raw) =>
      costs({ sites: [memphis({})], priceBooks: [book({ purchases: [{ ...hall, appliesTo }] })] }, "2026-06", "2026-06")
        .lines.length;
    expect([of({}), of({ tenures: ["leased"] })]).toEqual([0, 1]);
  });

  test("what is paid before first use is worth what was paid", () => {
    const lab = {
      name: "lab",
      tenure: "owned",
      location: { country: "US" },
      power: power(2),
      phases: [{ id: "p1", power: power(2), milestones: { readyForService: { forecast: "2027-06-01" } } }],
      clusters: [
        { name: "t", pools: [{ name: "h", machine: "dgx-h100", count: 1, capacity: { kind: "owned", phase: "p1" } }] },
      ],
    };
    const servers = {
      id: "s",
      what: "hardware",
      per: "machine",
      amount: "10000",
      payments: [{ share: 0.3, months: -5 }, { share: 0.7 }],
      depreciation: { months: 50 },
    };
    const { left } = costs({ sites: [lab], priceBooks: [book({ purchases: [servers] })] }, "2027-01", "2027-03");
    expect(left.map(({ amount }) => amount.toFixed(2))).toEqual(["3000.00"]);
  });
});
