import type { Placed, Request, Row } from "./capacity";
import { type Floor, isEmptyAt, occupy, rackAt, roomAt } from "./floor";

/** A request as it is met. */
interface Progress {
  readonly request: Request;
  readonly placed: Placed[];
  left: number;
}

/**
 * Puts machines into halls and says where, in the order of their ordinals. What fits is placed: where some are left over, no hall they may stand in
 * takes one more. In this order:
 *
 * 1. racks of the same pool that are not full
 * 2. what the unit that was begun last lacks, in the row and the hall where its last machine stands
 * 3. whole units, each within one row where rows hold them, then each within one hall
 * 4. what is left, in empty positions, halls in order
 * 5. any rack of the same type that is not full
 */
export function layOut(floor: Floor, request: Request): Placed[] {
  const progress: Progress = { request, placed: [], left: request.machines };
  fillOpenRacks(floor, progress, (keys) => keys.has(request.key));
  completeUnit(floor, progress);
  placeUnits(floor, progress);
  for (const hall of request.halls) fill(floor, progress, hall, emptyIn(floor, hall), progress.left);
  fillOpenRacks(floor, progress, () => true);
  return progress.placed;
}

function fillOpenRacks(floor: Floor, progress: Progress, wanted: (keys: ReadonlySet<string>) => boolean): void {
  for (const hall of progress.request.halls) {
    if (progress.left === 0) return;
    const open = (floor.rooms.get(hall)?.positions ?? []).filter((position) => {
      const rack = rackAt(floor, hall, position);
      return rack !== undefined && wanted(rack.keys);
    });
    fill(floor, progress, hall, open, progress.left);
  }
}

const emptyIn = (floor: Floor, hall: string): string[] => emptyOf(floor, hall, floor.rooms.get(hall)?.positions ?? []);

const emptyOf = (floor: Floor, hall: string, positions: readonly string[]): string[] =>
  positions.filter((position) => isEmptyAt(floor, hall, position));

/** What the unit lacks that was begun last: in its row first, then in its hall. */
function completeUnit(floor: Floor, progress: Progress): void {
  const { unitAt, unitLacks = 0 } = progress.request;
  if (unitAt === undefined || unitLacks === 0) return;
  const before = progress.left;
  const lacks = () => unitLacks - (before - progress.left);
  const row = rowsOf(floor, unitAt.hall).find(({ positions }) => positions.includes(unitAt.position));
  fill(floor, progress, unitAt.hall, emptyOf(floor, unitAt.hall, row?.positions ?? []), lacks());
  fill(floor, progress, unitAt.hall, emptyIn(floor, unitAt.hall), lacks());
}

/** Whole units: a unit whose last rack would not be full is not kept together, since it would waste the rest of that rack. */
function placeUnits(floor: Floor, progress: Progress): void {
  const { request } = progress;
  const { unitMachines: unit, halls } = request;
  if (unit === undefined || unit < 1) return;
  /** Racks of a unit where some positions are alike; none where it would not fill its last rack. */
  const racks = (hall: string, [position]: readonly string[]) => {
    const machines = position === undefined ? 0 : request.fitAt(hall, position).machines;
    return machines > 0 && unit % machines === 0 ? unit / machines : Number.POSITIVE_INFINITY;
  };
  for (const hall of halls) {
    for (const { positions } of rowsOf(floor, hall)) {
      if (racks(hall, positions) <= positions.length)
        placeWhole(floor, progress, hall, emptyOf(floor, hall, positions));
    }
  }
  for (const hall of halls) {
    const empty = emptyIn(floor, hall);
    if (racks(hall, empty) <= empty.length) placeWhole(floor, progress, hall, empty);
  }
}

const rowsOf = (floor: Floor, hall: string): readonly Row[] => floor.rooms.get(hall)?.room.rows ?? [];

/** As many whole units as some positions take, one after the other. */
function placeWhole(floor: Floor, progress: Progress, hall: string, positions: readonly string[]): void {
  const unit = progress.request.unitMachines ?? 0;
  let free = positions;
  while (progress.left >= unit && free.length > 0) {
    const mark = progress.placed.length;
    const next = fill(floor, progress, hall, free, unit);
    const placed = progress.placed.slice(mark).reduce((sum, { machines }) => sum + machines, 0);
    if (placed < unit) {
      undo(floor, progress, mark);
      return;
    }
    free = free.slice(next);
  }
}

/** Fills positions in turn with at most so many machines; gives the number of positions that were looked at. */
function fill(floor: Floor, progress: Progress, hall: string, positions: readonly string[], most: number): number {
  const { request } = progress;
  let wanted = Math.min(most, progress.left);
  for (const [index, position] of positions.entries()) {
    if (wanted === 0) return index;
    const fit = request.fitAt(hall, position);
    const machines = Math.min(wanted, roomAt(floor, hall, position, fit, request.takes));
    if (machines === 0) continue;
    const { machines: below, unitsUsed } = rackAt(floor, hall, position) ?? { machines: 0, unitsUsed: 0 };
    occupy(floor, hall, position, machines, { key: request.key, fit, takes: request.takes });
    const { rackType, machines: machinesPerRack } = fit;
    progress.placed.push({
      hall,
      position,
      rackType,
      machines,
      machinesPerRack,
      below,
      ...unitAbove(below, unitsUsed),
    });
    progress.left -= machines;
    wanted -= machines;
  }
  return positions.length;
}

function undo(floor: Floor, progress: Progress, mark: number): void {
  const { request } = progress;
  for (const { hall, position, machines } of progress.placed.splice(mark)) {
    const fit = request.fitAt(hall, position);
    occupy(floor, hall, position, -machines, { key: request.key, fit, takes: request.takes });
    progress.left += machines;
  }
}

/** The limit `units` counts half units, from the foot of the rack. */
const unitAbove = (below: number, unitsUsed: number): Pick<Placed, "fromUnit"> =>
  below === 0 || unitsUsed === 0 ? {} : { fromUnit: unitsUsed / 2 + 1 };
