import { findMachine } from "../../../constructs/catalog";
import { amount, differs, type Series } from "../../../review/html/capacity/chart";
import { capacityView, charts } from "../../../review/html/capacity/section";
import { siteCapacity } from "../../../review/html/capacity/site-capacity";
import { type Steps, stepsOfParts, sumOfSteps, valueOn } from "../../../review/html/capacity/steps";
import { write } from "../../../review/html/markup";
import { sitePairs } from "../../../review/html/pictures/site-pictures";
import { judged } from "../../../review/spec/judged";
import { goldenFleet, newYork, newYorkLate } from "../fleets";
import { labFleet } from "./fleets";

const on = "2026-11-28";
const asIs = (text: string) => text;
const lookups = { before: findMachine, after: findMachine };
let last = 0;
const id = (prefix: string) => `${prefix}${++last}`;

describe("amounts over time", () => {
  const early: Steps = { start: 1, days: [{ day: "2026-03-01", value: 4 }], undated: 0 };
  const late: Steps = {
    start: 0,
    days: [
      { day: "2026-02-01", value: 2 },
      { day: "2026-03-01", value: 0.1 },
    ],
    undated: 5,
  };

  test("hold from a day on until the next", () => {
    expect(["2026-02-28", "2026-03-01", "2030-01-01"].map((day) => valueOn(early, day))).toEqual([1, 4, 4]);
  });

  test("are summed day by day, without dust", () => {
    expect(sumOfSteps([early, late, { start: 0.2, days: [], undated: 0 }])).toEqual({
      start: 1.2,
      days: [
        { day: "2026-02-01", value: 3.2 },
        { day: "2026-03-01", value: 4.3 },
      ],
      undated: 5,
    });
  });

  test("of parts begin on their day and end the day after their last", () => {
    const parts = [
      { amount: 8, from: "start" as const, until: "2026-12-31" },
      { amount: 4, from: { day: "2026-06-01" } },
      { amount: 2, from: "undated" as const },
    ];
    expect(stepsOfParts(parts)).toEqual({
      start: 8,
      days: [
        { day: "2026-06-01", value: 12 },
        { day: "2027-01-01", value: 4 },
      ],
      undated: 2,
    });
  });
});

// New York: 40 MW from 2026-06-01, and 200 from 2026-12-31; when the utility is late by 91 days, from 2027-04-01.
describe("the capacity of New York", () => {
  const [base, head] = [newYork(), newYorkLate()].map((fleet) => judged(fleet, on).document);
  const view = capacityView(sitePairs(base, head), lookups, { asOf: on, hasBase: true });
  const series = (name: string): Series => {
    const found = view.sites.get("new-york")?.find((each) => each.name === name);
    if (found === undefined) throw new Error(`${name} is not shown`);
    return found;
  };

  test("is the critical power that can be used, before and after", () => {
    const { before, after } = series("critical IT power");
    expect(before?.days.at(-1)).toEqual({ day: "2026-12-31", value: 200 });
    expect(valueOn(after, "2026-12-31")).toBe(40);
    expect(after.days.at(-1)).toEqual({ day: "2027-04-01", value: 200 });
  });

  // 2,550 servers of eight chips, 1,030 racks of 72.
  test("is chips by type, from the day on which they have power", () => {
    const [b200, gb300] = [series("B200 accelerators"), series("GB300 accelerators")];
    expect(differs(b200)).toBe(false);
    expect(b200.after).toEqual({ start: 0, days: [{ day: "2026-06-01", value: 20_400 }], undated: 0 });
    expect([gb300.before?.days, gb300.after.days]).toEqual([
      [{ day: "2026-12-31", value: 74_160 }],
      [{ day: "2027-04-01", value: 74_160 }],
    ]);
  });

  test("is drawn with both sides, and told in a table beside it", () => {
    const html = charts([series("critical IT power")], view.span, { heading: "new-york", first: "large", id })
      .map((each) => write(each, asIs))
      .join("");
    expect(html).toContain('class="line-base"');
    expect(html).toContain(
      '<tr><th scope="row">2026-12-31</th><td class="number">200 MW</td><td class="number">40 MW</td>',
    );
    expect(html).toContain('role="img"');
    expect(html).toMatch(/Head: .*200 MW from 2027-04-01\. Base: .*200 MW from 2026-12-31/);
  });
});

test("the sum of a fleet adds its sites, and is not drawn of what depends on no day", () => {
  const fleet = judged(goldenFleet("data-centers"), on).document;
  const view = capacityView(sitePairs(undefined, fleet), lookups, { asOf: on, hasBase: false });
  const power = view.fleet.find(({ name }) => name === "critical IT power");
  // The lab 4 / 1.25 = 3.2 from the start, Memphis 300 from 2026-05-01, Abilene 20 from 2027-02-01.
  expect(
    ["2026-04-30", "2026-05-01", "2027-02-01"].map((day) => (power === undefined ? -1 : valueOn(power.after, day))),
  ).toEqual([3.2, 303.2, 323.2]);
  const lab = charts(view.sites.get("lab") ?? [], view.span, { heading: "lab", first: "small", id })
    .map((each) => write(each, asIs))
    .join("");
  expect(lab).not.toContain("<svg");
  expect(lab).toContain("3.2 MW");
});

// 14 machines of eight in p1 from 2026-06-01; 4 more in p2.
test("each pool follows its phase", () => {
  const { document } = judged(labFleet({ second: "2027-03-01" }), on);
  const [site] = document.spec.sites;
  if (site === undefined) throw new Error("the lab is gone");
  const { accelerators } = siteCapacity(site, findMachine);
  expect([...accelerators]).toEqual([
    ["B200", { start: 0, days: [{ day: "2027-03-01", value: 32 }], undated: 0 }],
    ["H100", { start: 0, days: [{ day: "2026-06-01", value: 112 }], undated: 0 }],
  ]);
});

test("a capacity block is there in its window alone", () => {
  const fleet = judged(goldenFleet("aws-contracts"), on).document;
  const blocks = fleet.spec.sites.flatMap((site) =>
    site.tenure === "cloud" && site.provider === "aws"
      ? site.clusters.flatMap(({ pools }) => pools.filter(({ capacity }) => capacity.kind === "capacityBlock"))
      : [],
  );
  expect(blocks.length).toBeGreaterThan(0);
  for (const site of fleet.spec.sites) {
    const days = [...siteCapacity(site, findMachine).accelerators.values()].flatMap((steps) =>
      steps.days.map(({ day }) => day),
    );
    for (const { capacity } of blocks)
      if (capacity.kind === "capacityBlock") expect(days).toContain(capacity.start.slice(0, 10));
  }
});

test("amounts are told with their unit", () => {
  expect([amount(1030, ""), amount(240.04, "MW")]).toEqual(["1,030", "240 MW"]);
});
