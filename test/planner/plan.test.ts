import { planReport } from "../../constructs/emit/schedules/plan";
import { discountFactors, type OfferInput, planCapacity } from "../../constructs/planner";
import { bought, offer, planned, request } from "./support/requests";

describe("the cheapest mix", () => {
  test("is the cheaper offer as far as it goes, and the dearer for the rest", async () => {
    // 5 wanted in each of two months: 3 at 10 and 2 at 12 a month.
    const plan = await planned(
      request(
        [5, 5],
        [
          offer("dear", { perAcceleratorMonth: "12.00" }),
          offer("cheap", { perAcceleratorMonth: "10.00" }, { size: { step: 1, most: 3 } }),
        ],
      ),
    );
    expect(bought(plan)).toEqual(["cheap 2027-01 x3", "dear 2027-01 x2"]);
    expect(plan.cost.toFixed(2)).toBe("108.00");
    expect(plan.proof).toMatchObject({ gap: 0, isProven: true });
    expect(plan.scenarios[0]?.byMonth.map(({ payments }) => payments.toFixed(2))).toEqual(["54.00", "54.00"]);
    expect(plan.scenarios[0]?.byOffer.map(({ offer: { name }, payments }) => `${name} ${payments.toFixed(2)}`)).toEqual(
      ["cheap 60.00", "dear 48.00"],
    );
  });

  test("owns what is used long, and rents what is used for a month", async () => {
    // 4 wanted in the first month, 1 after it. To own is 50 once and 1 a month, to rent 20 a month.
    // Owned for six months: 50 + 6 = 56 against 120 rented. For one month: 51 against 20.
    const plan = await planned(
      request(
        [4, 1, 1, 1, 1, 1],
        [
          offer("own", { oneTimePerAccelerator: "50.00", perAcceleratorMonth: "1.00" }, { kind: "build" }),
          offer("rent", { perAcceleratorMonth: "20.00" }, { leastMonths: 1 }),
        ],
      ),
    );
    expect(bought(plan)).toEqual(["own 2027-01 x1", "rent 2027-01 x3"]);
    expect(plan.returns.map(({ offer: { name }, from, steps }) => `${name} ${from} x${steps}`)).toEqual([
      "rent 2027-02 x3",
    ]);
    expect(plan.cost.toFixed(2)).toBe("116.00");
  });

  test("does not give back what it orders again in the same month, also where a gap is allowed", async () => {
    const rent = offer("rent", { perAcceleratorMonth: "20.00" }, { leastMonths: 1, size: { step: 7, most: 7000 } });
    const perMonth = [700, 1000, 1500, 2100, 3000, 2000];
    const plan = await planned(request(perMonth, [rent]), { gap: 0.01 });
    const steps = perMonth.map((each) => Math.ceil(each / 7));
    const grown = steps.flatMap((each, month) =>
      each > (steps[month - 1] ?? 0) ? [each - (steps[month - 1] ?? 0)] : [],
    );
    expect(plan.purchases.map((each) => each.steps)).toEqual(grown);
    expect(plan.returns).toMatchObject([{ from: "2027-06", steps: Math.ceil(3000 / 7) - Math.ceil(2000 / 7) }]);
  });

  test("is decided as many months ahead as things take to come", async () => {
    const plan = await planned(
      request([0, 0, 0, 2], [offer("hall", { perAcceleratorMonth: "5.00" }, { leadMonths: 3 })]),
    );
    expect(plan.purchases).toMatchObject([{ decided: "2027-01", starts: "2027-04", accelerators: 2 }]);
    expect(plan.cost.toFixed(2)).toBe("10.00");
  });

  test("takes a ramp into account: what is wanted at once needs twice the order when half of it is there", async () => {
    const plan = await planned(request([3, 3], [offer("hall", { perAcceleratorMonth: "10.00" }, { ramp: [0.5, 1] })]));
    expect(plan.purchases).toMatchObject([{ accelerators: 6 }]);
    // 3 of 6 in the first month, all in the second.
    expect(plan.cost.toFixed(2)).toBe("90.00");
  });

  test("counts a chip for what it serves", async () => {
    // 10 units: 4 B200 of 2.5 units at 20 are 80, 10 H100 at 9 are 90.
    const plan = await planned(
      request(
        [10],
        [
          offer("h100", { perAcceleratorMonth: "9.00" }),
          offer("b200", { perAcceleratorMonth: "20.00" }, { accelerator: "B200" }),
        ],
        {
          workloads: [
            {
              name: "training",
              servedBy: [
                { accelerator: "H100", throughput: 1 },
                { accelerator: "B200", throughput: 2.5 },
              ],
            },
          ],
        },
      ),
    );
    expect(bought(plan)).toEqual(["b200 2027-01 x4"]);
  });

  test("keeps a workload where it may run", async () => {
    const european = { country: "DE" };
    const plan = await planned(
      request(
        [2],
        [
          offer("texas", { perAcceleratorMonth: "1.00" }),
          offer("munich", { perAcceleratorMonth: "9.00" }, { jurisdiction: { country: "DE", subdivision: "DE-BY" } }),
        ],
        {
          workloads: [
            { name: "training", servedBy: [{ accelerator: "H100", throughput: 1 }], jurisdictions: [european] },
          ],
        },
      ),
    );
    expect(bought(plan)).toEqual(["munich 2027-01 x2"]);
  });

  test("uses what one has before it buys", async () => {
    const supply = [
      {
        name: "have",
        accelerator: "H100",
        jurisdiction: { country: "US" },
        kind: "cloud" as const,
        accelerators: [4, 1],
      },
    ];
    const plan = await planned(request([5, 5], [offer("rent", { perAcceleratorMonth: "2.00" })], { supply }));
    expect(bought(plan)).toEqual(["rent 2027-01 x1", "rent 2027-02 x3"]);
    expect(plan.cost.toFixed(2)).toBe(`${1 * 2 * 2 + 3 * 2}.00`);
  });

  test("orders at least the smallest order, in whole steps, and pays what an order costs", async () => {
    const eights = offer(
      "eights",
      { perAcceleratorMonth: "1.00", fixedOneTime: "100.00", fixedMonthly: "7.00" },
      { size: { acceleratorsPerMachine: 8, smallest: 4, step: 2, most: 10 } },
    );
    // 50 wanted: 7 machines would do; steps of 2 from 4 make it 8, which are 64.
    const plan = await planned(request([50, 50], [eights]));
    expect(plan.purchases).toMatchObject([{ steps: 4, accelerators: 64 }]);
    expect(plan.cost.toFixed(2)).toBe(`${100 + 2 * (64 + 7)}.00`);
    const least = await planned(request([1], [eights]));
    expect(least.purchases).toMatchObject([{ accelerators: 32 }]);
  });

  test("meets the service level and no more", async () => {
    const scenarios = [{ name: "base", serviceLevel: 0.9, demand: [{ workload: "training", perMonth: [10] }] }];
    const plan = await planned(request([10], [offer("rent", { perAcceleratorMonth: "1.00" })], { scenarios }));
    expect(plan.purchases).toMatchObject([{ accelerators: 9 }]);
  });
});

