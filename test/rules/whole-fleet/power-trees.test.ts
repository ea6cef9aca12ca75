import { fleetOf, ownedSite, type Raw } from "../support";
import { judged, messages } from "./support";

const at = "sites.abilene.powerTopology";
const node = (id: string, kind: string, more: Raw = {}): Raw => ({ id, kind, ...more });
const grid = node("grid", "utility");
const load = (id: string, powerKW: number, feeds: readonly string[], more: Raw = {}): Raw => ({
  id,
  kind: "it",
  powerKW,
  feeds,
  ...more,
});
const tree = (nodes: readonly Raw[], more: Raw = {}, site: Raw = {}): Raw =>
  fleetOf(ownedSite({ powerTopology: { nodes, ...more }, ...site }));

describe("a circle in the power tree", () => {
  const circles: readonly [string, readonly Raw[], string][] = [
    ["of a node with itself", [grid, node("ups", "ups", { parents: ["ups"] })], "ups <- ups"],
    [
      "of three, below a source",
      [
        grid,
        node("a", "switchgear", { parents: ["grid", "c"], transfer: "equalShare" }),
        node("b", "switchgear", { parents: ["a"] }),
        node("c", "switchgear", { parents: ["b"] }),
      ],
      "a <- c <- b <- a",
    ],
    [
      "of paired ranges",
      [node("a-[1-2]", "ups", { parents: ["b-[1-2]"] }), node("b-[1-2]", "ups", { parents: ["a-[1-2]"] })],
      "a-1 <- b-1 <- a-1",
    ],
    [
      "within one range",
      [node("ring-[1-3]", "ups", { parents: ["ring-[2-3],ring-1"] })],
      "ring-1 <- ring-2 <- ring-3 <- ring-1",
    ],
  ];

  test.each(circles)("%s is one finding, and no other rule speaks of the tree", (_, nodes, words) => {
    const raw = tree(nodes, { loads: [load("racks", 1_000_000, [String(nodes.at(-1)?.["id"])])] });
    expect(judged(raw)).toHaveLength(1);
    expect(messages(raw, "PWR-12")).toEqual([`nodes feed each other in a circle: ${words}`]);
  });

  // tx-2 hangs on bus-1, and bus-2 on tx-2: the entries refer to each other, the nodes do not.
  test("is none where two entries refer to each other and their nodes do not", () => {
    const nodes = [
      grid,
      node("tx-1", "transformer", { parents: ["grid"], ratedKW: 1000 }),
      node("bus-[1-2]", "switchgear", { parents: ["tx-[1-2]"], ratedKW: 1000 }),
      node("tx-2", "transformer", { parents: ["bus-1"], ratedKW: 1000 }),
    ];
    expect(judged(tree(nodes, { loads: [load("racks", 1000, ["bus-2"])] }))).toEqual([]);
    expect(judged(tree(nodes, { loads: [load("racks", 1001, ["bus-2"])] }))).toEqual([
      `PWR-1 ${at}.nodes.bus-[1-2] 1001/1000`,
      `PWR-1 ${at}.nodes.tx-1 1001/1000`,
      `PWR-1 ${at}.nodes.tx-2 1001/1000`,
    ]);
  });

  test("of ten thousand nodes is found", () => {
    const chain = node("n-[1-10000]", "switchgear", { parents: ["n-[2-10000],n-1"] });
    expect(messages(tree([chain]), "PWR-12")[0]).toContain("n-1 <- n-2 <- n-3");
  });
});

describe("block redundancy", () => {
  const sources = { parents: ["grid", "second"], transfer: "staticTransfer" };
  /** Blocks of 1,000 kW and a reserve, all on two grids; each load hangs on its block and moves to the reserve. */
  const blocks = (kW: readonly number[], reserveKW: number, more: Raw = {}, ofLoad: Raw = {}) =>
    tree(
      [
        grid,
        node("second", "utility"),
        node(`block-[1-${kW.length}]`, "ups", { ...sources, ratedKW: 1000, redundancyGroup: "hall" }),
        node("reserve", "ups", { ...sources, ratedKW: reserveKW, redundancyGroup: "hall" }),
      ],
      {
        redundancyGroups: [{ id: "hall", scheme: "block" }],
        loads: kW.map((powerKW, index) =>
          load(`load-${index + 1}`, powerKW, [`block-${index + 1}`, "reserve"], {
            transfer: "catcher",
            survival: "system",
            ...ofLoad,
          }),
        ),
        ...more,
      },
    );

  test("holds where the reserve takes the largest block, and one kilowatt more is too much", () => {
    expect(judged(blocks([900, 800, 700], 900))).toEqual([]);
    expect(judged(blocks([900, 800, 700], 899))).toEqual([
      `PWR-2 ${at}.nodes.block-[1-3] 1/0`,
      `PWR-3 ${at}.redundancyGroups.hall 900/899`,
    ]);
    expect(messages(blocks([900, 800, 700], 899), "PWR-2")).toEqual([
      "with block-1 lost the reserve has no room for load-1; load-1 goes dark, and must live through it",
    ]);
  });

  test("holds with what a block delivers, and one kilowatt more trips nothing but is over", () => {
    expect(judged(blocks([1000, 1000], 1000))).toEqual([]);
    expect(judged(blocks([1001, 999], 1001))).toEqual([`PWR-1 ${at}.nodes.block-[1-2] 1001/1000`]);
  });

  test("of loads that need not live through a lost block asks no reserve for them, though the scheme does", () => {
    const training = { survival: "none" };
    expect(judged(blocks([900], 899, {}, training))).toEqual([`PWR-3 ${at}.redundancyGroups.hall 900/899`]);
  });

  test("takes two blocks that one cause loses, while the reserve has room, and locks out the second where it has not", () => {
    const both = { commonCauses: [{ id: "lockout", kind: "maintenance", nodes: ["block-[1-2]"] }] };
    expect(judged(blocks([500, 400], 900, both))).toEqual([]);
    expect(judged(blocks([500, 401], 900, both))).toEqual([`PWR-2 ${at}.commonCauses.lockout 1/0`]);
  });

  test("counts what hangs on the reserve with nothing lost: no room is left for a block", () => {
    const used = {
      loads: [
        load("one", 900, ["block-1", "reserve"], { transfer: "catcher", survival: "system" }),
        load("beside", 1, ["reserve"]),
      ],
    };
    expect(judged(blocks([900], 901, used))).toEqual([]);
    expect(judged(blocks([900], 900, used))).toEqual([`PWR-2 ${at}.nodes.block-[1-1] 1/0`]);
  });
});

