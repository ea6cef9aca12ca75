import { supplyChart } from "../../../../constructs/emit/drawings/capacity";
import { instantOf } from "../../../../constructs/ledger/capacity";
import { corners, cornersOf, plot, plots, shape, shapes, words } from "./reading";
import { demand, line, report } from "./support";

// All reports here last 100 days from 2027-01-01: 2027-01-31 is 30 days in, 2027-03-02 60 (31 and 28 days before March).
const share = (svg: string, days: number, index = 0): number => {
  const { left, right } = plot(svg, index);
  return left + ((right - left) * days) / 100;
};

describe("what is installed", () => {
  const lines = [
    line("always", 400),
    line("later", 200, { from: instantOf("2027-01-31") }),
    line("block", 100, { from: instantOf("2027-01-31"), until: instantOf("2027-03-02T12:00:00Z") }),
  ];
  const svg = supplyChart(report({ lines }));
  const { left, right, bottom, pxPerUnit } = plot(svg);

  test("reaches from side to side where it has no ends", () => {
    const xs = cornersOf(svg, "always").map(([x]) => x);
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([left, right]);
  });

  test("begins and ends at its instants, to the hour", () => {
    const xs = cornersOf(svg, "block").map(([x]) => x);
    expect(Math.min(...xs)).toBeCloseTo(share(svg, 30), 0);
    expect(Math.max(...xs)).toBeCloseTo(share(svg, 60.5), 0);
  });

  test("is as high as there are accelerators, one part upon the other", () => {
    const height = (name: string): [number, number] => {
      const ys = cornersOf(svg, name).map(([, y]) => y);
      return [bottom - Math.max(...ys), bottom - Math.min(...ys)];
    };
    for (const [name, low, high] of [
      ["always", 0, 400],
      ["later", 400, 600],
      ["block", 600, 700],
    ] as const) {
      expect(height(name)[0]).toBeCloseTo(low * pxPerUnit, 0);
      expect(height(name)[1]).toBeCloseTo(high * pxPerUnit, 0);
    }
  });

  test("is named in the legend with how it goes", () => {
    expect(words(svg)).toEqual(expect.arrayContaining(["always", "400", "later", "0 to 200", "0, at most 100"]));
  });

  test("falls and rises in one surface where it is there twice", () => {
    const twice = supplyChart(
      report({
        lines: [
          line("x", 300, { until: instantOf("2027-01-31") }),
          line("x", 150, { from: instantOf("2027-01-31"), until: instantOf("2027-03-02") }),
          line("y", 10),
        ],
      }),
    );
    const scale = plot(twice);
    const top = cornersOf(twice, "x:").map(([x, y]) => [
      Math.round(x),
      Math.round((scale.bottom - y) / scale.pxPerUnit),
    ]);
    const edge = Math.round(share(twice, 30));
    expect(top).toEqual(
      expect.arrayContaining([
        [edge, 300],
        [edge, 150],
      ]),
    );
  });
});

test("each stack comes to what is installed", () => {
  const sites = Array.from({ length: 40 }, (_, index) =>
    line(`site-${index + 1}`, 100 + index, { from: instantOf("2027-01-01") + index * 86_400_000 }),
  );
  const svg = supplyChart(report({ lines: sites }));
  const { bottom, pxPerUnit } = plot(svg);
  const all = shapes(svg).filter(
    ({ says, attributes }) => /^(site-|33 others)/.test(says) && attributes["d"] !== undefined,
  );
  // Of 40 the 7 with most are told apart, and the rest is one.
  expect(all).toHaveLength(8);
  const top = Math.min(...all.flatMap(({ attributes }) => corners(attributes["d"] ?? "").map(([, y]) => y)));
  // 40 times 100, and 0 + 1 + ... + 39 = 780.
  expect((bottom - top) / pxPerUnit).toBeCloseTo(4_780, -1);
  expect(words(svg)).toContain("33 others");
});

