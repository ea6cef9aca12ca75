import fc from "fast-check";
import { furtherGroupAs, nodeGroupCount, nodeGroupsOf } from "../../constructs/ledger/aws-node-groups";

const capacity = { kind: "onDemand" } as const;
const pool = (count: number) => ({ name: "p", count, capacity });

test("a pool fills its groups in order, and the first keeps the pool's name", () => {
  expect(nodeGroupsOf(pool(1000), { nodesPerGroup: 450 })).toEqual([
    { number: 1, name: "p", suffix: "", machines: 450 },
    { number: 2, name: "p-2", suffix: "-2", machines: 450 },
    { number: 3, name: "p-3", suffix: "-3", machines: 100 },
  ]);
});

test("groups hold all machines, none is empty or too large, and growth keeps names and never takes machines away", () => {
  const count = fc.integer({ min: 1, max: 20_000 });
  fc.assert(
    fc.property(count, count, fc.integer({ min: 1, max: 2000 }), (one, more, nodesPerGroup) => {
      const before = nodeGroupsOf(pool(one), { nodesPerGroup });
      const after = nodeGroupsOf(pool(one + more), { nodesPerGroup });
      expect(before.reduce((sum, { machines }) => sum + machines, 0)).toBe(one);
      expect(before).toHaveLength(nodeGroupCount(pool(one), { nodesPerGroup }));
      for (const [index, group] of before.entries()) {
        expect(group.machines).toBeGreaterThanOrEqual(1);
        expect(group.machines).toBeLessThanOrEqual(nodesPerGroup);
        expect(after[index]?.name).toBe(group.name);
        expect(after[index]?.machines).toBeGreaterThanOrEqual(group.machines);
      }
    }),
    { numRuns: 50 },
  );
});

test("a group whose reservation is made with it has at most 1,000 machines, whatever the quota", () => {
  const accept = "I accept that billing starts at once and goes on until the reservation is cancelled" as const;
  const made = { kind: "onDemandReservation", zoneId: "use2-az1", create: { accept } } as const;
  const groups = (count: number) => nodeGroupsOf({ name: "p", count, capacity: made }, { nodesPerGroup: 5000 });
  expect(groups(1000).map(({ machines }) => machines)).toEqual([1000]);
  expect(groups(1001).map(({ machines }) => machines)).toEqual([1000, 1]);
});

test("a capacity block is one group", () => {
  const block = {
    kind: "capacityBlock",
    zoneId: "use2-az1",
    reservationId: "cr-0123456789abcdef0",
    start: "2026-12-01T11:30:00Z",
    end: "2026-12-02T11:30:00Z",
  } as const;
  expect(nodeGroupsOf({ name: "p", count: 64, capacity: block }, { nodesPerGroup: 10 })).toHaveLength(1);
});

test.each([
  ["p-2", { pool: "p", number: 2 }],
  ["p-10", { pool: "p", number: 10 }],
  ["p-1", undefined],
  ["p-02", undefined],
  ["p", undefined],
])("%s is read back as %j", (name, found) => {
  expect(furtherGroupAs(name)).toEqual(found);
});