describe("ranges that do not match", () => {
  const ups = node("ups-[1-4]", "ups", { parents: ["grid"], ratedKW: 100 });
  const only = (nodes: readonly Raw[], more: Raw = {}, site: Raw = {}) => judged(tree(nodes, more, site));

  test.each([
    // As many, a divisor, a multiple: spread. Anything else is not.
    [1, true],
    [2, true],
    [3, false],
    [4, true],
    [6, false],
    [8, true],
  ])("%d nodes on four parents are spread: %s", (count, isSpread) => {
    const pdus = node(count === 1 ? "pdu-1" : `pdu-[1-${count}]`, "pdu", {
      parents: ["ups-[1-4]"],
      transfer: "equalShare",
    });
    const place = `${at}.nodes.${pdus["id"]}.parents[0]`;
    expect(only([grid, ups, pdus])).toEqual(isSpread ? [] : [`PWR-12 ${place} ups-[1-4]/-`]);
  });

  test("of loads and of racks are reported where they stand, and no rule reckons with half a tree", () => {
    const racks = load("rack-[1-6]", 1_000_000, ["ups-[1-4]"]);
    expect(only([grid, ups], { loads: [racks] })).toEqual([`PWR-12 ${at}.loads.rack-[1-6].feeds[0] ups-[1-4]/-`]);
  });

  test("in width are names that nobody has", () => {
    const pdus = node("pdu-[1-4]", "pdu", { parents: ["ups-[01-04]"] });
    expect(messages(tree([grid, ups, pdus]), "PWR-12")).toEqual(['the power topology has no node "ups-01"']);
  });

  test("that overlap are reported once", () => {
    expect(only([grid, ups, node("ups-[4-8]", "ups", { parents: ["grid"] })])).toEqual([
      `PWR-12 ${at}.nodes.ups-[4-8] ups-4/-`,
    ]);
  });

  const hall = {
    name: "h1",
    criticalItMW: 1,
    rackType: "air-48u",
    rows: [{ name: "main", rows: "r1", racks: 8 }],
    floor: { rackPitchM: 0.8 },
  };
  const supply = (id: string, fromPosition: number, toPosition: number, nodes = "ups-[1-4]") => ({
    id,
    hall: "h1",
    fromPosition,
    toPosition,
    feeds: [{ id: "a", side: "A", voltageV: 415, currentA: 60, nodes }],
  });
  const fed = (...rackSupplies: readonly Raw[]) => only([grid, ups], { rackSupplies }, { halls: [hall] });

  test("of rack supplies: nodes that do not spread over the positions", () => {
    expect(fed(supply("s", 1, 8))).toEqual([]);
    expect(fed(supply("s", 1, 6))).toEqual([`PWR-12 ${at}.rackSupplies.s.feeds.a.nodes ups-[1-4]/-`]);
  });

  test("of rack supplies: positions that the hall does not have", () => {
    expect(fed(supply("s", 5, 8))).toEqual([]);
    expect(fed(supply("s", 5, 12))).toEqual([`PWR-12 ${at}.rackSupplies.s.toPosition 12/8`]);
    // A hall that does not say where racks stand has nobody knows how many.
    const { rows: _, ...open } = hall;
    expect(only([grid, ups], { rackSupplies: [supply("s", 1, 96)] }, { halls: [open] })).toEqual([]);
  });

  test("of rack supplies: positions that two feed", () => {
    expect(fed(supply("one", 1, 4), supply("two", 5, 8))).toEqual([]);
    expect(fed(supply("one", 1, 4), supply("two", 4, 7))).toEqual([`PWR-12 ${at}.rackSupplies.two.fromPosition 4/-`]);
  });
});
