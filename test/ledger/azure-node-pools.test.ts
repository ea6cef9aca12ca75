import fc from "fast-check";
import { azureNodePools, azureSurge, numberedNodePool } from "../../constructs/ledger/azure-node-pools";

const onDemand = { kind: "onDemand" } as const;

describe("the node pools of a pool on Azure", () => {
  test("are one up to 1,000 machines, and then more, each filled before the next", () => {
    expect(azureNodePools({ name: "h100", count: 1000 })).toEqual([{ name: "h100", count: 1000 }]);
    expect(azureNodePools({ name: "h100", count: 1001 })).toEqual([
      { name: "h100", count: 1000 },
      { name: "h100x2", count: 1 },
    ]);
    expect(azureNodePools({ name: "h100", count: 2500, autoscale: { min: 1200 } })).toEqual([
      { name: "h100", count: 1000, min: 1000 },
      { name: "h100x2", count: 1000, min: 200 },
      { name: "h100x3", count: 500, min: 0 },
    ]);
  });

  test("have names of at most twelve letters and digits", () => {
    expect(numberedNodePool("abcdefghijkl", 1)).toBe("abcdefghijkl");
    expect(numberedNodePool("abcdefghijkl", 2)).toBe("abcdefghijx2");
    expect(numberedNodePool("abcdefghijkl", 12)).toBe("abcdefghix12");
  });

  test("add up, and stay when the pool grows but for the last and new ones", () => {
    const pool = fc.record({ count: fc.integer({ min: 1, max: 5000 }), more: fc.integer({ min: 0, max: 5000 }) });
    fc.assert(
      fc.property(pool, ({ count, more }) => {
        const before = azureNodePools({ name: "h100", count });
        const after = azureNodePools({ name: "h100", count: count + more });
        expect(before.reduce((total, each) => total + each.count, 0)).toBe(count);
        expect(new Set(after.map(({ name }) => name)).size).toBe(after.length);
        expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
        expect(after[before.length - 1]?.name).toBe(before.at(-1)?.name);
      }),
    );
  });

  test("grow by a tenth of each, rounded up, while they are upgraded", () => {
    expect(azureSurge({ name: "h100", count: 1, capacity: onDemand })).toBe(1);
    // 100 + ceil(0.1)
    expect(azureSurge({ name: "h100", count: 1001, capacity: onDemand })).toBe(101);
    const capacity = { kind: "capacityReservation", create: { acceptCharges: true } } as const;
    expect(azureSurge({ name: "h100", count: 1001, capacity })).toBe(0);
  });
});