describe("what a plan costs", () => {
  test("an hour's price counts the hours of the month, also in a leap year", async () => {
    const hourly = offer("hourly", { perAcceleratorHour: "2.4875" });
    const plan = await planned(request([1, 1], [hourly], { horizon: { first: "2028-01", months: 2 } }));
    expect(plan.scenarios[0]?.byMonth.map(({ payments }) => payments.toFixed(2))).toEqual([
      (2.4875 * 31 * 24).toFixed(2),
      (2.4875 * 29 * 24).toFixed(2),
    ]);
  });

  test("what is due later is worth less, at the rate per year", async () => {
    const perMonth = Array.from({ length: 13 }, (_, month) => (month === 12 ? 1 : 0));
    const plan = await planned(
      request(perMonth, [offer("later", { perAcceleratorMonth: "110.00" }, { earliestDecision: "2028-01" })], {
        discountRatePerYear: 0.1,
      }),
    );
    // Twelve months later, 110 at 10 % are 100.
    expect(plan.cost.toFixed(2)).toBe("100.00");
    expect(plan.scenarios[0]?.payments.toFixed(2)).toBe("110.00");
  });

  test("factors of months make those of years, to more digits than money has", () => {
    const factors = discountFactors(0.1, 25);
    expect(factors[0]?.toFixed()).toBe("1");
    expect(factors[12]?.toFixed(30)).toBe("0.909090909090909090909090909091");
    expect(factors[24]?.times("1.21").round(30).toFixed()).toBe("1");
    expect(factors[6]?.toNumber()).toBeCloseTo(1.1 ** -0.5, 14);
  });

  test("a prepaid share is due with the decision, and not again", async () => {
    const prepaid = offer(
      "prepaid",
      { perAcceleratorMonth: "100.00", oneTimePerAccelerator: "10.00", prepaymentShare: 0.25 },
      { leadMonths: 1, termMonths: 2 },
    );
    const plan = await planned(request([0, 1, 1], [prepaid]));
    // 210 in all, a quarter of it at once: 52.50; then three quarters of 110 and of 100.
    expect(plan.scenarios[0]?.byMonth.map(({ payments }) => payments.toFixed(2))).toEqual(["52.50", "82.50", "75.00"]);
  });

  test("take or pay counts to its end, also after the horizon, unless asked otherwise", async () => {
    const bound = offer("bound", { perAcceleratorMonth: "10.00" }, { termMonths: 5 });
    const owed = await planned(request([1, 1], [bound]));
    expect([owed.cost.toFixed(2), owed.scenarios[0]?.owedAfterHorizon.toFixed(2)]).toEqual(["50.00", "30.00"]);
    const within = await planned(request([1, 1], [bound], { afterHorizon: "none" }));
    expect([within.cost.toFixed(2), within.scenarios[0]?.owedAfterHorizon.toFixed(2)]).toEqual(["20.00", "30.00"]);
  });

  test("what remains of a value is credited at the end of the plan, and is no payment", async () => {
    const build = offer(
      "build",
      { oneTimePerAccelerator: "100.00" },
      { kind: "build", residual: { perAccelerator: "40.00", afterMonths: 4 } },
    );
    const plan = await planned(request([1, 1], [build]));
    // After two of four months it fell half the way from 100 to 40: 70.
    expect(plan.cost.toFixed(2)).toBe("30.00");
    expect(plan.scenarios[0]?.payments.toFixed(2)).toBe("100.00");
  });

  test("a term that ends has to be bought again", async () => {
    const short = offer("short", { perAcceleratorMonth: "3.00" }, { termMonths: 2 });
    const plan = await planned(request([1, 1, 1, 1], [short]));
    expect(bought(plan)).toEqual(["short 2027-01 x1", "short 2027-03 x1"]);
    expect(plan.cost.toFixed(2)).toBe("12.00");
  });
});

