import { writeFileSync } from "node:fs";
import { Fleet } from "../../constructs";
import { formatFinding } from "../../constructs/model";
import { AS_OF, aGoodFleet } from "./fleets";
import { site } from "./pages";
import { enterProject, type Project } from "./project";

describe("documents that cannot be read", () => {
  let project: Project;
  beforeEach(() => {
    project = enterProject();
  });
  afterEach(() => project.leave());

  /** Errors of a fleet of what the patterns name, as a person reads them. */
  const errors = (patterns = "sites/*.yaml") => {
    const fleet = new Fleet("atlas");
    fleet.addDocuments(patterns);
    return fleet
      .validate({ asOf: AS_OF })
      .findings.filter(({ severity }) => severity === "error")
      .map((finding) => formatFinding(finding).replace(/^error +/, ""));
  };

  describe("are reported with file, line and column", () => {
    test.each([
      ["YAML that is none", "a: b: c\n", /^sites\/a\.yaml:1:4: Nested mappings .*\[YAML\]$/],
      [
        "a key that stands twice",
        `${site}\n  tenure: leased\n`,
        /^sites\/a\.yaml:8:3: the key "tenure" stands twice; first on line 5 /,
      ],
      ["a tab", "spec:\n\ta: 1\n", /^sites\/a\.yaml:2:\d+: /],
      [
        "an alias of nothing",
        "a: *nobody\n",
        /^sites\/a\.yaml:1:4: the alias \*nobody has no anchor &nobody before it/,
      ],
      ["a tag", `${site}\n  displayName: !Ref x\n`, /^sites\/a\.yaml:8:16: Unresolved tag: !Ref/],
      [
        "another API version",
        site.replace("v1alpha1", "v1"),
        /^sites\/a\.yaml:1:1: apiVersion must be "siteform\.dev\/v1alpha1"; got "siteform\.dev\/v1"/,
      ],
      ["no API version", site.replace(/^apiVersion.*\n/, ""), /^sites\/a\.yaml:1:1: apiVersion is missing/],
      [
        "a list",
        "- 1\n",
        /^sites\/a\.yaml:1:1: must be a document with apiVersion, kind, metadata and spec; got a list of 1/,
      ],
      ["a text", "Site\n", /^sites\/a\.yaml:1:1: must be a document with .*; got "Site"/],
      [
        "a bracket that is not closed",
        `${site}\n  halls: [ { name: a\n`,
        /^sites\/a\.yaml:8:12: the bracket { that opens/,
      ],
      ["a quote that is not closed", `${site}\n  displayName: "Lab\n`, /^sites\/a\.yaml:8:16: the quote " that opens/],
      [
        "another kind",
        site.replace("kind: Site", "kind: Sites"),
        /^sites\/a\.yaml:2:1: kind must be one of "Site", "UtilityService", .*; got "Sites".*\n.*did you mean "Site"\?$/,
      ],
      [
        "no name",
        site.replace("name: lab", "name:"),
        /^sites\/a\.yaml:3:13: metadata\.name must be the name of the Site; got null/,
      ],
      [
        "a name that is no text",
        site.replace("name: lab", "name: 5"),
        /^sites\/a\.yaml:3:13: metadata\.name must be the name of the Site; got 5/,
      ],
      ["no spec", site.replace(/spec:[\s\S]*/, ""), /^sites\/a\.yaml:1:1: spec is missing; must be an object/],
      ["a name in the spec", `${site}\n  name: other\n`, /^sites\/a\.yaml:8:3: .*metadata\.name/],
      [
        "an unknown part",
        `${site}\nstatus: {}\n`,
        /^sites\/a\.yaml:8:1: status is not a field here; there are apiVersion, kind, metadata, spec/,
      ],
      [
        "a label, which would be lost",
        site.replace("name: lab", "name: lab, labels: {}"),
        /^sites\/a\.yaml:3:\d+: metadata\.labels is not a field here/,
      ],
      ["a cloud site", site.replace("owned", "cloud"), /^sites\/a\.yaml:5:3: .*cloud site.*\n.*AwsSite/],
    ])("%s", (_, text, expected) => {
      project.write("sites/a.yaml", text);
      const [first, ...others] = errors();
      expect(others).toEqual([]);
      expect(first).toMatch(expected);
    });

    test("all that is wrong with an envelope, at once", () => {
      project.write("sites/a.yaml", "apiVersion: v1\nkind: Sit\nmetadata: { label: x }\nspecs: {}\n");
      expect(errors().map((line) => line.split(" [", 1).join().split(";", 1).join())).toEqual([
        'sites/a.yaml:1:1: apiVersion must be "siteform.dev/v1alpha1"',
        expect.stringMatching(/^sites\/a\.yaml:2:1: kind must be one of "Site", /),
        "sites/a.yaml:4:1: specs is not a field here",
        "sites/a.yaml:3:13: metadata.label is not a field here",
        "sites/a.yaml:3:1: metadata.name is missing",
      ]);
    });

    test.each([
      ["UTF-16", Buffer.from("\ufeffkind: Site\n", "utf16le"), "is UTF-16; must be UTF-8"],
      ["UTF-16 without its mark", Buffer.from("kind: Site\n", "utf16le"), "is no text: it holds a zero byte"],
      ["Latin-1", Buffer.from("a: caf\u00e9\n", "latin1"), "holds bytes that are not UTF-8"],
    ])("a file in %s", (_, bytes, message) => {
      project.write("sites/b.yaml", site);
      writeFileSync("sites/a.yaml", bytes);
      expect(errors()).toEqual([expect.stringMatching(`^sites/a\\.yaml:1:1: ${message}`)]);
    });

    test("one bad file does not hide the others", () => {
      project.write("sites/a.yaml", "a: b: c\n");
      project.write("sites/b.yaml", site.replace("valueMW: 4", "valueMW: four"));
      expect(errors().map((line) => line.slice(0, 14))).toEqual(["sites/a.yaml:1", "sites/b.yaml:7"]);
    });

    test("what is no pattern", () => {
      const fleet = new Fleet("atlas");
      for (const given of [undefined, null, 7, "", [], [undefined]]) {
        expect(() => Reflect.apply(fleet.addDocuments, fleet, [given])).not.toThrow();
      }
      expect(fleet.origins.problems.map(({ message }) => message.replace(/.*; got /, ""))).toEqual([
        "undefined",
        "null",
        "7",
        '""',
        "a list of 0",
        "undefined",
      ]);
    });

    test("each pattern that matches no file, and not what was left out on purpose", () => {
      project.write("sites/a.yaml", site);
      const fleet = new Fleet("atlas");
      fleet.addDocuments(["sites/*.yaml", "halls/*.yaml", "!sites/old.yaml", "leases/*.yaml"]);
      expect(fleet.origins.problems.map(({ message }) => message)).toEqual([
        expect.stringContaining('"halls/*.yaml"'),
        expect.stringContaining('"leases/*.yaml"'),
      ]);
    });

    test("no file at all", () => {
      expect(errors("nowhere/*.yaml")).toEqual([
        expect.stringMatching(/^documents: no file matches "nowhere\/\*\.yaml".*\[YAML\]$/),
      ]);
    });
  });

  test("stop a synthesis like any other error", () => {
    project.write("sites/a.yaml", "a: b: c\n");
    const fleet = aGoodFleet();
    fleet.addDocuments("sites/*.yaml");
    const { result, stderr, exitCode } = project.run(() => fleet.synth({ asOf: AS_OF }));
    expect([result.ok, exitCode]).toEqual([false, 1]);
    expect(stderr.match(/sites\/a\.yaml/g)).toHaveLength(1);
    expect(project.files()).toEqual(["sites/a.yaml"]);
  });
});
