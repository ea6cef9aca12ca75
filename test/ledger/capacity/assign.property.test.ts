import fc from "fast-check";
import { assign } from "../../../constructs/ledger/capacity/assign";

interface NumberedLot {
  readonly accelerators: number;
  readonly index: number;
}

const problem = fc
  .record({
    lots: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 3 }),
    wants: fc.array(
      fc.record({
        wanted: fc.integer({ min: 0, max: 8 }),
        priority: fc.integer({ min: 1, max: 2 }),
        throughputs: fc.array(fc.constantFrom(0, 1, 2), { minLength: 3, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ lots, wants }) => ({
    lots: lots.map((accelerators, index): NumberedLot => ({ accelerators, index })),
    wants: wants.map(({ throughputs, ...want }) => ({
      ...want,
      throughput: ({ index }: NumberedLot) => throughputs[index] ?? 0,
    })),
  }));

type Problem = typeof problem extends fc.Arbitrary<infer P> ? P : never;

/** The most of the first priority, in shares, that any way to give out whole accelerators reaches; tried one by one. */
function bestOfFirst({ lots, wants }: Problem): number {
  const first = Math.min(...wants.map(({ priority }) => priority));
  const wanted = wants.filter(({ priority }) => priority === first);
  const units = lots.flatMap((lot) => Array.from({ length: lot.accelerators }, () => lot));
  let best = 0;
  const got = wanted.map(() => 0);
  const place = (at: number): void => {
    const unit = units[at];
    if (unit === undefined) {
      const share = wanted.reduce(
        (sum, { wanted: want }, index) => sum + (want === 0 ? 0 : Math.min(1, (got[index] ?? 0) / want)),
        0,
      );
      best = Math.max(best, share);
      return;
    }
    for (const [index, want] of wanted.entries()) {
      got[index] = (got[index] ?? 0) + want.throughput(unit);
      place(at + 1);
      got[index] = (got[index] ?? 0) - want.throughput(unit);
    }
  };
  place(0);
  return best;
}

test("no way to give out whole accelerators serves the first priority better", () => {
  fc.assert(
    fc.property(
      problem.filter(({ lots }) => lots.reduce((sum, { accelerators }) => sum + accelerators, 0) <= 8),
      (given) => {
        const { wants } = given;
        const first = Math.min(...wants.map(({ priority }) => priority));
        const met = assign(given.lots, wants);
        const share = wants.reduce(
          (sum, { wanted, priority }, index) =>
            sum + (priority === first && wanted > 0 ? (met[index] ?? 0) / wanted : 0),
          0,
        );
        expect(share).toBeGreaterThanOrEqual(bestOfFirst(given) - 1e-6);
      },
    ),
    { numRuns: 200 },
  );
});

test("nobody gets more than it wants, and nothing is given out twice", () => {
  fc.assert(
    fc.property(problem, ({ lots, wants }) => {
      const met = assign(lots, wants);
      for (const [index, { wanted }] of wants.entries()) {
        expect(met[index]).toBeGreaterThanOrEqual(0);
        expect(met[index]).toBeLessThanOrEqual(wanted);
      }
      // With every accelerator at its best throughput, no more work than that is done.
      const most = lots.reduce(
        (sum, lot) => sum + lot.accelerators * Math.max(0, ...wants.map(({ throughput }) => throughput(lot))),
        0,
      );
      expect(met.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(most + 1e-6);
    }),
  );
});

test("who comes second takes nothing from who comes first", () => {
  fc.assert(
    fc.property(problem, ({ lots, wants }) => {
      const first = wants.map((want) => (want.priority === 1 ? want : { ...want, wanted: 0 }));
      const sum = (met: readonly number[]) =>
        wants.reduce(
          (all, { priority, wanted }, index) => all + (priority === 1 && wanted > 0 ? (met[index] ?? 0) / wanted : 0),
          0,
        );
      expect(sum(assign(lots, wants))).toBeCloseTo(sum(assign(lots, first)), 5);
    }),
  );
});

test("a flexible lot goes to whom no other can serve", () => {
  const lots = [
    { accelerators: 10, index: 0 },
    { accelerators: 10, index: 1 },
  ];
  const only = (at: number) => (lot: NumberedLot) => (lot.index === at ? 1 : 0);
  const wants = [
    { wanted: 10, priority: 1, throughput: () => 1 },
    { wanted: 10, priority: 1, throughput: only(0) },
  ];
  expect(assign(lots, wants)).toEqual([10, 10]);
});
