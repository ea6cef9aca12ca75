import { BROKEN, type CliProject, cliProject } from "./command";

const FLEET = `
const { assumed, measured } = siteform;
const fleet = new Fleet("atlas");
const site = new LeasedSite(fleet, "memphis", {
  location: { country: "US", subdivision: "US-TN" },
  scope: "turnkey",
  lease: {
    landlord: "SpaceX",
    state: "commenced",
    end: "2028-12-31",
    phases: [{ id: "all", power, rentCommencement: "2026-05-01" }],
  },
  utilities: [
    {
      name: "grid",
      utility: "MLGW",
      gridOperator: "TVA",
      firmMW: 6,
      basis: "contract",
      source: "agreement",
      curtailment: {
        maxHoursPerYear: 50,
        noticeMinutes: 10,
        curtailableMW: 1,
        paidPerMWYear: contracted(siteform.usd(30_000), { source: "agreement" }),
      },
    },
  ],
  energy: ENERGY,
});
site.addCluster("hopper", {
  averageLoad: measured(0.5, { source: "meters" }),
  pools: [
    {
      machine: "dgx-h100",
      count: 100,
      machinePowerKW: measured(10, { source: "meters" }),
      capacity: leased({ phase: "all" }),
    },
  ],
});
fleet.synth();
`;
const ENERGY = `{
  averagePue: measured(1.2, { source: "meters" }),
  waterLitresPerKWh: measured(0.5, { source: "meters" }),
  grid: "SRTV",
  supply: [{ name: "sun", kind: "ppa", share: 0.25, carbonGramsPerKWh: 0, basis: "contract", source: "PPA" }],
}`;

describe("siteform energy", () => {
  const projects: CliProject[] = [];
  const project = (program: string) => {
    const made = cliProject(program);
    projects.push(made);
    return made;
  };
  const fleet = (energy = ENERGY) => project(FLEET.replace("ENERGY", energy));
  afterEach(() => {
    for (const made of projects.splice(0)) made.remove();
  });

  const asked = ["--as-of", "2027-01-01", "--until", "2027-03-01"];

  test("says power and energy, for each site, month and accelerator-hour, and what grids may call back", () => {
    const { status, stdout, stderr } = fleet().siteform(["energy", ...asked]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^# Energy of atlas, 2027-01-01 to 2027-03-01\n/);
    // 100 servers of 10 kW at half of it: 0.5 MW in 59 days of 24 hours; 849.6 MWh of the site x 409.7 g.
    expect(stdout).toContain("| memphis | 1 | 0.5 | 1.2 | 708 | 849.6 | 354 | 348.1 | 261.1 |");
    // Of 800 accelerators 0.625 kWh, 0.75 kWh, 0.3125 L, 307.3 g and three quarters of it.
    expect(stdout).toContain("| memphis | 1,132,800 | 0.625 | 0.75 | 0.3125 | 307.3 | 230.5 |");
    expect(stdout).toContain("| 2027-01 | 595,200 | 372 | 446.4 | 186 | 182.9 | 137.2 |");
    expect(stdout).toContain("| 2027-02 | 537,600 | 336 | 403.2 | 168 | 165.2 | 123.9 |");
    // 1 of 0.6 MW: all 800 stop for 50 hours, of 8,760.
    expect(stdout).toContain("| memphis.grid | 1 MW | 50 | 10 | 50 | 40,000 | 0.571 % | $30,000.00 |");
    expect(stdout).not.toContain("## Not known");
  });

  test("says what is not known, and what to write", () => {
    const { status, stdout } = fleet("undefined").siteform(["energy", ...asked]);
    expect(status).toBe(0);
    expect(stdout).toContain("| memphis | 1 | 0.5 | ? | 708 | ? | ? | ? | ? |");
    expect(stdout).toContain("- Energy of the sites: not known");
    expect(stdout).toMatch(/- sites\.memphis\.energy\.averagePue: .*say averagePue: measured\(1\.15/);
    expect(stdout).toMatch(/- sites\.memphis\.energy\.grid: greenhouse gases; say grid: one of .*SRTV/);
  });

  test("writes a row for each group and month, and splits as one asks", () => {
    const made = fleet();
    const rows = made.siteform(["energy", ...asked, "-f", "csv", "--by", "accelerator"]).stdout.split("\r\n");
    expect(rows[0]).toMatch(
      /^by,group,month,acceleratorHours,acceleratorHoursBound,fullMWh,fullMWhBound,fullMWhBasis,itMWh,/,
    );
    expect(rows.slice(1, 5).map((row) => row.split(",").slice(0, 11).join(","))).toEqual([
      "all,all,2027-01,595200,exact,744,exact,assumed,372,exact,assumed",
      "all,all,2027-02,537600,exact,672,exact,assumed,336,exact,assumed",
      "accelerator,H100,2027-01,595200,exact,744,exact,assumed,372,exact,assumed",
      "accelerator,H100,2027-02,537600,exact,672,exact,assumed,336,exact,assumed",
    ]);
    expect(rows).toHaveLength(6);
    expect(made.siteform(["energy", ...asked, "--by", "pool"]).stdout).toContain("## By pool");
  });

  test("writes JSON, with what an accelerator-hour comes to", () => {
    const report = JSON.parse(fleet().siteform(["energy", ...asked, "-f", "json"]).stdout);
    expect(report).toMatchObject({
      kind: "EnergyReport",
      fleet: "atlas",
      from: "2027-01-01",
      until: "2027-03-01",
      hours: 1_416,
      counted: ["firm", "terminable", "conditional"],
      total: {
        facilityMWh: { value: 849.6, complete: true },
        perAcceleratorHour: { itKWh: 0.625, facilityKWh: 0.75, waterLitres: 0.3125 },
      },
      demandResponse: [{ paid: [{ amount: "30000.00", currency: "USD" }] }],
      unknown: [],
    });
    expect(report.months).toHaveLength(2);
    expect(report.rows[0]).toMatchObject({ name: "memphis", month: "2027-01", itMWh: { value: 372 } });
  });

  test("looks a year ahead unless told otherwise, and counts what is less sure where one asks for it", () => {
    const made = fleet();
    expect(made.siteform(["energy", "--as-of", "2028-01-15"]).stdout).toContain("2028-01-15 to 2029-01-15");
    const { stdout } = made.siteform(["energy", ...asked, "--count", "preliminary"]);
    expect(stdout).toContain("- Installed accelerator-hours: 0");
  });

  test.each([
    [["--until", "2026-12-31"], "--until 2026-12-31 must be later than 2027-01-01"],
    [["--until", "2080-01-01"], "--until 2080-01-01 is more than 50 years after 2027-01-01"],
    [["--until", "soon"], "soon"],
    [["--by", "month"], "argument 'month' is invalid. Allowed choices are site, tenure"],
    [["--format", "svg"], "argument 'svg' is invalid. Allowed choices are text, json, csv"],
    [["--fleet", "atlsa"], 'there is no fleet "atlsa": did you mean "atlas"?'],
  ])("refuses %j", (args, message) => {
    const { status, stdout, stderr } = fleet().siteform(["energy", "--as-of", "2027-01-01", ...args]);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("    at ");
  });

  test("says the errors of a fleet that has some, and nothing else", () => {
    const { status, stdout } = project(BROKEN).siteform(["energy"]);
    expect([status, stdout]).toEqual([1, ""]);
  });
});
