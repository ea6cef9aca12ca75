import { fitting, type HallLimit, type Limit, type RackFit, type Request, tightest } from "./capacity";
import { type Floor, isEmptyAt, usedOf } from "./floor";

/** What keeps a hall from taking one more machine. */
export interface Bind {
  readonly hall: string;
  /** The limit: `air cooling`, `positions`, `weight of a rack`. */
  readonly label: string;
  /** What it would come to with all machines that found no place, in `unit`. */
  readonly needed: number;
  readonly most: number;
  readonly unit: string;
}

/** Machines for which there is no place. */
export interface Shortfall {
  readonly key: string;
  readonly machines: number;
  /** Racks that are lacking, beside those that stand half full; 0 where no rack takes one of them. */
  readonly racks: number;
  /** Racks in which machines of the pool stand. */
  readonly racksPlaced: number;
  /** Why, for each hall they may stand in. */
  readonly binds: readonly Bind[];
}

/** Why so many machines of a request found no place; asked once everything is placed. */
export function shortfallOf(floor: Floor, request: Request, machines: number): Shortfall {
  const own = request.halls.flatMap((hall) => ownRacks(floor, request, hall));
  const free = own.reduce((sum, each) => sum + each, 0);
  const perRack = Math.max(0, ...request.halls.map((hall) => bestFit(floor, request, hall)?.machines ?? 0));
  const racks = perRack === 0 ? 0 : Math.max(0, Math.ceil((machines - free) / perRack));
  const binds = request.halls.map((hall) => bindOf(floor, request, hall, machines));
  return { key: request.key, machines, racks, racksPlaced: own.length, binds };
}

/** Free places of each rack in which machines of the pool stand; none where others decide what stands there. */
function ownRacks(floor: Floor, request: Request, hall: string): number[] {
  const state = floor.rooms.get(hall);
  const fillable = new Set(state?.positions ?? []);
  return [...(state?.racks ?? [])].flatMap(([position, rack]) => {
    if (!rack.keys.has(request.key)) return [];
    const most = fillable.has(position) ? request.fitAt(hall, position).machines : 0;
    return [Math.max(0, most - rack.machines)];
  });
}

function bindOf(floor: Floor, request: Request, hall: string, machines: number): Bind {
  const state = floor.rooms.get(hall);
  const fit = bestFit(floor, request, hall);
  if (fit === undefined) return { hall, label: "positions", needed: 1, most: 0, unit: "racks" };
  if (fit.machines === 0) {
    const limit = tightest(fit) ?? NOTHING;
    return inUnits(hall, limit, fit.takes[limit.name] ?? 0);
  }
  const limits = state?.room.limits ?? [];
  const left = (limit: HallLimit) => limit.most - usedOf(floor, hall, limit);
  const isFull = (limit: HallLimit) => fitting(left(limit), request.takes[limit.name]) < 1;
  const needed = (limit: HallLimit) => usedOf(floor, hall, limit) + machines * (request.takes[limit.name] ?? 0);
  const empty = (state?.positions ?? []).filter((position) => isEmptyAt(floor, hall, position));
  const full =
    limits.find((limit) => limit.positions === undefined && isFull(limit)) ??
    // Positions are left, and each lies under a limit of a part of the hall that is used up.
    limits.find((limit) => isFull(limit) && empty.some((position) => limit.positions?.has(position)));
  if (full !== undefined) return inUnits(hall, full, needed(full));
  const positions = state?.positions.length ?? 0;
  return {
    hall,
    label: "positions",
    needed: positions - empty.length + Math.ceil(machines / fit.machines),
    most: positions,
    unit: "racks",
  };
}

/** The racks of a hall that take most; undefined for a hall without positions. */
function bestFit(floor: Floor, request: Request, hall: string): RackFit | undefined {
  let best: RackFit | undefined;
  for (const position of floor.rooms.get(hall)?.positions ?? []) {
    const fit = request.fitAt(hall, position);
    if (best === undefined || fit.machines > best.machines) best = fit;
  }
  return best;
}

const NOTHING: Limit = { name: "racks", label: "racks", most: 0, unit: "racks", perUnit: 1 };

const inUnits = (hall: string, { label, most, unit, perUnit }: Limit, needed: number): Bind => ({
  hall,
  label,
  needed: needed / perUnit,
  most: most / perUnit,
  unit,
});
