import { oneLineFiles } from "../../../constructs/emit/drawings/one-line";
import { feedFiles, feedRows } from "../../../constructs/emit/schedules/feeds";
import { usablePowerFiles } from "../../../constructs/emit/schedules/usable-power";
import { type PhysicalSiteSpec, SiteSpec } from "../../../constructs/model";
import type { PlacedRack } from "../../../constructs/owned/power/placed-racks";
import { ownedSite, type Raw } from "../../rules/support";

function site(more: Raw = {}): PhysicalSiteSpec {
  const parsed = SiteSpec.parse(ownedSite(more));
  if (parsed.tenure === "cloud") throw new Error("a site of a test is no cloud");
  return parsed;
}

/** Two UPSs of 1,000 kW, two panels on each, a rack of 100 kW on a cord of either side. */
const twoSides = {
  powerTopology: {
    nodes: [
      { id: "grid", kind: "utility" },
      { id: "ups-a", kind: "ups", parents: ["grid"], ratedKW: 1000, efficiency: 0.8, side: "A" },
      { id: "ups-b", kind: "ups", parents: ["grid"], ratedKW: 500, efficiency: 0.8, side: "B" },
      { id: "rpp-a[1-2]", kind: "rpp", parents: ["ups-a"], ratedKVA: 200, side: "A" },
      { id: "rpp-b[1-2]", kind: "rpp", parents: ["ups-b"], ratedKVA: 200, side: "B" },
    ],
    loads: [{ id: "storage-[1-2]", kind: "storage", powerKW: 100, feeds: ["rpp-a[1-2]", "rpp-b[1-2]"] }],
  },
};
const feed = { voltageV: 415, currentA: 60, phases: 3, continuousFactor: 0.8, powerFactor: 0.95 } as const;
const rack: PlacedRack = {
  id: "hall-1-r01-01",
  hall: "hall-1",
  position: "r01-01",
  feeds: [
    { id: "a", side: "A", source: "rpp-a1", ...feed },
    { id: "b", side: "B", source: "rpp-b1", ...feed },
  ],
  parts: [
    {
      cluster: "c",
      pool: "p",
      type: "dgx-h100",
      count: 2,
      kW: 20.4,
      supplies: undefined,
      survival: "feed",
      phase: undefined,
    },
  ],
};

describe("the feed schedule", () => {
  // ups-b: (100 + 100) / 2 normally, 200 with ups-a lost: 300 of 500 kW left, 60 %. grid: 200 / 0.8 = 250.
  test("says of each node what it carries, its worst loss and what is left", () => {
    const rows = feedRows(site(twoSides), []);
    expect(
      rows.map(({ node, normalKW, worstKW, worstLoss, margin }) => [node, normalKW, worstKW, worstLoss, margin]),
    ).toEqual([
      ["grid", 250, 250, undefined, undefined],
      ["ups-a", 100, 200, "ups-b", 0.8],
      ["ups-b", 100, 200, "ups-a", 0.6],
      ["rpp-a1", 50, 100, "ups-b", 0.5],
      ["rpp-a2", 50, 100, "ups-b", 0.5],
      ["rpp-b1", 50, 100, "ups-a", 0.5],
      ["rpp-b2", 50, 100, "ups-a", 0.5],
    ]);
  });

  test("is a table of every node, a page of every range, and a table of every cord", () => {
    const files = feedFiles(site(twoSides), [rack]);
    expect(files.map(({ file }) => file)).toEqual([
      "schedules/power-feeds.csv",
      "schedules/power-feeds.md",
      "schedules/rack-feeds.csv",
    ]);
    const [nodes = "", page = "", cords = ""] = files.map(({ text }) => text);
    // With the rack of 20.4 kW on rpp-a1 and rpp-b1: 50 + 10.2, 100 + 20.4; in kVA at 0.95 with a tangent of 0.3287.
    expect(nodes.split("\r\n")[4]).toBe("abilene,rpp-a1,rpp,,A,,ups-a,,,200,60.2,60.29,120.4,120.59,ups-b,39.7");
    expect(page).toContain("| rpp-a\\[1-2\\] | rpp | 2 | rpp-a1 | ups-a |");
    expect(cords).toContain("abilene,hall-1,r01-01,a,A,rpp-a1,415,60,3,34.5,32.78,20.4,10.2,20.4\r\n");
  });

  test("is not written for a tree that cannot be followed, nor without one", () => {
    const broken = { powerTopology: { nodes: [{ id: "a", kind: "ups", parents: ["b"] }] } };
    expect(feedFiles(site(broken), [])).toEqual([]);
    expect(oneLineFiles(site(broken))).toEqual([]);
    expect([feedFiles(site(), []), oneLineFiles(site()), usablePowerFiles(site())]).toEqual([[], [], []]);
  });
});

test("usable power is a table with what binds on each day", () => {
  const utilities = [
    {
      name: "grid",
      utility: "a",
      gridOperator: "PJM",
      firmMW: 90,
      basis: "contract",
      source: "s",
      energization: { contract: "2027-01-01" },
    },
  ];
  const [csv, page] = usablePowerFiles(site({ utilities, peakPue: { value: 1.2, basis: "assumed", source: "s" } }));
  // 90 / 1.2 = 75 MW, of 100 MW that the site is stated with.
  expect(csv?.text).toBe(
    "site,from,firmMW,onsiteMW,peakPue,utilityMW,deliveredMW,electricalMW,coolingMW,usableMW,bound,binds\r\nabilene,2027-01-01,90,0,1.2,75,100,,,75,exact,utility\r\n",
  );
  expect(page?.text).toContain("| 2027-01-01 | 90 | 0 | 75 | 100 | 75 | utility |");
});

describe("the one-line diagram", () => {
  const drawing = (more: Raw = twoSides) => oneLineFiles(site(more))[0]?.text ?? "";

  test("draws each range once with its count and its loads at the foot", () => {
    const text = drawing();
    expect(text.match(/font-weight="600">[^<]+</g)?.slice(1)).toEqual(
      ["grid", "ups-a", "ups-b", "rpp-a[1-2]", "rpp-b[1-2]", "storage"].map((name) => `font-weight="600">${name}<`),
    );
    expect(text).toContain("×2  rpp");
    expect(text).toContain("200 kW together");
    expect(text).toContain("side B");
  });

  test("dashes what carries only when the one before is lost", () => {
    const backed = {
      powerTopology: {
        nodes: [
          { id: "grid", kind: "utility" },
          { id: "gen", kind: "generator" },
          { id: "main", kind: "switchgear", parents: ["grid", "gen"], transfer: "staticTransfer" },
        ],
      },
    };
    // One in the legend, one from the generator.
    expect(drawing(backed).match(/stroke-dasharray/g)).toHaveLength(2);
  });

  test("is the same each time", () => expect(drawing()).toBe(drawing()));
});
