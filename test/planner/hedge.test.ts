import { type PlanRequestInput, planCapacity } from "../../constructs/planner";
import { bought, offer, planned, request } from "./support/requests";

/**
 * Demand is 1 for a year's first month, then 1 or 3. A hall of 2 more must be decided in the first month, before one knows, and costs 60
 * for the months it stands; the cloud is there at once, at 50 a month an accelerator.
 *
 *   small comes: one accelerator of the first offer, 10 a month, for 3 months: 30
 *   large comes, alone: the same 30, and 2 accelerators for 2 months: the hall for 60, or the cloud for 2 x 2 x 50 = 200
 */
const hall = offer(
  "hall",
  { fixedOneTime: "60.00", perAcceleratorMonth: "0" },
  { kind: "build", size: { step: 2, most: 2 }, leadMonths: 1, latestDecision: "2027-01" },
);
const first = offer("first", { perAcceleratorMonth: "10.00" }, { size: { step: 1, most: 1 } });
const cloud = offer("cloud", { perAcceleratorMonth: "50.00" }, { leastMonths: 1 });

const scenario = (name: string, perMonth: readonly number[], probability?: number) => ({
  name,
  demand: [{ workload: "training", perMonth: [...perMonth] }],
  ...(probability === undefined ? {} : { probability }),
});

const uncertain = (probability: number, rest: Partial<PlanRequestInput> = {}) =>
  request([0, 0, 0], [hall, first, cloud], {
    scenarios: [scenario("small", [1, 1, 1], 1 - probability), scenario("large", [1, 3, 3], probability)],
    knownFrom: "2027-02",
    ...rest,
  });

describe("a plan for several scenarios", () => {
  test("builds ahead where that is cheaper on average than to rent once one knows", async () => {
    // Build: 30 + 60 whatever comes. Rent: 30, and 200 more where large comes: dearer from 30 % on.
    const plan = await planned(uncertain(0.5), { hedge: true });
    expect(bought(plan)).toEqual(["first 2027-01 x1", "hall 2027-01 x1"]);
    expect(plan.cost.toFixed(2)).toBe("90.00");
    expect(
      plan.hedge?.byScenario.map(({ scenario: name, alone, covered, price }) => [
        name,
        alone.toFixed(2),
        covered.toFixed(2),
        price.toFixed(2),
      ]),
    ).toEqual([
      ["large", "90.00", "90.00", "0.00"],
      ["small", "30.00", "90.00", "60.00"],
    ]);
    // Half the time 60 too much.
    expect([plan.hedge?.expected, plan.hedge?.least, plan.hedge?.most].map((each) => each?.toFixed(2))).toEqual([
      "30.00",
      "30.00",
      "30.00",
    ]);
  });

  test("waits where what is likely needs nothing", async () => {
    const plan = await planned(uncertain(0.2), { hedge: true });
    expect(bought(plan)).toEqual(["first 2027-01 x1", "cloud 2027-02 x2 in large"]);
    expect(plan.cost.toFixed(2)).toBe("70.00");
    expect(plan.scenarios.map(({ scenario: name, presentValue }) => [name, presentValue.toFixed(2)])).toEqual([
      ["large", "230.00"],
      ["small", "30.00"],
    ]);
    // In 20 % of cases 230 against 90.
    expect(plan.hedge?.expected.toFixed(2)).toBe("28.00");
  });

  test("is one plan for all where one never knows", async () => {
    const { knownFrom: _, ...never } = uncertain(0.01);
    const plan = await planned(never);
    expect(bought(plan)).toEqual(["first 2027-01 x1", "hall 2027-01 x1"]);
    expect(plan.purchases.every((each) => each.scenario === undefined)).toBe(true);
  });

  test("costs what the scenario costs where all are alike", async () => {
    const scenarios = [scenario("one", [1, 3, 3]), scenario("two", [1, 3, 3])];
    const plan = await planned(uncertain(0.5, { scenarios }), { hedge: true });
    expect(plan.cost.toFixed(2)).toBe("90.00");
    expect(plan.hedge?.expected.toFixed(2)).toBe("0.00");
  });

  test("gives back what one scenario does not need, in that scenario alone", async () => {
    const scenarios = [scenario("falls", [2, 0, 0]), scenario("stays", [2, 2, 2])];
    const plan = await planned(request([0, 0, 0], [cloud], { scenarios, knownFrom: "2027-02" }));
    expect(plan.returns.map(({ from, steps, scenario: name }) => [from, steps, name])).toEqual([
      ["2027-02", 2, "falls"],
    ]);
    expect(plan.scenarios.map(({ presentValue }) => presentValue.toFixed(2))).toEqual(["100.00", "300.00"]);
  });

  test("says in which scenario demand cannot be met", async () => {
    const few = offer("few", { perAcceleratorMonth: "1.00" }, { size: { step: 1, most: 2 } });
    const result = await planCapacity(uncertain(0.5, { offers: [few] }));
    expect(result).toMatchObject({
      status: "infeasible",
      missing: [
        { scenario: "large", month: "2027-02", needed: 3, missing: 1 },
        { scenario: "large", month: "2027-03", needed: 3, missing: 1 },
      ],
    });
  });
});
