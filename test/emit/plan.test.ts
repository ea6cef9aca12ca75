import { planReport } from "../../constructs/emit/schedules/plan";
import { chosenOffers, type PlanRequestInput, planCapacity } from "../../constructs/planner";
import { offer, planned, request } from "../planner/support/requests";

const figure = (value: number) => ({ value, basis: "assumed" as const, source: "test" });

const hall = offer(
  "hall",
  { fixedOneTime: "60.00", perAcceleratorMonth: "0" },
  {
    kind: "lease",
    counterparty: "Landlord | Sons",
    size: { acceleratorsPerMachine: 2, step: 1, most: 1 },
    leadMonths: 1,
    latestDecision: "2027-01",
    termMonths: 24,
    criticalItKWPerAccelerator: figure(500),
  },
);
const first = offer(
  "first",
  { perAcceleratorMonth: "10.00" },
  { size: { step: 1, most: 1 }, criticalItKWPerAccelerator: figure(1) },
);
const cloud = offer(
  "cloud",
  { perAcceleratorMonth: "50.00" },
  { leastMonths: 1, criticalItKWPerAccelerator: figure(1) },
);

const grows = (name: string, perMonth: readonly number[]) => ({
  name,
  demand: [{ workload: "training", perMonth: [...perMonth] }],
});

const twoScenarios: PlanRequestInput = request([0, 0, 0], [hall, first, cloud], {
  scenarios: [grows("x10", [1, 1, 1]), grows("x80", [1, 3, 3])],
  knownFrom: "2027-02",
  limits: { power: [{ name: "grid", mostMW: 1.001, kinds: ["lease", "build", "cloud"] }] },
});

test("a plan's page says what to buy, what it costs, what binds and what hedging costs", async () => {
  const page = planReport(await planCapacity(twoScenarios));
  // By hand: 30 whatever comes, and the hall for 60, against 200 for the cloud half the time.
  expect(page).toContain(
    "**$90.00** (expected over the scenarios, present value in 2027-01 at 0 % a year). No plan costs less: this is proven.",
  );
  expect(page).toContain("| 2027-01 | any | hall | lease | Landlord \\| Sons | H100 | 1 | 2 | 2027-02 | 2029-01 |");
  expect(page).toContain(
    "Covering x80 costs $60.00 more than a plan for x10 alone, if that is what comes. On average, not knowing which comes costs $30.00.",
  );
  expect(page).toContain("| x80 | $90.00 | $90.00 | $0.00 |");
  // 1.001 MW are just what both take: a megawatt more saves nothing, and neither do shorter lead times, since nothing is cheaper.
  expect(page).toContain("| power: grid | no | 1 MW more | $0.00 | $0.00 |");
});

test("what is chosen is written down with the figures that a site or a contract takes", async () => {
  expect(chosenOffers(await planned(twoScenarios))).toEqual([
    {
      name: "first",
      offer: "first",
      kind: "cloud",
      counterparty: "Acme",
      location: { country: "US", subdivision: "US-TX" },
      accelerator: "H100",
      machines: 1,
      acceleratorsPerMachine: 1,
      accelerators: 1,
      criticalItMW: 0.001,
      decided: "2027-01-01",
      from: "2027-01-01",
      parts: [{ from: "2027-01-01", machines: 1, accelerators: 1 }],
      price: { currency: "USD", basis: "assumed", source: "test", perAcceleratorMonth: "10.00", prepaymentShare: 0 },
      payments: [{ amount: "30.00" }],
    },
    {
      name: "hall",
      offer: "hall",
      kind: "lease",
      counterparty: "Landlord | Sons",
      location: { country: "US", subdivision: "US-TX" },
      accelerator: "H100",
      machines: 1,
      acceleratorsPerMachine: 2,
      accelerators: 2,
      criticalItMW: 1,
      decided: "2027-01-01",
      from: "2027-02-01",
      until: "2029-02-01",
      parts: [{ from: "2027-02-01", until: "2029-02-01", machines: 1, accelerators: 2 }],
      price: {
        currency: "USD",
        basis: "assumed",
        source: "test",
        perAcceleratorMonth: "0",
        fixedOneTime: "60.00",
        prepaymentShare: 0,
      },
      payments: [{ amount: "60.00" }],
    },
  ]);
});

test("where there is no plan, the page says what is missing and what would have to give", async () => {
  const page = planReport(
    await planCapacity({ ...twoScenarios, offers: [hall, first], limits: { power: [{ name: "grid", mostMW: 0.5 }] } }),
  );
  expect(page).toContain("# No plan: demand cannot be met");
  expect(page).toContain("| 2027-02 | x80 | training | 3 | 2 | accelerators |");
  expect(page).toContain("- power: grid would have to be 1.001 MW, not 0.5");
});

test("a wrong request is told its problems", async () => {
  const page = planReport(await planCapacity({ ...twoScenarios, offers: [{ ...first, accelerator: "H1000" }] }));
  expect(page).toContain("offers.first.accelerator");
  expect(page).toContain('did you mean "H100"?');
});
