import { brief, check, cluster, figure, fleet, hardwarePool, ownedSite, type Raw } from "./support";

/** 415 V, 60 A, three phases, 0.8, power factor 0.95: 34.50 kVA and 32.78 kW each. */
const rackType = (count: number, sides: string[]) => ({
  name: "h100-rack",
  units: 48,
  feeds: { voltageV: 415, currentA: 60, powerFactor: 0.95, count, sides },
  basis: "vendor",
  source: "data sheet",
});

/** A hall of one row of ten racks by hand: four machines each. */
const site = (machine: string, feeds: ReturnType<typeof rackType>, survival: string, count = 4, more: Raw = {}) =>
  fleet({
    rackTypes: [feeds],
    sites: [
      ownedSite({
        halls: [
          { name: "hall-1", criticalItMW: 10, rackType: "h100-rack", rows: [{ name: "a", rows: "r[01]", racks: 10 }] },
        ],
        clusters: [cluster([hardwarePool({ name: "gpus", machine, count, capacity: { kind: "owned" }, survival })])],
        rackLayouts: [
          { name: "gpus", hall: "hall-1", racks: "r01-01", entries: [{ name: "gpus", pool: "gpus", count }] },
        ],
        ...more,
      }),
    ],
  });
const pool = "sites.abilene.clusters.train.pools.gpus";

describe("four DGX H100 in a rack", () => {
  test("on two feeds of 32.78 kW fail the loss of one: 40.8 kW, and 3 supplies of 4", () => {
    const two = site("dgx-h100", rackType(2, ["A", "B"]), "feed");
    expect(brief(check("PWR-4", two))).toEqual([`${pool} 40.8/32.78`]);
    expect(brief(check("PWR-5", two))).toEqual([`${pool} 3/4`]);
    expect(check("PWR-4", two)[0]?.message).toBe(
      "hall-1-r01-01 draws 40.80 kW; 1 feed carries 32.78 kW with feed a lost",
    );
    expect(check("PWR-5", two)[0]?.message).toBe(
      "with feed a lost a dgx-h100 on 2 feeds keeps 3 of 6 supplies; it needs 4 (hall-1-r01-01)",
    );
  });

  test("on three feeds pass with one lost", () => {
    const three = site("dgx-h100", rackType(3, ["A", "B", "C"]), "feed");
    expect([check("PWR-4", three), check("PWR-5", three)]).toEqual([[], []]);
  });

  test("on A1, B1, A2, B2 with a side lost have the power, but 3 supplies", () => {
    const four = site("dgx-h100", rackType(4, ["A", "B"]), "side");
    expect(check("PWR-4", four)).toEqual([]);
    expect(brief(check("PWR-5", four))).toEqual([`${pool} 3/4`]);
  });

  test("need not live through anything where the pool says so", () => {
    const two = site("dgx-h100", rackType(2, ["A", "B"]), "none");
    expect([check("PWR-4", two), check("PWR-5", two)]).toEqual([[], []]);
  });
});

test("DGX B200 on three feeds keep 4 supplies of the 5 that they need", () => {
  expect(brief(check("PWR-5", site("dgx-b200", rackType(3, ["A", "B", "C"]), "feed")))).toEqual([`${pool} 4/5`]);
});

// Three machines on one live feed of 32.78 kW: 32.7 kW fit, 33 kW do not.
test("takes exactly what a feed carries", () => {
  const machine = (kW: number) =>
    site("dgx-h100", rackType(2, ["A", "B"]), "feed", 3, {
      clusters: [
        cluster([
          hardwarePool({
            name: "gpus",
            machine: "dgx-h100",
            count: 3,
            capacity: { kind: "owned" },
            survival: "feed",
            machinePowerKW: figure(kW),
          }),
        ]),
      ],
    });
  expect(check("PWR-4", machine(10.9))).toEqual([]);
  expect(brief(check("PWR-4", machine(11)))).toEqual([`${pool} 33/32.78`]);
});

test("feeds of the power topology go before those of the rack type, and two on one panel are lost together", () => {
  const supply = (a: string, b: string, c: string) => ({
    powerTopology: {
      nodes: [
        { id: "grid", kind: "utility" },
        { id: "rpp-[1-3]", kind: "rpp", parents: ["grid"] },
      ],
      rackSupplies: [
        {
          id: "racks",
          hall: "hall-1",
          toPosition: 10,
          feeds: [a, b, c].map((nodes, at) => ({
            id: `f${at}`,
            voltageV: 415,
            currentA: 60,
            powerFactor: 0.95,
            nodes,
          })),
        },
      ],
    },
  });
  const of = (...nodes: [string, string, string]) => site("dgx-h100", rackType(1, ["A"]), "feed", 4, supply(...nodes));
  expect(check("PWR-4", of("rpp-1", "rpp-2", "rpp-3"))).toEqual([]);
  expect(brief(check("PWR-4", of("rpp-1", "rpp-1", "rpp-3")))).toEqual([`${pool} 40.8/32.78`]);
});

test("racks are loads of the tree: with one panel lost the other two carry 20.4 kW each", () => {
  const of = (ratedKW: number) =>
    site("dgx-h100", rackType(1, ["A"]), "feed", 4, {
      powerTopology: {
        nodes: [
          { id: "grid", kind: "utility" },
          { id: "rpp-[1-3]", kind: "rpp", parents: ["grid"], ratedKW },
        ],
        rackSupplies: [
          {
            id: "racks",
            hall: "hall-1",
            toPosition: 10,
            feeds: [1, 2, 3].map((n) => ({ id: `f${n}`, voltageV: 415, currentA: 60, nodes: `rpp-${n}` })),
          },
        ],
      },
    });
  expect(check("PWR-2", of(20.4))).toEqual([]);
  expect(brief(check("PWR-2", of(20.3)))).toEqual(["sites.abilene.powerTopology.nodes.rpp-[1-3] 20.4/20.3"]);
});
