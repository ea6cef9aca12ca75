import { BROKEN, type CliProject, cliProject, GOOD } from "./command";

/** 80 H100 in ten servers at $100,000 a month, the lease left on 90 days' notice. */
const FLEET = `
const fleet = new Fleet("atlas", { organisation: "Atlas", policy: { outOfService: { failed: 0, maintenance: 0 } } });
const site = new LeasedSite(fleet, "memphis", {
  location: { country: "US", subdivision: "US-TN" },
  scope: "compute",
  lease: {
    landlord: "SpaceX",
    state: "commenced",
    end: "2028-12-31",
    rentPerMonth: siteform.contracted(siteform.usd(100_000), { source: "the lease" }),
    terminationRights: [{ id: "tenant", party: "tenant", noticeDays: 90 }],
    phases: [{ id: "all", power, rentCommencement: "2026-05-01" }],
  },
});
site.addCluster("hopper", {
  utilization: siteform.measured(0.5, { source: "the scheduler" }),
  pools: [{ machine: "dgx-h100", count: 10, capacity: siteform.leased({ phase: "all" }) }],
});
fleet.addPriceBook("own", {
  currency: "USD",
  basis: "assumed",
  source: "plan",
  date: "2026-12-01",
  rates: [{ id: "staff", what: "staff", counterparty: "Crew", per: "month", amount: "20000" }],
});
fleet.addBudget("year", { year: "2027", most: { amount: "1400000.00", currency: "USD" } });
fleet.synth();
`;

describe("siteform cost", () => {
  const projects: CliProject[] = [];
  const project = (program: string) => {
    const made = cliProject(program);
    projects.push(made);
    return made;
  };
  afterEach(() => {
    for (const made of projects.splice(0)) made.remove();
  });
  const asked = ["--as-of", "2027-01-01", "--until", "2027-02-01"];

  test("says what a month costs, what of it is committed, and what an hour does", () => {
    const { status, stdout, stderr } = project(FLEET).siteform(["cost", ...asked]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^# Cost of atlas, 2027-01 to 2027-01\n/);
    // $120,000 over 80 x 744 hours, of which half are used.
    expect(stdout).toContain("$2.0161 an installed accelerator-hour, $4.0323 a used one");
    expect(stdout).toContain("| memphis | $120,000.00 | $100,000.00 | $20,000.00 | $120,000.00 | $2.0161 | $4.0323 |");
    expect(stdout).toContain("| year | 2027 | paid | $1,400,000.00 | $1,440,000.00 |  | no |");
  });

  test("splits it as one asks, with the present value at a rate", () => {
    const { stdout } = project(FLEET).siteform(["cost", ...asked, "--by", "counterparty", "--rate", "0.1"]);
    expect(stdout).toContain("| Crew | $20,000.00 | $0.00 |");
    expect(stdout).toContain("| SpaceX | $100,000.00 | $100,000.00 |");
    expect(stdout).toContain("Present value in 2027-01 at 10 % a year: payments $120,000.00, committed $100,000.00");
  });

  test("writes each line as a row, and everything as JSON with amounts that lose no cent", () => {
    const made = project(FLEET);
    const rows = made.siteform(["cost", ...asked, "-f", "csv"]).stdout.split("\r\n");
    expect(rows[0]).toBe(
      "month,site,tenure,provider,country,jurisdiction,cluster,pool,counterparty,contract,what,price,currency,cost,committed,flexible,paid,paidCommitted,bound,basis,commitment",
    );
    expect(rows[1]).toBe(
      "2027-01,memphis,leased,SpaceX,US,US-TN,,,SpaceX,lease of memphis,rent,lease,USD,100000.00,100000.00,0.00,100000.00,100000.00,exact,contract,firm",
    );
    expect(rows).toHaveLength(4);
    const report = JSON.parse(made.siteform(["cost", ...asked, "-f", "json"]).stdout) as {
      readonly kind: string;
      readonly whole: { readonly totals: readonly { readonly cost: string }[] };
    };
    expect([report.kind, report.whole.totals[0]?.cost]).toEqual(["CostReport", "120000.00"]);
  });

  test("refuses what cannot be asked, and says what can", () => {
    const made = project(GOOD);
    const refused = (...args: string[]) => made.siteform(["cost", ...args]);
    expect(refused("--as-of", "2027-01-01", "--until", "2026-01-01")).toMatchObject({
      status: 1,
      stderr: "siteform: --until 2026-01-01 must be later than 2027-01-01, from which one looks\n",
    });
    expect(refused("--as-of", "2027-01-01", "--until", "2127-01-01").stderr).toContain("more than 50 years");
    expect(refused("--utilization", "62").stderr).toContain("must be a share from 0 to 1");
    expect(refused("--rate", "8%").stderr).toContain("must be a share from 0 to 1");
    expect(refused("--by", "colour").stderr).toContain("site, tenure, provider, counterparty");
    for (const args of [
      ["--utilization", "0"],
      ["--fleet", "nobody"],
      ["-f", "svg"],
    ]) {
      const { status, stderr } = refused(...args);
      expect(status).toBe(1);
      expect(stderr).not.toContain("    at ");
    }
    expect(project(BROKEN).siteform(["cost"]).status).toBe(1);
  });

  test("says how to say what a fleet costs of which nothing is known", () => {
    const { status, stdout } = project(GOOD).siteform(["cost", ...asked]);
    expect(status).toBe(0);
    expect(stdout).toContain("Nothing is said of what this fleet costs: give it price books");
  });
});
