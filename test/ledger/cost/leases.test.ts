import { leasedSite as memphis } from "../capacity/support";
import { book, briefs, costs, report } from "./support";

const money = (amount: string, currency = "USD") => ({ amount, currency, basis: "contract", source: "the lease" });
/** Ten servers of eight H100 from June 2026 on, at $100,000 a month. */
const lease = (more: object = {}) => ({ rentPerMonth: money("100000"), end: "2028-12-31", ...more });

describe("a lease", () => {
  test("costs its rent, committed up to the first day on which the tenant can leave", () => {
    // Notice of 90 days from 1 January 2027 ends it on 1 April: one of thirty days of April is bound.
    const right = { party: "tenant", noticeDays: 90, fee: money("250000") };
    const { lines, exitFees } = costs(
      { sites: [memphis(lease({ terminationRights: [right] }))] },
      "2027-01",
      "2027-05",
    );
    expect(briefs(lines)).toEqual([
      "2027-01 memphis 100000.00 of it 100000.00, paid 100000.00",
      "2027-02 memphis 100000.00 of it 100000.00, paid 100000.00",
      "2027-03 memphis 100000.00 of it 100000.00, paid 100000.00",
      "2027-04 memphis 100000.00 of it 3333.33, paid 100000.00",
      "2027-05 memphis 100000.00 of it 0.00, paid 100000.00",
    ]);
    expect(exitFees).toMatchObject([{ site: "memphis", counterparty: "Landlord", day: "2027-04-01" }]);
    expect(exitFees.map(({ amount }) => amount.toFixed(2))).toEqual(["250000.00"]);
  });

  test("is committed to its end where nothing lets the tenant leave, of take or pay its share", () => {
    const { lines } = costs({ sites: [memphis(lease({ takeOrPayShare: 0.7 }))] }, "2028-12", "2029-01");
    expect(briefs(lines)).toEqual(["2028-12 memphis 100000.00 of it 70000.00, paid 100000.00"]);
  });

  test("passes on what it does, once its rent is due", () => {
    const passThrough = [{ id: "tax", kind: "fixed", what: "taxes", perMonth: money("5000") }];
    const { lines } = costs({ sites: [memphis(lease({ passThrough }))] }, "2027-01", "2027-01");
    expect(lines.map(({ what, cost }) => `${what} ${cost.toFixed(2)}`)).toEqual([
      "rent 100000.00",
      "passThrough 5000.00",
    ]);
  });

  test("that is only proposed costs nothing, unless that is asked for", () => {
    const site = memphis(lease({ state: "proposed" }));
    expect(costs({ sites: [site] }, "2027-01", "2027-01").lines).toEqual([]);
    expect(costs({ sites: [site] }, "2027-01", "2027-01", { counted: ["preliminary"] }).lines).toHaveLength(1);
  });

  test("in another currency stands beside, and adds to nothing", () => {
    const prices = book({ rates: [{ id: "staff", what: "staff", per: "month", amount: "20000" }] });
    const site = memphis(lease({ rentPerMonth: money("100000", "EUR") }));
    const { whole } = report({ sites: [site], priceBooks: [prices] }, { asOf: "2027-01-01", until: "2027-02-01" });
    expect(whole.totals.map(({ currency, cost }) => `${currency} ${cost.toFixed(2)}`)).toEqual([
      "EUR 100000.00",
      "USD 20000.00",
    ]);
  });
});
