import fc from "fast-check";
import { budgetUses, fleetCosts } from "../../../constructs/ledger/cost";
import { built, cloud, leasedSite, optionsFor } from "../capacity/support";
import { book, briefs } from "./support";

const money = (amount: string) => ({ amount, currency: "USD", basis: "contract", source: "the lease" });
const term = { state: "binding", from: "2027-03-10T11:30:00Z", until: "2029-09-02T11:30:00Z" };

/** A lease that can be left, with taxes, and a reservation of a growing price with a promise to spend. */
const spec = built({
  sites: [
    leasedSite({
      rentPerMonth: money("100000"),
      end: "2029-12-15",
      terminationRights: [{ party: "tenant", noticeDays: 400 }],
      passThrough: [{ id: "tax", kind: "fixed", what: "taxes", perMonth: money("3333.33") }],
    }),
    cloud({ count: 7, capacity: { kind: "onDemandReservation", zoneId: "use2-az1" }, term }),
  ],
  priceBooks: [
    book({
      rates: [
        {
          id: "trn2",
          what: "compute",
          per: "acceleratorHour",
          amount: "1.234567",
          from: "2027-01-01",
          appliesTo: { tenures: ["cloud"] },
          escalation: { percent: 3.3, day: "anniversary" },
          prepaymentShare: 0.21,
        },
      ],
      commitments: [{ id: "edp", from: "2027-01-01", until: "2029-12-31", per: "year", amount: "1000000" }],
    }),
  ],
  budgets: ["2027", "2029"].map((year) => ({ name: `of-${year}`, year, most: { amount: "1", currency: "USD" } })),
});
const options = optionsFor(spec, "2027-01-01");
const month = (index: number): string =>
  `${2027 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;

test("a month costs the same however far one looks", () => {
  const whole = fleetCosts(spec, { ...options, first: "2027-01", last: "2030-12" }).lines;
  fc.assert(
    fc.property(fc.nat(47), fc.nat(47), (one, other) => {
      const [first, last] = [month(Math.min(one, other)), month(Math.max(one, other))];
      const { lines } = fleetCosts(spec, { ...options, first, last });
      expect(briefs(lines)).toEqual(briefs(whole.filter((line) => line.month >= first && line.month <= last)));
    }),
    { numRuns: 60 },
  );
});

test("budgets of years that lie apart count each its own", () => {
  const uses = budgetUses(spec, options);
  expect(uses.map(({ budget, spent }) => `${budget.year} ${spent.toFixed(2)}`)).toEqual(
    ["2027", "2029"].map((year) => {
      const { lines } = fleetCosts(spec, { ...options, first: `${year}-01`, last: `${year}-12` });
      const cents = lines.reduce((sum, { cash }) => sum + Math.round(Number(cash) * 100), 0);
      return `${year} ${(cents / 100).toFixed(2)}`;
    }),
  );
});
