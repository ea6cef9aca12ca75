import { BAD_YAML, BROKEN, type CliProject, cliProject, GOOD } from "./command";

describe("siteform validate", () => {
  const projects: CliProject[] = [];
  const project = (program?: string) => {
    const made = cliProject(program);
    projects.push(made);
    return made;
  };
  const broken = () => {
    const made = project(BROKEN);
    made.write("bad.yaml", BAD_YAML);
    return made;
  };
  afterEach(() => {
    for (const made of projects.splice(0)) made.remove();
  });

  test("says of a good fleet what it is, exits with 0 and writes nothing", () => {
    const made = project(GOOD);
    const { status, stdout, stderr } = made.siteform(["validate"]);
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^atlas: 1 site, no errors, no warnings/m);
    expect(status).toBe(0);
    expect(made.has("cdktf.out")).toBe(false);
  });

  test("says of a broken fleet everything that is wrong, and exits with 1", () => {
    const made = broken();
    const { status, stdout } = made.siteform(["validate"]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^error {3}bad\.yaml:2:4: Nested mappings .*\[YAML\]$/m);
    expect(stdout).toMatch(/^error {3}sites\.annex\.location\.country: must be an ISO 3166-1 code .*\[SCHEMA\]$/m);
    expect(stdout).toMatch(/^error {3}sites\.lab\.clusters\.typo\.pools\.h\.machine: .*\[MACHINE-1\]$/m);
    expect(stdout).toMatch(/→ did you mean "dgx-h100"\?/);
    expect(stdout).toMatch(/^atlas: 3 errors, no warnings/m);
    expect(stdout).not.toMatch(/^\s+at |Error:/m);
    expect(made.has("cdktf.out")).toBe(false);
  });

  test("writes no colours into a pipe or a file", () => {
    const made = broken();
    const { stdout } = made.siteform(["validate", "-o", "findings.txt"]);
    expect(stdout).toBe("");
    // The character that starts a colour.
    expect(made.read("findings.txt")).not.toContain(String.fromCharCode(27));
    expect(made.siteform(["validate"]).stdout).toBe(made.read("findings.txt"));
  });

  test("counts a waived finding apart, and passes", () => {
    const made = project(`
      const fleet = new Fleet("atlas");
      addLab(fleet, 500);
      fleet.waive({ rule: "PWR-8", path: "sites.lab", reason: "commissioning", until: "2026-12-31" });
      fleet.synth();`);
    const before = made.siteform(["validate", "--as-of", "2026-12-31"]);
    expect(before.stdout).toMatch(/^atlas: 1 site, no errors, .*1 waived$/m);
    expect(before.stdout).toMatch(/waived: commissioning \(until 2026-12-31\)/);
    expect(before.status).toBe(0);
    expect(made.siteform(["validate", "--as-of", "2027-01-01"]).status).toBe(1);
  });

  test("reports each of two fleets, and fails when one does", () => {
    const made = project(`
      const state = RemoteState.gcs({ bucket: "tfstate" });
      const production = new Fleet("production", { state });
      addLab(production);
      production.synth({ outdir: "out/production" });
      const staging = new Fleet("staging", { state });
      addLab(staging, -1);
      staging.synth({ outdir: "out/staging" });`);
    const { status, stdout } = made.siteform(["validate"]);
    expect(stdout).toMatch(/^production: 1 site, no errors/m);
    expect(stdout).toMatch(/^staging: 1 error, /m);
    expect(status).toBe(1);
    expect(made.has("out")).toBe(false);
  });

  test("refuses two fleets that would overwrite each other", () => {
    const made = project(
      `for (const name of ["production", "staging"]) { const f = new Fleet(name); addLab(f); f.synth(); }`,
    );
    const { status, stdout } = made.siteform(["validate"]);
    expect(stdout).toMatch(/the fleet "staging" would overwrite the fleet "production".*\[FLEET-1\]/);
    expect(status).toBe(1);
  });

  test("says what is wrong with the fleet also when the program then fails by itself", () => {
    const made = project(`
      const fleet = new Fleet("atlas");
      new OwnedSite(fleet, "lab", { location: { country: "XX" }, power });
      if (!fleet.synth().ok) process.exit(3);`);
    const { status, stdout, stderr } = made.siteform(["validate"]);
    expect(stdout).toMatch(/^error {3}sites\.lab\.location\.country: .*\[LOC-1\]$/m);
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
  });

  test("works from another folder", () => {
    const made = project(GOOD);
    const other = project();
    const { status, stdout } = made.siteform(["validate", "--cwd", made.folder], other.folder);
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^atlas: 1 site/m)]);
  });

  test("gives JSON that counts what it holds", () => {
    const { status, stdout } = broken().siteform(["validate", "--format", "json"]);
    const report = JSON.parse(stdout);
    expect(status).toBe(1);
    expect(report).toMatchObject({ version: 1, fleets: [{ name: "atlas", errors: 3, waived: 0 }] });
    const { findings, errors, warnings, notes } = report.fleets[0];
    expect(findings).toHaveLength(errors + warnings + notes);
    for (const finding of findings) {
      expect(finding).toMatchObject({
        rule: expect.any(String),
        path: expect.any(String),
        message: expect.any(String),
      });
      expect(["error", "warning", "note"]).toContain(finding.severity);
    }
    expect(findings.find((finding: { rule: string }) => finding.rule === "YAML").origin).toEqual({
      file: "bad.yaml",
      line: 2,
      column: 4,
    });
  });
});
