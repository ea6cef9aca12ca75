import { defaultResponsibilities, type Layer, responsibilitiesUnder, Scope } from "../../constructs/model";

/** The layers one operates oneself under a scope. */
const own = (scope: Scope | "owned"): Layer[] =>
  defaultResponsibilities(scope)
    .filter((row) => row.operates === "self")
    .map((row) => row.layer);

describe("who operates what", () => {
  test("on bare ground, and on what one owns, one does everything oneself", () => {
    const everything = [
      "utility",
      "mechanicalElectrical",
      "racks",
      "hardware",
      "fabric",
      "bmcFirmware",
      "os",
      "scheduler",
      "physicalAccess",
    ];
    expect(own("land")).toEqual(everything);
    expect(own("owned")).toEqual(everything);
  });

  test("in a powered shell the landlord brings the utility and keeps the doors", () => {
    expect(own("poweredShell")).toEqual([
      "mechanicalElectrical",
      "racks",
      "hardware",
      "fabric",
      "bmcFirmware",
      "os",
      "scheduler",
    ]);
  });

  test("a turnkey building comes with power and cooling installed", () => {
    expect(own("turnkey")).toEqual(["racks", "hardware", "fabric", "bmcFirmware", "os", "scheduler"]);
  });

  test("leased compute begins at the operating system", () => {
    expect(own("compute")).toEqual(["os", "scheduler"]);
  });

  test.each(Scope.options)("under %s every layer has one row, owned, operated and approved by one party", (scope) => {
    const rows = defaultResponsibilities(scope);
    expect(new Set(rows.map((row) => row.layer)).size).toBe(9);
    for (const { owns, operates, approves } of rows) expect([operates, approves]).toEqual([owns, owns]);
  });
});

describe("exceptions of an agreement", () => {
  const exception = { layer: "fabric", owns: "counterparty", operates: "self", approves: "counterparty" } as const;

  test("replace their layer's row and no other, in the order of the layers", () => {
    const rows = responsibilitiesUnder("compute", [exception]);
    const usual = defaultResponsibilities("compute");
    expect(rows).toHaveLength(usual.length);
    for (const [index, row] of rows.entries()) expect(row).toEqual(row.layer === "fabric" ? exception : usual[index]);
    expect(rows.map((row) => row.layer)).toEqual(usual.map((row) => row.layer));
  });

  test("without them the scope's matrix holds", () => {
    expect(responsibilitiesUnder("turnkey")).toEqual(defaultResponsibilities("turnkey"));
  });

  test("a matrix may be written out in full: it is then the matrix", () => {
    const written = defaultResponsibilities("land");
    expect(responsibilitiesUnder("compute", written)).toEqual(written);
  });
});
