import { BROKEN, type CliProject, cliProject, GOOD } from "./command";

const LEASED = `
const fleet = new Fleet("atlas", { organisation: "Atlas" });
new LeasedSite(fleet, "memphis", {
  location: { country: "US" },
  scope: "compute",
  lease: {
    landlord: "SpaceX",
    state: "commenced",
    end: "2028-12-31",
    rentPerMonth: siteform.assumed(siteform.usd(1_000_000)),
    terminationRights: [{ id: "either", party: "tenant", mutual: true, noticeDays: 90 }],
    phases: [{ id: "all", power, rentCommencement: "2026-05-01" }],
  },
});
fleet.synth();
`;

describe("siteform contracts", () => {
  const projects: CliProject[] = [];
  const project = (program: string) => {
    const made = cliProject(program);
    projects.push(made);
    return made;
  };
  afterEach(() => {
    for (const made of projects.splice(0)) made.remove();
  });

  test("says by when a lease can be left, what is owed until then, and what is firm, on the day that is asked about", () => {
    const { status, stdout, stderr } = project(LEASED).siteform(["contracts", "--as-of", "2027-01-01"]);
    expect([status, stderr]).toEqual([0, ""]);
    // 90 days from 2027-01-01 are 2027-04-01: three months of rent, and one day of the 30 of April.
    expect(stdout).toMatch(/\| 2027-04-01 \| right of tenant \| \$3,033,333\.33 \| \$0\.00 \| \$3,033,333\.33 \|/);
    expect(stdout).toMatch(/can have ended the lease on 2027-04-01 at the earliest/);
    expect(stdout).toMatch(/\| 2027-04-02 \| [\d,]+ \| 0 \|/);
    expect(stdout).toMatch(/\| SpaceX \| landlord \(memphis\) \|/);
  });

  test("says so where nothing is leased", () => {
    const { status, stdout } = project(GOOD).siteform(["contracts"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^# /);
  });

  test("of a fleet with errors prints them, and nothing else", () => {
    const { status, stdout, stderr } = project(BROKEN).siteform(["contracts"]);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/error/);
  });
});
