import { brief, check, fleet, leasedSite, phase, type Raw, usd } from "./support";

const guarantee = (more: Raw = {}): Raw => ({
  name: "backstop",
  obligor: "Google",
  covers: "rent",
  state: "binding",
  sites: ["colossus"],
  amount: usd("1200000.00"),
  requiredMonths: 12,
  ...more,
});

/** 1 MW at $100 for two years from 2027: twelve months are $1.2 M. */
const terms = {
  rentPerKWMonth: usd("100.00"),
  termMonths: 24,
  phases: [phase("p1", 1, { rentCommencement: "2027-01-01" })],
};
const guaranteed = (guarantees: readonly Raw[], more: Raw = {}, lease: Raw = {}, sites: readonly Raw[] = []) =>
  fleet({ sites: [leasedSite({}, { ...terms, ...lease }), ...sites], guarantees, ...more });

describe("GUAR-1, cover over time", () => {
  const found = (...args: Parameters<typeof guaranteed>) => brief(check("GUAR-1", guaranteed(...args)));

  test("is what is required, and not a cent less", () => {
    expect(found([guarantee()])).toEqual([]);
    expect(found([guarantee({ amount: usd("1199999.99") })])).toEqual([
      "guarantees.backstop.amount 1199999.99/1200000.00",
    ]);
  });

  test("is only warned of where the policy and no agreement requires it", () => {
    const { requiredMonths, ...unstated } = guarantee({ amount: usd("1199999.99") });
    expect(found([unstated])).toEqual(["warning guarantees.backstop.amount 1199999.99/1200000.00"]);
    expect(found([unstated], { policy: { guaranteedMonths: 11 } })).toEqual([]);
    expect(requiredMonths).toBe(12);
  });

  test("has no bare months at its end", () => {
    // Falling to nothing over the term, it covers what remains of the rent to the last month.
    const falling = guarantee({ amount: usd("2400000.00"), amortizationMonths: 24, start: "2027-01-01" });
    expect(found([falling])).toEqual([]);
    const sooner = { ...falling, amortizationMonths: 23 };
    expect(brief(check("GUAR-1", guaranteed([sooner]))).at(-1)).toBe(
      "warning guarantees.backstop.amortizationMonths 1/0",
    );
  });

  test("is none while it is proposed", () => {
    expect(found([guarantee({ state: "proposed" })])).toEqual(["warning guarantees.backstop.state 24/0"]);
  });

  test("adds up over guarantees, and is not asked of what nobody guarantees or has signed", () => {
    const half = (name: string) => guarantee({ name, amount: usd("600000.00") });
    expect(found([half("one"), half("two")])).toEqual([]);
    expect(found([])).toEqual([]);
    expect(found([guarantee({ state: "proposed" })], {}, { state: "proposed" })).toEqual([]);
  });

  test("of Abernathy: short from September 2034, bare from December 2036", () => {
    const abernathy = {
      rentPerKWMonth: usd("150.00"),
      termMonths: 300,
      phases: [phase("p1", 168, { rentCommencement: "2026-12-01" })],
    };
    const backstop = guarantee({ amount: usd("1300000000.00"), amortizationMonths: 120, start: "2026-12-01" });
    expect(
      check("GUAR-1", guaranteed([backstop], {}, abernathy)).map(({ severity, message }) => [severity, message]),
    ).toEqual([
      [
        "error",
        "from 2034-09 on guarantees cover $292,500,000.00 of the lease of colossus, less than the next 12 months of rent, $302,400,000.00; 27 months are short",
      ],
      ["warning", "from 2036-12 no guarantee covers the lease of colossus: the last 180 of 300 months are bare"],
    ]);
  });
});

