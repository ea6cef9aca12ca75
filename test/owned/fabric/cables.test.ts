import { Cabling } from "../../../constructs/model";
import { type CablePlan, opticsKW, planCables } from "../../../constructs/owned/fabric/cables";
import { cableLengthM, nowhere, stockLengthM } from "../../../constructs/owned/fabric/lengths";
import { isSplit, tierMedia } from "../../../constructs/owned/fabric/media";
import { inARow, planOf } from "./support";

// Two drops of 1 m and 2 m of slack: 4 m more than the way.
const ALLOWANCE = 4;

const at = (xM: number, yM: number, rack: string, hall = "h1") => ({ xM, yM, rack, hall });

const media = (plan: CablePlan, tier: string) => [
  ...new Set(plan.groups.filter((group) => group.tier === tier).map(({ medium }) => medium ?? "none")),
];

describe("the length of a cable", () => {
  const cabling = Cabling.parse({
    verticalDropM: 1.5,
    slackM: 2,
    panelsPerLink: 2,
    panelAllowanceM: 3,
    withinRackM: 1.5,
  });

  // |3 - 10| + |4 - 1| + 2 x 1.5 + 2 + 2 x 3 = 21
  test("goes along and across the rows, down at both ends, with slack and panels", () => {
    expect(cableLengthM(cabling, at(3, 4, "a"), at(10, 1, "b"))).toBe(21);
  });

  test("within a rack is that of the rack", () => {
    expect(cableLengthM(cabling, at(3, 4, "a"), at(3, 4, "a"))).toBe(1.5);
  });

  // 3 + 4 to the corner, 10 + 1 from it, 50 between the halls, 3 + 2 + 6 as before: 79
  test("between halls goes by their corners", () => {
    expect(cableLengthM(cabling, at(3, 4, "a"), at(10, 1, "a", "h2"))).toBe(79);
  });

  test("is ordered as the next length in stock, beyond the longest in whole tens", () => {
    const stock = [1, 2, 3, 5];
    expect([0.4, 1, 1.01, 4.2, 5, 5.01, 20, 20.5].map((each) => stockLengthM(each, stock))).toEqual([
      1, 1, 2, 5, 5, 10, 20, 30,
    ]);
    // Three tenths are not exactly 0.3.
    expect(stockLengthM(0.1 + 0.2, [0.3, 1])).toBe(0.3);
  });
});

describe("what a link from a host to its leaf is made of", () => {
  const medium = (way: number, machine: string) =>
    media(planCables(planOf(32, {}, machine).compute, inARow(way - ALLOWANCE)), "hostLeaf")[0];

  // The hosts' NICs have a cage each.
  test.each([
    [5, "lacc"],
    [5.001, "multimode"],
    [50, "multimode"],
    [50.001, "singleMode"],
    [100, "singleMode"],
    [100.001, undefined],
  ])("at %d m: %s", (way, expected) => {
    expect(medium(way, "hgx-h100")).toBe(expected ?? "none");
  });

  test("passive copper within 3 m", () => {
    const rack = (withinRackM: number) =>
      media(
        planCables(planOf(4, { cabling: { withinRackM } }, "hgx-h100").compute, () => at(0, 0, "one")),
        "hostLeaf",
      );
    expect(rack(3)).toEqual(["dac"]);
    expect(rack(3.001)).toEqual(["lacc"]);
  });

  // Two NICs of a DGX H100 share a cage, and go to two leaves: a plug of copper cannot.
  test("fibre wherever two NICs share a cage, which then reaches 500 m", () => {
    expect(medium(5, "dgx-h100")).toBe("multimode");
    expect(medium(100.001, "dgx-h100")).toBe("singleMode");
    expect(medium(500, "dgx-h100")).toBe("singleMode");
    expect(medium(500.001, "dgx-h100")).toBe("none");
  });
});

describe("what a link between switches is made of", () => {
  test.each([
    [50, "multimode"],
    [50.001, "singleMode"],
    [500, "singleMode"],
    [500.001, "singleModeLc"],
    [2000, "singleModeLc"],
    [2000.001, "none"],
  ])("at %d m: %s", (way, medium) => {
    const plan = planCables(planOf(32).compute, inARow(0, way - ALLOWANCE));
    expect(media(plan, "leafSpine")).toEqual([medium]);
  });
});

