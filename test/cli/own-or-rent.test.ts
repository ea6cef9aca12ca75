import { BROKEN, type CliProject, cliProject, GOOD } from "./command";

/** Hardware for 10,000, of which half remains; 43,800 hours at $0.125 are 5,475: own by 475. */
const FLEET = `
const { assumed, usd } = siteform;
const fleet = new Fleet("atlas");
const sheet = (price) => ({
  accelerators: 10,
  accelerator: "H100",
  start: "2027-01",
  months: 12,
  currency: "USD",
  discountRatePerYear: assumed(0),
  utilization: assumed(0.5, { source: "a guess | of ours" }),
  own: {
    hardwarePerAccelerator: assumed(usd(1000)),
    hardwareLifeMonths: assumed(24),
    hardwareResidualShare: assumed(0),
    kWPerAccelerator: assumed(1),
    averagePue: assumed(1),
    energyPerMWh: assumed(usd(0)),
    outOfService: assumed(0),
    payments: [{ share: 0.5 }, { share: 0.5, months: 3 }],
  },
  rent: { perAcceleratorHour: assumed(usd(price)) },
});
fleet.addComparison("near", sheet("0.125"));
`;
const ONE = `${FLEET}fleet.synth();`;
const TWO = `${FLEET}fleet.addComparison("far", sheet("9")); fleet.synth();`;

describe("siteform own-or-rent", () => {
  const projects: CliProject[] = [];
  const project = (program: string) => {
    const made = cliProject(program);
    projects.push(made);
    return made;
  };
  afterEach(() => {
    for (const made of projects.splice(0)) made.remove();
  });

  test("says which is cheaper first, then what it rests on", () => {
    const { status, stdout, stderr } = project(ONE).siteform(["own-or-rent"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^# Own or rent: near \(10 H100\)\n\n\*\*Owning is cheaper by \$475\.00\*\* over 12 months/);
    // Half of 10,000 is lost; 43,800 hours at $0.125 are 5,475.
    expect(stdout).toContain("$5,000.00 to own, $5,475.00 to rent, in money of 2027-01 at 0 % a year.");
    // 5,000 / 10,950
    expect(stdout).toContain("Renting is cheaper below 45.66 %, owning above.");
    expect(stdout).toMatch(
      /\| utilization \| 50 % of schedulable hours \| assumed \| a guess \\\| of ours \| utilization \|/,
    );
    expect(stdout).toMatch(/\| prepaid \| 0 % [^|]*\| assumed \| not stated: taken as 0 \|/);
    for (const heading of [
      "Assumptions",
      "What both cost",
      "Cost of an hour of work",
      "What would turn the answer",
      "Sensitivity",
    ])
      expect(stdout).toContain(`## ${heading}\n`);
  });

  test("answers what if, and lists what was asked among the assumptions", () => {
    const { stdout } = project(ONE).siteform([
      "own-or-rent",
      "near",
      "--utilization",
      "0.4",
      "--rate",
      ".1",
      "--months",
      "6",
    ]);
    expect(stdout).toMatch(/over 6 months \(2027-01 to 2027-06\) at 40 % utilization/);
    expect(stdout).toContain("| discount rate | 10 % a year | assumed | asked with --rate |");
    expect(stdout).toContain("| utilization | 40 % of schedulable hours | assumed | asked with --utilization |");
    expect(stdout).toContain("| months that are compared | 6 months | assumed | asked with --months |");
  });

  test("writes JSON, exact, of one or of several", () => {
    const { stdout } = project(ONE).siteform(["own-or-rent", "-f", "json"]);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      kind: "OwnOrRent",
      fleet: "atlas",
      name: "near",
      cheaper: "own",
      difference: "-475.00",
      usedHours: "43800",
      own: { presentValue: "5000.00", payments: "10000.00", remains: "5000.00" },
      rent: { presentValue: "5475.00", payments: "5475.00", remains: "0.00" },
      breakEven: {
        utilization: [
          { from: 0, cheaper: "rent" },
          { until: 1, cheaper: "own" },
        ],
      },
    });
    expect(report.own.flows).toEqual([
      { month: "2027-01", part: "hardware", amount: "5000.00" },
      { month: "2027-04", part: "hardware", amount: "5000.00" },
      { month: "2027-12", part: "value that remains", amount: "-5000.00" },
    ]);
    const both = JSON.parse(project(TWO).siteform(["own-or-rent", "-f", "json"]).stdout);
    expect(both.map(({ name }: { readonly name: string }) => name)).toEqual(["near", "far"]);
  });

  test("writes a row for each month, or for each assumption changed", () => {
    const made = project(TWO);
    const months = made.siteform(["own-or-rent", "near", "-f", "csv"]).stdout.split("\r\n");
    // January: 744 h x 10 x 0.5 x $0.125.
    expect(months.slice(0, 2)).toEqual([
      "month,ownRentedUntilThere,ownHardware,ownHall,ownEnergy,ownMaintenance,ownStaff,ownValueThatRemains,rentAccelerators,rentPrepayment,rentStaff,cumulatedOwn,cumulatedOwnLessWorth,cumulatedRent",
      // Half is owed still, and all is worth 23 of 24 parts.
      "2027-01,0.00,5000.00,0.00,0.00,0.00,0.00,0.00,465.00,0.00,0.00,5000.00,416.67,465.00",
    ]);
    expect(months).toHaveLength(1 + 12 + 1);
    const rows = made.siteform(["own-or-rent", "near", "-f", "csv", "--sensitivity"]).stdout.split("\r\n");
    expect(rows[0]).toBe("field,assumption,value,change,changedTo,difference,cheaper,flipsAt,flipDistance");
    expect(rows.filter((row) => row.startsWith("own.hardwarePerAccelerator,"))).toHaveLength(4);
  });

  test("draws both over time, and what the answer hangs on", () => {
    const { status, stdout } = project(ONE).siteform(["own-or-rent", "-f", "svg"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^<svg [^>]*xmlns/);
    expect(stdout).toContain("On what the answer hangs");
  });

  test.each([
    [["nera"], 'there is no comparison "nera": did you mean "near"?'],
    [["other"], 'there is no comparison "other": known are near, far'],
    [["-f", "csv"], "csv is of one comparison, and there are 2 (near, far): name one, or use text or json"],
    [["-f", "svg"], "svg is of one comparison"],
    [["--sensitivity"], "--sensitivity is of csv; text has it anyway"],
    [["--utilization", "70"], "It must be a share from 0 to 1, such as 0.7 for 70 %."],
    [["--utilization", "0"], "It must be 0.0001 or more"],
    [["--rate", "-0.1"], "It must be a share from 0 to 1"],
    [["--months", "1.5"], "It must be a whole number, 1 or more."],
    [["--months", "3"], "--months 3 must be more than 3: by then near has its own machines, and has paid for them"],
    [["--months", "601"], "--months 601 must be at most 600"],
    [["--fleet", "atlantis"], 'there is no fleet "atlantis"'],
  ])("refuses %j, and says what is allowed", (args, message) => {
    const { status, stdout, stderr } = project(TWO).siteform(["own-or-rent", ...args]);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test("of a fleet without a comparison says what to write, and of one with errors prints them", () => {
    const { status, stderr } = project(GOOD).siteform(["own-or-rent"]);
    expect([status, stderr]).toEqual([
      1,
      "siteform: the fleet atlas has no comparison: give it one with addComparison\n",
    ]);
    expect(project(BROKEN).siteform(["own-or-rent"]).stderr).toMatch(/error/);
  });
});
