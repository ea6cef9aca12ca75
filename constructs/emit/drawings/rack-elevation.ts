import type { PhysicalSiteSpec, RackFeeds } from "../../model";
import { feedsOf } from "../../model";
import { lastU, type Slot } from "../../owned/racks/elevation";
import type { StandingRack } from "../../owned/racks/standing";
import { contentsOf, ownerOf, type RackKind, rackKinds, said } from "../rack-kinds";
import { type Paint, paintOf } from "./palette";
import {
  type Drawing,
  type DrawnFile,
  drawnFile,
  fitted,
  group,
  ink,
  line,
  rect,
  type Svg,
  text,
  thing,
  tooltip,
} from "./svg";

/** Height of a rack unit, width of the rails between which devices stand, and the space around them, in px. */
const UNIT = 15;
const INSIDE = 300;
const LEFT = 64;
const TOP = 76;
const CAPTIONS = 330;

/** One drawing for each kind of filled rack of a site: its front, unit by unit, with what it draws and weighs. */
export function rackElevations(
  site: Pick<PhysicalSiteSpec, "name" | "halls">,
  racks: readonly StandingRack[],
): DrawnFile[] {
  const kinds = rackKinds(site, racks).filter(({ sample }) => sample.items.length > 0);
  const owners = [...new Set(kinds.flatMap(({ sample }) => sample.items.map(ownerOf)))];
  const paintFor = (owner: string): Paint => paintOf(Math.max(0, owners.indexOf(owner)));
  return kinds.map((kind) => drawnFile(`drawings/rack-${kind.id}.svg`, drawing(site.name, kind, paintFor)));
}

function drawing(site: string, kind: RackKind, paintFor: (owner: string) => Paint): Drawing {
  const units = kind.sample.rackType?.units ?? highest(kind.elevation.slots);
  const height = Math.max(TOP + units * UNIT + 34, TOP + 30 + captionsOf(kind).length * 22);
  const width = LEFT + INSIDE + 60 + CAPTIONS;
  const count = kind.racks.length;
  const title = `${site}, hall ${kind.hall}: rack ${kind.sample.position}${count === 1 ? "" : ` and ${count - 1} like it`}`;
  const pieces = [
    text(24, 32, title, { "font-size": 18, "font-weight": 600 }),
    text(24, 54, `${contentsOf(kind)}`, { fill: ink.muted, "font-size": 13 }),
    frame(units),
    scale(units),
    ...contents(kind, units, paintFor),
    captions(kind),
  ];
  return { width, height, title, description: `${contentsOf(kind)} in each of ${kind.positions}`, pieces };
}

const highest = (slots: readonly Slot[]): number => Math.max(42, ...slots.map((slot) => Math.ceil(lastU(slot))));

/** The y of the upper edge of something that ends a number of units above the foot. */
const topOf = (units: number, endU: number): number => TOP + (units - endU) * UNIT;

function frame(units: number): Svg {
  return group(
    {},
    rect(LEFT - 14, TOP - 10, INSIDE + 28, units * UNIT + 20, { fill: "#e4e7eb", stroke: ink.muted, rx: 4 }),
    rect(LEFT, TOP, INSIDE, units * UNIT, { fill: ink.ground, stroke: ink.line }),
  );
}

/** Every unit has a mark, and each fifth, the first and the last their number. */
function scale(units: number): Svg {
  const marks = Array.from({ length: units }, (_, index) => {
    const y = topOf(units, index);
    return line(LEFT, y, LEFT + INSIDE, y, { stroke: "#eef1f4" });
  });
  const numbers = Array.from({ length: units }, (_, index) => index + 1)
    .filter((unit) => unit === 1 || unit === units || (unit % 5 === 0 && unit < units - 1))
    .map((unit) =>
      text(LEFT - 20, topOf(units, unit) + UNIT - 4, `U${unit}`, {
        "text-anchor": "end",
        "font-size": 11,
        fill: ink.muted,
      }),
    );
  return group({}, ...marks, ...numbers);
}

function contents(kind: RackKind, units: number, paintFor: (owner: string) => Paint): Svg[] {
  const { slots, whole } = kind.elevation;
  if (whole !== undefined) {
    const { fill, edge } = paintFor(ownerOf(whole));
    const middle = TOP + (units * UNIT) / 2;
    const box = { x: LEFT, y: TOP, width: INSIDE, height: units * UNIT };
    return [
      thing(
        { key: "the rack", says: `${whole.item.type} of ${ownerOf(whole)}`, box },
        rect(box.x, box.y, box.width, box.height, { fill, stroke: edge }),
      ),
      text(LEFT + INSIDE / 2, middle - 6, whole.item.type, {
        "text-anchor": "middle",
        "font-weight": 600,
        "font-size": 15,
      }),
      text(LEFT + INSIDE / 2, middle + 14, "the machine is the rack", { "text-anchor": "middle", fill: ink.muted }),
    ];
  }
  const kept = kind.sample.rackType?.reservedUnits ?? 0;
  return [
    ...(kept === 0 ? [] : [keptAbove(units, kept)]),
    ...slots.map((slot) => device(slot, units, paintFor(ownerOf(slot.of)))),
  ];
}