describe("limits", () => {
  const kW = (value: number) => ({ criticalItKWPerAccelerator: { value, basis: "assumed" as const, source: "test" } });
  const cheap = offer("cheap", { perAcceleratorMonth: "10.00" }, { ...kW(500), kind: "lease" });
  const lean = offer("lean", { perAcceleratorMonth: "15.00" }, { ...kW(100), kind: "lease", counterparty: "Beta" });

  test("of power: what draws less takes the place of what is cheaper", async () => {
    // 6 wanted under 2 MW: c at 0.5 MW and 6 - c at 0.1 MW: 0.4 c <= 1.4, so c = 3.
    const limits = { power: [{ name: "grid", mostMW: 2 }] };
    const plan = await planned(request([6], [cheap, lean], { limits }), { worth: true });
    expect(bought(plan)).toEqual(["cheap 2027-01 x3", "lean 2027-01 x3"]);
    // With 3 MW c = 6: three at 5 less. Without it, the same.
    expect(plan.worth).toMatchObject([{ binding: { kind: "power", name: "grid" }, unit: "1 MW more", binds: "yes" }]);
    expect(plan.worth[0]?.oneMore?.amount.toFixed(2)).toBe("15.00");
    expect(plan.worth[0]?.without?.amount.toFixed(2)).toBe("15.00");
  });

  test("of a jurisdiction and a kind count only what stands there so", async () => {
    const texas = { country: "US", subdivision: "US-TX" };
    const elsewhere = { country: "US", subdivision: "US-NY" };
    const of = async (jurisdiction: typeof texas, kinds: readonly ("lease" | "cloud")[]) =>
      bought(
        await planned(
          request([6], [cheap, lean], {
            limits: { power: [{ name: "grid", mostMW: 2, jurisdiction, kinds: [...kinds] }] },
          }),
        ),
      );
    expect(await of(texas, ["lease"])).toEqual(["cheap 2027-01 x3", "lean 2027-01 x3"]);
    expect(await of(elsewhere, ["lease"])).toEqual(["cheap 2027-01 x6"]);
    expect(await of(texas, ["cloud"])).toEqual(["cheap 2027-01 x6"]);
  });

  test("of power hold from their first month to their last, and count what one has", async () => {
    // 6 wanted in each of three months; the limit of 2 MW holds in the second alone, where what there is takes 0.8 of it.
    const supply = [
      {
        name: "have",
        kind: "lease" as const,
        accelerator: "B200",
        jurisdiction: { country: "US" },
        accelerators: [1, 1, 1],
        criticalItKWPerAccelerator: 800,
      },
    ];
    const returned = offer("returned", { perAcceleratorMonth: "10.00" }, { ...kW(500), kind: "lease", leastMonths: 1 });
    const other = offer("other", { perAcceleratorMonth: "15.00" }, { ...kW(100), kind: "lease", leastMonths: 1 });
    const limits = { power: [{ name: "grid", mostMW: 2, from: "2027-02", until: "2027-02" }] };
    const plan = await planned(request([6, 6, 6], [returned, other], { limits, supply }));
    // In that month 0.5 r + 0.1 (6 - r) <= 1.2, so r = 1, and five others for 5 more each.
    expect(plan.scenarios[0]?.byMonth.map(({ payments }) => payments.toFixed(2))).toEqual(["60.00", "85.00", "60.00"]);
    const full = await planCapacity(
      request([0], [lean], {
        limits: { power: [{ name: "grid", mostMW: 0.5 }] },
        supply: supply.map((each) => ({ ...each, accelerators: [1] })),
      }),
    );
    expect(full).toMatchObject({ status: "infeasible", exceeded: [{ month: "2027-01", have: 0.8, most: 0.5 }] });
  });

  test("of concentration: no counterparty has more than its share", async () => {
    const limits = { concentration: [{ name: "any", mostShare: 0.5 }] };
    const plan = await planned(request([6], [cheap, lean], { limits }), { worth: true });
    expect(bought(plan)).toEqual(["cheap 2027-01 x3", "lean 2027-01 x3"]);
    expect(plan.worth[0]).toMatchObject({ binding: { kind: "concentration" }, binds: "yes" });
    const most = { concentration: [{ name: "acme", counterparty: "Acme", mostAccelerators: 2 }] };
    expect(bought(await planned(request([6], [cheap, lean], { limits: most })))).toEqual([
      "cheap 2027-01 x2",
      "lean 2027-01 x4",
    ]);
  });

  test("of money in a year: what is cheaper over all gives way to what is cheaper now", async () => {
    const buy = offer("buy", { oneTimePerAccelerator: "100.00" }, { kind: "build" });
    const rent = offer("rent", { perAcceleratorMonth: "40.00" });
    const months = Array.from({ length: 13 }, () => 1);
    const limits = (most: string) => ({
      money: [{ name: "first-year", year: "2027", most, currency: "USD" as const }],
    });
    const own = await planned(request(months, [buy, rent], { limits: limits("100.00") }));
    expect(bought(own)).toEqual(["buy 2027-01 x1"]);
    const refused = await planCapacity(request(months, [buy, rent], { limits: limits("99.99") }));
    expect(refused).toMatchObject({
      status: "infeasible",
      remedies: [{ kind: "money", name: "first-year", now: 99.99, needed: 100, unit: "USD" }],
    });
  });

  test("that do not bind are worth nothing", async () => {
    const limits = { power: [{ name: "grid", mostMW: 100 }] };
    const plan = await planned(request([6], [cheap, lean], { limits }), { worth: true });
    expect(plan.worth).toMatchObject([{ binds: "no" }]);
    expect(plan.worth[0]?.without?.most.toFixed(2)).toBe("0.00");
  });

  test("lead times are worth what would be saved if things came sooner", async () => {
    const rent = offer("rent", { perAcceleratorMonth: "30.00" }, { leastMonths: 1 });
    const build = offer("build", { perAcceleratorMonth: "10.00" }, { kind: "build", leadMonths: 2 });
    const plan = await planned(request([1, 1, 1, 1], [rent, build]), { worth: true });
    expect(plan.cost.toFixed(2)).toBe("80.00");
    expect(plan.worth[0]).toMatchObject({ binding: { kind: "leadTime" }, binds: "yes" });
    expect(plan.worth[0]?.oneMore?.amount.toFixed(2)).toBe("20.00");
    expect(plan.worth[0]?.without?.amount.toFixed(2)).toBe("40.00");
  });
});

