import { expandHostlist, groupThousands, type PhysicalSiteSpec, type PowerNode, type PowerTopology } from "../../model";
import { type PlacedRack, racksOnPower } from "../../owned/power/placed-racks";
import { sitePower } from "../../owned/power/site-power";
import { createTransfer, type TransferEngine } from "../../owned/power/transfer";
import { isSound } from "../../owned/power/troubles";
import { type Layered, layered } from "./layered";
import { paintOf } from "./palette";
import { powerSymbol } from "./power-symbols";
import {
  type Drawing,
  type DrawnFile,
  drawnFile,
  element,
  fitted,
  group,
  ink,
  polyline,
  rect,
  type Svg,
  text,
  thing,
  tooltip,
} from "./svg";
import { routeWires } from "./wires";

const BOX = { width: 206, height: 62 };
const LAYER = 118;
const MARGIN = 28;
const TOP = 74;

/** A box of the diagram: a range of nodes, or loads of one kind that hang on the same nodes. */
interface Box {
  readonly id: string;
  readonly name: string;
  readonly kind: PowerNode["kind"] | "load";
  readonly count: number;
  readonly side: string | undefined;
  /** Ids of boxes above, and whether power comes from there only when the one before is lost. */
  readonly from: readonly { readonly id: string; readonly isAlternate: boolean }[];
  readonly lines: readonly string[];
  /** What feeds it, to the single node: boxes of ranges do not tell that. */
  readonly feeding: readonly string[];
}

/** The one-line diagram of a site when every phase is there; nothing without a power tree that can be followed. */
export function oneLineFiles(site: PhysicalSiteSpec, racks: readonly PlacedRack[] = []): DrawnFile[] {
  const { powerTopology: topology } = site;
  if (topology === undefined || !isSound(topology)) return [];
  const power = sitePower(site, undefined, racksOnPower(racks));
  if (power === undefined) return [];
  const engine = createTransfer(power.graph);
  const boxes = [...nodeBoxes(topology, engine), ...loadBoxes(topology, engine)];
  return [drawnFile("drawings/one-line.svg", draw(site, boxes))];
}

const entryOf = ({ nodes }: PowerTopology): ReadonlyMap<string, string> =>
  new Map(nodes.flatMap(({ id }) => Array.from(expandHostlist(id), (name) => [name, id] as const)));

/** The entries that some nodes belong to, each once, in order. */
const entries = (names: Iterable<string>, of: ReadonlyMap<string, string>): string[] => [
  ...new Set(Array.from(names).flatMap((name) => of.get(name) ?? [])),
];

function nodeBoxes(topology: PowerTopology, { graph, baseline }: TransferEngine): Box[] {
  const of = entryOf(topology);
  return topology.nodes.map((node) => {
    const members = [...expandHostlist(node.id)];
    const loads = members.flatMap((name) => baseline.outKW[graph.index(name) ?? -1] ?? []);
    const switched = node.transfer === "staticTransfer" || node.transfer === "catcher";
    const from = node.parents.flatMap((slot, index) =>
      entries(expandHostlist(slot), of).map((id) => ({ id, isAlternate: switched && index > 0 })),
    );
    return {
      id: node.id,
      name: node.id,
      kind: node.kind,
      count: members.length,
      side: node.side,
      from,
      lines: [ratingOf(node), loadOf(loads)],
      feeding: feedingOf(node.parents, switched),
    };
  });
}

/** `carries 810 kW`, or `carries 705 to 810 kW` where members differ. */
function loadOf(loads: readonly number[]): string {
  const [least, most] = [kW(Math.min(...loads)), kW(Math.max(...loads))];
  if (loads.length === 0) return "";
  const [number = "", unit] = least.split(" ");
  return least === most ? `carries ${most}` : `carries ${most.endsWith(` ${unit}`) ? number : least} to ${most}`;
}

/** `3,000 kVA, 415 V`. */
function ratingOf({ ratedKVA, ratedKW, breakerA, voltageV }: PowerNode): string {
  const rating =
    ratedKVA !== undefined
      ? [`${groupThousands(ratedKVA)} kVA`]
      : ratedKW !== undefined
        ? [`${groupThousands(ratedKW)} kW`]
        : breakerA !== undefined
          ? [`${groupThousands(breakerA)} A`]
          : [];
  const volts = voltageV === undefined ? [] : [voltageV >= 1000 ? `${voltageV / 1000} kV` : `${voltageV} V`];
  return [...rating, ...volts].join(", ");
}

const kW = (value: number): string =>
  value >= 10_000
    ? `${groupThousands(Number((value / 1000).toFixed(1)))} MW`
    : `${groupThousands(Number(value.toFixed(0)))} kW`;

/** Loads that are of one kind and hang on the same entries are one box. */
function loadBoxes(topology: PowerTopology, { graph }: TransferEngine): Box[] {
  const of = entryOf(topology);
  const boxes = new Map<
    string,
    { kind: string; hall: string | undefined; from: string[]; switched: boolean; count: number; sum: number }
  >();
  for (const { kind, hall, feeds, transfer, kW: power } of graph.loads) {
    const from = entries(feeds, of).sort();
    const switched = transfer !== "equalShare";
    const key = [kind, hall, switched, ...from].join(" ");
    const box = boxes.get(key) ?? { kind, hall, from, switched, count: 0, sum: 0 };
    boxes.set(key, { ...box, count: box.count + 1, sum: box.sum + power });
  }
  return [...boxes].map(([key, { kind, hall, from, switched, count, sum }]) => ({
    id: `load ${key}`,
    name: `${kind === "it" ? "IT" : kind}${hall === undefined ? "" : ` of ${hall}`}`,
    kind: "load" as const,
    count,
    side: undefined,
    from: from.map((id, index) => ({ id, isAlternate: switched && index > 0 })),
    lines: [`${kW(sum)} together`],
    feeding: feedingOf(from, switched),
  }));
}

