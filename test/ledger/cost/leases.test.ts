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

  test("is committed once in a month in which a term ends and its extension begins", () => {
    const { lines } = costs(
      {
        sites: [
          memphis(
            lease({ end: "2027-03-10", extensionOptions: [{ id: "first", months: 12, exercised: "2026-07-01" }] }),
          ),
        ],
      },
      "2027-03",
      "2027-03",
    );
    // Ten of 31 days of one term, and 21 of the next.
    expect(briefs(lines)).toEqual([
      "2027-03 memphis 32258.06 of it 32258.06, paid 32258.06",
      "2027-03 memphis 67741.94 of it 67741.94, paid 67741.94",
    ]);
  });

  test("owes for leaving months of a whole month's rent by the hour, in a month of which it has a part", () => {
    const right = { party: "tenant", noticeDays: 0, endsNotBefore: "2027-06-10", feeMonthsOfRent: 10 };
    const hourly = { rentPerMonth: undefined, rentPerAcceleratorHour: money("2"), terminationRights: [right] };
    const { exitFees } = costs({ sites: [memphis(lease(hourly))] }, "2027-01", "2027-12");
    // Eighty accelerators in the 720 hours of June.
    expect(exitFees.map(({ amount }) => amount.toFixed(2))).toEqual([(10 * 80 * 2 * 720).toFixed(2)]);
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
