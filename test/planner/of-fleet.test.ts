import { planCapacity, planRequestOf } from "../../constructs/planner";
import { built, cloud, optionsFor } from "../ledger/capacity/support";
import type { Raw } from "../rules/support";

const asOf = "2026-12-15";
const capacity = { kind: "onDemandReservation", zoneId: "use2-az1" };
const demand: Raw = {
  name: "models",
  workload: "training",
  accelerator: "Trainium2",
  basis: "assumed",
  source: "plan",
  between: "linear",
  points: [
    { from: "2026-12-01", accelerators: 100 },
    { from: "2027-02-01", accelerators: 162 },
  ],
};
const offer: Raw = {
  name: "more",
  kind: "cloud",
  counterparty: "Amazon",
  accelerator: "Trainium2",
  size: { acceleratorsPerMachine: 16, step: 1, most: 100 },
  leadMonths: 0,
  termMonths: 12,
  price: { currency: "USD", perAcceleratorMonth: "1000", basis: "assumed", source: "plan" },
  jurisdiction: { country: "US" },
};
const planning = { currency: "USD", discountRatePerYear: 0 };

function requestFor(more: Raw) {
  const spec = built({
    sites: [cloud({ count: 8, capacity }, { count: 2, capacity, term: { until: "2027-01-20T12:00:00Z" } })],
    demands: [demand],
    offers: [offer],
    planning,
    policy: { planningMonths: 3, outOfService: { failed: 0, maintenance: 0 } },
    ...more,
  });
  if (spec.planning === undefined) throw new Error("nothing is planned");
  return planRequestOf(spec, spec.planning, optionsFor(spec, asOf));
}

test("a month has the least that is firm on any of its days, and the most that is wanted", () => {
  const { horizon, supply, scenarios } = requestFor({});
  expect(horizon).toEqual({ first: "2026-12", months: 3 });
  // Ten machines of sixteen; two of them go within January.
  expect(supply?.map(({ name, accelerators }) => [name, accelerators])).toEqual([
    ["trainium2-training-at-rainier-1", [160, 128, 128]],
  ]);
  // One more each day of 62: 130 on 31 December, 161 on 31 January.
  expect(scenarios[0]?.demand[0]?.perMonth.map((each) => Math.round(each * 1e6) / 1e6)).toEqual([130, 161, 162]);
});

test("what is not firm, and what serves other work, does not count; spares and failures are bought, too", () => {
  const spot = requestFor({ sites: [cloud({ count: 8, capacity: { kind: "spot" } })] });
  expect(spot.supply).toEqual([]);
  const other = requestFor({ demands: [{ ...demand, workload: "inference" }] });
  expect(other.workloads[0]?.servedBy).toEqual([{ accelerator: "Trainium2", throughput: 1 }]);
  const spares = requestFor({
    policy: { planningMonths: 3, outOfService: { spares: 0.1, failed: 0, maintenance: 0 } },
  });
  expect(spares.workloads[0]?.servedBy.map(({ throughput }) => throughput)).toEqual([0.9, 0.9]);
});

test("the plan of a fleet covers what it is short of, with no machine more", async () => {
  const result = await planCapacity(requestFor({}), { worth: false, hedge: false });
  if (result.status !== "planned") throw new Error(result.status);
  // 161 and 162 less 128 are 33 and 34: three machines of sixteen, from January on.
  expect(result.purchases.map(({ decided, accelerators }) => [decided, accelerators])).toEqual([["2027-01", 48]]);
});
