import { planReport } from "../../constructs/emit/schedules/plan";
import { type PlanRequestInput, planCapacity } from "../../constructs/planner";
import { offer, request } from "./support/requests";

const rent = offer("rent", { perAcceleratorMonth: "1.00" }, { leastMonths: 1 });
const two: Partial<PlanRequestInput> = {
  workloads: [
    { name: "served", servedBy: [{ accelerator: "H100", throughput: 1 }] },
    { name: "orphan", unit: "TPU7x", servedBy: [{ accelerator: "TPU7x", throughput: 1 }] },
  ],
  scenarios: [
    {
      name: "base",
      demand: [
        { workload: "served", perMonth: [3, 4, 5] },
        { workload: "orphan", perMonth: [0, 7, 9] },
      ],
    },
  ],
};

async function infeasible(input: PlanRequestInput) {
  const result = await planCapacity(input, { worth: false, hedge: false });
  if (result.status !== "infeasible") throw new Error(result.status);
  return result;
}

describe("demand that nothing on offer serves", () => {
  test("is missing by month, with what it takes, and does not hide the plan of the rest", async () => {
    const { unserved, missing, isLeast, rest } = await infeasible(request([0, 0, 0], [rent], two));
    expect(missing.map(({ workload, month, missing: short }) => [workload, month, short])).toEqual([
      ["orphan", "2027-02", 7],
      ["orphan", "2027-03", 9],
    ]);
    expect(isLeast).toBe(true);
    expect(unserved).toMatchObject([{ workload: "orphan", takes: ["TPU7x"], offered: ["H100"], elsewhere: [] }]);
    if (rest?.status !== "planned") throw new Error("the rest has a plan");
    // 3, 4 and 5 accelerators for a dollar a month each.
    expect(rest.cost.toFixed(2)).toBe("12.00");
  });

  test("is told so that one can mend it", async () => {
    const page = planReport(await infeasible(request([0, 0, 0], [rent], two)));
    expect(page).toContain(
      "- orphan: in base from 2027-02 on, 7 of 7 TPU7x are missing; most in 2027-03: 9 of 9 TPU7x are missing. It is served by TPU7x, and on offer are H100",
    );
    expect(page).toContain("# Plan: 2027-01 to 2027-03");
  });

  test("keeps what there is of it: only the rest is missing", async () => {
    const supply = [
      {
        name: "own",
        accelerator: "TPU7x",
        jurisdiction: { country: "US" },
        accelerators: [8, 8, 8],
      },
    ];
    const { missing, rest } = await infeasible(request([0, 0, 0], [rent], { ...two, supply }));
    expect(missing).toMatchObject([{ workload: "orphan", month: "2027-03", needed: 9, missing: 1 }]);
    expect(rest?.status).toBe("planned");
  });

  test("may be one of places: offers of what it takes are elsewhere", async () => {
    const workloads = [
      { name: "served", servedBy: [{ accelerator: "H100", throughput: 1 }] },
      { name: "orphan", servedBy: [{ accelerator: "H100", throughput: 1 }], jurisdictions: [{ country: "DE" }] },
    ];
    const result = await infeasible(request([0, 0, 0], [rent], { ...two, workloads }));
    expect(result.unserved[0]).toMatchObject({
      elsewhere: [{ offer: "rent", accelerator: "H100", place: "US-TX" }],
      places: ["DE"],
    });
    expect(planReport(result)).toContain("It may run in DE alone, and rent (H100) is in US-TX");
  });

  test("may be a misspelling, and the name that was meant is told", async () => {
    const odd = offer("odd", { perAcceleratorMonth: "1.00" }, { accelerator: "H1000" });
    const { unserved } = await infeasible(request([1], [odd], { newAccelerators: ["H1000"] }));
    expect(unserved[0]?.hint).toBe('did you mean "H1000"?');
  });

  test("beside demand that could be served and is not, which has its own reasons", async () => {
    const few = { ...rent, size: { step: 1, most: 4 } };
    const { missing, rest } = await infeasible(request([0, 0, 0], [few], two));
    expect(missing.map(({ workload, month, missing: short }) => [workload, month, short])).toEqual([
      ["orphan", "2027-02", 7],
      ["orphan", "2027-03", 9],
      ["served", "2027-03", 1],
    ]);
    expect(rest).toMatchObject({ status: "infeasible", remedies: [{ kind: "size" }] });
  });

  test("is none where what there is serves it, nor where nothing is named and nothing wanted", async () => {
    const workloads = [{ name: "training", servedBy: [] }];
    expect(await planCapacity(request([0], [rent], { workloads }))).toMatchObject({ status: "planned" });
    expect((await infeasible(request([2], [rent], { workloads }))).unserved).toMatchObject([{ takes: [] }]);
  });
});
