import { committedCost, firmCapacity, firmKWOn } from "../../constructs/ledger";
import { dollars, fleetOf, leasedSite, machine, mw } from "./lease-fixtures";

const asOf = "2026-11-23";

/** Ten years of 1 MW at $100, from 2026-01-01. */
const site = (lease: object = {}, more: object = {}) =>
  leasedSite(
    {
      rentPerKWMonth: dollars("100.00"),
      termMonths: 120,
      phases: [{ id: "p1", power: mw(1), rentCommencement: "2026-01-01" }],
      ...lease,
    },
    more,
  );

const earliest = (lease: object, day = asOf) => {
  const [first] = committedCost(site(lease), { machine, asOf: day })?.exits ?? [];
  const owed = first?.owed[0];
  return {
    day: first?.exit.day,
    rent: owed?.rent.toFixed(2),
    fee: owed?.fee.toFixed(2),
    committed: owed?.committed.toFixed(2),
  };
};

const tenant = (more: object) => ({ terminationRights: [{ party: "tenant", noticeDays: 90, ...more }] });

describe("what is committed until the tenant can leave", () => {
  test("is the rent to the end of the term, where it has no right", () => {
    // November 2026 to December 2035: 110 months
    expect(earliest({})).toEqual({ day: "2035-12-31", rent: "11000000.00", fee: "0.00", committed: "11000000.00" });
    expect(earliest({ terminationRights: [{ party: "landlord", noticeDays: 90 }] })).toMatchObject({
      day: "2035-12-31",
    });
  });

  test("is the rent until notice has run out, parts of months as they are billed", () => {
    // 90 days from 23 November 2026 are 21 February 2027: 3 months and 21 of 28 days
    expect(earliest(tenant({}))).toEqual({
      day: "2027-02-21",
      rent: "375000.00",
      fee: "0.00",
      committed: "375000.00",
    });
    expect(earliest({ terminationRights: [{ party: "landlord", mutual: true, noticeDays: 90 }] })).toMatchObject({
      day: "2027-02-21",
    });
  });

  test("counts from the first day of notice, and not before the agreed day", () => {
    expect(earliest(tenant({ from: "2027-11-22" }))).toMatchObject({ day: "2028-02-20" });
    expect(earliest(tenant({ endsNotBefore: "2030-12-31" }))).toMatchObject({ day: "2030-12-31" });
  });

  test("adds the fee: an amount, months of the rent that is then due, or both", () => {
    expect(earliest(tenant({ fee: dollars("1000000.00") }))).toMatchObject({ committed: "1375000.00" });
    expect(earliest(tenant({ feeMonthsOfRent: 12 }))).toMatchObject({ fee: "1200000.00" });
    expect(earliest(tenant({ feeMonthsOfRent: 1.5, fee: dollars("0.01") }))).toMatchObject({ fee: "150000.01" });
    const stepped = { ...tenant({ feeMonthsOfRent: 1 }), escalation: { percent: 10 } };
    expect(earliest(stepped)).toMatchObject({ fee: "110000.00" });
  });

  test("counts as rent that is then due what is due on that very day, of a whole month", () => {
    const tenMonths = (day: string) => ({
      terminationRights: [{ party: "tenant", noticeDays: 0, endsNotBefore: day, feeMonthsOfRent: 10 }],
    });
    // 1 MW at $100 a kW, a tenth more from 15 June 2027 on.
    const stepping = {
      ...tenMonths("2027-06-20"),
      escalation: { percent: 10, day: "anniversary" },
      phases: [{ id: "p1", power: mw(1), rentCommencement: "2026-06-15" }],
    };
    expect(earliest(stepping)).toMatchObject({ fee: "1100000.00" });
    expect(earliest({ ...stepping, ...tenMonths("2027-06-14") })).toMatchObject({ fee: "1000000.00" });
    // The second phase begins after one has left, and in the other lease the first has ended before.
    const second = { id: "p2", power: mw(1), rentCommencement: "2027-06-15" };
    expect(
      earliest({
        ...tenMonths("2027-06-10"),
        phases: [{ id: "p1", power: mw(1), rentCommencement: "2026-06-15" }, second],
      }),
    ).toMatchObject({ fee: "1000000.00" });
    expect(
      earliest({
        ...tenMonths("2027-08-10"),
        termMonths: 12,
        termFrom: "eachRent",
        phases: [{ id: "p1", power: mw(1), rentCommencement: "2026-06-15" }, second],
      }),
    ).toMatchObject({ fee: "1000000.00" });
  });

  test("counts no right that is over, or that hangs on something", () => {
    expect(earliest(tenant({ until: "2026-11-23" }))).toMatchObject({ day: "2027-02-21" });
    expect(earliest(tenant({ until: "2026-11-22" }))).toMatchObject({ day: "2035-12-31" });
    expect(earliest(tenant({ condition: "the power is late" }))).toMatchObject({ day: "2035-12-31" });
  });

  test("is what is due whatever is used, with fixed pass-through", () => {
    const passThrough = [{ id: "tax", what: "taxes", kind: "fixed", perMonth: dollars("1000.00") }];
    // 75 % of 375,000, and four months of 1,000
    expect(earliest({ ...tenant({}), takeOrPayShare: 0.75, passThrough })).toMatchObject({
      rent: "375000.00",
      committed: "285250.00",
    });
  });

  test("lists every way out, soonest first", () => {
    const rights = [
      { id: "late", party: "tenant", noticeDays: 365 },
      { id: "soon", party: "tenant", noticeDays: 90, fee: dollars("5000000.00") },
    ];
    const cost = committedCost(site({ terminationRights: rights }), { machine, asOf });
    expect(cost?.exits.map(({ exit, owed }) => [exit.right?.id, owed[0]?.committed.toFixed(2)])).toEqual([
      ["soon", "5375000.00"],
      ["late", "1276666.67"], // 12 months and 23 of 30 days
      [undefined, "11000000.00"],
    ]);
  });

  test("commits nobody while the lease is not signed", () => {
    const signed = (state: string) => committedCost(site({ state }), { machine, asOf })?.signed;
    const states = ["proposed", "exclusive", "signedWithConditions", "binding", "commenced", "ended"];
    expect(states.map(signed)).toEqual([false, false, true, true, true, false]);
  });
});

