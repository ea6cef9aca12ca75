import { load, lose, normal, study, system } from "./support";

const pairs = ["ab", "ac", "ad", "bc", "bd", "cd"];
/** Systems A to D of 1,000 kW; a load for each pair of them, fed equally by both. */
const fourSystems = (kW: Readonly<Record<string, number>>) => ({
  nodes: ["a", "b", "c", "d"].map((id) => system(id, 1000)),
  loads: pairs.map((pair) => load(pair, kW[pair] ?? 0, [...pair])),
});
const uneven = fourSystems({ ab: 1000, cd: 1000, ac: 250, ad: 250, bc: 250, bd: 250 });
const even = fourSystems(Object.fromEntries(pairs.map((pair) => [pair, 500])));

describe("four systems of 1,000 kW that make three", () => {
  // A: (1,000 + 250 + 250) / 2 = 750; without it B has 1,000 + 250 / 2 + 250 / 2 = 1,250, C has 1,000 / 2 + 250 + 250 / 2 = 875.
  test("fail where two pairs carry 1,000 kW: A lost, B carries 1,250 and C and D 875", () => {
    expect(normal(uneven)).toMatchObject({ a: 750, b: 750, c: 750, d: 750 });
    const { loads, overloads, lost } = lose(uneven, "a");
    expect(loads).toEqual({ b: 1250, c: 875, d: 875 });
    expect(overloads).toEqual(["1: b 1250"]);
    expect(lost).toEqual(["ab"]);
    // A and D are alike: whichever is lost, one other trips.
    expect(study(uneven).breaches.map(({ loss }) => loss.name)).toEqual(["a", "b", "c", "d"]);
  });

  test("pass where all six pairs carry 500 kW: the survivors carry 1,000", () => {
    for (const one of ["a", "b", "c", "d"]) {
      const { loads, overloads, lost } = lose(even, one);
      expect(Object.values(loads)).toEqual([1000, 1000, 1000]);
      expect([overloads, lost]).toEqual([[], []]);
    }
    expect(study(even).breaches).toEqual([]);
    const { worst } = study(even);
    expect([...worst.kW]).toEqual([1000, 1000, 1000, 1000]);
  });

  test("fail with one kW more on one of the pairs", () => {
    const one = fourSystems({ ...Object.fromEntries(pairs.map((pair) => [pair, 500])), ab: 501 });
    // b trips at 501 + 250 + 250; then c and d have 500 + 500 + 500 / 2 each.
    expect(lose(one, "a").overloads).toEqual(["1: b 1001", "2: c 1250", "2: d 1250"]);
    // c lost: a has 501 / 2 + 500 + 500 / 2 = 1,000.5.
    expect(lose(one, "c").overloads.slice(0, 2)).toEqual(["1: a 1000.5", "1: b 1000.5"]);
  });
});

