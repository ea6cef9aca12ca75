import { brief, check, cluster, figure, fleet, hardwarePool, leasedSite, phase, power, type Raw } from "./support";

/** A machine of exactly 1 MW, so that a count of machines is a load in MW. */
const megawatt = {
  type: "block-1mw",
  offer: "hardware",
  accelerator: "H100",
  accelerators: figure(8),
  maxPowerKW: figure(1000),
};
const ready = (day: string) => ({ milestones: { readyForService: { contract: day } } });
const service = (more: Raw = {}): Raw => ({
  name: "grid",
  utility: "a utility",
  gridOperator: "NYISO",
  firmMW: 50,
  basis: "contract",
  source: "the agreement",
  ramp: [
    { id: "first", firmMW: 25, dates: { contract: "2026-10-01" } },
    { id: "second", firmMW: 50, dates: { contract: "2027-02-01" } },
  ],
  ...more,
});

/** Two halls of 20 MW with a phase each, October and March, on a ramp of 25 and 50 MW; a PUE of 1.25; so many machines of 1 MW. */
const site = (first: number, second: number, more: Raw = {}) => {
  const pool = (name: string, count: number, of: string) =>
    hardwarePool({ name, machine: "block-1mw", count, capacity: { kind: "owned", phase: of } });
  return fleet({
    machines: [megawatt],
    sites: [
      leasedSite(
        {
          peakPue: figure(1.25),
          utilities: [service()],
          halls: [
            { name: "hall-1", criticalItMW: 20 },
            { name: "hall-2", criticalItMW: 20 },
          ],
          clusters: [cluster([pool("one", first, "p1"), pool("two", second, "p2")])],
          scope: "poweredShell",
          ...more,
        },
        {
          phases: [
            phase("p1", 20, { halls: ["hall-1"], ...ready("2026-10-24") }),
            phase("p2", 20, { halls: ["hall-2"], ...ready("2027-03-01") }),
          ],
        },
      ),
    ],
  });
};

describe("PWR-8 with utilities and halls", () => {
  test("takes what the least of them allows", () => {
    expect(check("PWR-8", site(20, 20))).toEqual([]);
  });

  // 25 MW / 1.25 = 20 MW until the second step.
  test("says so where the utility slips behind the second phase, and on which days", () => {
    const slipped = service({
      ramp: [
        { id: "first", firmMW: 25, dates: { contract: "2026-10-01" } },
        { id: "second", firmMW: 50, dates: { contract: "2027-02-01", forecast: "2027-05-03" } },
      ],
    });
    expect(check("PWR-8", site(20, 0 + 1, { utilities: [slipped] }))).toMatchObject([
      { path: "sites.colossus.utilities.grid", phase: "p2", observed: 21, limit: 20, unit: "MW", severity: "error" },
    ]);
    expect(check("PWR-8", site(19, 1, { utilities: [slipped] }))).toEqual([]);
    expect(check("PWR-8", site(20, 1, { utilities: [slipped] }))[0]?.message).toBe(
      "from 2027-03-01 the machines draw up to 21 MW, more than the usable critical IT power of 20 MW: the utility delivers 25 MW at a PUE of 1.25",
    );
  });

  test("counts onsite generation only while it is permitted", () => {
    const turbines = (until: string) =>
      service({
        firmMW: 25,
        ramp: [],
        onsiteGeneration: [
          {
            id: "turbines",
            fuel: "natural gas",
            units: 10,
            unitMW: 2.5,
            permits: [{ id: "p", authority: "the county", permittedMW: 25, from: "2026-10-01", until }],
          },
        ],
      });
    expect(check("PWR-8", site(20, 20, { utilities: [turbines("2027-12-31")] }))).toMatchObject([
      { path: "sites.colossus.utilities.grid", observed: 40, limit: 20 },
    ]);
    expect(check("PWR-8", site(20, 20, { utilities: [turbines("2027-12-31")] }))[0]?.message).toContain(
      "from 2028-01-01",
    );
  });

  test("takes what a hall cools, and not one MW more", () => {
    const cooled = (coolingMW: number) => ({
      halls: [
        { name: "hall-1", criticalItMW: 20, coolingMW },
        { name: "hall-2", criticalItMW: 20 },
      ],
    });
    expect(check("PWR-8", site(19, 20, cooled(19)))).toEqual([]);
    expect(brief(check("PWR-8", site(20, 20, cooled(19))))).toEqual([
      "sites.colossus.halls 20/19",
      "sites.colossus.halls 40/39",
    ]);
  });

  test("takes what a redundancy group carries with its scheme kept", () => {
    const topology = (ratedKW: number) => ({
      powerTopology: {
        nodes: [
          { id: "grid", kind: "utility" },
          { id: "ups-[1-3]", kind: "ups", parents: ["grid"], ratedKW, redundancyGroup: "g", hall: "hall-1" },
        ],
        redundancyGroups: [{ id: "g", scheme: "N+1" }],
      },
    });
    expect(check("PWR-8", site(20, 0 + 1, topology(10_000)))).toEqual([]);
    expect(brief(check("PWR-8", site(20, 1, topology(9_500))))).toEqual(["sites.colossus.halls 20/19"]);
  });

  test("only warns where the utility's figure is a floor", () => {
    const floor = service({ ramp: [], firmMW: 25, bound: "atLeast" });
    expect(brief(check("PWR-8", site(20, 1, { utilities: [floor] })))).toEqual([
      "warning sites.colossus.utilities.grid 21/20",
    ]);
  });
});

describe("PWR-7 with utilities", () => {
  test("warns of halls that open before the ramp has come that far, and fails at its end", () => {
    const ramp = (second: number, day: string) => ({
      utilities: [
        service({
          firmMW: second,
          ramp: [
            { id: "first", firmMW: 25, dates: { contract: "2026-10-01" } },
            { id: "second", firmMW: second, dates: { contract: day } },
          ],
        }),
      ],
    });
    expect(check("PWR-7", site(1, 1))).toEqual([]);
    expect(brief(check("PWR-7", site(1, 1, ramp(50, "2027-05-03"))))).toEqual([
      "warning sites.colossus.utilities 50/25",
    ]);
    // A powered shell: mechanical and electrical plant is one's own.
    expect(brief(check("PWR-7", site(1, 1, ramp(49, "2027-02-01"))))).toEqual(["sites.colossus.utilities 50/49"]);
  });

  test("takes the policy's own band of ratios", () => {
    const raw = (policy: Raw) =>
      fleet({
        policy,
        sites: [
          leasedSite(
            { power: power(100, { meaning: "utility" }), halls: [{ name: "a", criticalItMW: 50 }] },
            { phases: [phase("p1", 50)] },
          ),
        ],
      });
    expect(brief(check("PWR-7", raw({})))).toEqual(["warning sites.colossus.power 2/1.6"]);
    expect(check("PWR-7", raw({ mostDesignRatio: 2 }))).toEqual([]);
  });
});