describe("firm capacity", () => {
  const phases = [
    { id: "p1", power: mw(40), rentCommencement: "2026-06-01" },
    {
      id: "p2",
      power: mw(160),
      rentCommencement: "2027-04-01",
      milestones: { readyForService: { forecast: "2027-03-01" } },
    },
  ];
  const firm = (lease: object) => firmCapacity(site({ phases, ...lease }), { machine, asOf });

  test("grows as phases become usable, and ends with the lease", () => {
    expect(firm({})?.steps).toEqual([
      { from: "2026-06-01", contractedKW: 40_000, firmKW: 40_000 },
      { from: "2027-03-01", contractedKW: 200_000, firmKW: 200_000 },
      { from: "2036-06-01", contractedKW: 0, firmKW: 0 },
    ]);
  });

  test("is firm no longer than the landlord must let it", () => {
    expect(firm({ terminationRights: [{ party: "landlord", noticeDays: 180, from: "2028-01-01" }] })?.steps).toEqual([
      { from: "2026-06-01", contractedKW: 40_000, firmKW: 40_000 },
      { from: "2027-03-01", contractedKW: 200_000, firmKW: 200_000 },
      // 180 days from 1 January 2028 are 29 June; it is gone on the next
      { from: "2028-06-30", contractedKW: 200_000, firmKW: 0 },
      { from: "2036-06-01", contractedKW: 0, firmKW: 0 },
    ]);
  });

  test("is none of a lease that is not signed", () => {
    expect(firm({ state: "exclusive" })?.steps[0]).toMatchObject({ contractedKW: 40_000, firmKW: 0 });
  });

  test("adds up over a fleet on a day", () => {
    const fleet = fleetOf([
      site({ phases }, { name: "a" }),
      site({ phases }, { name: "b" }),
      site({ phases }, { name: "c", retired: true }),
    ]);
    const on = (day: string) => firmKWOn(fleet, day, { machine, asOf });
    expect(["2026-05-31", "2026-06-01", "2027-03-01", "2036-06-01"].map(on)).toEqual([0, 80_000, 400_000, 0]);
  });
});

describe("reports that conflict, of Colossus 1", () => {
  // Reported are 180 days with a mutual right to leave at 90 days' notice, and a term to May 2029 at $1.25 billion a month.
  const colossus = (lease: object) =>
    leasedSite({
      state: "commenced",
      rentPerMonth: dollars("1250000000.00", { basis: "reported" }),
      phases: [{ id: "all", power: mw(300, { bound: "atLeast" }), rentCommencement: "2026-05-01" }],
      ...lease,
    });
  const committed = (lease: object) =>
    committedCost(colossus(lease), { machine, asOf })?.exits[0]?.owed[0]?.committed.toFixed(2);

  test("lie 37 billion apart", () => {
    const mutual = { terminationRights: [{ party: "tenant", mutual: true, noticeDays: 90 }] };
    // November to May 2029 are 31 months
    expect(committed({ end: "2029-05-31" })).toBe("38750000000.00");
    // November, December, January and 21 of 28 days
    expect(committed({ end: "2029-05-31", ...mutual })).toBe("4687500000.00");
  });
});

describe("without a day to look from", () => {
  test("one looks from the first rent, so that nothing changes from day to day", () => {
    const lease = { terminationRights: [{ party: "tenant", mutual: true, noticeDays: 90 }] };
    const [first] = committedCost(site(lease), { machine })?.exits ?? [];
    // 90 days from 1 January 2026 are 1 April: three months and a day of April
    expect(first?.exit.day).toBe("2026-04-01");
    expect(first?.owed[0]?.committed.toFixed(2)).toBe("303333.33");
    expect(firmCapacity(site(lease), { machine })?.until?.day).toBe("2026-04-01");
  });

  test("and where no rent is known, no right is looked at", () => {
    const unknown = site({ phases: [{ id: "p1", power: mw(1) }], end: "2030-12-31", ...tenant({}) });
    expect(committedCost(unknown, { machine })?.exits.map(({ exit }) => exit.day)).toEqual(["2030-12-31"]);
  });
});