function keptAbove(units: number, kept: number): Svg {
  const height = kept * UNIT;
  return group(
    {},
    rect(LEFT, TOP, INSIDE, height, { fill: ink.panel, stroke: ink.line, "stroke-dasharray": "4 3" }),
    kept < 1
      ? undefined
      : text(LEFT + INSIDE / 2, TOP + height / 2 + 4, `${kept} of ${units} U kept`, {
          "text-anchor": "middle",
          "font-size": 11,
          fill: ink.muted,
        }),
  );
}

function device(slot: Slot, units: number, { fill, edge }: Paint): Svg {
  const height = slot.units * UNIT;
  const y = topOf(units, slot.fromU - 1 + slot.units);
  const last = lastU(slot);
  const place = last <= slot.fromU ? `U${slot.fromU}` : `U${slot.fromU}–${last}`;
  const size = Math.min(12, height - 3);
  const label = fitted(
    `${slot.of.item.type}${slot.of.pool === undefined ? "" : ` · ${ownerOf(slot.of)}`}`,
    INSIDE - 74,
    size,
  );
  const says = `${slot.of.item.type} of ${ownerOf(slot.of)}, ${place}`;
  return thing(
    { key: `U${slot.fromU}`, says, box: { x: LEFT, y, width: INSIDE, height } },
    group(
      {},
      rect(LEFT + 1, y + 0.5, INSIDE - 2, height - 1, { fill, stroke: edge, rx: 2 }),
      tooltip(`${slot.of.item.type}, ${place}`),
      text(LEFT + 10, y + height / 2 + size / 3, label, { "font-size": size }),
      text(LEFT + INSIDE - 10, y + height / 2 + size / 3, place, {
        "text-anchor": "end",
        "font-size": size,
        fill: ink.muted,
      }),
    ),
  );
}

function captionsOf(kind: RackKind): (readonly [string, string])[] {
  const { sample, racks, positions, powerKW, liquidKW, weightKg, floorKgPerM2 } = kind;
  const type = sample.rackType;
  const rated = type?.ratedKW === undefined ? "" : ` of ${said(type.ratedKW, "kW")}`;
  const bears = type?.maxWeightKg === undefined ? "" : ` of ${said(type.maxWeightKg, "kg")}`;
  return [
    ["racks", `${racks.length}`],
    ["positions", positions],
    ...(sample.rackTypeName === undefined ? [] : [["rack type", sample.rackTypeName] as const]),
    ["power", `${said(powerKW, "kW")}${rated}`],
    ...(liquidKW === 0 ? [] : [["of it to liquid", said(liquidKW, "kW")] as const]),
    ...(weightKg === undefined ? [] : [["weight", `${said(weightKg, "kg")}${bears}`] as const]),
    ...(floorKgPerM2 === undefined ? [] : [["on the floor", said(floorKgPerM2, "kg/m²", 1)] as const]),
    ...(type?.feeds === undefined ? [] : feedCaptions(type.feeds)),
    ...kind.elevation.beside.map(({ count, item }) => ["beside", `${count} ${item.type}`] as const),
  ];
}

/** `A, B, C` and what each is: 415 V, 60 A, three phases. */
function feedCaptions(feeds: RackFeeds): (readonly [string, string])[] {
  const names = feedsOf(feeds).map(({ id }) => id.toUpperCase());
  const phases = feeds.phases === 3 ? "three phases" : "one phase";
  return [
    ["feeds", names.join(", ")],
    ["each", `${feeds.voltageV} V, ${feeds.currentA} A, ${phases}`],
  ];
}

function captions(kind: RackKind): Svg {
  const x = LEFT + INSIDE + 44;
  return group(
    {},
    ...captionsOf(kind).flatMap(([name, value], index) => {
      const y = TOP + 8 + index * 22;
      return [
        text(x, y, name, { fill: ink.muted }),
        thing(
          { key: name, says: value, box: { x: x + 94, y: y - 14, width: CAPTIONS - 94, height: 19 } },
          group({}, text(x + 100, y, fitted(value, CAPTIONS - 100)), tooltip(value)),
        ),
      ];
    }),
  );
}
