import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { countries, subdivisions } from "../../constructs/model/iso-3166";

/** The package is an ES module only, which the compiled tests cannot require: a process of its own reads it. */
const SCRIPT = `
  import { iso31661, iso31662 } from "iso-3166";
  const assigned = iso31661.filter((country) => country.state === "assigned");
  const countries = Object.fromEntries(assigned.map((country) => [country.alpha2, country.name]));
  const subdivisions = iso31662.map((subdivision) => subdivision.code);
  process.stdout.write(JSON.stringify({ countries, subdivisions }));
`;

interface Standard {
  readonly countries: Readonly<Record<string, string>>;
  readonly subdivisions: readonly string[];
}

const root = join(__dirname, "..", "..");
const node = (script: string) =>
  execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd: root, encoding: "utf8" });

describe("the copy of ISO 3166", () => {
  const standard: Standard = JSON.parse(node(SCRIPT));

  test("has the countries of the standard and no others", () => {
    // 249 countries and territories have a code.
    expect(Object.keys(standard.countries)).toHaveLength(249);
    expect(countries).toEqual(standard.countries);
  });

  test("has the subdivisions of the standard and no others", () => {
    const copied = Object.entries(subdivisions).flatMap(([country, codes]) =>
      codes.split(" ").map((code) => `${country}-${code}`),
    );
    expect([...copied].sort()).toEqual([...standard.subdivisions].sort());
    expect(new Set(copied).size).toBe(copied.length);
  });
});
