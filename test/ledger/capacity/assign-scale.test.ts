import { assign } from "../../../constructs/ledger/capacity/assign";

// Forty lots of about a million, all of which serve both: 40 times 963,100 and 0.9631 times 0 + 1 + ... + 39 = 780.
const lots = Array.from({ length: 40 }, (_, index) => ({ accelerators: (1e6 + index) * 0.9631 }));
const all = 40 * 963_100 + 780 * 0.9631;
const throughput = (): number => 1;

test.each([8e7, 6.4e8, 4e10])(
  "the first in rank takes all where it wants %d, and nothing is left for a small one",
  (wanted) => {
    const [large = 0, small = 0] = assign(lots, [
      { wanted, priority: 1, throughput },
      { wanted: 5, priority: 2, throughput },
    ]);
    expect(large).toBeCloseTo(all, 2);
    // A billionth of the lots is dust.
    expect(small).toBeLessThan(0.05);
  },
);

test("a small one that comes first gets all it wants", () => {
  expect(
    assign(lots, [
      { wanted: 4e10, priority: 2, throughput },
      { wanted: 5, priority: 1, throughput },
    ])[1],
  ).toBe(5);
});