describe("demand", () => {
  // 400 are there, and from 2027-01-31 600 are wanted.
  const steps = demand("train", [
    { from: "2026-01-01", accelerators: 300 },
    { from: "2027-01-31", accelerators: 600 },
  ]);
  const svg = supplyChart(
    report({ lines: [line("a", 400), line("b", 100, { commitment: "preliminary" })], scenarios: { base: [steps] } }),
  );

  test("is a line in both plots, at what is wanted", () => {
    for (const [index, says] of [
      [0, "wanted, base"],
      [1, "wanted, train, base"],
    ] as const) {
      const { bottom, pxPerUnit, left, right } = plot(svg, index);
      const path = cornersOf(svg, says).map(([x, y]) => [Math.round(x), Math.round((bottom - y) / pxPerUnit)]);
      const turn = Math.round(share(svg, 30, index));
      expect([path[0], path.at(-1)]).toEqual([
        [left, 300],
        [Math.round(right), 600],
      ]);
      expect(path).toEqual(
        expect.arrayContaining([
          [turn, 300],
          [turn, 600],
        ]),
      );
    }
  });

  test("is hatched from what counts up to what is wanted, from the first day on", () => {
    const { bottom, pxPerUnit, right } = plot(svg, 1);
    const missing = cornersOf(svg, "short of 200 H100 from 2027-01-31 on");
    const [xs, ys] = [missing.map(([x]) => x), missing.map(([, y]) => (bottom - y) / pxPerUnit)];
    expect([Math.min(...xs), Math.max(...xs)].map(Math.round)).toEqual([share(svg, 30, 1), right].map(Math.round));
    expect([Math.min(...ys), Math.max(...ys)].map(Math.round)).toEqual([400, 600]);
  });

  test("tells below how much is missing, and from when on", () => {
    expect(words(svg)).toContain("−200 from 2027-01-31 on");
  });

  test("shows what is less sure above what counts", () => {
    const { bottom, pxPerUnit } = plot(svg, 1);
    const ys = cornersOf(svg, "can serve train, base, less sure").map(([, y]) => Math.round((bottom - y) / pxPerUnit));
    expect([...new Set(ys)].sort()).toEqual([400, 500]);
  });

  test("grows in a line where it says so", () => {
    const linear = demand(
      "train",
      [
        { from: "2027-01-01", accelerators: 0 },
        { from: "2027-04-11", accelerators: 1_000 },
      ],
      { between: "linear" },
    );
    const drawn = supplyChart(report({ lines: [line("a", 500)], scenarios: { base: [linear] } }));
    const { left, right, bottom, pxPerUnit } = plot(drawn, 1);
    for (const [x, y] of cornersOf(drawn, "wanted, train, base")) {
      const wanted = ((x - left) / (right - left)) * 1_000;
      // The end stands for the last day before it, which wants 990.
      expect(Math.abs((bottom - y) / pxPerUnit - wanted)).toBeLessThan(11);
    }
    const missing = cornersOf(drawn, "short of 490 H100 from 2027-02-21 on").map(([x]) => x);
    // 500 are wanted after 50 days, and more on the next: 2027-02-21 is 51 days in.
    expect(Math.min(...missing)).toBeCloseTo(share(drawn, 51, 1), 0);
  });

  test("that another one takes from is missing though each alone is met", () => {
    const one = demand("first", [{ from: "2026-01-01", accelerators: 300 }]);
    const two = demand("second", [{ from: "2026-01-01", accelerators: 300 }], { priority: 2 });
    const drawn = supplyChart(report({ lines: [line("a", 400)], scenarios: { base: [one, two] } }));
    const { bottom, pxPerUnit } = plot(drawn, 2);
    const ys = cornersOf(drawn, "short of 200 H100").map(([, y]) => Math.round((bottom - y) / pxPerUnit));
    expect([...new Set(ys)].sort()).toEqual([100, 300]);
    expect(words(drawn)).toEqual(expect.arrayContaining(["met in all this time", "−200 from 2027-01-01 on"]));
  });

  test("of many times the supply leaves the plot at its upper edge", () => {
    const huge = demand("train", [
      { from: "2026-01-01", accelerators: 100 },
      { from: "2027-01-31", accelerators: 80_000 },
    ]);
    const drawn = supplyChart(report({ lines: [line("a", 400)], scenarios: { x80: [huge] } }));
    const { bottom, pxPerUnit } = plot(drawn);
    const ys = cornersOf(drawn, "wanted, x80").map(([, y]) => (bottom - y) / pxPerUnit);
    // The axis holds twice the 400 that are there.
    expect(Math.max(...ys)).toBeCloseTo(800, 0);
    expect(words(drawn)).toEqual(expect.arrayContaining(["wanted, x80 (leaves the chart)", "100 to 80,000"]));
  });

  test("that is met again is hatched until then alone", () => {
    const lines = [line("a", 100), line("b", 100, { from: instantOf("2027-03-02") })];
    const drawn = supplyChart(
      report({ lines, scenarios: { base: [demand("train", [{ from: "2027-01-31", accelerators: 150 }])] } }),
    );
    const xs = cornersOf(drawn, "short of 50 H100 from 2027-01-31 to 2027-03-02").map(([x]) => x);
    expect(Math.min(...xs)).toBeCloseTo(share(drawn, 30, 1), 0);
    expect(Math.max(...xs)).toBeCloseTo(share(drawn, 60, 1), 0);
  });

  test("of more than twelve panels says how many are left out, and draws what is short first", () => {
    const met = Array.from({ length: 12 }, (_, index) =>
      demand(`met-${index}`, [{ from: "2026-01-01", accelerators: 1 }]),
    );
    const short = demand("short", [{ from: "2026-01-01", accelerators: 900 }], { priority: 2 });
    const drawn = supplyChart(report({ lines: [line("a", 400)], scenarios: { base: [...met, short] } }));
    expect(plots(drawn)).toHaveLength(13);
    expect(words(drawn)).toEqual(expect.arrayContaining(["and 1 more that are not drawn", "short, base"]));
    expect(words(drawn)).not.toContain("met-11, base");
  });
});

test("what counts is a line of its own: schedulable, and as sure as one asks for", () => {
  const lines = [
    line("a", 1_000),
    line("b", 500, { commitment: "terminable" }),
    line("c", 250, { commitment: "optional" }),
  ];
  const outOfService = { spares: 0.05, failed: 0.03, maintenance: 0.02 };
  for (const [counted, expected] of [
    [["firm"], 900],
    [["firm", "terminable"], 1_350],
  ] as const) {
    const svg = supplyChart(report({ lines, outOfService, counted }));
    const { bottom, pxPerUnit } = plot(svg);
    const ys = cornersOf(svg, `schedulable and ${counted.join(", ")}`).map(([, y]) => (bottom - y) / pxPerUnit);
    for (const y of ys) expect(y).toBeCloseTo(expected, -1);
  }
});

test("fills are told apart by pattern as well", () => {
  const svg = supplyChart(report({ lines: [line("a", 30), line("b", 20), line("c", 10)] }));
  const used = [...svg.matchAll(/url\(#([\w-]+)\)/g)].map(([, id]) => id);
  expect(new Set(used).size).toBeGreaterThanOrEqual(2);
  for (const id of used) expect(svg).toContain(`<pattern id="${id}"`);
  expect(shape(svg, "a:").attributes["fill"]).not.toBe(shape(svg, "b:").attributes["fill"]);
});
