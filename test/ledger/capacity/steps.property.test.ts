import fc from "fast-check";
import { commitments, stepAt, stepsOf } from "../../../constructs/ledger/capacity";
import { Basis, Bound } from "../../../constructs/model";

const time = fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined });
const amount = fc
  .record({
    value: fc.integer({ min: 0, max: 1000 }),
    bound: fc.constantFrom(...Bound.options),
    basis: fc.constantFrom(...Basis.options),
    commitment: fc.constantFrom(...commitments),
    from: time,
    until: time,
  })
  .filter(({ from, until }) => from === undefined || until === undefined || from < until)
  .map(({ from, until, ...rest }) => ({
    ...rest,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  }));
const amounts = fc.array(amount, { maxLength: 12 });

const isThere = ({ from, until }: { from?: number; until?: number }, at: number): boolean =>
  (from ?? -1) <= at && at < (until ?? 1000);

/** Of one sort and exact ones a sum is of that sort; of several, only about so much. */
function boundOf(list: readonly { readonly bound: Bound }[]): Bound | undefined {
  const bounds = new Set(list.map(({ bound }) => bound).filter((bound) => bound !== "exact"));
  return bounds.size === 0 ? "exact" : bounds.size === 1 ? [...bounds][0] : "about";
}

test("a total at any instant is the sum of what is there, and so are its parts", () => {
  fc.assert(
    fc.property(amounts, fc.integer({ min: -1, max: 50 }), (given, at) => {
      const there = given.filter((each) => isThere(each, at));
      const sum = (list: readonly { value: number }[]) => list.reduce((all, { value }) => all + value, 0);
      const step = stepAt(stepsOf(given), at);
      expect(step.value).toBe(sum(there));
      for (const commitment of commitments) {
        const own = there.filter((each) => each.commitment === commitment);
        expect(step.byCommitment[commitment]).toBe(sum(own));
        expect(step.boundByCommitment[commitment]).toBe(boundOf(own));
      }
      for (const basis of Basis.options) {
        expect(step.byBasis[basis] ?? 0).toBe(sum(there.filter((each) => each.basis === basis)));
      }
      expect(step.bound).toBe(boundOf(there));
    }),
  );
});

test("stretches follow each other without a gap, and cover all time", () => {
  fc.assert(
    fc.property(amounts, (given) => {
      const steps = stepsOf(given);
      expect(steps[0]?.from).toBeUndefined();
      expect(steps.at(-1)?.until).toBeUndefined();
      for (const [index, step] of steps.slice(1).entries()) expect(step.from).toBe(steps[index]?.until);
    }),
  );
});

test("a contract that is split in two, by number or by time, changes nothing", () => {
  fc.assert(
    fc.property(
      amounts,
      amount,
      fc.integer({ min: 0, max: 1000 }),
      fc.integer({ min: 0, max: 40 }),
      (given, whole, part, at) => {
        const one = Math.min(part, whole.value);
        const byNumber = [
          { ...whole, value: one },
          { ...whole, value: whole.value - one },
        ];
        const inside = (whole.from ?? -1) < at && at < (whole.until ?? 1000);
        const byTime = inside
          ? [
              { ...whole, until: at },
              { ...whole, from: at },
            ]
          : [whole];
        for (let instant = -1; instant <= 41; instant += 1) {
          const { value, byCommitment, byBasis, bound } = stepAt(stepsOf([...given, whole]), instant);
          for (const split of [byNumber, byTime]) {
            expect(stepAt(stepsOf([...given, ...split]), instant)).toMatchObject({
              value,
              byCommitment,
              byBasis,
              bound,
            });
          }
        }
      },
    ),
    { numRuns: 30 },
  );
});
