import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { referenceFleet } from "../stacks/reference-fleet";
import { cases } from "./cases";
import { inFolder, tempFolder } from "./support/temp";
import { expectGolden, readTree } from "./support/tree";

const AS_OF = "2026-11-23";

/** What a synthesis wrote, without the schemas: those are the committed ones (test/model/schemas.test.ts). */
const written = (folder: string) =>
  Object.fromEntries(
    Object.entries(readTree(join(folder, "cdktf.out")))
      .filter(([path]) => !path.startsWith("schemas/"))
      .map(([path, text]) => [path, /\.(csv|md|svg)$|\/scheduler\//.test(path) ? shortened(text) : text]),
  );

/** Tables and topologies of a row for each host or month are kept by their first rows and a digest. */
function shortened(text: string): string {
  const lines = text.split("\n");
  if (lines.length <= 120 && text.length < 20_000) return text;
  const digest = createHash("sha256").update(text).digest("hex");
  return `${lines.slice(0, 12).join("\n").slice(0, 4_000)}\n... ${lines.length} lines, sha256 ${digest}\n`;
}

describe.each(Object.entries(cases))("the fleet %s", (name, fleet) => {
  test("synthesizes to the committed tree", () => {
    const folder = tempFolder();
    const result = inFolder(folder, () => fleet().synth({ quiet: true, asOf: AS_OF }));
    expect(result.findings.filter((finding) => finding.severity === "error")).toEqual([]);
    expectGolden(name, written(folder));
  });
});

test("the trees come from the framework that this run is about", () => {
  const folder = tempFolder();
  inFolder(folder, () => cases["data-centers"]?.().synth({ quiet: true, asOf: AS_OF }));
  const manifest: { version: string } = JSON.parse(readFileSync(join(folder, "cdktf.out", "manifest.json"), "utf8"));
  expect(manifest.version).toBe(process.env["SITEFORM_TEST_FRAMEWORK"] === "cdktn" ? "0.24.0" : "0.21.0");
});

describe("the reference fleet", () => {
  test("synthesizes to the committed documents and stacks, of the many equal ones the first", () => {
    const folder = tempFolder();
    const result = inFolder(folder, () => referenceFleet().synth({ quiet: true, asOf: AS_OF }));
    expect(result.findings.filter((finding) => finding.severity === "error")).toEqual([]);
    const tree = written(folder);
    const repeated = /(train-([2-9]|1\d|ai1a)(-\d)?|lease-(0[2-9]|1\d))[/.]/;
    expectGolden(
      "reference",
      Object.fromEntries(Object.entries(tree).filter(([path]) => !repeated.test(path) && path !== "fleet.json")),
    );
  });
});
