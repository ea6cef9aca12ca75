import { type CoolingKind, type CoolingTopology, expandHostlist } from "../../model";

/** One component of cooling. */
export interface CoolingUnit {
  readonly id: string;
  /** The entry of the topology that it belongs to. */
  readonly group: string;
  readonly kind: CoolingKind;
  readonly capacityKW?: number | undefined;
  readonly loop?: string | undefined;
  readonly rejectsTo?: string | undefined;
  /** Halls whose air it cools. */
  readonly halls: readonly string[];
  readonly flowLMin?: number | undefined;
  readonly supplyC?: number | undefined;
  /** Power nodes that feed it: it runs while one of them lives. Empty: nobody says. */
  readonly boards: readonly string[];
  readonly drawKW: number;
  readonly phase?: string | undefined;
}

/** Kinds that cool the air of halls. */
const airKinds: ReadonlySet<CoolingKind> = new Set(["crah", "fanWall", "inRow", "crac", "rearDoor"]);
/** Kinds that take heat out of a loop. */
const loopKinds: ReadonlySet<CoolingKind> = new Set(["cdu", "chiller", "dryCooler", "coolingTower"]);

export const coolsAir = ({ kind }: Pick<CoolingUnit, "kind">): boolean => airKinds.has(kind);
export const coolsLoop = ({ kind }: Pick<CoolingUnit, "kind">): boolean => loopKinds.has(kind);
/** What moves a loop's liquid: pumps, and CDUs, which hold their own. */
export const movesLoop = ({ kind }: Pick<CoolingUnit, "kind">): boolean => kind === "pump" || kind === "cdu";

/** Every component of a topology by itself, in its order. */
export function unitsOf(topology: CoolingTopology): CoolingUnit[] {
  return topology.units.flatMap(({ name, ids, boards = [], supply, halls = [], note: _, ...group }) =>
    Array.from(expandHostlist(ids), (id, index) => ({
      ...group,
      id,
      group: name,
      halls,
      boards: supply === "either" ? boards : boards.slice(index % Math.max(1, boards.length)).slice(0, 1),
    })),
  );
}

/** The components that stand once some boards are dead: one runs while a board of its own lives, or nobody says which feed it. */
export const unitsWithout = (units: readonly CoolingUnit[], deadBoards: ReadonlySet<string>): CoolingUnit[] =>
  units.filter(({ boards }) => boards.length === 0 || boards.some((board) => !deadBoards.has(board)));

/** Every board that feeds a component, in order of name. */
export const boardsOf = (units: readonly CoolingUnit[]): string[] =>
  [...new Set(units.flatMap(({ boards }) => boards))].sort();
