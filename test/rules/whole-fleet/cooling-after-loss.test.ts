import { cluster, fleetOf, hardwarePool, ownedSite, phase, power, type Raw } from "../support";
import { judged, messages } from "./support";

const feed = (side: string, nodes: string): Raw => ({
  id: side.toLowerCase(),
  side,
  voltageV: 415,
  currentA: 400,
  powerFactor: 1,
  nodes,
});

/**
 * Sixteen racks of 120 kW, 0.85 of it liquid: 1,632 kW of liquid and 288 kW of air. Three CDUs and three walls of fans hang on the
 * boards ma, mb and mc; ma and mb on one transformer. The rows hang on two boards of their own, each rack on its row's.
 */
function site(more: {
  cduKW?: number;
  wallKW?: number;
  tree?: Raw;
  rowTwo?: string;
  pool?: Raw;
  boards?: string[];
}): Raw {
  const { cduKW = 900, wallKW = 200, tree = {}, rowTwo = "pdu-2", pool = {}, boards = ["ma", "mb", "mc"] } = more;
  const onBoards = { boards, drawKW: 5 };
  return ownedSite({
    power: power(10),
    halls: [
      {
        name: "h1",
        criticalItMW: 10,
        rackType: "nvl72-place",
        rows: [{ name: "compute", rows: "r[1-2]", racks: 8 }],
      },
    ],
    rackLayouts: [{ name: "all", hall: "h1", racks: "r[1-2]-[01-08]", entries: [{ name: "gb", pool: "gb" }] }],
    clusters: [
      cluster([hardwarePool({ name: "gb", machine: "gb200-nvl72", count: 16, capacity: { kind: "owned" }, ...pool })], {
        purpose: "training",
      }),
    ],
    coolingTopology: {
      loops: [{ name: "a", kind: "technology", hall: "h1" }],
      units: [
        { name: "cdus", ids: "c[1-3]", kind: "cdu", loop: "a", capacityKW: cduKW, ...onBoards },
        { name: "walls", ids: "w[1-3]", kind: "fanWall", halls: ["h1"], capacityKW: wallKW, ...onBoards },
      ],
    },
    powerTopology: {
      nodes: [
        { id: "grid", kind: "utility" },
        { id: "tx-m", kind: "transformer", parents: ["grid"], ratedKW: 5000 },
        { id: "ma,mb", kind: "panel", parents: ["tx-m"], ratedKW: 1000 },
        { id: "mc", kind: "panel", parents: ["grid"], ratedKW: 1000 },
        { id: "pdu-1", kind: "pdu", parents: ["grid"], ratedKW: 2000 },
        { id: "pdu-2", kind: "pdu", parents: ["tx-m"], ratedKW: 2000 },
        { id: "pdu-3", kind: "pdu", parents: ["grid"], ratedKW: 2000 },
      ],
      rackSupplies: [
        { id: "one", hall: "h1", fromPosition: 1, toPosition: 8, feeds: [feed("A", "pdu-1")] },
        { id: "two", hall: "h1", fromPosition: 9, toPosition: 16, feeds: [feed("A", rowTwo)] },
      ],
      ...tree,
    },
  });
}

const cooling = (raw: Raw): string[] => judged(fleetOf(raw)).filter((line) => line.startsWith("COOL"));
const topology = "sites.abilene.coolingTopology";