describe("GUAR-2, concentration", () => {
  const found = (...args: Parameters<typeof guaranteed>) => brief(check("GUAR-2", guaranteed(...args)));

  test("is what one party has promised in all its roles, and not a cent more", () => {
    const policy = (amount: string) => ({ policy: { mostExposure: { amount, currency: "USD" } } });
    const letter = {
      security: [{ id: "loc", kind: "letterOfCredit", amount: usd("300000.00"), issuer: "google LLC" }],
    };
    expect(found([guarantee()], policy("1200000.00"))).toEqual([]);
    expect(found([guarantee()], policy("1199999.99"))).toEqual([
      "warning guarantees.backstop.amount 1200000.00/1199999.99",
    ]);
    expect(found([guarantee()], policy("1500000.00"), letter)).toEqual([]);
    expect(found([guarantee()], policy("1499999.99"), letter)).toEqual([
      "warning sites.colossus 1500000.00/1499999.99",
    ]);
    expect(found([guarantee({ state: "proposed" })], policy("0.00"))).toEqual([]);
  });

  test("is the share of rent that one obligor stands for", () => {
    const policy = (mostObligorShare: number) => ({ policy: { mostObligorShare } });
    // Two leases of equal rent, one of them guaranteed: a half.
    const second = leasedSite({ name: "second" }, terms);
    expect(found([guarantee()], policy(0.5), {}, [second])).toEqual([]);
    expect(found([guarantee()], policy(0.49), {}, [second])).toEqual(["warning guarantees.backstop.obligor 0.5/0.49"]);
  });
});

describe("GUAR-5, terms of a guarantee", () => {
  const complete = { triggers: ["paymentDefault"], remedies: ["assumeLease"] };
  const found = (more: Raw, lease: Raw = {}, sites: readonly Raw[] = []) =>
    brief(check("GUAR-5", guaranteed([guarantee({ ...complete, ...more })], {}, lease, sites)));

  test("say when it starts, by one day or one rent that is there", () => {
    expect(found({ startsWithRentOf: { site: "colossus", phase: "p1" } })).toEqual([]);
    const path = "guarantees.backstop.startsWithRentOf";
    expect(found({ start: "2027-01-01", startsWithRentOf: { site: "colossus" } })).toEqual([`${path} 2027-01-01/-`]);
    expect(found({ startsWithRentOf: { site: "colosus" } })).toEqual([`${path}.site colosus/-`]);
    expect(found({ startsWithRentOf: { site: "colossus", phase: "p9" } })).toEqual([`${path}.phase p9/-`]);
  });

  test("end after they begin, and fall in steps that fit", () => {
    expect(found({ end: "2027-01-01" })).toEqual([]);
    expect(found({ end: "2026-12-31" })).toEqual(["guarantees.backstop.end 2026-12-31/2027-01-01"]);
    expect(found({ amortizationMonths: 12, amortizationStepMonths: 12 })).toEqual([]);
    expect(found({ amortizationMonths: 12, amortizationStepMonths: 13 })).toEqual([
      "guarantees.backstop.amortizationStepMonths 13/12",
    ]);
    expect(found({ amortizationStepMonths: 1 })).toEqual(["guarantees.backstop.amortizationStepMonths 1/0"]);
  });

  test("name trigger and remedy once they are in force", () => {
    expect(found({ triggers: [], remedies: undefined })).toEqual(["warning guarantees.backstop -/-"]);
    expect(found({ triggers: [], remedies: undefined, state: "proposed" })).toEqual([]);
  });

  test("say how one amount stands behind several leases", () => {
    const second = leasedSite({ name: "second" }, terms);
    const two = { sites: ["colossus", "second"] };
    expect(found({ ...two, allocation: "perLease" }, {}, [second])).toEqual([]);
    expect(found(two, {}, [second])).toEqual(["warning guarantees.backstop.allocation 2/1"]);
  });

  test("cover pass-through where the tenant owes it", () => {
    expect(found({ covers: "rentAndPassThrough" }, { type: "NNN" })).toEqual([]);
    expect(found({}, { type: "NNN" })).toEqual(["warning guarantees.backstop.covers rent/-"]);
    expect(found({}, { type: "gross" })).toEqual([]);
  });
});
