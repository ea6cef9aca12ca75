import { parse, parseAllDocuments } from "yaml";
import { defaultResponsibilities, FleetDocument, isExisting } from "../../constructs/model";
import { BROKEN, type CliProject, cliProject, GOOD } from "./command";

const EVERYTHING = `
const fleet = new Fleet("atlas", { organisation: "Atlas" });
addLab(fleet);
new LeasedSite(fleet, "memphis", {
  location: { country: "US" },
  scope: "compute",
  lease: { landlord: "SpaceX", state: "binding", phases: [{ id: "all", power, rentCommencement: "2026-05-01" }] },
});
new siteform.PartnerSite(fleet, "texas", {
  location: { country: "US" },
  contractor: "Fluidstack",
  scope: "turnkey",
  title: { kind: "owned" },
  phases: [{ id: "p1", power }],
});
new aws.AwsSite(fleet, "rainier", {
  account: "111122223333",
  region: "us-east-2",
  location: { country: "US" },
  network: { cidrs: ["10.16.0.0/16"] },
}).addCluster("train", { pools: [{ machine: "trn2.48xlarge", count: 1, capacity: aws.onDemand({ zoneId: "use2-az3" }) }] });
fleet.synth();
`;

describe("siteform expand", () => {
  const projects: CliProject[] = [];
  const project = (program: string) => {
    const made = cliProject(program);
    projects.push(made);
    return made;
  };
  afterEach(() => {
    for (const made of projects.splice(0)) made.remove();
  });

  test("prints a fleet document as YAML that is one", () => {
    const made = project(EVERYTHING);
    const { status, stdout, stderr } = made.siteform(["expand"]);
    expect([status, stderr]).toEqual([0, ""]);
    const document = FleetDocument.parse(parse(stdout));
    expect(document.metadata.name).toBe("atlas");
    expect(document.spec.sites.map((site) => site.name)).toEqual(["lab", "memphis", "texas", "rainier"]);
    expect(made.has("cdktf.out")).toBe(false);
  });

  test("prints the same as JSON, and into a file", () => {
    const made = project(EVERYTHING);
    const { stdout } = made.siteform(["expand", "--format", "json"]);
    const yaml = made.siteform(["expand", "-o", "fleet.yaml"]);
    expect([yaml.status, yaml.stdout]).toEqual([0, ""]);
    expect(FleetDocument.parse(JSON.parse(stdout))).toEqual(FleetDocument.parse(parse(made.read("fleet.yaml"))));
  });

  test("writes out what the author left to a default", () => {
    const { stdout } = project(EVERYTHING).siteform(["expand", "--format", "json"]);
    const [lab, memphis, texas, rainier] = FleetDocument.parse(JSON.parse(stdout)).spec.sites;
    expect(lab).toMatchObject({ retired: false, halls: [], power: { bound: "exact" } });
    expect(memphis).toMatchObject({
      responsibilities: defaultResponsibilities("compute"),
      lease: { tenant: "Atlas", exclusive: false, terminationRights: [] },
    });
    expect(texas).toMatchObject({ operator: "Fluidstack", responsibilities: defaultResponsibilities("turnkey") });
    expect(rainier).toMatchObject({
      stacks: "single",
      clusters: [{ purpose: "mixed", scheduler: { kind: "kubernetes" } }],
    });
    const network = rainier?.tenure === "cloud" && rainier.provider === "aws" ? rainier.network : undefined;
    const zones = network === undefined || isExisting(network) ? undefined : network.zoneIds;
    expect(zones?.length).toBeGreaterThanOrEqual(2);
    for (const zone of zones ?? []) expect(zone).toMatch(/^use2-az\d$/);
  });

  test("of two fleets prints both: documents of one YAML stream, or a JSON list", () => {
    const made = project(`
      for (const name of ["a", "b"]) {
        const fleet = new Fleet(name, { state: RemoteState.gcs({ bucket: "tfstate" }) });
        addLab(fleet);
        fleet.synth({ outdir: name });
      }`);
    const yaml = parseAllDocuments(made.siteform(["expand"]).stdout).map((each) => FleetDocument.parse(each.toJS()));
    const json = JSON.parse(made.siteform(["expand", "-f", "json"]).stdout);
    expect(yaml.map((document) => document.metadata.name)).toEqual(["a", "b"]);
    expect(json).toEqual(JSON.parse(JSON.stringify(yaml)));
  });

  test("of a fleet with errors prints no document, says what is wrong, and exits with 1", () => {
    const made = project(BROKEN);
    const { status, stdout, stderr } = made.siteform(["expand", "-o", "fleet.yaml"]);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("sites.annex.location.country");
    expect(made.has("fleet.yaml")).toBe(false);
  });

  test("knows no formats of findings", () => {
    const { status, stderr } = project(GOOD).siteform(["expand", "--format", "sarif"]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/Allowed choices are yaml, json/);
  });
});
