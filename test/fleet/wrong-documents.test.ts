import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { Fleet } from "../../constructs";
import { formatFinding } from "../../constructs/model";
import { enterProject, type Project } from "./project";
import { smallSite } from "./small-site";

/** A change of one document of the small site, and every line that must be said of it. */
interface Wrong {
  readonly what: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly says: readonly string[];
}

const AS_OF = "2026-11-28";
const update = process.env["UPDATE_GOLDEN"] === "1";
const path = (name: string) => join(__dirname, "wrong-documents", `${name}.yaml`);
const load = (name: string): readonly Wrong[] => parse(readFileSync(path(name), "utf8"));

/** What is wrong within one document, and what is wrong only beside another: a name, a sum, a date. */
const lists = { "within-one": load("within-one"), across: load("across") };

describe("a wrong document", () => {
  let project: Project;
  beforeEach(() => {
    project = enterProject();
    for (const [file, text] of Object.entries(smallSite)) project.write(`sites/${file}`, text);
  });
  afterEach(() => project.leave());

  const said = (): string[] => {
    const fleet = new Fleet("atlas", { organisation: "Atlas" });
    fleet.addDocuments("sites/*.yaml");
    return fleet
      .validate({ asOf: AS_OF })
      .findings.filter(({ severity }) => severity === "error")
      .flatMap((finding) =>
        formatFinding(finding)
          .replace(/^error +/, "")
          .split("\n"),
      );
  };

  test("is none of those that the others are made from", () => {
    expect(said()).toEqual([]);
  });

  test("there are many, half of them wrong only beside another", () => {
    expect(lists["within-one"].length + lists.across.length).toBeGreaterThanOrEqual(60);
    expect(lists.across.length).toBeGreaterThanOrEqual(30);
    const files = new Set(Object.values(lists).flatMap((each) => each.map(({ file }) => file)));
    expect(Object.keys(smallSite).filter((file) => !files.has(file))).toEqual(["lab.yaml"]);
  });

  describe.each(Object.entries(lists))("%s", (name, cases) => {
    const now: Wrong[] = [];
    afterAll(() => {
      // Look at the difference before you commit it.
      if (update)
        writeFileSync(
          path(name),
          stringify(now, { lineWidth: 0, defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" }),
        );
    });

    test.each(cases)("$what", (wrong) => {
      const text = smallSite[wrong.file] ?? "";
      expect(text).toContain(wrong.from);
      project.write(`sites/${wrong.file}`, text.replace(wrong.from, wrong.to));
      const lines = said();
      now.push({ ...wrong, says: lines });
      if (!update) expect(lines).toEqual(wrong.says);
      // Each finding has its place in a file, and no secret is repeated.
      const findings = lines.filter((line) => !line.startsWith(" "));
      expect(findings.length).toBeGreaterThan(0);
      for (const line of findings) expect(line).toMatch(/^sites\/[a-z-]+\.yaml:\d+:\d+: /);
      expect(lines.join("\n")).not.toMatch(/AKIA|hunter2/);
    });
  });
});