describe("transfer", () => {
  test("of a static switch takes all from the primary, and all from the alternate when that is lost", () => {
    const sts = {
      nodes: [
        system("p", 1000),
        system("q", 1000),
        { id: "sts", kind: "sts" as const, parents: ["p", "q"], transfer: "staticTransfer" as const },
      ],
      loads: [load("rack", 600, ["sts"])],
    };
    expect(normal(sts)).toMatchObject({ p: 600, q: 0, sts: 600 });
    expect(lose(sts, "p")).toMatchObject({ loads: { q: 600 }, overloads: [], lost: [] });
    expect(lose(sts, "q")).toMatchObject({ loads: { p: 600 } });
    expect(lose(sts, "sts")).toMatchObject({ loads: { p: 0, q: 0 }, lost: ["rack"] });
  });

  /** Three blocks of 900 kW on systems of 1,000 kW, and a reserve of 1,000 kW. */
  const blocks = (transfer: "catcher" | "staticTransfer", kW = 900) => ({
    nodes: [
      system("u1", 1000),
      system("u2", 1000),
      system("u3", 1000),
      system("reserve", 1000),
      { id: "sts-[1-3]", kind: "sts" as const, parents: ["u[1-3]", "reserve"], transfer },
    ],
    loads: [load("block-[1-3]", kW, ["sts-[1-3]"])],
  });

  test("to a catcher takes one block, and no part of a second", () => {
    expect(normal(blocks("catcher"))).toMatchObject({ u1: 900, u2: 900, u3: 900, reserve: 0 });
    expect(lose(blocks("catcher"), "u2")).toMatchObject({ loads: { reserve: 900 }, overloads: [], lost: [] });
    expect(lose(blocks("catcher"), "u1", "u2")).toMatchObject({
      loads: { reserve: 1800 },
      overloads: [],
      lockedOut: ["sts-2"],
      lost: ["block-2"],
    });
  });

  test("of static switches without a lock takes the reserve down with the second block", () => {
    expect(lose(blocks("staticTransfer"), "u1", "u2")).toMatchObject({
      overloads: ["1: reserve 1800"],
      lost: ["block-1", "block-2"],
    });
  });

  test("to a catcher that is smaller than the block leaves the block dark", () => {
    expect(lose(blocks("catcher", 1000), "u1").lost).toEqual([]);
    const larger = { ...blocks("catcher"), loads: [load("block-1", 1001, ["sts-1"])] };
    const bigger = { ...larger, nodes: larger.nodes.map((node) => (node.id === "u1" ? system("u1", 2000) : node)) };
    expect(lose(bigger, "u1")).toMatchObject({ lockedOut: ["sts-1"], lost: ["block-1"] });
  });

  // Without p: r has 19 + 2 of 20 kW and refuses the block; q has 19 kW / 0.9 = 21.1 of 20 kVA and trips, whatever the block does next.
  test("to a second reserve begins in the round after the first has refused, and not within it", () => {
    const row = {
      nodes: [system("p", 100), system("r", 20), system("q", 100, { ratedKVA: 20 })],
      loads: [
        load("block", 2, ["p", "r", "q"], { transfer: "catcher" }),
        load("one", 19, ["p", "q"], { transfer: "equalShare", powerFactor: 0.9 }),
        load("two", 19, ["r", "p"], { transfer: "equalShare" }),
      ],
    };
    expect(lose(row, "p")).toMatchObject({
      overloads: ["1: q 19"],
      lockedOut: ["block"],
      lost: ["block", "one"],
    });
  });

  test("of three cords: a third each, then a half each, then all", () => {
    const rack = { nodes: ["a", "b", "c"].map((id) => system(id, 100)), loads: [load("rack", 60, ["a", "b", "c"])] };
    expect(normal(rack)).toMatchObject({ a: 20, b: 20, c: 20 });
    expect(lose(rack, "a").loads).toEqual({ b: 30, c: 30 });
    expect(lose(rack, "a", "b").loads).toEqual({ c: 60 });
  });

  test("of two cords on one node counts both: 20 and 40 kW of 60", () => {
    const rack = { nodes: ["a", "b"].map((id) => system(id, 100)), loads: [load("rack", 60, ["a", "b", "b"])] };
    expect(normal(rack)).toMatchObject({ a: 20, b: 40 });
    expect(lose(rack, "b").loads).toEqual({ a: 60 });
  });
});

describe("parallel modules", () => {
  const modules = (kW: number) => ({
    nodes: [
      { id: "m-[1-4]", kind: "ups" as const, ratedKW: 500 },
      { id: "bus", kind: "switchgear" as const, parents: ["m-[1-4]"], transfer: "equalShare" as const },
    ],
    loads: [load("hall", kW, ["bus"])],
  });

  // N+1 of four modules of 500 kW: three carry 1,500.
  test("N+1 carry what three of four do: 1,500 kW, and not one more", () => {
    expect(normal(modules(1500))).toMatchObject({ "m-1": 375, "m-4": 375 });
    expect(lose(modules(1500), "m-2")).toMatchObject({ loads: { "m-1": 500, "m-3": 500 }, overloads: [], lost: [] });
    expect(lose(modules(1501), "m-2").overloads).toHaveLength(3);
  });

  test("go down one after the other where the rest is too small for the whole", () => {
    // 900 kW on three: 300 each. c (310) lost: 450 each on a (500) and b (440); b trips, a has 900 and trips.
    const chain = {
      nodes: [
        system("a", 500),
        system("b", 440),
        system("c", 310),
        { id: "bus", kind: "switchgear" as const, parents: ["a", "b", "c"], transfer: "equalShare" as const },
      ],
      loads: [load("hall", 900, ["bus"])],
    };
    expect(normal(chain)).toMatchObject({ a: 300, b: 300, c: 300 });
    expect(lose(chain, "c")).toMatchObject({ overloads: ["1: b 450", "2: a 900"], lost: ["hall"] });
  });
});

test("a cascade runs over to the side that was sound", () => {
  // Loads of 300 on x|y and 500 on y|z, cords alike: x 150, y 400, z 250. Without x: y has 550 of 500 and trips; z takes 500 of 450.
  const three = {
    nodes: [system("x", 500), system("y", 500), system("z", 450)],
    loads: [load("xy", 300, ["x", "y"]), load("yz", 500, ["y", "z"])],
  };
  expect(normal(three)).toMatchObject({ x: 150, y: 400, z: 250 });
  expect(lose(three, "x")).toMatchObject({ overloads: ["1: y 550", "2: z 500"], lost: ["xy", "yz"] });
});

