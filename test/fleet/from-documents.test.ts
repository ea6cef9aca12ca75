import { Fleet, LeasedSite, OwnedSite, owned, PartnerSite } from "../../constructs";
import { formatFinding } from "../../constructs/model";
import { AS_OF } from "./fleets";
import { document, SITE, site } from "./pages";
import { enterProject, type Project } from "./project";

const held = SITE.map((line) => line.replace("tenure: owned", "tenure: leased")).filter(
  (line) => !line.startsWith("power"),
);
const LEASE = [
  "landlord: SpaceX",
  "state: commenced",
  "phases: [{ id: p1, power: { valueMW: 4, meaning: criticalIT, basis: contract, source: lease } }]",
];

describe("a site from documents", () => {
  let project: Project;
  let fleet: Fleet;
  beforeEach(() => {
    project = enterProject();
    fleet = new Fleet("atlas");
  });
  afterEach(() => project.leave());

  const errors = () =>
    fleet
      .validate({ asOf: AS_OF })
      .findings.filter(({ severity }) => severity === "error")
      .map((finding) => formatFinding(finding).replace(/^error +/, ""));
  const names = () => fleet.sites.map(({ name }) => name);

  test("is one of its tenure, to which the program can add", () => {
    project.write("sites/a.yaml", site);
    const lab = OwnedSite.fromDocuments(fleet, "sites/*.yaml");
    lab.addCluster("late", { pools: [{ machine: "dgx-h100", count: 1, capacity: owned() }] });
    expect(errors()).toEqual([]);
    const [spec] = fleet.validate({ asOf: AS_OF }).document.spec.sites;
    expect(spec).toMatchObject({ name: "lab", tenure: "owned", clusters: [{ name: "late" }] });
  });

  test("may be leased, with its lease on a page of its own, or built by a partner under a lease of his", () => {
    project.write("a/site.yaml", document("Site", "memphis", ...held, "scope: turnkey"));
    project.write("a/lease.yaml", document("Lease", "memphis", "site: memphis", ...LEASE));
    const built = ["contractor: Builder", "scope: turnkey", "title: { kind: leased }", LEASE[2] ?? ""];
    const texas = held.map((line) => line.replace("tenure: leased", "tenure: partner"));
    project.write("b/site.yaml", document("Site", "texas", ...texas, ...built));
    project.write("b/lease.yaml", document("Lease", "texas", "site: texas", ...LEASE.slice(0, 2)));
    LeasedSite.fromDocuments(fleet, "a/*.yaml");
    PartnerSite.fromDocuments(fleet, "b/*.yaml");
    expect(errors()).toEqual([]);
    expect(names()).toEqual(["memphis", "texas"]);
  });

  test("brings what else stands in the files", () => {
    project.write("sites/a.yaml", `${site}\n---\n${document("Guarantee", "g", "obligor: Google")}\n`);
    OwnedSite.fromDocuments(fleet, "sites/*.yaml");
    expect(errors()[0]).toMatch(/^sites\/a\.yaml:12:1: guarantees\.g\.covers: is missing/);
  });

  test("of another tenure is refused where it says so", () => {
    project.write("sites/a.yaml", site);
    LeasedSite.fromDocuments(fleet, "sites/*.yaml");
    expect(errors()).toEqual([
      "sites/a.yaml:5:3: LeasedSite.fromDocuments takes a site that is leased; lab is owned  [YAML]\n          → read it with OwnedSite.fromDocuments",
    ]);
  });

  test("is refused beside a second one, and both are checked", () => {
    project.write("sites/a.yaml", site);
    project.write(
      "sites/b.yaml",
      site.replace("name: lab", "name: second").replace("country: DE,", "country: Germany,"),
    );
    OwnedSite.fromDocuments(fleet, "sites/*.yaml");
    expect(errors()).toEqual([
      "sites/b.yaml:4:1: OwnedSite.fromDocuments takes one site; there is second beside lab  [YAML]\n          → take all of them with fleet.addDocuments",
      expect.stringMatching(/^sites\/b\.yaml:6:15: sites\.second\.location\.country/),
    ]);
  });

  test("that is not there is said to be missing, and what the program adds to it goes nowhere", () => {
    project.write("sites/a.yaml", document("Demand", "d", "workload: mixed"));
    const none = OwnedSite.fromDocuments(fleet, "sites/*.yaml");
    none.addCluster("late", { pools: [{ machine: "dgx-h100", count: 1, capacity: owned() }] }).retire();
    expect(errors()[0]).toBe("documents: OwnedSite.fromDocuments needs the document of a site; none was read  [YAML]");
    expect(names()).toEqual([]);
  });

  test("of a tenure that is none is refused once, with the rest of its form", () => {
    project.write("sites/a.yaml", site.replace("tenure: owned", "tenure: mine"));
    OwnedSite.fromDocuments(fleet, "sites/*.yaml");
    expect(errors()).toEqual([expect.stringMatching(/^sites\/a\.yaml:5:3: sites\.lab\.tenure: must be one of/)]);
  });

  test("a second hall of a name is found in its own file", () => {
    const hall = document("Hall", "a", "site: lab", "criticalItMW: 1");
    project.write("sites/a.yaml", site);
    project.write("sites/b.yaml", hall);
    project.write("sites/c.yaml", hall);
    fleet.addDocuments("sites/*.yaml");
    expect(errors().map((line) => line.split(": ", 2))).toEqual([["sites/c.yaml:4:1", "sites.lab.halls.a[1]"]]);
  });
});