describe("without a plan", () => {
  test("says which demand, in which month, lacks how much, and what would have to give", async () => {
    const build = offer("build", { perAcceleratorMonth: "1.00" }, { leadMonths: 2, size: { step: 1, most: 5 } });
    const result = await planCapacity(request([0, 3, 4], [build]));
    expect(result).toMatchObject({
      status: "infeasible",
      missing: [
        { scenario: "base", workload: "training", month: "2027-02", needed: 3, missing: 3, unit: "accelerators" },
      ],
      remedies: [{ kind: "leadTime", monthsSooner: 1 }],
      exceeded: [],
    });
  });

  test("says that there is too little on offer", async () => {
    const result = await planCapacity(
      request([7], [offer("few", { perAcceleratorMonth: "1.00" }, { size: { step: 1, most: 5 } })]),
    );
    expect(result).toMatchObject({
      status: "infeasible",
      missing: [{ needed: 7, missing: 2 }],
      remedies: [{ kind: "size" }],
    });
  });

  test("says how far a limit of power would have to go", async () => {
    const drawing = offer(
      "lease",
      { perAcceleratorMonth: "1.00" },
      { kind: "lease", criticalItKWPerAccelerator: { value: 400, basis: "assumed", source: "test" } },
    );
    const result = await planCapacity(request([6], [drawing], { limits: { power: [{ name: "grid", mostMW: 2 }] } }));
    expect(result).toMatchObject({
      missing: [{ needed: 6, missing: 1 }],
      remedies: [{ kind: "power", name: "grid", now: 2, needed: 2.4, unit: "MW" }],
    });
  });

  test("names no remedy where no single one would do", async () => {
    const build = offer("build", { perAcceleratorMonth: "1.00" }, { leadMonths: 1, size: { step: 1, most: 1 } });
    const result = await planCapacity(request([2, 2], [build]));
    expect(result).toMatchObject({ status: "infeasible", remedies: [] });
    expect(result).toMatchObject({
      missing: [
        { month: "2027-01", missing: 2 },
        { month: "2027-02", missing: 1 },
      ],
    });
  });
});

