import type { PhysicalSiteSpec } from "../../model";
import type { Allocation, SwitchPlacement } from "../../model/allocation";
import type { SwitchRole } from "../../model/fabric";
import { expandHostlist } from "../../model/hostlist";
import type { SwitchDemand } from "../fabric/switches";
import type { Placed, RackFit, Request } from "../layout/capacity";
import { addView, type Floor, occupy } from "../layout/floor";
import { layOut } from "../layout/lay-out";
import { hallAmounts, statedPositions } from "../layout/rooms";
import { type Shortfall, shortfallOf } from "../layout/shortfall";
import { taken, WATTS_PER_KW } from "../racks/whole-units";
import { adjoining } from "./adjoining";
import { inOrder } from "./in-order";
import { nextId } from "./lines";
import { numbered } from "./names";
import { readOrdinals, spanSize, writeOrdinals } from "./ordinals";
import type { PlanningContext } from "./planning-context";
import { hallsOf } from "./pool-requests";
import { followsHosts, hallParts } from "./switch-halls";
import { networkRows, type PlannedFabric, roleName, switchFit } from "./switch-requests";

/** Lines of switches, and those for which there is no place. */
export interface SwitchPlan {
  readonly switches: readonly SwitchPlacement[];
  readonly shortfalls: readonly Shortfall[];
}

/** The view of a hall in which switches stand. */
const viewOf = (hall: string): string => `${hall} network`;
const hallOf = (view: string): string => view.replace(/ network$/, "");

/** Switches of one role in one plane of a fabric. */
interface Wanted {
  readonly fabric: string;
  readonly role: SwitchRole;
  /** Undefined where the fabric has one. */
  readonly plane: number | undefined;
  readonly count: number;
  readonly demand: SwitchDemand;
}

/** Places the switches that an allocation lacks, before any machine is placed. The old lines come first, as they are. */
export function planSwitches(
  site: PhysicalSiteSpec,
  floor: Floor,
  fabrics: readonly PlannedFabric[],
  committed: Allocation,
  context: PlanningContext,
): SwitchPlan {
  const halls = site.halls.filter(({ rows }) => rows !== undefined);
  const stated = statedPositions(site);
  const whole = halls.reduce((views, hall) => {
    const { rows, counted } = networkRows(hall, stated.get(hall.name) ?? new Set());
    return addView(views, hall.name, viewOf(hall.name), rows, counted);
  }, floor);
  const lines = [...committed.switches];
  const all = fabrics.flatMap(({ switches }) => switches.flatMap(byPlane));
  // Those that must stand near hosts choose first.
  const wanted = [...all.filter(followsHosts), ...all.filter((each) => !followsHosts(each))];
  for (const each of wanted) seed(whole, linesFor(lines, each), requestOf(site, each, 0, context));
  const shortfalls: Shortfall[] = [];
  for (const each of wanted) {
    lines.push(...statedLines(site, each, lines));
    for (const { upTo, hall } of hallParts(site, each.fabric, each, context)) {
      const had = linesFor(lines, each).reduce((most, line) => Math.max(most, readOrdinals(line.switches).last), 0);
      const request = requestOf(site, each, Math.max(0, upTo - had), context, hall);
      if (request === undefined || request.machines === 0) continue;
      const placed = layOut(whole, request);
      lines.push(...newLines(site.name, each, placed, had, lines));
      const short = request.machines - placed.reduce((sum, { machines }) => sum + machines, 0);
      if (short > 0 && hall === undefined) shortfalls.push(inHalls(shortfallOf(whole, request, short)));
    }
  }
  return { switches: lines, shortfalls };
}

function byPlane(demand: SwitchDemand): Wanted[] {
  const { fabric, role, planes } = demand;
  const count = demand.count / planes;
  return Array.from({ length: planes }, (_, index) => ({
    fabric,
    role,
    plane: planes === 1 ? undefined : index + 1,
    count,
    demand,
  }));
}

const linesFor = (lines: readonly SwitchPlacement[], { fabric, role, plane }: Omit<Wanted, "count" | "demand">) =>
  lines.filter((line) => line.fabric === fabric && line.role === role && line.plane === plane);

