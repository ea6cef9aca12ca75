import fc from "fast-check";
import { onsiteAt, powerDays, usablePower, usablePowerSteps } from "../../constructs/ledger/usable-power";
import { type PhysicalSiteSpec, SiteSpec, siteDates } from "../../constructs/model";
import { leasedSite, phase } from "../rules/support";

const figure = (value: number) => ({ value, basis: "assumed", source: "a test" });

/** A utility that comes in two steps, as a service. */
const ramped = (more: object = {}) => ({
  name: "grid",
  utility: "a utility",
  gridOperator: "NYISO",
  firmMW: 50,
  basis: "contract",
  source: "the service agreement",
  ramp: [
    { id: "first", firmMW: 25, dates: { contract: "2026-10-01" } },
    { id: "second", firmMW: 50, dates: { contract: "2027-02-01" } },
  ],
  ...more,
});

/** Two halls of 20 MW that open in October and March; a PUE of 1.25. */
function site(more: object = {}, lease: object = {}): PhysicalSiteSpec {
  const ready = (day: string) => ({ milestones: { readyForService: { contract: day } } });
  const parsed = SiteSpec.parse(
    leasedSite(
      {
        peakPue: figure(1.25),
        utilities: [ramped()],
        halls: [
          { name: "hall-1", criticalItMW: 20, coolingMW: 19 },
          { name: "hall-2", criticalItMW: 20 },
        ],
        ...more,
      },
      {
        phases: [
          phase("p1", 20, { halls: ["hall-1"], ...ready("2026-10-24") }),
          phase("p2", 20, { halls: ["hall-2"], ...ready("2027-03-01") }),
        ],
        ...lease,
      },
    ),
  );
  if (parsed.tenure === "cloud") throw new Error("a site of a test is no cloud");
  return parsed;
}

const brief = (of: PhysicalSiteSpec) =>
  usablePowerSteps(of).map(({ date, terms, binds }) => {
    const values = terms.map(({ name, valueMW }) => `${name} ${valueMW}`).join(", ");
    return `${date ?? "end"}: ${values}; ${binds?.name ?? "nothing"}`;
  });

describe("usable power", () => {
  // 25 / 1.25 = 20, 50 / 1.25 = 40; hall 1 cools 19 of its 20 MW, hall 2 cools what it powers.
  test("is the least of utility over PUE, what is delivered, halls and cooling, on each day on which one changes", () => {
    expect(brief(site())).toEqual([
      "2026-10-01: utility 20, delivered 0, electrical 0, cooling 0; delivered",
      "2026-10-24: utility 20, delivered 20, electrical 20, cooling 19; cooling",
      "2027-02-01: utility 40, delivered 20, electrical 20, cooling 19; cooling",
      "2027-03-01: utility 40, delivered 40, electrical 40, cooling 39; cooling",
    ]);
  });

  // 2027-02-01 and 91 days are 2027-05-03.
  test("waits for a utility that slips 91 days: one changed line", () => {
    const slipped = ramped({
      ramp: [
        { id: "first", firmMW: 25, dates: { contract: "2026-10-01" } },
        { id: "second", firmMW: 50, dates: { contract: "2027-02-01", forecast: "2027-05-03" } },
      ],
    });
    const steps = usablePowerSteps(site({ utilities: [slipped] }));
    expect(steps.map(({ date, binds }) => `${date} ${binds?.name} ${binds?.valueMW}`).slice(2)).toEqual([
      "2027-03-01 utility 20",
      "2027-05-03 cooling 39",
    ]);
  });

  test("without a PUE takes it for 1, the most that can be left for machines", () => {
    const [first] = usablePower(site({ peakPue: undefined }), "2026-10-01").terms;
    expect(first).toMatchObject({ name: "utility", valueMW: 25 });
  });

  test("keeps a floor a floor", () => {
    const [first] = usablePower(site({ utilities: [ramped({ bound: "atLeast" })] }), "2026-10-01").terms;
    expect(first).toEqual({ name: "utility", valueMW: 20, bound: "atLeast" });
  });

  test("of a service without a ramp is there when it is energized", () => {
    const plain = ramped({ ramp: [], energization: { contract: "2027-01-01" } });
    const at = (day: string) => usablePower(site({ utilities: [plain] }), day).firmMW;
    expect([at("2026-12-31"), at("2027-01-01")]).toEqual([0, 50]);
  });

  test("counts a redundancy group with its scheme kept: two of three transformers of 9 MW", () => {
    const transformers = (needed: number | undefined) => ({
      powerTopology: {
        nodes: [
          { id: "grid", kind: "utility" },
          {
            id: "xf-[1-3]",
            kind: "transformer",
            parents: ["grid"],
            ratedKW: 9000,
            redundancyGroup: "xf",
            hall: "hall-1",
          },
        ],
        redundancyGroups: [{ id: "xf", scheme: "xToMakeY", needed }],
      },
    });
    const electrical = (more: object) =>
      usablePower(site(more), "2026-10-24").terms.find(({ name }) => name === "electrical")?.valueMW;
    expect(electrical(transformers(undefined))).toBe(18);
    expect(electrical(transformers(3))).toBe(20);
  });

  test("of a substation that also cools counts over the PUE: 45 MW are 36", () => {
    const powerTopology = {
      nodes: [{ id: "sub-[1-2]", kind: "substation", ratedKW: 45_000, redundancyGroup: "sub" }],
      redundancyGroups: [{ id: "sub", scheme: "N+1" }],
    };
    const end = usablePower(site({ powerTopology }), "2027-03-01");
    expect(end.terms.find(({ name }) => name === "electrical")?.valueMW).toBe(36);
  });
});

