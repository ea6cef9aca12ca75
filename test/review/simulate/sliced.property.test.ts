import fc from "fast-check";
import type { Review } from "../../../review/report/schema";
import { wholeOf } from "../../../review/simulate/slice";
import { describeWithTerraform } from "../../support/with-tools";
import { changedStack } from "./random-stacks";
import { reviewed } from "./support";

/** What a review says is done, without what it says of how it was made. */
const normalized = ({ verdict, counters, changes, outputs, checks }: Review) => ({
  verdict,
  counters,
  changes,
  outputs,
  checks,
});

describeWithTerraform("what changes, its dependents and what they need", () => {
  test("are enough: a stack that is cut to them is planned as the whole one", async () => {
    let changes = 0;
    await fc.assert(
      fc.asyncProperty(changedStack, async ({ base, head }) => {
        const [sliced, whole] = [await reviewed(base, head), await reviewed(base, head, { cut: wholeOf })];
        changes += sliced.changes.length;
        expect(whole.verdict).not.toBe("INCOMPLETE");
        expect(normalized(sliced)).toEqual(normalized(whole));
      }),
      { numRuns: Number(process.env["SIMULATION_RUNS"] ?? 12) },
    );
    // Two empty reviews are equal too.
    expect(changes).toBeGreaterThan(0);
  });
});
