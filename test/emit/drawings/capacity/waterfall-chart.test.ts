import { waterfallChart } from "../../../../constructs/emit/drawings/capacity";
import { instantOf } from "../../../../constructs/ledger/capacity";
import { plot, shape, words } from "./reading";
import { line, report } from "./support";

// 1,000 firm and 600 less sure are there, 250 come later, 150 have no day: 2,000 in all. A tenth of the 1,600 is out of service.
const { from: _, until: __, ...undated } = line("f", 150);
const svg = waterfallChart(
  report({
    lines: [
      line("a", 1_000),
      line("b", 300, { commitment: "terminable" }),
      line("c", 150, { commitment: "conditional" }),
      line("d", 100, { commitment: "preliminary" }),
      line("e", 50, { commitment: "optional" }),
      line("g", 250, { from: instantOf("2027-02-01") }),
    ],
    undated: [undated],
    outOfService: { spares: 0.05, failed: 0.03, maintenance: 0.02 },
  }),
);

const stages = [
  ["contracted", 0, 2_000, "2,000"],
  ["without a day", 1_850, 2_000, "−150"],
  ["there later", 1_600, 1_850, "−250"],
  ["installed", 0, 1_600, "1,600"],
  ["spares", 1_520, 1_600, "−80"],
  ["failed", 1_472, 1_520, "−48"],
  ["maintenance", 1_440, 1_472, "−32"],
  ["schedulable:", 0, 1_440, "1,440"],
  ["terminable", 1_170, 1_440, "−270"],
  ["conditional", 1_035, 1_170, "−135"],
  ["preliminary", 945, 1_035, "−90"],
  ["optional", 900, 945, "−45"],
  ["schedulable and firm", 0, 900, "900"],
] as const;

test.each(stages)("%s reaches from %d to %d, and says %s", (name, low, high, said) => {
  const { bottom, pxPerUnit } = plot(svg);
  const { attributes, says } = shape(svg, name);
  const [y, height] = [Number(attributes["y"]), Number(attributes["height"])];
  expect((bottom - y) / pxPerUnit).toBeCloseTo(high, 0);
  expect(height / pxPerUnit).toBeCloseTo(high - low, 0);
  expect(says).toContain(`: ${said} accelerators`);
  expect(words(svg)).toContain(said);
});

test("says the same to those who cannot see it", () => {
  const description = /<desc>([^<]*)<\/desc>/.exec(svg)?.[1];
  for (const [name, , , said] of stages) expect(description).toContain(`${name.replace(":", "")}: ${said}`);
});
