import { assumed, Fleet, LeasedSite, leased, megawatts } from "siteform";
import { AwsSite, onDemandReservation } from "siteform/aws";
import "siteform/jest";
import { type ChosenOffer, chosenOffers } from "../../constructs/planner";
import { offer, planned, request } from "./support/requests";

/** The lease is cheap, and comes by halves in February and March; the cloud fills up and is given back. */
const hall = offer(
  "hall",
  { perAcceleratorMonth: "1.00" },
  {
    kind: "lease",
    counterparty: "Landlord",
    size: { acceleratorsPerMachine: 8, step: 1, most: 2 },
    leadMonths: 1,
    ramp: [0.5, 1],
    termMonths: 24,
    latestDecision: "2027-01",
    criticalItKWPerAccelerator: { value: 1.5, basis: "assumed", source: "test" },
  },
);
const cloud = offer(
  "cloud",
  { perAcceleratorMonth: "10.00" },
  { size: { acceleratorsPerMachine: 8, step: 1, most: 10 }, leastMonths: 1 },
);
const wanted = [24, 24, 24, 24, 16, 16];

const chosen = async () => chosenOffers(await planned(request(wanted, [hall, cloud])));
const named = (all: readonly ChosenOffer[], name: string) => {
  const found = all.find((each) => each.name === name);
  if (found === undefined) throw new Error(`${name} is not chosen`);
  return found;
};

test("what is chosen says what of it is there from when to when, after its ramp and what is given back, and what it costs", async () => {
  const all = await chosen();
  expect(named(all, "hall")).toMatchObject({
    accelerators: 16,
    parts: [
      { from: "2027-02-01", until: "2029-02-01", machines: 1, accelerators: 8 },
      { from: "2027-03-01", until: "2029-02-01", machines: 1, accelerators: 8 },
    ],
    price: { perAcceleratorMonth: "1.00" },
    // Eight for a month, then sixteen for 23.
    payments: [{ amount: "376.00" }],
  });
  // 24, 16 when the first half of the hall is there, 8 when all of it is, and none from May on: 56 accelerator-months.
  expect(named(all, "cloud")).toMatchObject({
    accelerators: 24,
    parts: [
      { from: "2027-01-01", until: "2027-02-01", accelerators: 8 },
      { from: "2027-01-01", until: "2027-03-01", accelerators: 8 },
      { from: "2027-01-01", until: "2027-05-01", accelerators: 8 },
    ],
    payments: [{ amount: "560.00" }],
  });
});

test("what is paid for the orders of an offer is what the plan says of the offer", async () => {
  const plan = await planned(
    request(
      [8, 40, 16, 32, 32, 8],
      [
        hall,
        {
          ...cloud,
          termMonths: 3,
          price: { ...cloud.price, prepaymentShare: 0.5, oneTimePerAccelerator: "3.10", fixedOneTime: "7.00" },
        },
      ],
      {
        discountRatePerYear: 0.1,
      },
    ),
  );
  expect(plan.returns.length).toBeGreaterThan(0);
  const all = chosenOffers(plan);
  for (const { offer: of, payments } of plan.scenarios[0]?.byOffer ?? []) {
    const sum = all
      .filter((each) => each.offer === of.name)
      .reduce((total, each) => total + Number(each.payments[0]?.amount), 0);
    expect(sum).toBeCloseTo(payments.toNumber(), 6);
  }
  // What is in place by the parts is what is wanted, month by month, and no machine less would do.
  for (const [month, need] of [8, 40, 16, 32, 32, 8].entries()) {
    const day = `2027-0${month + 1}-01`;
    const there = all.flatMap(({ parts }) => parts).filter(({ from, until = "9999" }) => from <= day && day < until);
    expect(there.reduce((sum, { accelerators }) => sum + accelerators, 0)).toBeGreaterThanOrEqual(need);
  }
});

test("where what is given back hangs on the scenario, each scenario has its parts and payments", async () => {
  const grows = (name: string, perMonth: readonly number[]) => ({
    name,
    demand: [{ workload: "training", perMonth: [...perMonth] }],
  });
  const [order] = chosenOffers(
    await planned(
      request([0, 0, 0], [cloud], {
        scenarios: [grows("low", [16, 8, 8]), grows("same", [16, 16, 16])],
        knownFrom: "2027-02",
      }),
    ),
  );
  expect(order).toMatchObject({
    parts: [
      { scenario: "low", from: "2027-01-01", until: "2027-02-01", accelerators: 8 },
      { scenario: "low", from: "2027-01-01", accelerators: 8 },
      { scenario: "same", from: "2027-01-01", accelerators: 16 },
    ],
    payments: [
      { scenario: "low", amount: "320.00" },
      { scenario: "same", amount: "480.00" },
    ],
  });
});

/** A fleet in which what was chosen stands as constructs: a pool for each part. */
function fleetOf(all: readonly ChosenOffer[], fewer: 0 | 1): Fleet {
  const fleet = new Fleet("atlas", { policy: { outOfService: { spares: 0, failed: 0, maintenance: 0 } } });
  const rented = named(all, "cloud");
  const aws = new AwsSite(fleet, rented.name, {
    account: "111122223333",
    region: "us-east-2",
    location: { country: "US", subdivision: "US-OH" },
    network: { cidrs: ["10.16.0.0/16"] },
  });
  aws.addCluster("train", {
    purpose: "training",
    pools: rented.parts.map(({ from, until, machines }, index) => ({
      name: `p${index}`,
      machine: "p5.48xlarge",
      count: machines,
      capacity: onDemandReservation({ zoneId: "use2-az1" }),
      term: {
        contract: `${rented.offer} ${index}`,
        state: "binding",
        from: `${from}T00:00:00Z`,
        ...(until && { until: `${until}T00:00:00Z` }),
      },
    })),
  });
  const lease = named(all, "hall");
  const site = new LeasedSite(fleet, lease.name, {
    location: lease.location,
    scope: "compute",
    lease: {
      landlord: lease.counterparty,
      state: "binding",
      // The term is over with the day before.
      end: "2029-01-31",
      phases: lease.parts.map(({ from, accelerators }, index) => ({
        id: `p${index}`,
        power: assumed(megawatts((accelerators * 1.5) / 1000), { meaning: "criticalIT", source: "test" }),
        milestones: { readyForService: { contract: from } },
        rentCommencement: from,
      })),
    },
  });
  site.addCluster("train", {
    purpose: "training",
    pools: lease.parts.slice(0, lease.parts.length - fewer).map(({ machines }, index) => ({
      name: `p${index}`,
      machine: "dgx-h100" as const,
      count: machines,
      capacity: leased({ phase: `p${index}` }),
    })),
  });
  fleet.addDemand("training", {
    workload: "training",
    accelerator: "H100",
    basis: "assumed",
    source: "test",
    points: wanted.map((accelerators, month) => ({ from: `2027-0${month + 1}-01`, accelerators })),
  });
  return fleet;
}

test("what is chosen, written down as constructs, covers what the plan was made for, and a machine less does not", async () => {
  const all = await chosen();
  const days = { asOf: "2027-01-01", until: "2027-07-01" };
  expect(fleetOf(all, 0)).toCover("training", days);
  expect(fleetOf(all, 1)).not.toCover("training", days);
});
