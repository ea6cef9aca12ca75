import fc from "fast-check";
import { demandsIn, mostWanted, wantedOn } from "../../constructs/ledger/capacity";
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

describe("the peak of a month", () => {
  const peaks = (points: Raw[], factors: Raw[], how: Raw = {}) => {
    const request = requestFor({
      demands: [{ ...demand, points, between: "linear" }],
      scenarios: [{ name: "launch", between: "linear", factors, basis: "assumed", source: "x", ...how }],
      planning: { ...planning, scenarios: [{ name: "launch" }] },
    });
    return request.scenarios[0]?.demand[0]?.perMonth.map((each) => Number(each.toFixed(6)));
  };

  test("lies where a curve that grows times one that falls is the most, between the points of both", () => {
    // 1000 t times 10 (1 - t): the most is 2,500, half-way through the 28 days of February. March wants nothing.
    expect(
      peaks(
        [
          { from: "2027-02-01", accelerators: 0 },
          { from: "2027-03-01", accelerators: 1000 },
        ],
        [
          { from: "2027-02-01", factor: 10 },
          { from: "2027-03-01", factor: 0 },
        ],
      ),
    ).toEqual([0, 0, 2500]);
  });

  test("lies on the day before a factor falls", () => {
    // On the nineteenth, 18 of 28 days on, the demand is 100 + 900 * 18 / 28, and still taken ten times.
    expect(
      peaks(
        [
          { from: "2027-02-01", accelerators: 100 },
          { from: "2027-03-01", accelerators: 1000 },
        ],
        [
          { from: "2027-02-01", factor: 10 },
          { from: "2027-02-20", factor: 1 },
        ],
        { between: "steps" },
      )?.[2],
    ).toBeCloseTo((100 + (900 * 18) / 28) * 10, 5);
  });

  test("is that of the days themselves, whatever the curves, seasons and the day of asking", () => {
    const between = fc.constantFrom("steps" as const, "linear" as const, "exponential" as const);
    const day = fc
      .integer({ min: 0, max: 100 })
      .map((after) => new Date(Date.UTC(2026, 10, 20 + after)).toISOString().slice(0, 10));
    const curve = (most: number) =>
      fc
        .uniqueArray(fc.tuple(day, fc.integer({ min: 0, max: most })), {
          selector: ([from]) => from,
          minLength: 1,
          maxLength: 4,
        })
        .map((all) => all.sort(([a], [b]) => (a < b ? -1 : 1)));
    const season = fc.option(fc.array(fc.constantFrom(1, 0.5, 2), { minLength: 12, maxLength: 12 }), {
      nil: undefined,
    });
    fc.assert(
      fc.property(between, between, curve(500), curve(9), season, (one, other, points, factors, monthlyFactors) => {
        const spec = built({
          demands: [
            {
              ...demand,
              between: one,
              points: points.map(([from, accelerators]) => ({ from, accelerators })),
              ...(monthlyFactors && { monthlyFactors }),
            },
          ],
          scenarios: [
            {
              name: "launch",
              between: other,
              factors: factors.map(([from, factor]) => ({ from, factor })),
              basis: "assumed",
              source: "x",
            },
          ],
        });
        const [wanted] = demandsIn(spec, "launch");
        if (wanted === undefined) throw new Error("nothing is wanted");
        for (const [first, last] of [
          ["2026-12-15", "2026-12-31"],
          ["2027-01-01", "2027-01-31"],
          ["2027-02-01", "2027-02-28"],
        ] as const) {
          let most = 0;
          for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000)
            most = Math.max(most, wantedOn(wanted, new Date(at).toISOString().slice(0, 10)));
          expect(mostWanted(wanted, first, last)).toBe(most);
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});

describe("the power of what there is", () => {
  const limits = { power: [{ name: "cap", mostMW: 2 }] };
  const powered = (pools: readonly Raw[], more: Raw = {}) =>
    requestFor({
      sites: [cloud(...pools)],
      planning: { ...planning, limits },
      offers: [{ ...offer, criticalItKWPerAccelerator: { value: 1, basis: "assumed", source: "x" } }],
      ...more,
    });
  const kW = (value: number) => ({ machinePowerKW: { value, basis: "measured", source: "meters" } });

  test("is what its pools say, each its own, as much as there is at any time of the month", () => {
    // 8 machines at 40 kW, and 2 at 10 kW that are gone on 20 January; the accelerators of January are the 128 that stay.
    const request = powered([
      { count: 8, capacity, ...kW(40) },
      { count: 2, capacity, ...kW(10), term: { until: "2027-01-20T12:00:00Z" } },
    ]);
    expect(request.supply).toMatchObject([{ accelerators: [160, 128, 128], criticalItMW: [0.34, 0.34, 0.32] }]);
  });

  test("takes its part of what a limit leaves", async () => {
    // 100 machines of 16 at 20 kW each are 2 MW: nothing is left of 2 MW for the 162 that are wanted more.
    const pools = [{ count: 100, capacity, ...kW(20) }];
    const points = [{ from: "2026-12-01", accelerators: 1762 }];
    const result = await planCapacity(powered(pools, { demands: [{ ...demand, points, between: "steps" }] }), {
      worth: false,
    });
    if (result.status !== "infeasible") throw new Error(result.status);
    expect(result.missing.map(({ missing }) => missing)).toEqual([162, 162, 162]);
    // 176 of the offer, eleven machines of sixteen, at a kilowatt each.
    expect(result.remedies).toContainEqual({ kind: "power", name: "cap", now: 2, needed: 2.176, unit: "MW" });
  });
});