describe("a loss above the boards of cooling", () => {
  test("takes what hangs on all of them: of three CDUs two, of three walls two", () => {
    const raw = site({ rowTwo: "pdu-3" });
    expect(judged(fleetOf(raw))).toEqual([
      `COOL-1 ${topology}.loops.a 1632/900`,
      `COOL-2 ${topology}.units.walls 288/200`,
    ]);
    expect(messages(fleetOf(raw), "COOL-1")).toEqual([
      "the loop a carries 1,632 kW of racks that live on when tx-m is lost; it stops c1 and c2, and 900 kW is left of 2,700 kW",
    ]);
    expect(messages(fleetOf(raw), "COOL-2")).toEqual([
      "the air of h1 takes 288 kW of racks that live on when tx-m is lost; it stops w1 and w2, and 200 kW is left of 600 kW",
    ]);
  });

  // The second row hangs on the transformer too: with it lost 816 kW of liquid and 144 kW of air are left to cool.
  test("leaves the heat of the racks that live on, which what runs on takes, and not a kilowatt less", () => {
    expect(cooling(site({ cduKW: 816, wallKW: 144 }))).toEqual([]);
    expect(cooling(site({ cduKW: 815.9, wallKW: 144 }))).toEqual([`COOL-1 ${topology}.loops.a 1632/1631.8`]);
    // With one CDU out two carry 1,632 kW; after the loss one has to carry 816 kW.
    const uneven = { cduKW: 816, wallKW: 144, boards: ["ma", "mb", "ma"] };
    expect(cooling(site(uneven))).toEqual([
      `COOL-1 ${topology}.loops.a 1632/816`,
      `COOL-2 ${topology}.units.walls 288/144`,
    ]);
  });

  test("says nothing where everything goes dark together", () => {
    const raw = site({
      tree: {
        nodes: [
          { id: "grid", kind: "utility" },
          { id: "ma,mb,mc", kind: "panel", parents: ["grid"], ratedKW: 1000 },
          { id: "pdu-1,pdu-2", kind: "pdu", parents: ["grid"], ratedKW: 2000 },
        ],
      },
    });
    expect(cooling(raw)).toEqual([]);
  });

  test("is not judged of racks that no feed ties to the tree, where loads that stand for them go dark", () => {
    const loads = (feeds: string[]) => ({
      rackSupplies: [],
      loads: [{ id: "design", kind: "it", powerKW: 1920, feeds }],
    });
    expect(cooling(site({ tree: loads(["tx-m"]) }))).toEqual([]);
    expect(cooling(site({ tree: loads(["pdu-1"]) }))).toEqual([
      `COOL-1 warning ${topology}.loops.a 1632/900`,
      `COOL-2 warning ${topology}.units.walls 288/200`,
    ]);
  });
});

describe("a tree that shows the boards of cooling alone", () => {
  const nodes = [
    { id: "grid", kind: "utility" },
    { id: "tx-m", kind: "transformer", parents: ["grid"], ratedKW: 5000 },
    { id: "ma,mb,mc", kind: "panel", parents: ["tx-m"], ratedKW: 1000 },
  ];

  test("warns of what takes all of them, and says nothing of the only source, with which racks go dark", () => {
    const raw = site({ tree: { nodes, rackSupplies: [] } });
    expect(cooling(raw)).toEqual([
      `COOL-1 warning ${topology}.loops.a 1632/0`,
      `COOL-2 warning ${topology}.units.walls 288/0`,
    ]);
    expect(messages(fleetOf(raw), "COOL-1")[0]).toContain("when tx-m is lost");
    const flat = nodes.map((each) => (each.kind === "panel" ? { ...each, parents: ["grid"] } : each));
    expect(cooling(site({ tree: { nodes: flat, rackSupplies: [] } }))).toEqual([]);
  });
});

describe("a common cause that takes several boards", () => {
  const zone = (survival: string) => ({
    commonCauses: [{ id: "zone", kind: "fireZone", nodes: ["ma", "mc"], survival }],
  });

  test("is an error for racks that must live through it, and else a warning", () => {
    const raw = (survival: string, pool: Raw) => cooling(site({ tree: zone(survival), rowTwo: "pdu-2", pool }));
    expect(raw("side", { survival: "side" })).toContain(`COOL-1 ${topology}.loops.a 1632/900`);
    expect(raw("side", { survival: "none" })).toContain(`COOL-1 warning ${topology}.loops.a 1632/900`);
    expect(raw("system", { survival: "side" })).toContain(`COOL-1 warning ${topology}.loops.a 1632/900`);
  });
});

describe("by phases", () => {
  test("a loss is judged from the phase with which the machines come that no longer are cooled", () => {
    const on = (id: string, date: string) => phase(id, 5, { milestones: { readyForService: { contract: date } } });
    const raw = {
      ...site({ rowTwo: "pdu-3" }),
      phases: [on("p1", "2027-01-01"), on("p2", "2027-06-01")],
    };
    const pool = (name: string, at: string) =>
      hardwarePool({ name, machine: "gb200-nvl72", count: 8, capacity: { kind: "owned", phase: at } });
    const layout = (name: string, row: string) => ({
      name,
      hall: "h1",
      racks: `${row}-[01-08]`,
      entries: [{ name: "gb", pool: name }],
    });
    const later = {
      ...raw,
      clusters: [cluster([pool("one", "p1"), pool("two", "p2")], { purpose: "training" })],
      rackLayouts: [layout("one", "r1"), layout("two", "r2")],
    };
    // From p1 on 816 kW, which one CDU of 900 kW carries; 1,632 kW come with p2.
    expect(messages(fleetOf(later), "COOL-1")).toHaveLength(1);
    expect(cooling(later)).toEqual([`COOL-1 ${topology}.loops.a 1632/900`, `COOL-2 ${topology}.units.walls 288/200`]);
  });
});
