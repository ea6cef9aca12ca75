import { findMachine } from "../../constructs/catalog";
import { siteFigures } from "../../constructs/ledger";
import { SiteSpec } from "../../constructs/model";

const figure = (valueMW: number, more: object) => ({ valueMW, basis: "reported", source: "test", ...more });

function leased(power: object[], pools: object[], peakPue?: number): SiteSpec {
  return SiteSpec.parse({
    name: "site",
    tenure: "leased",
    location: { country: "US" },
    scope: "turnkey",
    ...(peakPue === undefined ? {} : { peakPue: { value: peakPue, basis: "assumed", source: "test" } }),
    lease: { landlord: "L", state: "binding", phases: power.map((each, index) => ({ id: `p${index}`, power: each })) },
    clusters: pools.length === 0 ? [] : [{ name: "c", pools }],
  });
}

test("utility power counts for machines through the peak PUE, and not at all without one", () => {
  const utility = [figure(150, { meaning: "utility" })];
  expect(siteFigures(leased(utility, [], 1.25), findMachine).criticalIT?.value).toBe(120);
  expect(siteFigures(leased(utility, []), findMachine).criticalIT).toBeUndefined();
});

test("an unstated figure counts only as what it is said to count as", () => {
  const uncounted = siteFigures(leased([figure(300, { meaning: "unstated" })], []), findMachine);
  expect(uncounted.criticalIT).toBeUndefined();
  expect(uncounted.uncounted).toHaveLength(1);
  const counted = siteFigures(
    leased([figure(300, { meaning: "unstated", countedAs: "criticalIT", bound: "atLeast" })], []),
    findMachine,
  );
  expect(counted.criticalIT).toMatchObject({ value: 300, bound: "atLeast" });
});

test("a sum of phases keeps the bound of its weakest part", () => {
  const power = [
    figure(40, { meaning: "criticalIT" }),
    figure(160, { meaning: "criticalIT", bound: "atLeast", basis: "assumed" }),
  ];
  expect(siteFigures(leased(power, []), findMachine).criticalIT).toEqual({
    value: 200,
    bound: "atLeast",
    byBasis: { reported: 40, assumed: 160 },
  });
});

test("machines, hosts, chips and power are counted out", () => {
  const pools = [
    { name: "h100", machine: "dgx-h100", count: 10, capacity: { kind: "leased" } },
    {
      name: "gb200",
      machine: "gb200-nvl72",
      count: 2,
      capacity: { kind: "leased" },
      machinePowerKW: { value: 125, basis: "measured", source: "meter" },
    },
  ];
  const figures = siteFigures(leased([figure(1, { meaning: "criticalIT" })], pools), findMachine);
  // Ten servers of 8 GPUs and 10.2 kW; two racks of 72 GPUs and 18 hosts, measured at 125 kW.
  expect(figures).toMatchObject({ machines: 12, hosts: 10 + 36, accelerators: { GB200: 144, H100: 80 } });
  expect(figures.load.value).toBeCloseTo(0.102 + 0.25, 12);
  expect(figures.load.byBasis).toMatchObject({ measured: 0.25 });
});
