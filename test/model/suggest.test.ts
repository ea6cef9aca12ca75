import fc from "fast-check";
import { machineTypes } from "../../constructs/catalog";
import { suggest } from "../../constructs/model/suggest";

describe("did you mean", () => {
  test.each([
    ["dgx-h10", "dgx-h100"],
    ["p5.48xlrge", "p5.48xlarge"],
    ["P5.48XLARGE", "p5.48xlarge"],
    ["trn2.48large", "trn2.48xlarge"],
    ["gb200nvl72", "gb200-nvl72"],
    ["standard_nd96isr_h100_v5", "Standard_ND96isr_H100_v5"],
    ["ct5p-highcpu-4t", "ct5p-hightpu-4t"],
    ["trn2.48xl", "trn2.48xlarge"],
    ["DGX H100", "dgx-h100"],
  ])("%s is read as %s", (name, meant) => {
    expect(suggest(name, machineTypes())).toBe(meant);
  });

  test.each(["banana", "", "x", "kubernetes-node"])("nothing is suggested for %j", (name) => {
    expect(suggest(name, machineTypes())).toBeUndefined();
  });

  test("the closest candidate wins, and of equals the first", () => {
    expect(suggest("h200", ["h100", "h200"])).toBe("h200");
    expect(suggest("h300", ["h100", "h200"])).toBe("h100");
  });

  test("two letters or fewer match only themselves", () => {
    expect(suggest("v4", ["v5", "v6"])).toBeUndefined();
    expect(suggest("V4", ["v5", "v4"])).toBe("v4");
  });

  test.each([
    ["Colossus 1", ["colossus-2", "colossus-1"], "colossus-1"],
    ["NV", ["US-NE", "US-NV"], "US-NV"],
    ["NV", ["US-NV", "XX-NV"], undefined],
    ["zone", ["kind", "zoneId"], "zoneId"],
    ["tr", ["train"], undefined],
    ["!!", ["??"], undefined],
  ])("%j among %j is read as %j", (name, candidates, meant) => {
    expect(suggest(name, candidates)).toBe(meant);
  });

  test("a candidate is always its own suggestion", () => {
    fc.assert(
      fc.property(fc.constantFrom(...machineTypes()), (type) => {
        expect(suggest(type, machineTypes())).toBe(type);
      }),
    );
  });
});
