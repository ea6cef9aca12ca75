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
      ["a key that stands twice", `${site}\n  tenure: leased\n`, /^sites\/a\.yaml:8:3: Map keys must be unique/],
      ["a tab", "spec:\n\ta: 1\n", /^sites\/a\.yaml:2:\d+: /],
      ["an alias of nothing", "a: *nobody\n", /^sites\/a\.yaml:1:\d+: .*nobody/],
      ["a tag", `${site}\n  displayName: !Ref x\n`, /^sites\/a\.yaml:8:16: Unresolved tag: !Ref/],
      [
        "another API version",
        site.replace("v1alpha1", "v1"),
        /^sites\/a\.yaml:1:1: apiVersion must be "siteform\.dev\/v1alpha1"; got "siteform\.dev\/v1"/,
      ],
      ["no API version", "kind: Site\n", /^sites\/a\.yaml:1:1: apiVersion is missing/],
      ["a list", "- 1\n", /^sites\/a\.yaml:1:1: apiVersion is missing/],
      [
        "another kind",
        site.replace("kind: Site", "kind: Sites"),
        /^sites\/a\.yaml:2:1: kind must be one of "Site", "Hall", .*; got "Sites".*\n.*did you mean "Site"\?$/,
      ],
      [
        "no name",
        site.replace("name: lab", "name:"),
        /^sites\/a\.yaml:3:1: metadata\.name must be the name of the Site; got null/,
      ],
      [
        "a name that is no text",
        site.replace("name: lab", "name: 5"),
        /metadata\.name must be the name of the Site; got 5/,
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

    test("one bad file does not hide the others", () => {
      project.write("sites/a.yaml", "a: b: c\n");
      project.write("sites/b.yaml", site.replace("valueMW: 4", "valueMW: four"));
      expect(errors().map((line) => line.slice(0, 14))).toEqual(["sites/a.yaml:1", "sites/b.yaml:7"]);
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
