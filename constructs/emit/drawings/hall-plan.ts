import { FloorPlan, type Hall, type PhysicalSiteSpec } from "../../model";
import { aisleAfter, type Position, positionsOf, reservedIn } from "../../owned/racks/positions";
import { totalLoad } from "../../owned/racks/rack-load";
import type { StandingRack } from "../../owned/racks/standing";
import { WATTS_PER_KW } from "../../owned/racks/whole-units";
import { ownerOf, said } from "../rack-kinds";
import { type Paint, paintOf } from "./palette";
import {
  type Drawing,
  type DrawnFile,
  drawnFile,
  element,
  fitted,
  group,
  ink,
  rect,
  type Svg,
  text,
  textWidth,
  thing,
  tooltip,
} from "./svg";

const MARGIN = 24;
const TOP = 96;
/** Room for the names of rows left of them. */
const NAMES = 64;
/** Widest plan, and the largest scale, in px and px a metre. */
const WIDEST = 1500;
const LARGEST = 46;

/** A plan of each hall that says where racks stand: who stands where, what is kept and what is free. */
export function hallPlans(site: PhysicalSiteSpec, racks: readonly StandingRack[]): DrawnFile[] {
  const owners = [...new Set(racks.flatMap(({ items }) => items.map(ownerOf)))];
  const paintFor = (owner: string): Paint => paintOf(Math.max(0, owners.indexOf(owner)));
  return site.halls
    .filter(({ rows }) => rows !== undefined)
    .map((hall) =>
      drawnFile(
        `drawings/hall-${hall.name}.svg`,
        plan(
          site.name,
          hall,
          racks.filter((rack) => rack.hall === hall.name),
          paintFor,
        ),
      ),
    );
}

/** What a position is in the plan. */
interface Mark {
  /** In the legend. */
  readonly label: string;
  readonly fill: string;
  readonly edge: string;
  readonly dashed?: boolean;
}

const FREE: Mark = { label: "free", fill: ink.ground, edge: ink.line, dashed: true };

function plan(site: string, hall: Hall, racks: readonly StandingRack[], paintFor: (owner: string) => Paint): Drawing {
  const floor = FloorPlan.parse(hall.floor ?? {});
  const positions = positionsOf(hall);
  const byPosition = new Map(racks.map((rack) => [rack.position, rack]));
  const widthM = Math.max(4, ...positions.map(({ xM }) => xM + floor.rackPitchM / 2)) + floor.marginM;
  const depthM = Math.max(3, ...positions.map(({ yM }) => yM + floor.rackDepthM / 2)) + floor.marginM;
  const scale = Math.min(LARGEST, (WIDEST - NAMES - 2 * MARGIN) / widthM);
  const kept = reservedIn(hall);
  const marks = new Map(
    positions.map(({ name }) => [name, markOf(byPosition.get(name), kept.get(name)?.use, paintFor)]),
  );
  const shown = legendOf([...marks.values()]);
  const words = `Hall ${hall.name} of ${site}`;
  const width = Math.max(NAMES + widthM * scale, textWidth(figuresOf(hall, racks, positions.length), 13)) + 2 * MARGIN;
  const lines = legendLines(shown, width - 2 * MARGIN);
  const height = TOP + depthM * scale + 34 + lines.length * 24 + MARGIN;
  const at = (xM: number, yM: number): readonly [number, number] => [MARGIN + NAMES + xM * scale, TOP + yM * scale];
  const [left, upper] = at(0, 0);
  const description = figuresOf(hall, racks, positions.length);
  const pieces = [
    text(MARGIN, 38, words, { "font-size": 20, "font-weight": 600 }),
    text(MARGIN, 62, description, { "font-size": 13, fill: ink.muted }),
    rect(left, upper, widthM * scale, depthM * scale, { fill: ink.panel, stroke: ink.muted, "stroke-width": 1.5 }),
    ...aisles(positions, floor, at, scale),
    ...positions.map((position) =>
      place(position, floor, marks.get(position.name) ?? FREE, byPosition.get(position.name), at, scale),
    ),
    ...rowNames(positions, at),
    scaleBar(left, TOP + depthM * scale + 20, scale),
    legend(lines, TOP + depthM * scale + 50),
  ];
  return { width, height, title: words, description, pieces };
}

