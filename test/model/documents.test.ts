import fc from "fast-check";
import { parse, parseAllDocuments } from "yaml";
import {
  API_VERSION,
  defaultResponsibilities,
  documentsOf,
  FleetDocument,
  fleetDocuments,
  toYaml,
} from "../../constructs/model";
import { aFleet, aLeasedSite, anAwsSite, anOwnedSite, aPartnerSite, aSpec } from "./raw-fleet";

const fleet = FleetDocument.parse(aFleet());
const documents = (name: string, of: FleetDocument = fleet) =>
  of.spec.sites.filter((site) => site.name === name).flatMap((site) => documentsOf(of, site));
const only = (site: object): FleetDocument => FleetDocument.parse(aFleet(aSpec({ sites: [site] })));
const spec = (name: string, file: string, of: FleetDocument = fleet) =>
  documents(name, of).find((each) => each.file === file)?.document.spec;

describe("the documents of a site", () => {
  test.each([
    ["lab", ["site.yaml", "hall-a.yaml", "cluster-train.yaml"]],
    ["memphis", ["site.yaml", "lease.yaml", "cluster-serve.yaml"]],
    ["texas", ["site.yaml", "lease.yaml"]],
    ["rainier", ["site.yaml", "cluster-train.yaml"]],
  ])("%s has a page for itself, its halls, its lease and its clusters", (name, files) => {
    expect(documents(name).map((each) => each.file)).toEqual(files);
  });

  test("have the envelope that Kubernetes-shaped tools expect", () => {
    for (const { document } of [...documents("lab"), ...fleetDocuments(fleet)]) {
      expect(Object.keys(document)).toEqual(["apiVersion", "kind", "metadata", "spec"]);
      expect(document.apiVersion).toBe(API_VERSION);
    }
    expect(documents("lab").map(({ document }) => [document.kind, document.metadata.name])).toEqual([
      ["Site", "lab"],
      ["Hall", "a"],
      ["Cluster", "train"],
    ]);
  });

  test("say everything once: what has a page of its own is not in the site's", () => {
    for (const name of ["lab", "memphis", "texas", "rainier"]) {
      const site = spec(name, "site.yaml");
      expect(site).not.toHaveProperty("name");
      expect(site).not.toHaveProperty("clusters");
      expect(site).not.toHaveProperty("halls");
      expect(site).not.toHaveProperty("lease");
    }
    expect(spec("texas", "site.yaml")?.["title"]).toEqual({ kind: "leased" });
    expect(spec("lab", "cluster-train.yaml")).toMatchObject({ site: "lab", purpose: "training" });
  });

  test("a lease names the organisation as its tenant, unless somebody else signs", () => {
    expect(spec("memphis", "lease.yaml")).toMatchObject({ site: "memphis", landlord: "SpaceX", tenant: "Atlas" });
    const lease = { ...aLeasedSite().lease, tenant: "Operator" };
    expect(spec("memphis", "lease.yaml", only(aLeasedSite({ lease })))).toMatchObject({ tenant: "Operator" });
  });

  test("the responsibilities of a site that is held from others are written out", () => {
    expect(spec("memphis", "site.yaml")?.["responsibilities"]).toEqual(defaultResponsibilities("compute"));
    expect(spec("texas", "site.yaml")?.["responsibilities"]).toEqual(defaultResponsibilities("turnkey"));
    expect(spec("lab", "site.yaml")).not.toHaveProperty("responsibilities");
  });

  test("a partner-built site that one owns has no lease", () => {
    const owned = only(aPartnerSite({ title: { kind: "owned" } }));
    expect(documents("texas", owned).map((each) => each.file)).toEqual(["site.yaml"]);
  });

  test("guarantees and demands are the fleet's", () => {
    expect(fleetDocuments(fleet).map((each) => each.file)).toEqual(["guarantee-google.yaml", "demand-tpus.yaml"]);
  });
});

describe("YAML", () => {
  test.each([anOwnedSite(), aLeasedSite(), aPartnerSite(), anAwsSite()])(
    "of $name reads back as what it was written from, byte for byte",
    (site) => {
      for (const { document } of documents(site.name)) {
        const text = toYaml(document);
        expect(parse(text)).toEqual(JSON.parse(JSON.stringify(document)));
        expect(toYaml(parse(text))).toBe(text);
      }
    },
  );

  test("any value reads back as itself, and writes the same bytes again", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4, stringUnit: "binary" }), (value) => {
        const text = toYaml(value);
        expect(parse(text)).toEqual(value);
        expect(toYaml(parse(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test("texts that look like something else stay texts", () => {
    const texts = [
      "1.30",
      "010",
      "yes",
      "no",
      "null",
      "~",
      "2026-05-01",
      "0x10",
      "1e3",
      ".inf",
      "- a",
      "a: b",
      "#x",
      "",
    ];
    expect(parse(toYaml(texts))).toEqual(texts);
    expect(parse(toYaml({ version: "1.30", account: "001122223333" }))).toEqual({
      version: "1.30",
      account: "001122223333",
    });
  });

  test("a long text stays on its line, so that a change of one word is one line of a diff", () => {
    const source = "word ".repeat(100).trim();
    expect(toYaml({ source }).split("\n")).toHaveLength(2);
  });

  test("has no anchors, also where one value stands twice", () => {
    const twice = { basis: "assumed" };
    expect(toYaml({ a: [twice, { b: { c: twice } }], d: twice })).not.toMatch(/[&*]/);
  });

  test("rows of a list that are short and flat stand on one line each", () => {
    expect(
      toYaml({
        rows: [
          { a: 1, b: "x" },
          { a: 2, b: { c: 3 } },
        ],
        tags: ["x", "y"],
      }),
    ).toBe(["rows:", "  - { a: 1, b: x }", "  - a: 2", "    b:", "      c: 3", "tags: [ x, y ]", ""].join("\n"));
  });

  test("several documents in one file are told apart", () => {
    const file = documents("lab")
      .map(({ document }) => toYaml(document))
      .join("---\n");
    expect(parseAllDocuments(file)).toHaveLength(3);
  });
});
