import type { Log } from "sarif";
import { BAD_YAML, BROKEN, cliProject } from "./command";

describe("siteform validate --format sarif", () => {
  const project = cliProject(
    BROKEN.replace(
      "fleet.synth();",
      `addLab(fleet, 500);
       fleet.waive({ rule: "PWR-8", path: "sites", reason: "commissioned in steps", until: "2099-12-31" });
       fleet.synth({ outdir: "elsewhere" });`,
    ),
  );
  project.write("bad.yaml", BAD_YAML);
  const { status, stdout } = project.siteform(["validate", "-f", "sarif"]);
  const log: Log = JSON.parse(stdout);
  const [run] = log.runs;
  const results = run?.results ?? [];
  afterAll(() => project.remove());

  test("is a SARIF 2.1.0 log with one run of one tool", () => {
    expect(status).toBe(1);
    expect(log.version).toBe("2.1.0");
    expect(log.runs).toHaveLength(1);
    expect(run?.tool.driver.name).toBe("siteform");
  });

  test("describes every rule once, and every result's rule", () => {
    const ids = run?.tool.driver.rules?.map((rule) => rule.id) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    for (const rule of run?.tool.driver.rules ?? []) {
      expect(rule.shortDescription?.text).toMatch(/\S/);
      expect(["error", "warning", "note"]).toContain(rule.defaultConfiguration?.level);
    }
    const found = [...new Set(results.map((result) => result.ruleId))];
    expect(found).toEqual(expect.arrayContaining(["SCHEMA", "YAML", "STATE-1", "MACHINE-1", "PWR-8"]));
    for (const id of found) expect(ids).toContain(id);
  });

  test("gives every result a text, a level and a place that code scanning can show", () => {
    expect(results.length).toBeGreaterThan(4);
    for (const { message, level, locations } of results) {
      expect(message.text).toMatch(/\S/);
      expect(["error", "warning", "note"]).toContain(level);
      expect(locations).toHaveLength(1);
      const physical = locations?.[0]?.physicalLocation;
      expect(physical?.artifactLocation?.uri).toMatch(/^[^/\\:]/);
      expect(physical?.region?.startLine).toBeGreaterThanOrEqual(1);
      expect(locations?.[0]?.logicalLocations?.[0]?.fullyQualifiedName).toMatch(/^atlas\./);
    }
  });

  test("places what was read from a file in that file, and the rest in cdktf.json", () => {
    const place = (rule: string) =>
      results.filter((result) => result.ruleId === rule).map((result) => result.locations?.[0]?.physicalLocation);
    expect(place("YAML")).toEqual([
      { artifactLocation: { uri: "bad.yaml" }, region: { startLine: 2, startColumn: 4 } },
    ]);
    expect(place("SCHEMA")).toEqual([{ artifactLocation: { uri: "cdktf.json" }, region: { startLine: 1 } }]);
  });

  test("knows a result again: fingerprints differ from each other and not from run to run", () => {
    const prints = results.map((result) => result.partialFingerprints?.["siteform/v1"]);
    expect(new Set(prints).size).toBe(results.length);
    const again: Log = JSON.parse(project.siteform(["validate", "-f", "sarif"]).stdout);
    expect(again).toEqual(log);
  });

  test("suppresses what is waived, with the reason", () => {
    const waived = results.filter((result) => result.ruleId === "PWR-8");
    expect(waived.map((result) => result.suppressions)).toEqual([
      [{ kind: "external", justification: "commissioned in steps (until 2099-12-31)" }],
    ]);
    for (const result of results) if (result.ruleId !== "PWR-8") expect(result).not.toHaveProperty("suppressions");
  });

  test("names no folder of this machine", () => {
    expect(stdout).not.toContain(project.folder);
  });
});