describe("a generator", () => {
  /** Two of 500 kW behind the grid; 800 kW of controls, and training that is not on backup. */
  const plant = (trainingKW: number) => ({
    nodes: [
      { id: "grid", kind: "utility" as const },
      { id: "gen-[1-2]", kind: "generator" as const, ratedKW: 500 },
      { id: "plant", kind: "switchgear" as const, parents: ["gen-[1-2]"], transfer: "equalShare" as const },
      { id: "main", kind: "switchgear" as const, parents: ["grid", "plant"], transfer: "staticTransfer" as const },
    ],
    loads: [load("control", 800, ["main"]), load("training", trainingKW, ["main"], { survival: "none" })],
  });

  // 800 + 200 = 1,000 on both; 800 + 201 is too much: training goes, and 400 each are left.
  test("sheds what is not on backup where it would carry too much, and does not trip", () => {
    expect(lose(plant(200), "grid")).toMatchObject({ loads: { "gen-1": 500, "gen-2": 500 }, overloads: [], lost: [] });
    expect(lose(plant(201), "grid")).toMatchObject({ overloads: [], lost: ["training"] });
  });

  test("trips where what is on backup is too much for it", () => {
    const more = { ...plant(0), loads: [load("control", 1001, ["main"])] };
    expect(lose(more, "grid")).toMatchObject({ overloads: ["1: gen-1 500.5", "1: gen-2 500.5"], lost: ["control"] });
  });
});

describe("losses on the way", () => {
  test("raise what is drawn: 900 kW through 0.96 and 0.99 and 5 kW of a transformer's own are 951.97", () => {
    const chain = {
      nodes: [
        system("grid", 2000, { kind: "utility" }),
        { id: "xf", kind: "transformer" as const, parents: ["grid"], efficiency: 0.99, standingLossKW: 5 },
        { id: "ups", kind: "ups" as const, parents: ["xf"], efficiency: 0.96 },
      ],
      loads: [load("hall", 900, ["ups"])],
    };
    // 900 / 0.96 = 937.5; 937.5 / 0.99 + 5 = 951.969697
    expect(normal(chain)).toMatchObject({ ups: 900, xf: 937.5, grid: 951.969697 });
  });

  test("kVA and kW are apart: 800 kW at 0.8 are 1,000 kVA, at the limit of one and below that of the other", () => {
    const rated = (kVA: number, kW: number) => ({
      nodes: [system("b", 5000), { id: "a", kind: "ups" as const, ratedKVA: kVA, ratedKW: kW }],
      loads: [load("hall", 800, ["b", "a"], { powerFactor: 0.8 })],
    });
    expect(lose(rated(1000, 900), "b").overloads).toEqual([]);
    expect(lose(rated(999, 900), "b").overloads).toEqual(["1: a 800"]);
    expect(lose(rated(1000, 799), "b").overloads).toEqual(["1: a 800"]);
  });
});

describe("what must live through a loss", () => {
  const twoSides = (survival: "none" | "feed" | "side" | "system") => ({
    nodes: [
      system("ups-a", 1000, { side: "A" }),
      system("ups-b", 1000, { side: "B" }),
      { id: "pdu-a[1-2]", kind: "pdu" as const, parents: ["ups-a"], side: "A" },
      { id: "pdu-b[1-2]", kind: "pdu" as const, parents: ["ups-b"], side: "B" },
    ],
    commonCauses: [{ id: "fire-1", kind: "fireZone" as const, nodes: ["pdu-a1", "pdu-b1"] }],
    loads: [load("rack-[1-2]", 400, ["pdu-a[1-2]", "pdu-b[1-2]"], { survival })],
  });
  const breaches = (survival: Parameters<typeof twoSides>[0]) =>
    study(twoSides(survival)).breaches.map(({ loss }) => loss.name);

  test("two sides live through one, and a fire that takes both boards of a rack is asked only of the highest class", () => {
    expect(breaches("side")).toEqual([]);
    expect(breaches("system")).toEqual(["fire-1"]);
  });

  test("a rack on one side is stranded by its board where it must survive a feed, and by nothing where it must not", () => {
    const single = (survival: "none" | "feed") => ({
      ...twoSides(survival),
      loads: [load("rack-1", 400, ["pdu-a1"], { survival })],
    });
    expect(study(single("feed")).breaches.map(({ loss }) => loss.name)).toEqual(["pdu-a1"]);
    expect(study(single("none")).breaches).toEqual([]);
  });
});
