import { planSite } from "../../../constructs/owned/allocation/plan-site";
import { addressPlan, cluster, context, hall, leasedSite, network, pool, site } from "./sites";

const plan = (more: object) => planSite(site({ ...more }), context);

describe("a site that is planned for the first time", () => {
  const { allocation, shortfalls, exhausted } = plan({
    halls: [hall("h1")],
    clusters: [cluster("train", [pool("h100", 294)])],
    addressPlan: addressPlan(),
  });

  test("has its machines in racks, in the order of both", () => {
    // 294 = 73 racks of 4 and one of 2: six rows of 12 and two racks of the seventh.
    expect(allocation.placements).toEqual([
      {
        id: "p1",
        cluster: "train",
        pool: "h100",
        machine: "dgx-h100",
        machines: "1-294",
        hall: "h1",
        positions: "r1-[01-12],r2-[01-12],r3-[01-12],r4-[01-12],r5-[01-12],r6-[01-12],r7-[01-02]",
        rackType: "rack-42",
        machinesPerRack: 4,
        hosts: "tx1-train-h100-n[0001-0294]",
      },
    ]);
    expect([shortfalls, exhausted]).toEqual([[], []]);
  });

  test("has a subnet for each rack, and larger ones for the BMCs of the hall, with room to grow", () => {
    // 294 BMCs need one /22; 4 hosts with gateway, subnet and broadcast a /29. 74 racks and a fifth are 89: 128 in one route.
    expect(allocation.subnets).toEqual([
      { id: "n1", network: "management", hall: "h1", first: "10.64.0.0/22", count: 1 },
      { id: "n2", network: "hosts", hall: "h1", first: "10.65.0.0/29", count: 128 },
    ]);
  });
});

test("asked for more than fits, a site says what binds", () => {
  const { shortfalls } = plan({ halls: [hall("h1")], clusters: [cluster("train", [pool("h100", 320)])] });
  expect(shortfalls).toEqual([
    {
      key: "train/h100",
      machines: 26,
      racks: 6,
      racksPlaced: 74,
      binds: [{ hall: "h1", label: "air cooling", needed: 3264, most: 3000, unit: "kW" }],
    },
  ]);
});

describe("a site that has shrunk", () => {
  const halls = [hall("h1")];
  const first = plan({ halls, clusters: [cluster("train", [pool("h100", 20)])] }).allocation;
  const shrunk = plan({ halls, clusters: [cluster("train", [pool("h100", 17)])], allocation: first }).allocation;

  test("releases the highest ordinals, and changes no line", () => {
    expect(shrunk.placements).toEqual(first.placements);
    expect(shrunk.releases).toEqual([{ id: "r1", placement: "p1", machines: "18-20" }]);
  });

  test("fills the places again with machines of new names", () => {
    const grown = plan({ halls, clusters: [cluster("train", [pool("h100", 22)])], allocation: shrunk }).allocation;
    expect(grown.placements.slice(1)).toMatchObject([
      // The fifth rack has one machine left; its other places are those of the second to the fourth.
      {
        id: "p2",
        machines: "21-23",
        positions: "r1-05",
        fromSlot: 2,
        fromUnit: 9,
        hosts: "tx1-train-h100-n[0021-0023]",
      },
      { id: "p3", machines: "24-25", positions: "r1-06" },
    ]);
  });
});

test("a site that is only spoken of reserves addresses, and nothing stands there", () => {
  const proposed = leasedSite("proposed", { halls: [hall("h1")], addressPlan: addressPlan() });
  const { allocation } = planSite(proposed, context);
  expect(allocation.placements).toEqual([]);
  expect(allocation.subnets.map(({ network: name }) => name)).toEqual(["management", "hosts"]);
});

describe("a network that is too small", () => {
  test("gives what it has, and says what is wanted", () => {
    // A /27 holds four /29.
    const addresses = addressPlan({ networks: [network("hosts", "10.65.0.0/27")] });
    const { allocation, exhausted } = plan({
      halls: [hall("h1")],
      clusters: [cluster("train", [pool("h100", 20)])],
      addressPlan: addresses,
    });
    expect(allocation.subnets).toMatchObject([{ first: "10.65.0.0/29", count: 4 }]);
    expect(exhausted).toEqual([{ kind: "subnets", name: "hosts", what: "hall h1", wanted: 5, given: 4, prefix: 29 }]);
  });
});