describe("onsite generation", () => {
  const turbines = (permits: object[], more: object = {}) =>
    site({
      utilities: [
        ramped({
          onsiteGeneration: [{ id: "turbines", fuel: "natural gas", units: 10, unitMW: 2.5, permits, ...more }],
        }),
      ],
    });
  const permit = (permittedMW: number, from: string, until?: string) => ({
    id: `permit-${from}`,
    authority: "the county",
    permittedMW,
    from,
    until,
  });
  const madeOn = (of: PhysicalSiteSpec, day: string) => usablePower(of, day).onsiteMW;

  test("makes nothing without a permit", () => {
    expect(madeOn(turbines([]), "2027-01-01")).toBe(0);
  });

  test("makes what is permitted, to the permit's last day, and no more than its 25 MW", () => {
    const of = turbines([permit(15, "2026-12-01", "2027-06-30")]);
    expect(["2026-11-30", "2026-12-01", "2027-06-30", "2027-07-01"].map((day) => madeOn(of, day))).toEqual([
      0, 15, 15, 0,
    ]);
    expect(powerDays(of)).toContain("2027-07-01");
    expect(madeOn(turbines([permit(40, "2026-12-01")]), "2027-01-01")).toBe(25);
  });

  test("makes nothing before it runs", () => {
    const of = turbines([permit(25, "2026-12-01")], { dates: { forecast: "2027-01-10" } });
    expect([madeOn(of, "2027-01-09"), madeOn(of, "2027-01-10")]).toEqual([0, 25]);
  });

  test("adds to the grid before the PUE: (25 + 15) / 1.25 = 32", () => {
    const [utility] = usablePower(turbines([permit(15, "2026-10-01")]), "2026-10-01").terms;
    expect(utility).toMatchObject({ name: "utility", valueMW: 32 });
  });

  test("is never above what is built nor above the permits", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.nat(50),
        fc.array(fc.nat(40), { maxLength: 3 }),
        (units, unitMW, allowed) => {
          const of = site();
          const permits = allowed.map((permittedMW, at) => ({
            id: `p${at}`,
            authority: "a",
            permittedMW,
            from: "2026-01-01",
          }));
          const made = onsiteAt({ id: "t", fuel: "gas", units, unitMW, permits }, "2026-06-01", siteDates(of));
          expect(made).toBe(
            Math.min(
              units * unitMW,
              allowed.reduce((sum, each) => sum + each, 0),
            ),
          );
        },
      ),
    );
  });
});

test("the binding term is the least, and a later utility never gives more power", () => {
  const day = fc
    .integer({ min: 0, max: 400 })
    .map((n) => new Date(Date.UTC(2026, 9, 1 + n)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, day, (step, later, asked) => {
      const [early, late] = [step, later].sort();
      const at = (when: string | undefined) =>
        usablePower(
          site({ utilities: [ramped({ ramp: [{ id: "only", firmMW: 50, dates: { contract: when } }] })] }),
          asked,
        );
      for (const { terms, binds } of [at(early), at(late)])
        expect(binds?.valueMW).toBe(Math.min(...terms.map(({ valueMW }) => valueMW)));
      expect(at(late).binds?.valueMW ?? 0).toBeLessThanOrEqual(at(early).binds?.valueMW ?? 0);
    }),
  );
});
