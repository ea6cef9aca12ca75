import { cloud } from "../capacity/support";
import { book, briefs, costs } from "./support";

const rate = { id: "trn2", what: "compute", per: "machineMonth", amount: "1000" };
const promise = (more: object) => ({
  id: "edp",
  from: "2027-01-01",
  until: "2028-12-31",
  per: "year",
  amount: "0",
  ...more,
});
const of = (commitment: object, first: string, last: string, from = "2027-01-01T00:00:00Z") =>
  briefs(
    costs(
      {
        sites: [cloud({ count: 10, term: { from } })],
        priceBooks: [book({ rates: [rate], commitments: [commitment] }, { counterparty: "AWS" })],
      },
      first,
      last,
    ).lines,
  );

describe("a promise to spend", () => {
  test("makes what is spent committed, up to the promise", () => {
    // $10,000 a month; $45,000 a year are promised: January to April in full, and $5,000 of May.
    const found = of(promise({ amount: "45000" }), "2027-01", "2027-12");
    expect(found.slice(3, 6)).toEqual([
      "2027-04 rainier.p0 10000.00 of it 10000.00, paid 10000.00",
      "2027-05 rainier.p0 10000.00 of it 5000.00, paid 10000.00",
      "2027-06 rainier.p0 10000.00 of it 0.00, paid 10000.00",
    ]);
    expect(found).toHaveLength(12);
  });

  test("owes what is not spent in the last month of each year", () => {
    // $120,000 are spent a year, $150,000 promised.
    expect(of(promise({ amount: "150000" }), "2027-12", "2028-01")).toEqual([
      "2027-12 list.edp 30000.00 of it 30000.00, paid 30000.00",
      "2027-12 rainier.p0 10000.00 of it 10000.00, paid 10000.00",
      "2028-01 rainier.p0 10000.00 of it 10000.00, paid 10000.00",
    ]);
  });

  test("owes all of it where nothing is spent", () => {
    const nothing = of(promise({ amount: "150000" }), "2027-01", "2027-12", "2035-01-01T00:00:00Z");
    expect(nothing).toEqual(["2027-12 list.edp 150000.00 of it 150000.00, paid 150000.00"]);
  });

  test("that is prepaid in part is drawn down first", () => {
    // A fifth of $150,000 in January; January to March are paid of it. In December $30,000 more are due.
    const found = of(promise({ amount: "150000", prepaymentShare: 0.2 }), "2027-01", "2027-12");
    expect(found.slice(0, 5)).toEqual([
      "2027-01 list.edp 0.00 of it 0.00, paid 30000.00",
      "2027-01 rainier.p0 10000.00 of it 10000.00, paid 0.00",
      "2027-02 rainier.p0 10000.00 of it 10000.00, paid 0.00",
      "2027-03 rainier.p0 10000.00 of it 10000.00, paid 0.00",
      "2027-04 rainier.p0 10000.00 of it 10000.00, paid 10000.00",
    ]);
  });

  test("by the term is one period, and by the month each is one", () => {
    expect(of(promise({ amount: "300000", per: "term" }), "2028-12", "2028-12")[0]).toBe(
      "2028-12 list.edp 60000.00 of it 60000.00, paid 60000.00",
    );
    expect(of(promise({ amount: "12500", per: "month" }), "2027-05", "2027-05")[0]).toBe(
      "2027-05 list.edp 2500.00 of it 2500.00, paid 2500.00",
    );
  });
});