/** `294 of 384 kW ...`: what is used of what the hall has, in one line. */
function figuresOf(hall: Hall, racks: readonly StandingRack[], positions: number): string {
  const { watts, airWatts, liquidWatts } = totalLoad(racks);
  const of = (name: string, used: number, mw: number | undefined) =>
    mw === undefined
      ? `${name} ${said(used / WATTS_PER_KW, "kW")}`
      : `${name} ${said(used / WATTS_PER_KW, "").trim()} of ${said(mw * 1000, "kW")}`;
  return [
    `${racks.length} of ${positions} positions taken`,
    of("power", watts, hall.criticalItMW),
    of("air", airWatts, hall.airCoolingMW),
    ...(liquidWatts === 0 && hall.liquidCoolingMW === undefined
      ? []
      : [of("liquid", liquidWatts, hall.liquidCoolingMW)]),
  ].join(" · ");
}

function markOf(rack: StandingRack | undefined, use: string | undefined, paintFor: (owner: string) => Paint): Mark {
  const machines = rack?.items.find(({ pool }) => pool !== undefined) ?? rack?.items[0];
  if (machines !== undefined) {
    const owner = machines.pool === undefined ? "devices" : ownerOf(machines);
    return { label: owner, ...paintFor(ownerOf(machines)) };
  }
  if (use !== undefined) return { label: `kept: ${use}`, fill: "#d9dee3", edge: ink.muted };
  return FREE;
}

type At = (xM: number, yM: number) => readonly [number, number];

function place(
  { name, number, xM, yM }: Position,
  floor: FloorPlan,
  { fill, edge, dashed, label }: Mark,
  rack: StandingRack | undefined,
  at: At,
  scale: number,
): Svg {
  const [x, y] = at(xM - floor.rackPitchM / 2, yM - floor.rackDepthM / 2);
  const [width, height] = [floor.rackPitchM * scale, floor.rackDepthM * scale];
  const count = rack?.items.reduce((sum, each) => sum + (each.pool === undefined ? 0 : each.count), 0) ?? 0;
  const size = Math.min(11, width * 0.42);
  const middle = { "text-anchor": "middle", "font-size": size };
  const says = `${label}${count === 0 ? "" : `, ${count} ${count === 1 ? "machine" : "machines"}`}`;
  return thing(
    { key: name, says: saidOf(rack, says), box: { x, y, width, height }, isEmpty: label === FREE.label },
    group(
      {},
      rect(x + 0.75, y + 0.75, width - 1.5, height - 1.5, {
        fill,
        stroke: edge,
        rx: 1.5,
        "stroke-dasharray": dashed === true ? "3 2" : undefined,
      }),
      tooltip(`${name}: ${says}`),
      size < 5
        ? undefined
        : text(x + width / 2, y + height / 2 - 1, String(number).padStart(2, "0"), { ...middle, fill: ink.muted }),
      size < 5 || count === 0
        ? undefined
        : text(x + width / 2, y + height / 2 + size + 1, `×${count}`, { ...middle, "font-weight": 600 }),
    ),
  );
}

/** What stands at a position, with the types of all of it. */
const saidOf = (rack: StandingRack | undefined, says: string): string =>
  rack === undefined || rack.items.length === 0
    ? says
    : `${says}: ${rack.items.map(({ item, count }) => `${count} ${item.type}`).join(", ")}`;

/** The name of each row left of it. */
function rowNames(positions: readonly Position[], at: At): Svg[] {
  const first = new Map<string, Position>();
  for (const position of positions) if (!first.has(position.row)) first.set(position.row, position);
  return [...first.values()].map(({ row, yM }) => {
    const [x, y] = at(0, yM);
    return text(x - 10, y + 4, fitted(row, NAMES - 6), { "text-anchor": "end", "font-weight": 600 });
  });
}

