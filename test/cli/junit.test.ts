import { allChecks } from "../../cli/checks";
import { BAD_YAML, BROKEN, cliProject, GOOD } from "./command";

/** An element as it opens: its name and its attributes. */
interface Opened {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inside: readonly string[];
}

/** Every element of an XML text, which must be well-formed: each tag closed in its turn, each attribute quoted and once. */
function elements(xml: string): Opened[] {
  const text = xml.replace(/^<\?xml [^?]*\?>/, "");
  const found: Opened[] = [];
  const open: string[] = [];
  const outside = text
    .replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, "")
    .replace(
      /<(\/?)([A-Za-z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
      (_, closing: string, name: string, rest: string, selfClosing: string) => {
        if (closing !== "") expect(open.pop()).toBe(name);
        else {
          const attributes = [...rest.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]);
          expect(new Set(attributes.map(([key]) => key)).size).toBe(attributes.length);
          found.push({ name, attributes: Object.fromEntries(attributes), inside: [...open] });
          if (selfClosing === "") open.push(name);
        }
        return "";
      },
    );
  expect(open).toEqual([]);
  // What is left is text: no stray bracket, and no ampersand but in an entity.
  expect(outside).not.toMatch(/[<>]/);
  expect(text.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, "")).not.toMatch(/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i);
  return found;
}

const named = (all: readonly Opened[], name: string) => all.filter((element) => element.name === name);

describe("siteform validate --format junit", () => {
  test("the check for well-formedness refuses what is not", () => {
    for (const wrong of ["<a>", "<a></b>", "<a b=c/>", '<a b="1" b="2"/>', "<a>&</a>", "<a>x > y < z</a>", "</a>"]) {
      expect(() => elements(wrong)).toThrow();
    }
    expect(elements('<a b="1"><![CDATA[ < & ]]><c/>&lt;</a>')).toHaveLength(2);
  });

  test("is well-formed, a suite a fleet and a case a check, and counts failures right", () => {
    const project = cliProject(BROKEN.replace('"Germany"', '"<&\\"]]>\'\\u00e9"'));
    project.write("bad.yaml", BAD_YAML);
    const { status, stdout } = project.siteform(["validate", "--format", "junit"]);
    project.remove();
    const all = elements(stdout);
    expect(status).toBe(1);
    const [suite, ...others] = named(all, "testsuite");
    expect(others).toEqual([]);
    const cases = named(all, "testcase");
    expect(suite?.attributes).toMatchObject({ name: "atlas", failures: "3", errors: "0", tests: String(cases.length) });
    expect(named(all, "failure").map((failure) => failure.inside.at(-1))).toEqual(["testcase", "testcase", "testcase"]);
    expect(new Set(cases.map((each) => each.attributes["name"])).size).toBe(cases.length);
    // A finding of a form, of a file and of a rule: each fails the case of its own check.
    for (const rule of ["SCHEMA", "YAML", "MACHINE-1", "STATE-1", "FLEET-1"]) {
      expect(cases.filter((each) => each.attributes["name"]?.startsWith(`${rule}: `))).toHaveLength(1);
    }
  });

  test("of a good fleet has no failure", () => {
    const project = cliProject(GOOD);
    const { status, stdout } = project.siteform(["validate", "--format", "junit", "--output", "junit.xml"]);
    expect([status, stdout]).toEqual([0, ""]);
    const all = elements(project.read("junit.xml"));
    project.remove();
    expect(named(all, "failure")).toEqual([]);
    expect(named(all, "testsuite").map((suite) => suite.attributes["failures"])).toEqual(["0"]);
    expect(named(all, "testcase").length).toBeGreaterThan(10);
  });

  test("has a suite for each of two fleets", () => {
    const project = cliProject(`
      for (const name of ["a", "b"]) {
        const fleet = new Fleet(name, { state: RemoteState.gcs({ bucket: "tfstate" }) });
        addLab(fleet);
        fleet.synth({ outdir: name });
      }`);
    const all = elements(project.siteform(["validate", "--format", "junit"]).stdout);
    project.remove();
    expect(named(all, "testsuite").map((suite) => suite.attributes["name"])).toEqual(["a", "b"]);
  });
});

test("every finding of a check that a fleet can have stands in the report: none is dropped for its rule", () => {
  const ids = ["SCHEMA", "YAML", "PACKAGE-1", "STATE-1", "FLEET-1", "STRAY-1", "OUTPUT-1", "AS-OF-1", "NAME-1"];
  expect(allChecks.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
});