function draw(site: PhysicalSiteSpec, boxes: readonly Box[]): Drawing {
  const layout = layered(boxes.map(({ id, from }) => ({ id, width: BOX.width, parents: from.map((each) => each.id) })));
  const sides = [...new Set(boxes.flatMap(({ side }) => side ?? []))].sort();
  const width = Math.max(560, layout.width + 2 * MARGIN);
  const height = TOP + layout.layers * LAYER;
  const name = site.displayName ?? site.name;
  const keys = keysOf(boxes);
  return {
    width,
    height,
    title: `One-line diagram of ${name}`,
    description:
      "Ranges of nodes are drawn once with their count; loads are those with nothing lost, in kW for each node.",
    pieces: [
      text(MARGIN, 30, `One-line diagram of ${name}`, { "font-size": 18, "font-weight": "600" }),
      legend(sides),
      ...wiring(layout, boxes),
      ...boxes.map((box) => boxOf(layout, box, sides, keys)),
    ],
  };
}

/** What a box is called in every diagram of its site: loads by their names, in order, whatever they hang on. */
function keysOf(boxes: readonly Box[]): ReadonlyMap<string, string> {
  const seen = new Map<string, number>();
  return new Map(
    boxes.map(({ id, name }) => {
      const number = (seen.get(name) ?? 0) + 1;
      seen.set(name, number);
      return [id, number === 1 ? name : `${name} (${number})`];
    }),
  );
}

/** `fed by substation-1, else substation-2`. */
const feedingOf = (feeds: readonly string[], isSwitched: boolean): string[] =>
  feeds.length === 0 ? [] : [`fed by ${feeds.join(isSwitched ? ", else " : ", ")}`];

function legend(sides: readonly string[]): Svg {
  const swatches = sides.map((side, index) =>
    group(
      { transform: `translate(${MARGIN + index * 74},42)` },
      rect(0, 0, 14, 14, { rx: 2, fill: paintOf(index).fill, stroke: paintOf(index).edge }),
      text(20, 11.5, `side ${side}`, { fill: ink.muted }),
    ),
  );
  const x = MARGIN + sides.length * 74;
  const dashed = polyline(
    [
      [x, 49],
      [x + 30, 49],
    ],
    { stroke: ink.text, "stroke-dasharray": "5 4" },
  );
  return group({}, ...swatches, dashed, text(x + 38, 53.5, "only when the one before is lost", { fill: ink.muted }));
}

const topOf = (layer: number): number => TOP + layer * LAYER;

/** Alternates leave and enter beside the middle, so that they are not taken for the normal way. */
function wiring(layout: Layered, boxes: readonly Box[]): Svg[] {
  const wires = boxes.flatMap((box) => box.from.map((from) => ({ ...from, to: box.id })));
  const routed = routeWires(
    layout,
    wires.map(({ id, isAlternate, to }) => ({
      from: id,
      to,
      net: `${id} ${isAlternate}`,
      shift: isAlternate ? 14 : 0,
    })),
    { left: MARGIN, top: TOP, boxHeight: BOX.height, layerHeight: LAYER },
  );
  return routed.map((points, index) => {
    const isAlternate = wires[index]?.isAlternate === true;
    return polyline(points, {
      stroke: isAlternate ? ink.muted : ink.text,
      "stroke-width": 1.3,
      ...(isAlternate ? { "stroke-dasharray": "5 4" } : {}),
    });
  });
}

function boxOf(
  { boxes }: Layered,
  { id, name, kind, count, side, lines, feeding }: Box,
  sides: readonly string[],
  keys: ReadonlyMap<string, string>,
): Svg {
  const place = boxes.get(id);
  if (place === undefined) return group({});
  const paint = side === undefined ? { fill: ink.panel, edge: ink.line } : paintOf(sides.indexOf(side));
  const room = BOX.width - 42;
  const words = [`${count === 1 ? "" : `×${groupThousands(count)}  `}${kind === "load" ? "" : kind}`, ...lines];
  const said = [...words, ...(side === undefined ? [] : [`side ${side}`]), ...feeding];
  return thing(
    {
      key: keys.get(id) ?? id,
      says: said.filter((each) => each !== "").join(", "),
      box: { x: 0, y: 0, width: BOX.width, height: BOX.height },
    },
    group(
      { transform: `translate(${(MARGIN + place.x - BOX.width / 2).toFixed(1)},${topOf(place.layer)})` },
      tooltip([name, ...words].join("\n")),
      rect(0, 0, BOX.width, BOX.height, { rx: 4, fill: paint.fill, stroke: paint.edge }),
      element("g", { transform: "translate(8,18)" }, powerSymbol(kind)),
      text(38, 15, fitted(name, room), { "font-weight": "600" }),
      ...words.map((each, index) =>
        text(38, 29 + index * 13, fitted(each, room, 11), { "font-size": 11, fill: ink.muted }),
      ),
    ),
  );
}
