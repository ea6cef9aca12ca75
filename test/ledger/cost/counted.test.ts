import { cloud, leasedSite as memphis } from "../capacity/support";
import { book, briefs, costs, report } from "./support";

const money = (amount: string) => ({ amount, currency: "USD", basis: "contract", source: "the lease" });
/** Eighty H100 at $100,000 a month, which the landlord can end with notice of ninety days. */
const lease = (more: object = {}) => ({
  rentPerMonth: money("100000"),
  end: "2028-12-31",
  terminationRights: [{ party: "landlord", noticeDays: 90 }],
  ...more,
});
const TO_JUNE = { asOf: "2027-01-01", until: "2027-07-01" };

describe("what counts", () => {
  // Notice given on 1 January ends the lease with 1 April: firm are three months and one of the thirty days of April.
  const tax = { passThrough: [{ id: "tax", kind: "fixed", what: "taxes", perMonth: money("3000") }] };

  test("of a lease is its rent up to the day on which the landlord can end it, and what it passes on", () => {
    const { lines } = costs({ sites: [memphis(lease(tax))] }, "2027-01", "2027-05", { counted: ["firm"] });
    expect(
      lines.map(({ month, what, cost, commitment }) => `${month} ${what} ${cost.toFixed(2)} ${commitment}`),
    ).toEqual([
      "2027-01 rent 100000.00 firm",
      "2027-02 rent 100000.00 firm",
      "2027-03 rent 100000.00 firm",
      "2027-04 rent 3333.33 firm",
      "2027-01 passThrough 3000.00 firm",
      "2027-02 passThrough 3000.00 firm",
      "2027-03 passThrough 3000.00 firm",
      "2027-04 passThrough 100.00 firm",
    ]);
  });

  test("and what does not count come to the whole, to the cent", () => {
    const sum = (counted: readonly string[]) =>
      costs({ sites: [memphis(lease(tax))] }, "2027-01", "2027-06", { counted }).lines.reduce(
        (total, { cost }) => total + Number(cost.times(100)),
        0,
      );
    expect(sum(["firm"]) + sum(["terminable"])).toBe(6 * 103_000_00);
    expect(sum(["firm", "terminable"])).toBe(6 * 103_000_00);
  });

  test("makes an hour cost the same, firm or not", () => {
    // 80 accelerators: $303,333.33 for 91 days up to 1 April; $600,000 for the 181 days to June.
    const perHour = (counted?: readonly ("firm" | "terminable")[]) =>
      report(
        { sites: [memphis(lease())] },
        { ...TO_JUNE, ...(counted === undefined ? {} : { counted }) },
      ).whole.hourCosts.map(({ perInstalledHour }) => Number(perInstalledHour));
    expect(perHour(["firm"])).toEqual([Number((303_333.33 / (80 * 24 * 91)).toFixed(6))]);
    expect(perHour()).toEqual([Number((600_000 / (80 * 24 * 181)).toFixed(6))]);
  });

  test("of options has no rent that anybody knows, and is said to be lacking", () => {
    const sites = [
      memphis(lease({ terminationRights: [], extensionOptions: [{ id: "o", months: 12, noticeMonths: 6 }] })),
    ];
    const asked = { asOf: "2028-07-01", until: "2029-07-01" };
    const { gaps, whole } = report({ sites }, { ...asked, asOf: "2028-01-01", counted: ["firm", "optional"] });
    expect(gaps).toEqual([
      {
        site: "memphis",
        path: "sites.memphis.lease.extensionOptions",
        message: "the rent of memphis in terms that its options would add is not reckoned",
      },
    ]);
    expect(whole.totals.map(({ bound }) => bound)).toEqual(["atLeast"]);
    expect(report({ sites }, { ...asked, asOf: "2028-01-01" }).gaps).toEqual([]);
  });
});

describe("a fiscal year", () => {
  test("says how many of its months one looks at", () => {
    const { years } = report({ sites: [memphis(lease())], policy: { fiscalYearStart: 4 } }, TO_JUNE);
    expect(years.map(({ year, months, cost }) => `${year} ${months} ${cost.toFixed(2)}`)).toEqual([
      "FY2027 3 300000.00",
      "FY2028 3 300000.00",
    ]);
  });
});

describe("a prepaid share", () => {
  test("is due when there is first a price", () => {
    const term = { state: "binding", from: "2027-01-01T00:00:00Z", until: "2028-01-01T00:00:00Z" };
    const sites = [cloud({ count: 1, capacity: { kind: "onDemandReservation", zoneId: "use2-az1" }, term })];
    const rate = {
      id: "r",
      what: "compute",
      per: "machineMonth",
      amount: "1000",
      from: "2027-11-01",
      prepaymentShare: 0.5,
    };
    const { lines } = costs({ sites, priceBooks: [book({ rates: [rate] })] }, "2027-01", "2027-12");
    expect(briefs(lines)).toEqual([
      "2027-11 rainier.p0 0.00 of it 0.00, paid 1000.00",
      "2027-11 rainier.p0 1000.00 of it 1000.00, paid 500.00",
      "2027-12 rainier.p0 1000.00 of it 1000.00, paid 500.00",
    ]);
  });
});
