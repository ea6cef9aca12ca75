import { BROKEN, type CliProject, cliProject, GOOD } from "./command";

const FLEET = `
const fleet = new Fleet("atlas", { organisation: "Atlas", policy: { outOfService: { failed: 0, maintenance: 0 } } });
const site = new LeasedSite(fleet, "memphis", {
  location: { country: "US", subdivision: "US-TN" },
  scope: "compute",
  lease: {
    landlord: "SpaceX",
    state: "commenced",
    end: "2028-12-31",
    terminationRights: [{ id: "landlord", party: "landlord", noticeDays: 90 }],
    phases: [{ id: "all", power, rentCommencement: "2026-05-01" }],
  },
});
site.addCluster("hopper", { pools: [{ machine: "dgx-h100", count: 10, capacity: siteform.leased({ phase: "all" }) }] });
fleet.addDemand("answers", {
  workload: "inference",
  accelerator: "H100",
  points: [{ from: "2027-01-15", accelerators: 80 }],
  basis: "assumed",
  source: "plan",
});
fleet.addScenario("x10", { factors: [{ from: "2027-01-15", factor: 10 }], basis: "assumed", source: "plan" });
fleet.synth();
`;

describe("siteform capacity", () => {
  const projects: CliProject[] = [];
  const project = (program: string) => {
    const made = cliProject(program);
    projects.push(made);
    return made;
  };
  afterEach(() => {
    for (const made of projects.splice(0)) made.remove();
  });

  // Notice on 2027-01-01 ends the lease with 2027-04-01.
  const asked = ["--as-of", "2027-01-01", "--until", "2028-01-01"];

  test("says what is there, how sure, and where demand is not met", () => {
    const { status, stdout, stderr } = project(FLEET).siteform(["capacity", ...asked]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^# Capacity of atlas, 2027-01-01 to 2028-01-01\n/);
    expect(stdout).toMatch(/\| 2027-01-01 \| 80 \| 80 \| 80 \| 0 \| 0 \| 0 \| 0 \|/);
    expect(stdout).toMatch(/\| 2027-04-02 \| 80 \| 80 \| 0 \| 80 \| 0 \| 0 \| 0 \|/);
    expect(stdout).toContain("short of 80 H100 from 2027-04-02 on");
    expect(stdout).toContain("short of 800 H100 from 2027-01-15 on");
  });

  test("counts what is less sure where one asks for it", () => {
    const { stdout } = project(FLEET).siteform([
      "capacity",
      ...asked,
      "--scenario",
      "base",
      "--count",
      "firm",
      "terminable",
    ]);
    expect(stdout).not.toContain("short of");
  });

  test("writes a row for each change, or for each day", () => {
    const made = project(FLEET);
    const steps = made.siteform(["capacity", ...asked, "-f", "csv", "--by", "counterparty"]).stdout.split("\r\n");
    expect(steps.slice(0, 1)).toEqual([
      "by,group,from,until,installed,bound,schedulable,firm,terminable,conditional,preliminary,optional,measured,contract,vendor,reported,assumed",
    ]);
    expect(steps.slice(1, 5)).toEqual(
      ["all,all", "counterparty,SpaceX"].flatMap((group) => [
        `${group},2027-01-01,2027-04-02,80,exact,80,80,0,0,0,0,,,,,80`,
        `${group},2027-04-02,2028-01-01,80,exact,80,0,80,0,0,0,,,,,80`,
      ]),
    );
    const days = made.siteform(["capacity", ...asked, "-f", "csv", "--daily"]).stdout.split("\r\n");
    expect(days[1]).toBe("all,all,2027-01-01,80,80,80,1920");
    const power = made.siteform(["capacity", ...asked, "-f", "csv", "--power"]).stdout.split("\r\n");
    expect(power[0]).toBe(
      "by,group,meaning,from,until,valueMW,bound,firm,terminable,conditional,preliminary,optional,measured,contract,vendor,reported,assumed",
    );
    expect(power.filter((line) => line.startsWith("tenure,leased,criticalIT,"))).toHaveLength(2);
    // Two groups of 365 days, a heading, and nothing behind the last line end.
    expect(days).toHaveLength(2 * 365 + 2);
  });

  test("writes JSON with instants as texts", () => {
    const { stdout } = project(FLEET).siteform(["capacity", ...asked, "-f", "json"]);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      kind: "CapacityReport",
      fleet: "atlas",
      asOf: "2027-01-01",
      until: "2028-01-01",
      schedulable: 1,
    });
    expect(report.scenarios[0].demands[0].shortfalls).toEqual([
      expect.objectContaining({ from: "2027-04-02", worst: { day: "2027-04-02", wanted: 80, served: 0, missing: 80 } }),
    ]);
  });

  test("draws it, as a picture of one file", () => {
    const { status, stdout } = project(FLEET).siteform(["capacity", ...asked, "-f", "svg"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^<svg [^>]*xmlns/);
    expect(stdout).toContain("answers");
  });

  test("plans what to add, where a fleet says how, and says what to write where it does not", () => {
    const offers = `
fleet.addOffer("cloud", {
  kind: "cloud",
  counterparty: "Cloud",
  accelerator: "H100",
  size: { acceleratorsPerMachine: 8, step: 1, most: 20 },
  leadMonths: 0,
  termMonths: 12,
  price: { currency: "USD", perAcceleratorMonth: "1000", basis: "assumed", source: "plan" },
  jurisdiction: { country: "US" },
});
fleet.synth();
`;
    const planning =
      'policy: { planningMonths: 6, outOfService: { failed: 0, maintenance: 0 } }, planning: { currency: "USD", discountRatePerYear: 0 }';
    const program = FLEET.replace(/policy: \{ outOfService: .*? \} \}/, planning).replace("fleet.synth();\n", offers);
    const { status, stdout, stderr } = project(program).siteform(["capacity", "--plan", "--as-of", "2027-01-01"]);
    expect([status, stderr]).toEqual([0, ""]);
    // The landlord can have left on 2027-04-01, and April has no H100 on its last days: 80 from April on, ten servers.
    expect(stdout).toMatch(/\| 2027-04 \| cloud \| cloud \| Cloud \| H100 \| 10 \| 80 \| 2027-04 \| 2028-03 \|/);
    const without = project(FLEET).siteform(["capacity", "--plan"]);
    expect(without.status).toBe(1);
    expect(without.stderr).toContain('give it planning: { currency: "USD", discountRatePerYear: 0.08 }, and offers');
    const csv = project(program).siteform(["capacity", "--plan", "-f", "csv"]);
    expect([csv.status, csv.stderr]).toEqual([1, "siteform: a plan is written as text or json, not as csv\n"]);
    const by = project(program).siteform(["capacity", "--plan", "--by", "site"]);
    expect([by.status, by.stderr]).toEqual([
      1,
      "siteform: --by: a plan is made as the fleet's planning and policy say; leave it out\n",
    ]);
    // What is refused is told by where it stands in the fleet.
    const long = project(program.replace("planningMonths: 6", "planningMonths: 300")).siteform(["capacity", "--plan"]);
    expect([long.status, long.stderr]).toEqual([
      1,
      "siteform: nothing can be planned:\nerror   policy.planningMonths: must be at most 240 months; got 300  [SCHEMA]\n",
    ]);
  });

  test.each([
    [["--scenario", "x8"], 'no demand has the scenario "x8": known are base, x10'],
    [["--until", "2026-12-31"], "--until 2026-12-31 must be later than 2027-01-01"],
    [["--until", "soon"], "It must be a date that exists"],
    [["--by", "colour"], "Allowed choices are site, tenure"],
    [["--count", "sure"], "Allowed choices are firm, terminable"],
    [["--daily"], "--daily and --power are of csv"],
    [["-f", "csv", "--daily", "--power"], "ask for one of them"],
    [["--fleet", "atlantis"], 'there is no fleet "atlantis"'],
  ])("refuses %j, and says what is allowed", (args, message) => {
    const { status, stdout, stderr } = project(FLEET).siteform(["capacity", "--as-of", "2027-01-01", ...args]);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test("of a fleet that says nothing of demand says so, and of one with errors prints them", () => {
    expect(project(GOOD).siteform(["capacity"]).stdout).toContain("Nothing is said of demand.");
    const { status, stdout, stderr } = project(BROKEN).siteform(["capacity"]);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/error/);
  });
});
