import { parse } from "yaml";
import { firmCapacity, leaseCovers, rentByMonth, rentByYear, rentSchedule, usablePower } from "../../constructs/ledger";
import { FleetDocument, phasesOf, siteDates } from "../../constructs/model";
import { validateFleet } from "../../constructs/rules";
import { machine } from "./lease-fixtures";

/** Acceptance case B: New York, where the second step of the utility is agreed for 1 December 2026. */
const newYork = `
apiVersion: siteform.dev/v1alpha1
kind: Fleet
metadata: { name: atlas }
spec:
  sites:
    - name: new-york
      tenure: partner
      location: { country: US, subdivision: US-NY }
      contractor: Fluidstack
      scope: turnkey
      peakPue: { value: 1.2, basis: assumed, source: a cold lake }
      utilities:
        - name: grid
          utility: National Grid
          gridOperator: NYISO
          firmMW: 240
          basis: contract
          source: interconnection agreement
          ramp:
            - id: first
              firmMW: 48
              dates: { actual: "2026-03-01" }
            - id: second
              firmMW: 240
              dates: { contract: "2026-12-01", forecast: "2026-12-01" }
      title:
        kind: leased
        lease:
          landlord: TeraWulf
          state: binding
          termMonths: 120
          termFrom: eachRent
          rentPerKWMonth: { amount: "150.00", currency: USD, basis: assumed, source: mean of the contract value }
      phases:
        - id: p1
          power: { valueMW: 40, meaning: criticalIT, basis: contract, source: the lease }
          milestones:
            utility: { contract: "2026-03-01", follows: { utility: grid, step: first } }
            readyForService: { actual: "2026-06-01" }
          rentCommencement: "2026-06-01"
        - id: p2
          power: { valueMW: 160, meaning: criticalIT, basis: contract, source: the lease }
          milestones:
            utility: { contract: "2026-12-01", follows: { utility: grid, step: second } }
            integratedTest: { contract: "2026-12-16", follows: { milestone: utility, days: 15 } }
            readyForService: { contract: "2026-12-31", follows: { milestone: utility, days: 30 } }
          rentCommencementOn: { milestone: readyForService }
  guarantees:
    - name: backstop
      obligor: Google
      covers: rent
      state: binding
      sites: [new-york]
      amount: { amount: "1800000000.00", currency: USD, basis: reported, source: press }
      startsWithRentOf: { site: new-york, phase: p2 }
      amortizationMonths: 120
      triggers: [paymentDefault]
      remedies: [assumeLease]
`;

const agreed = 'dates: { contract: "2026-12-01", forecast: "2026-12-01" }';
const slipped = newYork.replace(agreed, 'dates: { contract: "2026-12-01", forecast: "2027-03-02" }');

function read(text: string) {
  const { spec } = FleetDocument.parse(parse(text));
  const [site] = spec.sites;
  if (site === undefined || site.tenure === "cloud") throw new Error("the fleet has one site, no cloud's");
  const [, p2] = phasesOf(site);
  if (p2 === undefined) throw new Error("the site has two phases");
  const { lines } = rentSchedule(site, { machine });
  const rent = new Map(rentByMonth(lines).map(({ month, amount }) => [month, amount.toFixed(2)]));
  const years = new Map(rentByYear(lines, 1).map(({ year, amount }) => [year, amount.toFixed(2)]));
  const dates = siteDates(site);
  const usableOn = (day: string) => usablePower(site, day).binds?.valueMW;
  const [cover] = leaseCovers(spec, { machine, months: 12 });
  return { spec, site, p2, dates, rent, years, usableOn, cover, lines };
}

describe("the utility slips by 91 days", () => {
  const before = read(newYork);
  const after = read(slipped);

  test("in one changed line", () => {
    const [old, now] = [newYork.split("\n"), slipped.split("\n")];
    expect(old.filter((line, index) => line !== now[index])).toHaveLength(1);
  });

  test("and no rule refuses either", () => {
    for (const text of [newYork, slipped]) {
      const { findings } = validateFleet(parse(text), { asOf: "2026-11-23" });
      expect(findings.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
    }
  });

  test("and the phase is ready 91 days later", () => {
    const days = ({ dates, p2 }: typeof before) =>
      (["utility", "integratedTest", "readyForService"] as const).map((kind) => dates.milestone(p2, kind));
    expect(days(before)).toEqual(["2026-12-01", "2026-12-16", "2026-12-31"]);
    expect(days(after)).toEqual(["2027-03-02", "2027-03-17", "2027-04-01"]);
    expect([before, after].map(({ dates, p2 }) => dates.usable(p2))).toEqual(["2026-12-31", "2027-04-01"]);
  });

  test("and usable power steps up as much later", () => {
    // 48 MW of utility over a PUE of 1.2 are 40 MW; 240 MW are 200
    expect([before.usableOn("2026-12-30"), before.usableOn("2026-12-31")]).toEqual([40, 200]);
    expect([after.usableOn("2026-12-31"), after.usableOn("2027-03-31"), after.usableOn("2027-04-01")]).toEqual([
      40, 40, 200,
    ]);
    const steps = (given: typeof before) => firmCapacity(given.site, { machine, asOf: "2026-11-23" })?.steps[1];
    expect(steps(before)).toEqual({ from: "2026-12-31", contractedKW: 200_000, firmKW: 200_000 });
    expect(steps(after)).toEqual({ from: "2027-04-01", contractedKW: 200_000, firmKW: 200_000 });
  });

  test("and rent begins, and ends, as much later", () => {
    expect([before, after].map(({ dates, p2 }) => dates.rent(p2))).toEqual(["2026-12-31", "2027-04-01"]);
    // Phase 1 pays 40,000 kW x $150 = $6 M a month, phase 2 $24 M; one day of December is a 31st of it.
    expect(before.rent.get("2026-12")).toBe("6774193.55");
    expect(after.rent.get("2026-12")).toBe("6000000.00");
    expect([before, after].map(({ rent }) => rent.get("2027-03"))).toEqual(["30000000.00", "6000000.00"]);
    expect([before, after].map(({ rent }) => rent.get("2027-04"))).toEqual(["30000000.00", "30000000.00"]);
    // 2027 loses three months of $24 M.
    expect([before, after].map(({ years }) => years.get("2027"))).toEqual(["360000000.00", "288000000.00"]);
    expect([before, after].map(({ lines }) => lines.at(-1)?.to)).toEqual(["2036-12-30", "2037-03-31"]);
  });

  test("and the guarantee starts, falls and ends as much later", () => {
    const at = ({ cover }: typeof before, month: string) =>
      cover?.rows.find((row) => row.month === month)?.covered.toFixed(2);
    expect([before, after].map((given) => at(given, "2026-12"))).toEqual(["1800000000.00", "0.00"]);
    // $15 M a month: four months after 31 December are 30 April.
    expect([before, after].map((given) => at(given, "2027-04"))).toEqual(["1740000000.00", "1800000000.00"]);
    // Of 120 months 21 are left, or 25, at $15 M each; twelve months of rent are $360 M, which 24 of them just cover.
    expect([before, after].map((given) => at(given, "2035-03"))).toEqual(["315000000.00", "375000000.00"]);
    expect(
      [before.cover?.rows, after.cover?.rows].map((rows) => rows?.find(({ state }) => state === "short")?.month),
    ).toEqual(["2035-01", "2035-05"]);
  });
});