describe("a fee by the month, of an offer that is prepaid", () => {
  const paid = async (
    perMonth: readonly number[],
    change: Partial<OfferInput>,
    price: Partial<OfferInput["price"]> = {},
  ) => {
    const hall = offer(
      "hall",
      { perAcceleratorMonth: "100.00", fixedMonthly: "1000.00", prepaymentShare: 1, ...price },
      change,
    );
    const plan = await planned(request(perMonth, [hall]));
    return plan.scenarios[0]?.byMonth.map(({ payments }) => payments.toNumber());
  };

  test("is due with the decision, for all months that one is bound to", async () => {
    // Decided in January, there from April to December: nine months at 1,100, and 50 and 70 once.
    expect(
      await paid(
        [0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1],
        { leadMonths: 3, termMonths: 9, size: { step: 1, most: 1 }, latestDecision: "2027-01" },
        { oneTimePerAccelerator: "50.00", fixedOneTime: "70.00" },
      ),
    ).toEqual([10_020, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  test("is due once: with the first order that binds one to a month, and not again with the next", async () => {
    // Two months each, ordered in January and February: 100 x 2 for each accelerator; the fee of January and February, then of March.
    const two = { termMonths: 2, leastMonths: 2, size: { step: 1, most: 2 } };
    expect(await paid([1, 2, 1], two)).toEqual([2200, 1200, 0]);
    expect(await paid([1, 2, 1], two, { prepaymentShare: 0.25 })).toEqual([
      // Prepaid a fourth of 200 and of two fees, then what is left of January.
      50 + 500 + 75 + 750,
      // A fourth of the second order and of the fee of March, then what is left of February, of which both have one.
      50 + 250 + 150 + 750,
      75 + 750,
    ]);
  });

  test("is due by the month where one is not bound any more", async () => {
    // Bound for January alone: what is kept beyond that is paid as it comes.
    expect(await paid([1, 1, 1], { leastMonths: 1 })).toEqual([1100, 1100, 1100]);
    expect(await paid([1, 1, 1], { leastMonths: 2 })).toEqual([2200, 0, 1100]);
  });
});

test("a change that leaves no plan saves nothing, and is told apart from one that was not found in time", async () => {
  // Decided in January alone, there from July on for twelve months: a month sooner, the last month of demand is without.
  const lease = offer(
    "lease",
    { perAcceleratorMonth: "100" },
    { leadMonths: 6, termMonths: 12, latestDecision: "2027-01" },
  );
  const plan = await planned(request([...Array(6).fill(0), ...Array(12).fill(1)], [lease]), { worth: true });
  expect(plan.worth).toEqual([
    {
      binding: { kind: "leadTime", name: "leadTime" },
      unit: "1 month sooner",
      withoutPlan: ["oneMore", "without"],
      binds: "no",
    },
  ]);
  expect(planReport(plan)).toContain("| lead times | no | 1 month sooner | no plan then | no plan then |");
});