/** Hot aisles between backs, cold ones before fronts, where rows follow each other as the floor says. */
function aisles(positions: readonly Position[], floor: FloorPlan, at: At, scale: number): Svg[] {
  const rows = [...new Map(positions.map((position) => [position.row, position])).keys()].map((row) =>
    positions.filter((position) => position.row === row),
  );
  return rows.slice(0, -1).flatMap((row, index) => {
    const next = rows[index + 1] ?? [];
    const [here, there] = [row[0], next[0]];
    const last = row.at(-1);
    if (here === undefined || there === undefined || last === undefined) return [];
    const clear = there.yM - here.yM - floor.rackDepthM;
    if (Math.abs(clear - aisleAfter(index, floor)) > 0.001 || there.xM !== here.xM) return [];
    const isHot = index % 2 === 0;
    const [x, y] = at(here.xM - floor.rackPitchM / 2, here.yM + floor.rackDepthM / 2);
    const width = (last.xM - here.xM + floor.rackPitchM) * scale;
    const size = Math.min(11, clear * scale * 0.4);
    return [
      rect(x, y, width, clear * scale, { fill: isHot ? "#fbeae5" : "#e6f1fa" }),
      size < 5
        ? element("g")
        : text(x + width / 2, y + (clear * scale) / 2 + size / 3, isHot ? "hot aisle" : "cold aisle", {
            "text-anchor": "middle",
            "font-size": size,
            fill: ink.muted,
          }),
    ];
  });
}

function scaleBar(x: number, y: number, scale: number): Svg {
  const metres = scale * 5 > 40 ? 5 : scale * 10 > 40 ? 10 : 50;
  return group(
    {},
    rect(x, y - 3, metres * scale, 3, { fill: ink.text }),
    text(x + metres * scale + 8, y + 2, `${metres} m`, { "font-size": 11, fill: ink.muted }),
  );
}

interface LegendEntry extends Mark {
  readonly racks: number;
}

/** Each mark once, with how many positions have it; what is free comes last. */
function legendOf(marks: readonly Mark[]): LegendEntry[] {
  const found = new Map<string, { mark: Mark; racks: number }>();
  for (const mark of marks) {
    const entry = found.get(mark.label) ?? { mark, racks: 0 };
    entry.racks += 1;
    found.set(mark.label, entry);
  }
  const entries = [...found.values()].map(({ mark, racks }) => ({ ...mark, racks }));
  return [
    ...entries.filter(({ label }) => label !== FREE.label),
    ...entries.filter(({ label }) => label === FREE.label),
  ];
}

const entryWords = ({ label, racks }: LegendEntry): string => `${label}: ${racks}`;
const entryWidth = (entry: LegendEntry): number => 22 + textWidth(entryWords(entry)) + 20;

/** The legend broken into lines of a width. */
function legendLines(entries: readonly LegendEntry[], width: number): LegendEntry[][] {
  const lines: LegendEntry[][] = [[]];
  let used = 0;
  for (const entry of entries) {
    const own = entryWidth(entry);
    if (used > 0 && used + own > width) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(entry);
    used += own;
  }
  return lines;
}

function legend(lines: readonly (readonly LegendEntry[])[], top: number): Svg {
  return group(
    {},
    ...lines.flatMap((entries, row) => {
      let x = MARGIN;
      return entries.map((entry) => {
        const y = top + row * 24;
        const drawn = group(
          {},
          rect(x, y - 11, 14, 14, {
            fill: entry.fill,
            stroke: entry.edge,
            "stroke-dasharray": entry.dashed === true ? "3 2" : undefined,
          }),
          text(x + 22, y, entryWords(entry)),
        );
        x += entryWidth(entry);
        return drawn;
      });
    }),
  );
}
