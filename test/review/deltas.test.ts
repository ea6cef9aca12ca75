import { contracted, type Fleet, megawatts, OwnedSite, owned, PartnerSite, usd } from "../../constructs";
import type { FleetDocument } from "../../constructs/model";
import { fleetDeltas } from "../../review/deltas/fleet-deltas";
import type { Delta } from "../../review/report/spec-schema";
import { changed, documentOf, goldenFleet, newYork, newYorkLate } from "./fleets";

/** Deltas as rows: site, figure, of what, before, after, apart. */
const rows = (deltas: readonly Delta[]): string[] =>
  deltas.map(({ site = "fleet", figure, of = "", before = "", after = "", by = "" }) =>
    [site, figure, of, before, after, by].join(" | "),
  );

const compare = (base: FleetDocument, head: FleetDocument) => rows(fleetDeltas(base, head, "2027-01-01"));

describe("deltas", () => {
  test("of a fleet with itself are none", () => {
    expect(compare(newYork(), newYork())).toEqual([]);
    expect(compare(goldenFleet("data-centers"), goldenFleet("data-centers"))).toEqual([]);
  });

  test("of New York when its utility slips by 91 days", () => {
    const found = compare(newYork(), newYorkLate());
    // 14 days from the utility to the test, 16 to service: 2026-12-31 becomes 2027-04-01. Until then p1 alone is powered: 48 MW over a
    // PUE of 1.2 are 40 MW, and with both phases 240 MW over 1.2 are 200 MW; of equal limits the first is named.
    expect(found.filter((row) => !row.includes("| rent |"))).toEqual([
      "new-york | usableFrom | p2 | 2026-12-31 | 2027-04-01 | +91 days",
      "new-york | usablePower | 2026-12-31 to 2027-03-31 | 200 MW, limited by utility | 40 MW, limited by utility | -160 MW",
      "new-york | rentFrom | p2 | 2026-12-31 | 2027-04-01 | +91 days",
      // Bare from June 2036, ten years after the first rent, until the rent of p2 ends ten years after it began.
      "new-york | monthsBare |  | 7 months, from 2036-06 | 10 months, from 2036-06 | +3 months",
      // The months that are bare are short, too; those before them do not change.
      expect.stringMatching(
        /^new-york \| monthsShort \| {2}\| \d+ months, from 2034-04 \| \d+ months, from 2034-04 \| \+3 months$/,
      ),
      expect.stringMatching(
        /^new-york \| committed \| {2}\| ≥ \$[\d,.]+ until 2036-12-30 \| ≥ \$[\d,.]+ until 2037-03-31 \|/,
      ),
    ]);
    // p1: 40,000 kW at $135 are $5.4 M a month, from June 2027 3 % more. p2: 160,000 kW are $21.6 M a month; one day of December 2026.
    // 2026: 7 x 5.4 M + 21.6 M / 31 against 7 x 5.4 M. 2027: 5 x 5.4 M + 7 x 5.562 M + 12 x 21.6 M against + 9 x 21.6 M.
    expect(found.filter((row) => /\| rent \| 202[67]/.test(row))).toEqual([
      "new-york | rent | 2026 | ≥ $38,496,774.19 | ≥ $37,800,000.00 | -$696,774.19",
      "new-york | rent | 2027 | ≥ $325,134,000.00 | ≥ $260,334,000.00 | -$64,800,000.00",
    ]);
    // 2037 is billed for three months of p2 in head alone: 21.6 M and nine steps of 3 %.
    expect(found.filter((row) => row.includes("| 2037 |"))).toEqual([
      expect.stringMatching(/^new-york \| rent \| 2037 \| {2}\| ≥ \$84,549,302\.\d\d \| \+\$84,549,302\.\d\d$/),
    ]);
  });

  const location = { country: "DE", subdivision: "DE-BY" };
  const addSite = (
    fleet: Fleet,
    name: string,
    power: number,
    pools: { readonly "dgx-h100": number; readonly "dgx-b200"?: number },
  ) =>
    new OwnedSite(fleet, name, {
      location,
      power: contracted(megawatts(power), { meaning: "criticalIT", source: "meter" }),
    }).addCluster("train", {
      purpose: "training",
      pools: (["dgx-h100", "dgx-b200"] as const).flatMap((machine) => {
        const count = pools[machine];
        return count === undefined ? [] : [{ name: machine, machine, count, capacity: owned() }];
      }),
    });

  test("are of what sites cost in the months of the policy, where there are prices", () => {
    const fleet = (count: number, amount: string, names: readonly string[] = ["lab"]) =>
      documentOf((each) => {
        for (const name of names) addSite(each, name, 4, { "dgx-h100": count, "dgx-b200": 10 });
        each.addPriceBook("own", {
          currency: "USD",
          basis: "assumed",
          source: "the budget",
          date: "2026-11-01",
          rates: [
            { id: "care", what: "maintenance", per: "machineMonth", amount, appliesTo: { machines: ["dgx-h100"] } },
          ],
        });
      });
    const costsOf = (base: FleetDocument, head: FleetDocument) =>
      compare(base, head).filter((row) => row.includes("| cost |"));
    // Ten machines at $100 in 36 months, then twenty at $90. What the others cost nobody says: it is a floor.
    expect(costsOf(fleet(10, "100"), fleet(20, "90"))).toEqual([
      "lab | cost | 2027-01 to 2029-12 | ≥ $36,000.00 | ≥ $64,800.00 | +$28,800.00",
    ]);
    expect(costsOf(fleet(10, "100"), fleet(10, "100"))).toEqual([]);
    // Of a site that comes, what it costs; of several, the sum.
    expect(costsOf(fleet(10, "100"), fleet(10, "110", ["lab", "annex"]))).toEqual([
      "fleet | cost | 2027-01 to 2029-12 | ≥ $36,000.00 | ≥ $79,200.00 | +$43,200.00",
      "lab | cost | 2027-01 to 2029-12 | ≥ $36,000.00 | ≥ $39,600.00 | +$3,600.00",
      "annex | cost | 2027-01 to 2029-12 |  | ≥ $39,600.00 | +$39,600.00",
    ]);
    const unpriced = documentOf((each) => {
      addSite(each, "lab", 4, { "dgx-h100": 10 });
    });
    expect(costsOf(unpriced, unpriced)).toEqual([]);
  });

  test("are of power, machines and their accelerators by type; a site alone is not told for the fleet again", () => {
    const fleet = (count: number) =>
      documentOf((each) => {
        addSite(each, "lab", 4, { "dgx-h100": count, "dgx-b200": 10 });
        addSite(each, "annex", 1, { "dgx-h100": 2 });
      });
    // Eight GPUs a machine.
    expect(compare(fleet(100), fleet(130))).toEqual([
      "lab | accelerators | H100 | 800 | 1,040 | +240",
      "lab | machines |  | 110 | 140 | +30",
    ]);
  });

  test("of several sites are summed for the fleet, and what only changes its site is not", () => {
    const fleet = (lab: number, annex: number, power = 4) =>
      documentOf((each) => {
        addSite(each, "lab", power, { "dgx-h100": lab });
        addSite(each, "annex", power, { "dgx-h100": annex });
      });
    expect(compare(fleet(10, 20), fleet(15, 21, 4.5))).toEqual([
      "fleet | criticalIT |  | 8 MW | 9 MW | +1 MW",
      "fleet | accelerators | H100 | 240 | 288 | +48",
      "fleet | machines |  | 30 | 36 | +6",
      "lab | criticalIT |  | 4 MW | 4.5 MW | +0.5 MW",
      "lab | accelerators | H100 | 80 | 120 | +40",
      "lab | machines |  | 10 | 15 | +5",
      "annex | criticalIT |  | 4 MW | 4.5 MW | +0.5 MW",
      "annex | accelerators | H100 | 160 | 168 | +8",
      "annex | machines |  | 20 | 21 | +1",
    ]);
    expect(compare(fleet(10, 20), fleet(20, 10)).filter((row) => row.startsWith("fleet"))).toEqual([]);
  });

  test("of a site that came or went are what it is as a whole; one that is retired is gone", () => {
    const both = documentOf((each) => {
      addSite(each, "lab", 4, { "dgx-h100": 10 });
      addSite(each, "annex", 1, { "dgx-h100": 2 });
    });
    const one = documentOf((each) => {
      addSite(each, "lab", 4, { "dgx-h100": 10 });
    });
    expect(compare(both, one)).toEqual([
      "annex | criticalIT |  | 1 MW |  | -1 MW",
      "annex | accelerators | H100 | 16 |  | -16",
      "annex | machines |  | 2 |  | -2",
    ]);
    expect(compare(one, both).map((row) => row.split(" | ").slice(1).join(" "))).toEqual([
      "criticalIT   1 MW +1 MW",
      "accelerators H100  16 +16",
      "machines   2 +2",
    ]);
    const retired = changed(both, (text) => text.replace(/("name":"annex".*?"retired":)false/, "$1true"));
    expect(compare(both, retired)).toEqual(compare(both, one));
  });

  test("follow a site that has another name", () => {
    const named = (name: string) =>
      documentOf((each) => {
        addSite(each, name, 4, { "dgx-h100": 10 });
      });
    expect(rows(fleetDeltas(named("old"), named("new"), "2027-01-01", new Map([["new", "old"]])))).toEqual([]);
    expect(compare(named("old"), named("new")).length).toBeGreaterThan(0);
  });

  test("are of racks in which something stands, where rows say so", () => {
    const fleet = (count: number) =>
      documentOf((each) => {
        const site = new OwnedSite(each, "lab", {
          location,
          power: contracted(megawatts(4), { meaning: "criticalIT", source: "meter" }),
          halls: [
            {
              name: "h",
              criticalItMW: 4,
              rackKW: 45,
              rows: [{ name: "all", rows: "r[1-4]", racks: 10, rackType: "air-48u" }],
            },
          ],
        });
        site.addCluster("train", {
          pools: [{ name: "p", machine: "dgx-h100", count, capacity: owned(), machinesPerRack: 4 }],
        });
      });
    // Four machines a rack: 40 machines in 10 racks, 41 in 11.
    expect(compare(fleet(40), fleet(41))).toContain("lab | racks |  | 10 | 11 | +1");
  });

  test("of money are exact, by currency, and follow the fiscal year", () => {
    const leased = (rent: string, fiscalYearStart: number) =>
      changed(
        documentOf((each) => {
          new PartnerSite(each, "abilene", {
            location: { country: "US", subdivision: "US-TX" },
            contractor: "Builder LLC",
            scope: "turnkey",
            title: {
              kind: "leased",
              lease: {
                landlord: "Builder LLC",
                state: "binding",
                end: "2028-12-31",
                rentPerKWMonth: contracted(usd("100.00"), { source: "lease" }),
              },
            },
            phases: [
              {
                id: "p1",
                power: contracted(megawatts(1), { meaning: "criticalIT", source: "lease" }),
                rentCommencement: "2027-01-01",
              },
            ],
          });
        }),
        (text) =>
          text
            .replace('"100.00"', `"${rent}"`)
            .replace('"fiscalYearStart":1', `"fiscalYearStart":${fiscalYearStart}`)
            .concat(" "),
      );
    // 1,000 kW: $0.01 a kW is $10 a month, $120 a year, $240 over the two years; all of it is committed.
    expect(compare(leased("100.00", 1), leased("100.01", 1))).toEqual([
      "abilene | rent |  | $2,400,000.00 | $2,400,240.00 | +$240.00",
      "abilene | rent | 2027 | $1,200,000.00 | $1,200,120.00 | +$120.00",
      "abilene | rent | 2028 | $1,200,000.00 | $1,200,120.00 | +$120.00",
      "abilene | committed |  | $2,400,000.00 until 2028-12-31 | $2,400,240.00 until 2028-12-31 | +$240.00",
    ]);
    // From July to June: half of 2027 in FY2027, all of FY2028, half in FY2029.
    expect(compare(leased("100.00", 7), leased("100.01", 7)).filter((row) => row.includes("FY"))).toEqual([
      "abilene | rent | FY2027 | $600,000.00 | $600,060.00 | +$60.00",
      "abilene | rent | FY2028 | $1,200,000.00 | $1,200,120.00 | +$120.00",
      "abilene | rent | FY2029 | $600,000.00 | $600,060.00 | +$60.00",
    ]);
  });
});
