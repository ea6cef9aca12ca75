import { Fleet, OwnedSite, PartnerSite } from "../../constructs";
import { expandFleet } from "../../constructs/ledger";
import { API_VERSION, documentsOf, fleetDocuments, formatFinding, toYaml } from "../../constructs/model";
import { AS_OF, addMemphis, aGoodFleet, labProps, memphisProps } from "./fleets";
import { CLUSTER, document, SITE, site } from "./pages";
import { enterProject, type Project } from "./project";

/** A good fleet with something of every kind of document. */
function aFleetOfEverything(): Fleet {
  const fleet = aGoodFleet("atlas", { organisation: "Atlas" });
  new PartnerSite(fleet, "texas", {
    ...labProps,
    location: { country: "US" },
    contractor: "Fluidstack",
    scope: "turnkey",
    title: { kind: "leased", lease: { landlord: "TeraWulf", state: "binding" } },
    halls: [{ name: "hall-1", criticalItMW: 4 }],
    phases: [{ id: "p1", power: labProps.power, halls: ["hall-1"], rentCommencement: "2026-12-15" }],
  });
  fleet.addGuarantee("google", { obligor: "Google", covers: "rent", state: "proposed", sites: ["memphis"] });
  fleet.addDemand("tpus", {
    workload: "mixed",
    points: [{ from: "2027-01-01", accelerators: 1000 }],
    basis: "assumed",
    source: "plan",
  });
  return fleet;
}

