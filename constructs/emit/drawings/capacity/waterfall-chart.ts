import { type CapacityReport, commitments, type Waterfall } from "../../../ledger/capacity";
import { formatCount } from "../../../model";
import { amountAxis } from "../axes";
import { type Fill, filledRect, fillOf } from "../fills";
import { type Box, group, ink, line, type Svg, svgFile, text } from "../svg";
import { drawingOf, heading, type Part, SIDE, WIDTH } from "./layout";
import { amountMarks } from "./plot";

const TOP = 118;
const PLOT = 300;
const LEFT = 80;

/** One step: a total from the ground up, or what is taken from the one before. */
interface Stage {
  readonly words: readonly string[];
  readonly value: number;
  readonly isTotal: boolean;
  readonly fill: Fill;
}

/** From contracted accelerators to those one can count on, on the first day of a report, as an SVG file. */
export function waterfallChart(report: CapacityReport): string {
  const part = waterfallPart(report);
  return svgFile(drawingOf(part.title, [part]));
}

/** The same as a part of a larger drawing. */
export function waterfallPart({ waterfall, asOf }: CapacityReport): Part {
  const title = `From contracted to usable, on ${asOf}`;
  const stages = stagesOf(waterfall);
  const y = amountAxis(waterfall.contracted, TOP + PLOT, TOP);
  const box: Box = { x: SIDE + LEFT, y: TOP, width: WIDTH - 2 * SIDE - LEFT, height: PLOT };
  return {
    title,
    description: `${stages.map(({ words, value, isTotal }) => `${words.join(" ")}: ${signed(value, isTotal)}`).join(", ")}.`,
    height: TOP + PLOT + 60,
    pieces: [
      ...heading(title, "accelerators, each once; what a workload can use of them is drawn demand by demand"),
      amountMarks(box, y, "accelerators"),
      ...drawn(stages, box, y.over),
    ],
  };
}

const TOTAL: Fill = fillOf(0);
const NOT_THERE: Fill = fillOf(7);
const OUT_OF_SERVICE: Fill = fillOf(5);

function stagesOf(waterfall: Waterfall): Stage[] {
  const total = (words: string[], value: number): Stage => ({ words, value, isTotal: true, fill: TOTAL });
  const less = (words: string[], value: number, fill: Fill): Stage => ({ words, value, isTotal: false, fill });
  const { unsure } = waterfall;
  return [
    total(["contracted"], waterfall.contracted),
    less(["without", "a day"], waterfall.undated, NOT_THERE),
    less(["there later"], waterfall.later, NOT_THERE),
    total(["installed"], waterfall.installed),
    less(["spares"], waterfall.spares, OUT_OF_SERVICE),
    less(["failed"], waterfall.failed, OUT_OF_SERVICE),
    less(["maintenance"], waterfall.maintenance, OUT_OF_SERVICE),
    total(["schedulable"], waterfall.schedulable),
    ...commitments.flatMap((commitment, index) =>
      commitment === "firm" ? [] : [less([commitment], unsure[commitment], fillOf(index))],
    ),
    total(["schedulable", "and firm"], waterfall.firm),
  ];
}

const signed = (value: number, isTotal: boolean): string =>
  isTotal || value === 0 ? formatCount(value) : `−${formatCount(value)}`;

function drawn(stages: readonly Stage[], { x, width }: Box, over: (value: number) => number): Svg[] {
  const room = width / stages.length;
  const bar = room * 0.72;
  const longest = Math.max(...stages.map(({ value, isTotal }) => signed(value, isTotal).length));
  const fontSize = Math.min(11.5, room / (longest * 0.6));
  let level = 0;
  return stages.map(({ words, value, isTotal, fill }, index) => {
    const high = isTotal ? value : level;
    const low = isTotal ? 0 : Math.max(0, level - value);
    level = isTotal ? value : low;
    const left = x + index * room + (room - bar) / 2;
    const said = signed(value, isTotal);
    return group(
      {},
      filledRect(
        { x: left, y: over(high), width: bar, height: over(low) - over(high) },
        fill,
        `${words.join(" ")}: ${said} accelerators`,
      ),
      index === stages.length - 1
        ? undefined
        : line(left + bar, over(level), left + room, over(level), { stroke: ink.muted, "stroke-dasharray": "3 2" }),
      text(left + bar / 2, over(high) - 6, said, {
        "text-anchor": "middle",
        "font-size": fontSize,
        "font-weight": isTotal ? 600 : 400,
      }),
      ...words.map((each, row) =>
        text(left + bar / 2, TOP + PLOT + 18 + row * 14, each, {
          "text-anchor": "middle",
          "font-size": 11.5,
          "font-weight": isTotal ? 600 : 400,
        }),
      ),
    );
  });
}