describe("what cannot be", () => {
  const refused = (more: Parameters<typeof planOf>[1], tier: "hostLeaf" | "leafSpine", count = 64) =>
    tierMedia(planOf(count, more, "dgx-b300").compute, tier).refused.map(({ medium }) => medium);
  const xdr = { technology: "infinibandXdr", switch: "q3400-ra", linkGbps: 800, scalableUnitHosts: 72 } as const;

  test("passive copper and multimode at 200 Gbit/s a lane", () => {
    const named = { cabling: { hostLeafMedia: ["dac", "multimode", "singleMode"] } } as const;
    expect(refused({ ...xdr, ...named }, "hostLeaf")).toEqual(["dac", "multimode"]);
  });

  // 1 unit: 8 leaves with 72 uplinks over 4 spines, 18 a pair: whole cages. 4 units: 18 spines, 4 a pair. 18: 72 spines, 1 a pair.
  test("copper between switches whose cages hold links to several", () => {
    const named = { cabling: { leafSpineMedia: ["lacc"] } } as const;
    expect(refused({ ...xdr, ...named }, "leafSpine", 72)).toEqual([]);
    expect(refused({ ...xdr, ...named }, "leafSpine", 1296)).toEqual(["lacc"]);
  });

  test("FR4 over a fibre that is split, and no split fibre beyond 50 m", () => {
    const plan = planOf(32, {
      linkGbps: 200,
      linksPerCage: 4,
      cabling: { leafSpineMedia: ["singleModeLc", "singleMode"] },
    });
    expect(isSplit(plan.compute)).toBe(true);
    expect(tierMedia(plan.compute, "leafSpine")).toMatchObject({
      candidates: [{ reachM: 50 }],
      refused: [{ medium: "singleModeLc" }],
    });
  });
});

describe("the cables and modules of a fabric", () => {
  // 32 hosts x 8 = 256 links; 8 leaves x 32 = 256 to 4 spines. Modules of two ports: 128 in hosts, 128 + 128 + 128 in switches.
  const plan = planCables(planOf(32).compute, inARow(10, 60));

  test("a fibre a link, in the lengths that are sold", () => {
    expect(plan.cables.map(({ tier, medium, lengthM, cables }) => [tier, medium, lengthM, cables])).toEqual([
      ["hostLeaf", "multimode", 15, 256],
      ["leafSpine", "singleMode", 60, 256],
    ]);
  });

  test("modules of two ports, 17 W each", () => {
    expect(
      plan.modules.map(({ at, tier, medium, ports, count, watts }) => [at, tier, medium, ports, count, watts]),
    ).toEqual([
      ["host", "hostLeaf", "multimode", 2, 128, 17],
      ["switch", "hostLeaf", "multimode", 2, 128, 17],
      ["switch", "leafSpine", "singleMode", 2, 256, 17],
    ]);
    expect(opticsKW([plan])).toEqual({ hosts: 2.176, switches: 6.528 });
  });

  test("copper joins two hosts to a cage", () => {
    const copper = planCables(planOf(32, {}, "hgx-h100").compute, inARow(1, 60));
    expect(copper.cables[0]).toMatchObject({ medium: "lacc", lengthM: 5, links: 256, cables: 128 });
    expect(copper.modules.slice(0, 2).map(({ ports, count, optical }) => [ports, count, optical])).toEqual([
      [1, 256, false],
      [2, 128, false],
    ]);
  });

  test("where nobody knows where anything stands, single-mode fibre of no length", () => {
    const unplaced = planCables(planOf(32).compute, nowhere);
    expect(unplaced.cables.map(({ medium, lengthM, links }) => [medium, lengthM, links])).toEqual([
      ["singleMode", undefined, 256],
      ["singleMode", undefined, 256],
    ]);
  });

  // 800 Gbit/s over lanes of 100 is two engines, and so two fibres.
  test("a link of two engines takes two fibres", () => {
    const spectrum = planOf(16, { technology: "spectrumX", switch: "sn5600", linkGbps: 800 }, "dgx-b300");
    const [hosts] = planCables(spectrum.compute, inARow(20)).cables;
    expect(hosts).toMatchObject({ links: 128, cables: 256 });
  });
});

describe("27,500 hosts with a cage for each NIC", () => {
  const plan = planOf(
    27_500,
    { technology: "spectrumX", switch: "sn5600", linkGbps: 400, scalableUnitHosts: 64 },
    "hgx-h100",
  );
  const cables = planCables(plan.compute, inARow(20, 60, 90));

  // (220,000 + 2 x 220,160 + 2 x 221,184) / 2 = 551,344 modules of 17 W; 220,000 of 9 W.
  test("draw 9.37 MW in modules of switches and 1.98 MW in those of hosts", () => {
    expect(opticsKW([cables])).toEqual({ switches: 9372.848, hosts: 1980 });
  });

  test("have 220,000, 220,160 and 221,184 fibres", () => {
    expect(cables.cables.map(({ cables: count }) => count)).toEqual([220_000, 220_160, 221_184]);
  });
});