describe("documents written by hand", () => {
  let project: Project;
  beforeEach(() => {
    project = enterProject();
  });
  afterEach(() => project.leave());

  /** Findings on a fleet of what `sites/*.yaml` says. */
  const read = (patterns: string | string[] = "sites/*.yaml") => {
    const fleet = new Fleet("atlas", { organisation: "Atlas" });
    const sites = fleet.addDocuments(patterns);
    return { fleet, sites, ...fleet.validate({ asOf: AS_OF }) };
  };
  const errors = (patterns?: string | string[]) =>
    read(patterns)
      .findings.filter(({ severity }) => severity === "error")
      .map((finding) => formatFinding(finding).replace(/^error +/, ""));

  test("say the same as the constructs that wrote them", () => {
    const { document: written } = aFleetOfEverything().validate({ asOf: AS_OF });
    for (const each of written.spec.sites) {
      for (const { file, document: page } of documentsOf(written, each))
        project.write(`sites/${each.name}/${file}`, toYaml(page));
    }
    for (const { file, document: page } of fleetDocuments(written)) project.write(`sites/${file}`, toYaml(page));

    const { document: again, findings } = read("sites/**/*.yaml");
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    // What is written is written out: tenants and responsibilities that the author left to a default.
    expect(expandFleet(again).spec).toEqual({ ...expandFleet(written).spec, organisation: again.spec.organisation });
  });

  test("take clusters from the program too, and retire as any site", () => {
    project.write("sites/a.yaml", `${site}\n---\n${document("Cluster", "train", ...CLUSTER)}\n`);
    const { fleet, sites } = read();
    sites[0]?.addCluster("late", { pools: [{ machine: "dgx-h200", count: 1, capacity: { kind: "owned" } }] }).retire();
    const [lab] = fleet.validate({ asOf: AS_OF }).document.spec.sites;
    expect(lab?.clusters.map((cluster) => cluster.name)).toEqual(["train", "late"]);
    expect(lab?.retired).toBe(true);
  });

  test("may hold halls and clusters in the site's own document, and more on pages of their own", () => {
    const inside = ["clusters:", "  - name: inside", "    pools:", ...CLUSTER.slice(2).map((line) => `    ${line}`)];
    project.write("sites/a.yaml", document("Site", "lab", ...SITE, "halls: [{ name: a, criticalItMW: 1 }]", ...inside));
    project.write("sites/b.yaml", document("Hall", "b", "site: lab", "criticalItMW: 1"));
    project.write("sites/c.yaml", document("Cluster", "own", ...CLUSTER));
    const [lab] = read().document.spec.sites;
    expect(lab).toMatchObject({
      halls: [{ name: "a" }, { name: "b" }],
      clusters: [{ name: "inside" }, { name: "own" }],
    });
  });

  test("in a file that holds nothing are nothing", () => {
    project.write("sites/a.yaml", `# to be written\n---\n${site}\n---\n`);
    expect(errors()).toEqual([]);
    expect(read().document.spec.sites).toHaveLength(1);
  });

  describe("whose values are wrong are reported where the value is written", () => {
    test("in the site", () => {
      project.write("sites/a.yaml", site.replace("country: DE,", "country: Germany,"));
      expect(errors()).toEqual([
        'sites/a.yaml:6:15: sites.lab.location.country: must be an ISO 3166-1 code of two capital letters, such as "US"; got "Germany"  [SCHEMA]',
      ]);
    });

    test("in a cluster, by the name of its pool", () => {
      project.write("sites/a.yaml", site);
      project.write("sites/b.yaml", document("Cluster", "train", ...CLUSTER).replace("count: 100", 'count: "100"'));
      const [line, ...others] = errors();
      expect(others).toEqual([]);
      expect(line).toMatch(
        /^sites\/b\.yaml:9:7: sites\.lab\.clusters\.train\.pools\.h100\.count: must be a whole number/,
      );
    });

    test("in the one page of several that is wrong, and in the site beside them", () => {
      project.write("sites/a.yaml", site.replace("country: DE,", "country: Germany,"));
      project.write("sites/b.yaml", document("Cluster", "first", ...CLUSTER));
      project.write("sites/c.yaml", document("Cluster", "second", ...CLUSTER).replace("count: 100", "count: 0"));
      expect(errors().map((line) => line.split(": ", 2))).toEqual([
        ["sites/c.yaml:9:7", "sites.lab.clusters.second.pools.h100.count"],
        ["sites/a.yaml:6:15", "sites.lab.location.country"],
      ]);
    });

    test("in the second of several documents of a file", () => {
      project.write("sites/a.yaml", `${site}\n---\n${document("Hall", "h1", "site: lab", "criticalItMW: -1")}\n`);
      expect(errors()).toEqual([
        expect.stringMatching(
          /^sites\/a\.yaml:14:3: sites\.lab\.halls\.h1\.criticalItMW: must be 0 MW or more; got -1/,
        ),
      ]);
    });

    test("in a lease, a guarantee and a demand", () => {
      const held = SITE.map((line) => line.replace("tenure: owned", "tenure: leased")).filter(
        (line) => !line.startsWith("power"),
      );
      project.write("sites/a.yaml", document("Site", "lab", ...held, "scope: compute"));
      project.write(
        "sites/b.yaml",
        document("Lease", "lab", "site: lab", "landlord: SpaceX", "state: signed", "phases: []"),
      );
      project.write(
        "sites/c.yaml",
        document(
          "Guarantee",
          "g",
          "obligor: Google",
          "covers: rent",
          "state: binding",
          "sites: [lab]",
          "start: 2026-02-30",
        ),
      );
      project.write(
        "sites/d.yaml",
        document(
          "Demand",
          "d",
          "workload: mixed",
          "basis: assumed",
          "source: x",
          "points:",
          "  - { from: x, accelerators: 1 }",
        ),
      );
      const found = errors().filter((line) => line.includes("[SCHEMA]"));
      expect(found.map((line) => line.split(": ", 2)).sort()).toEqual([
        ["sites/b.yaml:7:3", "sites.lab.lease.state"],
        ["sites/b.yaml:8:3", "sites.lab.lease.phases"],
        ["sites/c.yaml:9:3", "guarantees.g.start"],
        ["sites/d.yaml:9:9", "demands.d.points[0].from"],
      ]);
    });

    test("a missing field at what lacks it", () => {
      project.write("sites/a.yaml", document("Site", "lab", "tenure: owned", "location: { subdivision: DE-BY }"));
      expect(errors().map((line) => line.split(": ", 2))).toEqual([
        ["sites/a.yaml:6:3", "sites.lab.location.country"],
        ["sites/a.yaml:4:1", "sites.lab.power"],
      ]);
    });

    test("a second site of a name, in its own file", () => {
      project.write("sites/a.yaml", site);
      project.write("sites/b.yaml", site.replace("country: DE,", "country: Germany,"));
      expect(errors()).toEqual([
        expect.stringMatching(/^sites\/b\.yaml:4:1: sites\.lab\[1\]: the name "lab" stands 2 times .*\[NAME-1\]/),
        expect.stringMatching(/^sites\/b\.yaml:6:15: sites\.lab\[1\]\.location\.country/),
      ]);
    });

    test("but not what is wrong in the program's site of the same name", () => {
      project.write("sites/a.yaml", site);
      const fleet = new Fleet("atlas");
      new OwnedSite(fleet, "lab", { ...labProps, location: { country: "XX" } });
      const [added] = fleet.addDocuments("sites/*.yaml");
      const said = fleet.validate({ asOf: AS_OF }).findings.filter(({ path }) => path.endsWith("country"));
      expect(said).toMatchObject([{ path: "sites.lab[0].location.country" }]);
      expect(said.every(({ origin }) => origin === undefined)).toBe(true);
      // A path without a position may be either's.
      expect(fleet.origins.locate({ rule: "X", severity: "error", path: "sites.lab.phases", message: "" }).origin).toBe(
        undefined,
      );
      expect(added?.name).toBe("lab");
    });

    test("but not what is wrong in a cluster that the program added", () => {
      project.write("sites/a.yaml", site);
      const { fleet, sites } = read();
      sites[0]?.addCluster("late", { pools: [] });
      const [found] = fleet.validate({ asOf: AS_OF }).findings;
      expect(found?.path).toBe("sites.lab.clusters.late.pools");
      expect(found?.origin).toBeUndefined();
    });

    test("what a rule finds too", () => {
      project.write(
        "sites/a.yaml",
        `${site}\n---\n${document("Cluster", "train", ...CLUSTER).replace("dgx-h100", "dgx-h10")}\n`,
      );
      expect(errors()).toEqual([
        expect.stringMatching(
          /^sites\/a\.yaml:16:7: sites\.lab\.clusters\.train\.pools\.h100\.machine: .*\[MACHINE-1\]\n.*did you mean "dgx-h100"\?$/,
        ),
      ]);
    });
  });

  describe("that belong nowhere", () => {
    test.each(["Cluster", "Hall", "Lease"])("a %s of a site that was not read", (kind) => {
      project.write("sites/a.yaml", `${site}\n---\n${document(kind, "x", "site: lap")}\n`);
      expect(errors()).toEqual([
        expect.stringMatching(
          /^sites\/a\.yaml:13:3: the \w+ x belongs to the site "lap", of which no document was read; sites that were read: lab.*\n.*did you mean "lab"\?$/,
        ),
      ]);
    });

    test("a cluster that does not name its site", () => {
      project.write("sites/a.yaml", document("Cluster", "x", "pools: []"));
      expect(errors()).toEqual([
        expect.stringMatching(/the Cluster x does not name its site; no document of a site was read/),
      ]);
    });

    test("a second lease", () => {
      const { lease } = memphisProps;
      const page = {
        apiVersion: API_VERSION,
        kind: "Lease",
        metadata: { name: "l" },
        spec: { site: "memphis", ...lease },
      };
      const fleet = new Fleet("atlas");
      addMemphis(fleet);
      const [memphis] = fleet.validate({ asOf: AS_OF }).document.spec.sites;
      if (memphis === undefined) throw new Error("memphis is missing");
      const [own] = documentsOf(fleet.validate({ asOf: AS_OF }).document, memphis);
      project.write("sites/a.yaml", toYaml(own?.document));
      project.write("sites/b.yaml", `${toYaml(page)}---\n${toYaml(page)}`);
      expect(errors()).toEqual([
        expect.stringMatching(/^sites\/b\.yaml:\d+:\d+: the site memphis has a lease already; a site has one/),
      ]);
    });
  });
});
