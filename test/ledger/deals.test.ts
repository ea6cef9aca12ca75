import { committedCost, exposures, leaseCovers, rentInAll, rentSchedule } from "../../constructs/ledger";
import { validateFleet } from "../../constructs/rules";
import { dollars, fleetOf, leasedSite, machine, mw } from "./lease-fixtures";

/**
 * Deals that were published, as far as they were. Rents that no filing states are what the contract value comes to, which is not
 * base rent alone: they are assumed, and serve as orders of magnitude.
 */
const assumed = { basis: "assumed", source: "the contract value over the contracted power and the term" };

/** River Bend (Hut 8, release of 2025-12-17): 245 MW, 15 years, three renewals of five, NNN, 3 % a year, $7.0 B. */
const riverBend = leasedSite(
  {
    landlord: "Hut 8",
    tenant: "Fluidstack",
    endUser: "Atlas",
    type: "NNN",
    rentPerKWMonth: dollars("128.00", assumed),
    escalation: { percent: 3 },
    termMonths: 180,
    extensionOptions: ["r1", "r2", "r3"].map((id) => ({ id, months: 60, noticeMonths: 12 })),
    expansionRights: [{ id: "campus", kind: "firstOffer", criticalItMW: 1000 }],
    statedRents: [
      {
        id: "base-term",
        from: "2027-06-01",
        to: "2042-05-31",
        amount: dollars("7000000000.00", { bound: "about", basis: "reported" }),
      },
    ],
    phases: [{ id: "campus", power: mw(245), rentCommencement: "2027-06-01" }],
  },
  { name: "river-bend" },
);

/** Abernathy (TeraWulf, Form 8-K): 168 MW, 25 years, $9.5 B, and $1.3 B that falls over 10 years from rent commencement. */
const abernathy = leasedSite(
  {
    landlord: "joint venture of TeraWulf and Fluidstack",
    rentPerKWMonth: dollars("188.00", assumed),
    termMonths: 300,
    statedRents: [
      { id: "contracted", from: "2026-12-01", to: "2051-11-30", amount: dollars("9500000000.00", { bound: "about" }) },
    ],
    phases: [{ id: "p1", power: mw(168), rentCommencement: "2026-12-01" }],
  },
  { name: "abernathy" },
);

/** Lake Mariner (TeraWulf, Form 8-K of 2025-08-13): over 200 MW in two phases, each with a rent of its own; 10 years, two options of 5; $3.7 B. */
const lakeMariner = leasedSite(
  {
    landlord: "TeraWulf",
    type: "modifiedGross",
    rentPerKWMonth: dollars("154.00", assumed),
    termMonths: 120,
    termFrom: "eachRent",
    extensionOptions: ["o1", "o2"].map((id) => ({ id, months: 60, noticeMonths: 12 })),
    phases: [
      { id: "p1", power: mw(40), rentCommencement: "2026-06-01" },
      { id: "p2", power: mw(160, { bound: "atLeast" }), rentCommencement: "2026-12-31" },
    ],
  },
  { name: "lake-mariner" },
);

const google = (name: string, site: string, amount: string, more: object = {}) => ({
  name,
  obligor: "Google",
  covers: "rent",
  state: "binding",
  sites: [site],
  amount: dollars(amount, { basis: "reported" }),
  triggers: ["paymentDefault", "insolvency"],
  remedies: ["payTerminationFee", "assumeLease"],
  ...more,
});
const guarantees = [
  google("river-bend", "river-bend", "7000000000.00", { covers: "rentAndPassThrough", amortizationMonths: 180 }),
  google("abernathy", "abernathy", "1300000000.00", { amortizationMonths: 120 }),
  google("lake-mariner", "lake-mariner", "1800000000.00"),
];
const fleet = fleetOf([riverBend, abernathy, lakeMariner], guarantees);

const totalOf = (site: typeof riverBend) => rentInAll(rentSchedule(site, { machine }).lines)[0]?.amount.toFixed(0);

describe("published deals", () => {
  test("come to what was published of them, near enough", () => {
    // 245,000 x 128 x 12 x (1.03^15 - 1) / 0.03 = 6,999,143,273.84
    expect(totalOf(riverBend)).toBe("6999143274");
    // 168,000 x 188 x 300
    expect(totalOf(abernathy)).toBe("9475200000");
    // 200,000 x 154 x 120
    expect(totalOf(lakeMariner)).toBe("3696000000");
  });

  test("contradict nothing that they state", () => {
    const { findings } = validateFleet(
      { apiVersion: "siteform.dev/v1alpha1", kind: "Fleet", metadata: { name: "atlas" }, spec: fleet },
      { asOf: "2026-11-23" },
    );
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(findings.filter(({ rule }) => ["LEASE-2", "LEASE-4", "LEASE-5", "TIME-2", "GUAR-5"].includes(rule))).toEqual(
      [],
    );
  });

  test("are covered for as long as their guarantees last", () => {
    const covers = leaseCovers(fleet, { machine, months: 12 });
    expect(covers.map(({ site, shortFrom, bareFrom, tailMonths }) => [site, shortFrom, bareFrom, tailMonths])).toEqual([
      // With 15 months left it is $583.3 M against 3 months at $46.0 M and 9 at $47.4 M, with 14 it is $544.4 M against $566.4 M.
      ["river-bend", "2041-04", undefined, 0],
      // Twelve months are $379.0 M: 35 of 120 parts are $379.2 M, 34 are $368.3 M.
      ["abernathy", "2034-02", "2036-12", 180],
      ["lake-mariner", undefined, undefined, 0],
    ]);
  });

  test("have one obligor, who stands for all of their power and $10.1 B", () => {
    const [first] = exposures(fleet, { machine, asOf: "2026-11-23" });
    expect(first).toMatchObject({ party: "Google", kW: 613_000, powerShare: 1 });
    expect(first?.owedBy.map(({ amount }) => amount.toFixed(2))).toEqual(["10100000000.00"]);
  });

  test("cannot be left before their end by the tenant", () => {
    const last = (site: typeof riverBend) =>
      committedCost(site, { machine, asOf: "2026-11-23" })?.exits.map(({ exit }) => exit.day);
    expect([riverBend, abernathy, lakeMariner].map(last)).toEqual([["2042-05-31"], ["2051-11-30"], ["2036-12-30"]]);
  });
});
