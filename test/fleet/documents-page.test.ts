import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { Fleet, LeasedSite } from "../../constructs";
import { formatFinding, kindRows } from "../../constructs/model";
import { schemaName } from "../../constructs/model/documents";
import { root } from "../support/temp";
import { AS_OF } from "./fleets";
import { enterProject, type Project } from "./project";

const page = join(root, "docs", "documents.md");
const text = () => readFileSync(page, "utf8");

/** The table of kinds, from the rows that drive everything else. */
function kindsTable(): string {
  const rows = kindRows.map(({ kind, of, field, about, ...row }) => {
    const place = of === "fleet" ? `\`${field}\` of the fleet` : `\`${field}\` of a site`;
    const many = "key" in row ? "many" : "one";
    return `| [${kind}](schemas/v1alpha1/${schemaName(kind)}.json) | ${about} | ${place}, ${many} | \`${row.file}${many === "many" && kind !== "Site" ? "-<name>" : ""}.yaml\` |`;
  });
  return ["| Kind | What it is | Where it stands | File that is written |", "|---|---|---|---|", ...rows].join("\n");
}

const kinds = /(<!-- kinds: [^\n]*-->\n)[\s\S]*(<!-- \/kinds -->)/;

test("the page lists every kind", () => {
  const expected = text().replace(kinds, (_, start, end) => `${start}${kindsTable()}\n${end}`);
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(page, expected);
  expect(text()).toBe(expected);
});

describe("the example of the page", () => {
  let project: Project;
  beforeEach(() => {
    project = enterProject();
  });
  afterEach(() => project.leave());

  const files = (): Record<string, string> =>
    Object.fromEntries(
      [...text().matchAll(/^`(sites\/[^`]+)`:\n\n```yaml\n([\s\S]*?)^```$/gm)].map(([, file = "", yaml = ""]) => [
        file,
        yaml,
      ]),
    );

  test("is read without a finding, and written", () => {
    expect(Object.keys(files())).toHaveLength(3);
    for (const [file, yaml] of Object.entries(files())) project.write(file, yaml);
    const fleet = new Fleet("atlas", { organisation: "Atlas" });
    const site = LeasedSite.fromDocuments(fleet, "sites/reno/*.yaml");
    const { result } = project.run(() => fleet.synth({ asOf: AS_OF }));
    expect(result.findings.map((each) => formatFinding(each))).toEqual([]);
    expect(site.name).toBe("reno");
    expect(project.files("cdktf.out/sites/reno")).toEqual(
      expect.arrayContaining(["cluster-train.yaml", "hall-hall-1.yaml", "lease.yaml", "site.yaml"]),
    );
    const lease = project.read("cdktf.out/sites/reno/lease.yaml");
    expect(lease.split("\n", 1)).toEqual(["# yaml-language-server: $schema=../../schemas/v1alpha1/lease.json"]);
    expect(project.read("cdktf.out/schemas/v1alpha1/lease.json")).toBe(
      readFileSync(join(root, "docs/schemas/v1alpha1/lease.json"), "utf8"),
    );
    expect(parse(lease).spec.tenant).toBe("Atlas");
  });

  test("says what the page says of a hall that is not there", () => {
    for (const [file, yaml] of Object.entries(files()))
      project.write(file, yaml.replace("halls: [hall-1]", "halls: [hall-2]"));
    const fleet = new Fleet("atlas");
    fleet.addDocuments("sites/**/*.yaml");
    const [found] = fleet.validate({ asOf: AS_OF }).findings;
    expect(text()).toContain(found === undefined ? "nothing" : formatFinding(found));
  });
});
