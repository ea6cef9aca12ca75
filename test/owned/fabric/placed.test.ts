import { emptyAllocation, Hall } from "../../../constructs/model";
import { planCables } from "../../../constructs/owned/fabric/cables";
import { allocatedNames, portName } from "../../../constructs/owned/fabric/names";
import { positionsAt } from "../../../constructs/owned/fabric/placed";
import { numbersIn } from "../../../constructs/owned/fabric/stated-positions";
import { fabricOf, planOf } from "./support";

const hall = Hall.parse({
  name: "h1",
  criticalItMW: 2,
  // Middles 0.6 m apart from 1.8 m on; the first row at 2.1 m, the second 2.4 m behind it.
  rows: [{ name: "all", rows: "r[01-02]", racks: 4 }],
  floor: { rackPitchM: 0.6, rackDepthM: 1.2, coldAisleM: 1.8, hotAisleM: 1.2, marginM: 1.5 },
});

const allocation = {
  ...emptyAllocation(),
  placements: [
    {
      id: "p1",
      cluster: "train",
      pool: "gpu",
      machine: "dgx-h100",
      machines: "1-6",
      hall: "h1",
      positions: "r01-[01-02]",
      machinesPerRack: 4,
      hosts: "tx1-n[0001-0006]",
    },
    {
      id: "p2",
      cluster: "serve",
      pool: "other",
      machine: "dgx-h100",
      machines: "1-4",
      hall: "h1",
      positions: "r02-04",
      machinesPerRack: 4,
      hosts: "tx1-s[0001-0004]",
    },
    {
      id: "p3",
      cluster: "train",
      pool: "gpu",
      machine: "dgx-h100",
      machines: "7-8",
      hall: "h1",
      positions: "r02-01",
      machinesPerRack: 4,
      hosts: "tx1-n[0007-0008]",
    },
  ],
  switches: [
    {
      id: "s1",
      fabric: "compute",
      role: "leaf" as const,
      switches: "1-8",
      hall: "h1",
      positions: "r01-[03-04]",
      switchesPerRack: 4,
      names: "tx1-leaf[01-08]",
    },
  ],
};

const hostsOf = () => 1;

describe("where an allocation puts a fabric", () => {
  const at = positionsAt({ halls: [hall], allocation }, fabricOf(), hostsOf);
  const rack = (...given: Parameters<typeof at>) => at(...given)?.rack;

  test("hosts are numbered through its lines of the cluster", () => {
    expect([0, 3, 4, 5, 6, 7, 8].map((host) => rack("host", 0, host))).toEqual([
      "r01-01",
      "r01-01",
      "r01-02",
      "r01-02",
      "r02-01",
      "r02-01",
      undefined,
    ]);
    expect(at("host", 0, 0)).toEqual({ xM: 1.8, yM: 2.1, rack: "r01-01", hall: "h1" });
  });

  test("switches stand by their ordinals, unless the fabric says where", () => {
    expect([0, 3, 4, 7, 8].map((leaf) => rack("leaf", 0, leaf))).toEqual([
      "r01-03",
      "r01-03",
      "r01-04",
      "r01-04",
      undefined,
    ]);
    const stated = fabricOf({ switchRacks: [{ name: "n1", role: "leaf", switches: "8", xM: 9, yM: 9 }] });
    const placed = positionsAt({ halls: [hall], allocation }, stated, hostsOf);
    expect([6, 7].map((leaf) => placed("leaf", 0, leaf)?.rack)).toEqual(["r01-04", "n1"]);
  });

  test("a tray rack is eighteen hosts at one place", () => {
    const trays = positionsAt({ halls: [hall], allocation }, fabricOf(), () => 18);
    expect([0, 71, 72].map((host) => trays("host", 0, host)?.rack)).toEqual(["r01-01", "r01-01", "r01-02"]);
  });

  // From the first host rack to leaf rack 3: 2 x 0.6 and 4 m; from the last, 1.2 + 2.4 and 4 m.
  test("cables are as long as the way between", () => {
    const { groups } = planCables(planOf(8).compute, at);
    const hosts = groups.filter(({ tier }) => tier === "hostLeaf");
    expect([hosts[0]?.leastM, hosts[0]?.mostM].map((each) => each?.toFixed(2))).toEqual(["5.20", "5.80"]);
    expect([hosts[3]?.leastM, hosts[3]?.mostM].map((each) => each?.toFixed(2))).toEqual(["7.60", "8.20"]);
  });
});

describe("the names of devices", () => {
  const names = allocatedNames(fabricOf(), allocation);

  test("are those of the allocation, plain ones beyond it", () => {
    expect(names.one("host", 0, 6)).toBe("tx1-n0007");
    expect(names.range("host", 0, 0, 8)).toBe("tx1-n[0001-0008]");
    expect(names.range("leaf", 0, 6, 3)).toBe("compute-leaf0009,tx1-leaf[07-08]");
    expect(names.one("spine", 0, 0)).toBe("compute-spine0001");
  });

  test("tell planes apart", () => {
    const planes = allocatedNames(fabricOf({ planes: 2 }), undefined);
    expect([planes.one("leaf", 1, 0), planes.one("host", 1, 0)]).toEqual(["compute-p2-leaf0001", "compute-host0001"]);
  });

  test("of ports count cages and links of a cage", () => {
    expect([portName(0, 2), portName(1, 2), portName(63, 2), portName(5, 1)]).toEqual(["1/1", "1/2", "32/2", "6"]);
  });

  test("numbers of switches are read as ranges", () => {
    expect(numbersIn("1-3,7")).toEqual([1, 2, 3, 7]);
    expect(numbersIn("3-1")).toEqual([]);
  });
});
