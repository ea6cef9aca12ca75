import { expandHostlist, FloorPlan, type Hall } from "../../model";
import type { Row } from "../layout/capacity";

/** A place for one rack. */
export interface Position {
  /** Row and number: `r01-01`. */
  readonly name: string;
  readonly row: string;
  /** In its row, 1 for the first. */
  readonly number: number;
  /** Middle of its footprint, in metres along the rows and across them, from the hall's corner. */
  readonly xM: number;
  readonly yM: number;
  /** The rack type of its rows, else of its hall. */
  readonly rackType?: string;
}

/** The least digits of a position's number: a row that grows past nine renames nothing. */
const DIGITS = 2;

/** `r01-07`: a position's name. */
export const positionName = (row: string, number: number): string => `${row}-${String(number).padStart(DIGITS, "0")}`;

/** The rows of a hall with the names of their positions, in the order in which they are written. */
export function rowsOf(hall: Pick<Hall, "rows">): Row[] {
  return (hall.rows ?? []).flatMap(({ rows, racks }) =>
    Array.from(expandHostlist(rows), (name) => ({
      name,
      positions: Array.from({ length: racks }, (_, index) => positionName(name, index + 1)),
    })),
  );
}

/** The names of all positions of a hall, in the order in which they are written. */
export const positionNames = (hall: Pick<Hall, "rows">): string[] => rowsOf(hall).flatMap(({ positions }) => positions);

/** How many positions a hall has, without naming them. */
export const countPositions = (hall: Pick<Hall, "rows">): number =>
  rowsOf(hall).reduce((sum, { positions }) => sum + positions.length, 0);

/**
 * Every position of a hall with its place on the floor. Rows follow each other from the hall's corner: a cold aisle before the first,
 * then in turn a hot aisle between two backs and a cold aisle between two fronts. Rows of the document that state a place begin there.
 */
export function positionsOf(hall: Pick<Hall, "rows" | "floor" | "rackType">): Position[] {
  const floor = FloorPlan.parse(hall.floor ?? {});
  const positions: Position[] = [];
  let nextY = floor.marginM + floor.rackDepthM / 2;
  let index = 0;
  for (const group of hall.rows ?? []) {
    const x = group.xM ?? floor.marginM + floor.rackPitchM / 2;
    let y = group.yM ?? nextY;
    const rackType = group.rackType ?? hall.rackType;
    for (const row of expandHostlist(group.rows)) {
      for (let number = 1; number <= group.racks; number++) {
        const place = { xM: metres(x + (number - 1) * floor.rackPitchM), yM: metres(y) };
        positions.push({
          name: positionName(row, number),
          row,
          number,
          ...place,
          ...(rackType === undefined ? {} : { rackType }),
        });
      }
      y += floor.rackDepthM + aisleAfter(index, floor);
      index++;
    }
    nextY = y;
  }
  return positions;
}

/** The first row turns its front to the cold aisle before it, its back to the hot aisle behind it, and so on in turn. */
export const aisleAfter = (row: number, floor: FloorPlan): number =>
  row % 2 === 0 ? floor.hotAisleM : floor.coldAisleM;

/** Millimetres are finer than any floor: what lies below is dust of binary fractions. */
const metres = (value: number): number => Number(value.toFixed(3));

/** Positions that a hall keeps from machines, with the entry that does. */
export function reservedIn(hall: Pick<Hall, "reserved">): Map<string, NonNullable<Hall["reserved"]>[number]> {
  return new Map(
    (hall.reserved ?? []).flatMap((each) =>
      Array.from(expandHostlist(each.positions), (name) => [name, each] as const),
    ),
  );
}
