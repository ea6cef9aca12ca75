import { findGrid, gridNames, grids } from "../../constructs/catalog";

describe("grids", () => {
  test.each(Object.entries(grids))("%s has a figure with its source and the period of it", (_, grid) => {
    const { value, basis, source } = grid.carbonGramsPerKWh;
    // Hydropower's to lignite's.
    expect(value).toBeGreaterThan(10);
    expect(value).toBeLessThan(1_200);
    expect(basis).toBe("reported");
    expect(source).toMatch(/20\d\d/);
    expect(grid.date).toMatch(/^20\d\d-12-31$/);
    expect(grid.country).toMatch(/^[A-Z]{2}$/);
  });

  test("a subregion's figure agrees with the CO2 equivalents that the EPA publishes", () => {
    // eGRID2023, revised in June 2025: 429.983 and 599.170 lb CO2e/MWh; 0.45359237 kg a pound.
    expect(grids.CAMX.carbonGramsPerKWh.value).toBeCloseTo(429.983 * 0.45359237, 0);
    expect(grids.RFCE.carbonGramsPerKWh.value).toBeCloseTo(599.17 * 0.45359237, 0);
  });

  test("a name that is none finds nothing, whatever objects have", () => {
    expect(findGrid("ERCT")).toBe(grids.ERCT);
    expect(findGrid("constructor")).toBeUndefined();
    expect(gridNames()).toContain("DE");
  });
});