/** Switches stand in the halls of their fabric's cluster; a hall in which nobody knows how large a rack is takes none. */
function requestOf(
  site: PhysicalSiteSpec,
  { fabric, role, plane, demand }: Wanted,
  machines: number,
  context: PlanningContext,
  only?: string,
): Request | undefined {
  const cluster = site.clusters.find(({ name }) => name === site.fabrics.find((each) => each.name === fabric)?.cluster);
  const names = new Set((cluster?.pools ?? []).flatMap((pool) => hallsOf(site, pool)));
  const fits = new Map<string, (position: string) => RackFit>();
  for (const hall of site.halls.filter(({ name }) => only === undefined || name === only)) {
    const fit = hall.rows !== undefined && names.has(hall.name) ? switchFit(demand, hall, context) : undefined;
    if (fit !== undefined) fits.set(viewOf(hall.name), fit);
  }
  if (fits.size === 0) return undefined;
  const watts = taken(demand.powerKW, WATTS_PER_KW);
  return {
    key: `${fabric} ${role}${plane === undefined ? "" : ` ${plane}`}`,
    machines,
    halls: [...fits.keys()],
    fitAt: (view, position) => fits.get(view)?.(position) ?? NONE,
    takes: hallAmounts({ watts, liquidWatts: 0 }),
  };
}

const NONE: RackFit = { limits: [], takes: {}, machines: 0 };

/** What stands there already. */
function seed(floor: Floor, lines: readonly SwitchPlacement[], request: Request | undefined): void {
  if (request === undefined) return;
  for (const line of lines) {
    let left = spanSize(readOrdinals(line.switches));
    for (const position of expandHostlist(line.positions)) {
      const here = Math.min(left, line.switchesPerRack);
      const fit = { rackType: line.rackType, takes: request.fitAt(viewOf(line.hall), position).takes };
      occupy(floor, viewOf(line.hall), position, here, { key: request.key, fit, takes: request.takes });
      left -= here;
    }
  }
}

function newLines(
  site: string,
  { fabric, role, plane }: Wanted,
  placed: readonly Placed[],
  had: number,
  before: readonly SwitchPlacement[],
): SwitchPlacement[] {
  const lines: SwitchPlacement[] = [];
  let first = had + 1;
  for (const racks of adjoining(placed)) {
    const [head] = racks;
    if (head === undefined) continue;
    const span = { first, last: first + racks.reduce((sum, { machines }) => sum + machines, 0) - 1 };
    lines.push({
      id: nextId("s", [...before, ...lines]),
      fabric,
      role,
      ...(plane === undefined ? {} : { plane }),
      switches: writeOrdinals(span),
      hall: hallOf(head.hall),
      positions: inOrder(racks.map(({ position }) => position)),
      ...(head.rackType === undefined ? {} : { rackType: head.rackType }),
      switchesPerRack: head.machinesPerRack,
      ...(head.below === 0 ? {} : { fromSlot: head.below + 1 }),
      ...(head.fromUnit === undefined ? {} : { fromUnit: head.fromUnit }),
      names: numbered(stemOf(site, { fabric, role, plane }), span),
    });
    first = span.last + 1;
  }
  return lines;
}

/** Switches in racks that the fabric names itself; those of a role follow each other from the first number on. */
function statedLines(site: PhysicalSiteSpec, wanted: Wanted, before: readonly SwitchPlacement[]): SwitchPlacement[] {
  const { fabric, role, plane, count } = wanted;
  const racks = site.fabrics.find(({ name }) => name === fabric)?.switchRacks ?? [];
  const lines: SwitchPlacement[] = [];
  for (const { name, hall, switches } of racks.filter((rack) => rack.role === role)) {
    for (const text of (switches ?? `1-${count}`).split(",")) {
      const { first, last } = readOrdinals(text);
      const had = linesFor([...before, ...lines], wanted).reduce(
        (most, line) => Math.max(most, readOrdinals(line.switches).last),
        0,
      );
      const span = { first: Math.max(first, had + 1), last: Math.min(last, count) };
      if (span.first !== had + 1 || span.last < span.first) continue;
      lines.push({
        id: nextId("s", [...before, ...lines]),
        fabric,
        role,
        ...(plane === undefined ? {} : { plane }),
        switches: writeOrdinals(span),
        hall: hall ?? site.halls[0]?.name ?? name,
        positions: name,
        switchesPerRack: spanSize(span),
        names: numbered(stemOf(site.name, wanted), span),
      });
    }
  }
  return lines;
}

const stemOf = (site: string, { fabric, role, plane }: Pick<Wanted, "fabric" | "role" | "plane">): string =>
  `${[site, fabric, ...(plane === undefined ? [] : [`p${plane}`]), roleName(role)].join("-")}-`;

const inHalls = (shortfall: Shortfall): Shortfall => ({
  ...shortfall,
  binds: shortfall.binds.map((bind) => ({ ...bind, hall: hallOf(bind.hall) })),
});
