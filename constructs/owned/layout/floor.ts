import { type Amounts, fitting, type HallLimit, type RackFit, type Room, type Row } from "./capacity";

/** A rack as it fills. */
interface RackState {
  readonly rackType: string | undefined;
  /** The limits of the rack that was opened first: what comes later shares them. */
  readonly used: Record<string, number>;
  /** The pools whose machines stand in it. */
  readonly keys: Set<string>;
  machines: number;
}

interface RoomState {
  readonly room: Room;
  readonly positions: readonly string[];
  /** By the place of the limit in the room. */
  readonly used: number[];
  readonly racks: Map<string, RackState>;
  /** Limits that hold at a position, by place. */
  readonly limitsAt: (position: string) => readonly number[];
}

/** What stands where while a layout is made. */
export interface Floor {
  readonly rooms: ReadonlyMap<string, RoomState>;
}

/** Empty halls. */
export function emptyFloor(rooms: readonly Room[]): Floor {
  return { rooms: new Map(rooms.map((room) => [room.name, emptyRoom(room)])) };
}

function emptyRoom(room: Room): RoomState {
  const whole = room.limits.flatMap((limit, index) => (limit.positions === undefined ? [index] : []));
  const partial = room.limits.flatMap((limit, index) => (limit.positions === undefined ? [] : [{ limit, index }]));
  const limitsAt = (position: string) =>
    partial.length === 0
      ? whole
      : [...whole, ...partial.flatMap(({ limit, index }) => (limit.positions?.has(position) ? [index] : []))];
  return { room, positions: positionsOf(room), used: room.limits.map(() => 0), racks: new Map(), limitsAt };
}

/** Names of the positions of a hall, in order. */
export const positionsOf = (room: Room): string[] => room.rows.flatMap(({ positions }) => positions);

/** Whether a position is empty; one that the hall does not have is not. */
export function isEmptyAt(floor: Floor, hall: string, position: string): boolean {
  const state = floor.rooms.get(hall);
  return state !== undefined && !state.racks.has(position);
}

/**
 * Adds a view of a hall: other positions of it under another name, such as those kept for the network. Limits are the hall's, unless
 * what stands there has been counted already.
 */
export function addView(floor: Floor, hall: string, name: string, rows: readonly Row[], counted: boolean): Floor {
  const state = floor.rooms.get(hall);
  if (state === undefined) return floor;
  const room = { ...state.room, rows };
  const view = { ...state, room, positions: positionsOf(room), ...(counted ? { limitsAt: () => [] } : {}) };
  return { rooms: new Map([...floor.rooms, [name, view]]) };
}

/** What is used of a limit of a hall. */
export const usedOf = (floor: Floor, hall: string, limit: HallLimit): number => {
  const state = floor.rooms.get(hall);
  return state === undefined ? 0 : (state.used[state.room.limits.indexOf(limit)] ?? 0);
};

/** How many more machines a position takes, whatever stands there already. */
export function roomAt(floor: Floor, hall: string, position: string, fit: RackFit, takes: Amounts): number {
  const state = floor.rooms.get(hall);
  if (state === undefined) return 0;
  const rack = state.racks.get(position);
  if (rack !== undefined && (rack.rackType !== fit.rackType || fit.rackType === undefined)) return 0;
  let most = rack === undefined ? fit.machines : Number.POSITIVE_INFINITY;
  for (const limit of fit.limits) {
    most = Math.min(most, fitting(limit.most - (rack?.used[limit.name] ?? 0), fit.takes[limit.name]));
  }
  return Math.min(most, fit.machines, roomInHall(state, position, takes));
}

function roomInHall(state: RoomState, position: string, takes: Amounts): number {
  let most = Number.POSITIVE_INFINITY;
  for (const index of state.limitsAt(position)) {
    const limit = state.room.limits[index];
    if (limit !== undefined) most = Math.min(most, fitting(limit.most - (state.used[index] ?? 0), takes[limit.name]));
  }
  return most;
}

/** What stands at a position. */
export interface Rack {
  /** Machines, gaps that others have left below them counted. */
  readonly machines: number;
  /** The pools whose machines stand in it. */
  readonly keys: ReadonlySet<string>;
  /** How much of the limit `units` is used. */
  readonly unitsUsed: number;
}

/** What stands at a position; undefined where nothing does. */
export function rackAt(floor: Floor, hall: string, position: string): Rack | undefined {
  const rack = floor.rooms.get(hall)?.racks.get(position);
  return rack === undefined ? undefined : { ...rack, unitsUsed: rack.used["units"] ?? 0 };
}

/** What is put into a position. */
export interface Load {
  /** Names the pool. */
  readonly key: string;
  readonly fit: Pick<RackFit, "rackType" | "takes">;
  readonly takes: Amounts;
}

/** Puts machines in a position; a negative number takes them out again. `gaps` are places of machines that have left it. */
export function occupy(
  floor: Floor,
  hall: string,
  position: string,
  machines: number,
  { key, fit, takes }: Load,
  gaps = 0,
): void {
  const state = floor.rooms.get(hall);
  if (state === undefined) return;
  useHall(floor, hall, position, machines, takes);
  const rack = state.racks.get(position) ?? { rackType: fit.rackType, used: {}, keys: new Set(), machines: 0 };
  rack.machines += machines + gaps;
  rack.keys.add(key);
  for (const [name, each] of Object.entries(fit.takes))
    rack.used[name] = (rack.used[name] ?? 0) + (machines + gaps) * each;
  if (rack.machines > 0) state.racks.set(position, rack);
  else state.racks.delete(position);
}

/** Takes of the limits of a hall what so many things at a position take. */
export function useHall(floor: Floor, hall: string, position: string, count: number, takes: Amounts): void {
  const state = floor.rooms.get(hall);
  for (const index of state?.limitsAt(position) ?? []) {
    const limit = state?.room.limits[index];
    if (state !== undefined && limit !== undefined)
      state.used[index] = (state.used[index] ?? 0) + count * (takes[limit.name] ?? 0);
  }
}
