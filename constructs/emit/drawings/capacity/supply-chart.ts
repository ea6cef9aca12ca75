import { type CapacityReport, countedIn, instantOf, stepAt } from "../../../ledger/capacity";
import { fitted, ink, type Svg, svgFile, text } from "../svg";
import { demandPanel, panelHeight, panelLegend } from "./demand-panel";
import { amountText, drawingOf, heading, type Part, SIDE, WIDTH, windowWords } from "./layout";
import { legendRow } from "./legend";
import { type MetDemand, type MetScenario, metIn } from "./met";
import { supplyPanel } from "./supply-panel";

/** Panels of demand that are drawn, and how many at most side by side. */
const PANELS = 12;
const COLUMNS = 4;

/** Room for the heading, in px. */
const TOP = 96;

/**
 * Supply against demand over time as an SVG file: what is installed, part upon part, with what each scenario wants; then for each demand
 * in each scenario what can serve it, what is wanted and what is missing.
 */
export function supplyChart(report: CapacityReport): string {
  const part = supplyPart(report);
  return svgFile(drawingOf(part.title, [part]));
}

/** The same as a part of a larger drawing. */
export function supplyPart(report: CapacityReport): Part {
  const scenarios = metIn(report);
  const title = `Supply against demand, ${windowWords(report)}`;
  const panel = supplyPanel(report, scenarios, TOP);
  const demands = demandPanels(report, scenarios, TOP + panel.height + 16);
  return {
    title,
    description: described(report),
    height: TOP + panel.height + 16 + demands.height,
    pieces: [
      ...heading(title, `installed accelerators by ${report.by}, and what all demands of a scenario want together`),
      text(SIDE, 72, fitted(kinds(scenarios), WIDTH - 2 * SIDE, 13), { fill: ink.muted, "font-size": 13 }),
      ...panel.pieces,
      ...demands.pieces,
    ],
  };
}

/** In which accelerators what is wanted is counted: of several kinds the sum says little. */
function kinds(scenarios: readonly MetScenario[]): string {
  const found = new Set(scenarios.flatMap(({ demands }) => demands.map(({ demand }) => countedIn(demand.demand))));
  if (found.size === 0) return "the fleet states no demand";
  const counted = `wanted is counted in ${[...found].join(", ")}`;
  return found.size === 1 ? counted : `${counted}: a chip is not a chip, and so each demand is drawn below`;
}

function demandPanels(
  report: CapacityReport,
  scenarios: readonly MetScenario[],
  top: number,
): { readonly height: number; readonly pieces: readonly Svg[] } {
  const all = inRows(scenarios);
  if (all.length === 0) return { height: 0, pieces: [] };
  const shown = all.slice(0, PANELS);
  const perRow = Math.min(COLUMNS, Math.max(2, scenarios.length === 1 ? 3 : scenarios.length));
  const width = (WIDTH - 2 * SIDE) / perRow;
  const panels: Svg[] = [];
  let y = top + 34;
  for (let index = 0; index < shown.length; index += perRow) {
    const row = shown.slice(index, index + perRow);
    panels.push(...row.map((met, at) => demandPanel(report, met, SIDE + at * width, y, width - 12)));
    y += Math.max(...row.map(panelHeight)) + 12;
  }
  const more = all.length - shown.length;
  return {
    height: y - top + (more > 0 ? 24 : 0),
    pieces: [
      ...legendRow(SIDE, top, panelLegend(report)),
      ...panels,
      ...(more > 0 ? [text(SIDE, y + 10, `and ${more} more that are not drawn`, { fill: ink.muted })] : []),
    ],
  };
}

/** Demands one after the other, each in all its scenarios, so that these stand side by side; where not all are drawn, first those that are short. */
function inRows(scenarios: readonly MetScenario[]): MetDemand[] {
  const all = scenarios.flatMap(({ demands }) => demands);
  const names = [...new Set(all.map(({ demand }) => demand.demand.name))];
  const rows = names.flatMap((name) => all.filter(({ demand }) => demand.demand.name === name));
  if (rows.length <= PANELS) return rows;
  const isShort = ({ shortfalls }: MetDemand): boolean => shortfalls.length > 0;
  return [...rows.filter(isShort), ...rows.filter((each) => !isShort(each))];
}

function described({ installed, scenarios, until }: CapacityReport): string {
  const last = stepAt(installed, instantOf(until) - 1).value;
  const all = scenarios.flatMap(({ demands }) => demands.flatMap(({ shortfalls }) => shortfalls));
  const found = all
    .slice(0, PANELS)
    .map(
      ({ demand, scenario, worst }) =>
        `${demand} in ${scenario} is short of ${amountText(worst.missing)} on ${worst.day}`,
    );
  const short = all.length === 0 ? "no demand is short" : `${all.length} shortfalls: ${found.join("; ")}`;
  return `Installed in the end: ${amountText(last)} accelerators; ${short}.`;
}
