import { FleetSpec } from "../../constructs/model";
import { assumedFigure, type Raw, withComparison, withDemand, withEnergy, withRate } from "./bounded-fleets";

/** What a fleet is told of its form: `path message`, nothing where it has none. */
function told(raw: Raw): string[] {
  const { success, error } = FleetSpec.safeParse(raw);
  return success ? [] : error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
}

const ends: readonly (readonly [string, (value: number) => Raw, readonly number[], readonly number[]])[] = [
  ["an average PUE", (value) => withEnergy({ averagePue: assumedFigure(value) }), [1, 10], [0.999, 10.001, 1e300]],
  [
    "a PUE of a month",
    (value) => withEnergy({ monthlyPue: { values: Array(12).fill(value), basis: "assumed", source: "test" } }),
    [1, 10],
    [0, 10.5],
  ],
  ["litres for a kWh", (value) => withEnergy({ waterLitresPerKWh: assumedFigure(value) }), [0, 100], [101, 1e30]],
  ["grams for a kWh", (value) => withEnergy({ carbonGramsPerKWh: assumedFigure(value) }), [0, 10_000], [10_001, 1e300]],
  ["throughput of a demand", (value) => withDemand({ throughput: value }), [0.000001, 1_000_000], [0, 1e-300, 1e7]],
  ["utilization of a demand", (value) => withDemand({ utilization: value }), [0.0001, 1], [0, 1e-300, 1.01]],
  ["accelerators wanted", (value) => withDemand({ accelerators: value }), [0, 1e10], [1e10 + 1, 1e300]],
  ["the peak over the average", (value) => withDemand({ peakFactor: value }), [1, 1000], [0.9, 1e300]],
  [
    "throughput of rented chips",
    (value) => withComparison({ throughput: value }),
    [0.000001, 1_000_000],
    [1e-300, 1e300],
  ],
  ["power of a chip", (value) => withComparison({ kW: value }), [0.001, 10_000], [0, 1e-300, 1e300]],
  ["the average PUE of owning", (value) => withComparison({ pue: value }), [1, 10], [0.5, 1e300]],
  ["utilization compared", (value) => withComparison({ utilization: value }), [0.0001, 1], [1e-300, 2]],
  ["what is out of service", (value) => withComparison({ outOfService: value }), [0, 0.999], [0.9999999999999999, 1]],
];

describe("a figure that nothing can have is refused, and the one at the end is not", () => {
  test.each(ends)("%s", (_, made, right, wrong) => {
    for (const value of right) expect({ value, told: told(made(value)) }).toEqual({ value, told: [] });
    for (const value of wrong) {
      const found = told(made(value));
      expect(found.length).toBeGreaterThan(0);
      expect(found.every((text) => text.includes(`got ${value}`))).toBe(true);
    }
  });

  test("prices have twelve digits before the point, and six after it", () => {
    expect(told(withRate("999999999999.999999"))).toEqual([]);
    for (const amount of ["1000000000000", "1".padEnd(31, "0"), "1e30", "0.1234567"])
      expect(told(withRate(amount))).toEqual([expect.stringContaining(`got "${amount}"`)]);
  });
});
