import type { Drawing, SvgChild, Thing } from "../../../constructs/emit/drawings/svg";
import { naturally } from "../../report/natural";

/** What became of a thing between two drawings. */
export const statuses = ["added", "removed", "changed", "moved"] as const;
export type Status = (typeof statuses)[number];

/** A thing that two drawings do not agree on. */
export interface ThingChange {
  readonly key: string;
  readonly status: Status;
  /** What was there, in words; absent where nothing was. */
  readonly before?: string;
  readonly after?: string;
  /** Of what moved, seen from where it is now: where it was. */
  readonly from?: string;
  /** Of what moved, seen from where it was: where it is now. */
  readonly to?: string;
}

/** Where what stands at a place stood before, and where what stood there stands now; of places with a hall, `hall-1/r01-07`. */
export interface Moves {
  readonly cameFrom: (key: string) => string | undefined;
  readonly wentTo: (key: string) => string | undefined;
}

export const noMoves: Moves = { cameFrom: () => undefined, wentTo: () => undefined };

/** The things of a drawing by their keys. */
export function thingsOf(drawing: Drawing): Map<string, Thing> {
  const found = new Map<string, Thing>();
  const visit = (child: SvgChild): void => {
    if (typeof child !== "object" || !("children" in child)) return;
    if (child.thing !== undefined) found.set(child.thing.key, child.thing);
    child.children.forEach(visit);
  };
  drawing.pieces.forEach(visit);
  return found;
}

/** What two drawings of one place do not agree on, in natural order. Of a drawing that only one side has, there is nothing to compare. */
export function compareDrawings(
  before: Drawing | undefined,
  after: Drawing | undefined,
  moves: Moves = noMoves,
): ThingChange[] {
  if (before === undefined || after === undefined) return [];
  const [one, other] = [thingsOf(before), thingsOf(after)];
  const keys = [...new Set([...one.keys(), ...other.keys()])].sort(naturally);
  return keys.flatMap((key) => changeOf(key, one.get(key), other.get(key), moves));
}

function changeOf(key: string, was: Thing | undefined, is: Thing | undefined, moves: Moves): ThingChange[] {
  const [from, to] = [moves.cameFrom(key), moves.wentTo(key)];
  const said = {
    key,
    ...(was === undefined ? {} : { before: was.says }),
    ...(is === undefined ? {} : { after: is.says }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
  if (is !== undefined && from !== undefined) return [{ ...said, status: "moved" }];
  if (was?.says === is?.says) return [];
  if (was === undefined || (was.isEmpty === true && is !== undefined)) return [{ ...said, status: "added" }];
  if (is === undefined || is.isEmpty === true) return [{ ...said, status: to === undefined ? "removed" : "moved" }];
  return [{ ...said, status: "changed" }];
}

/** `24 added, 3 changed`; empty where nothing differs. */
export const countsText = (changes: readonly ThingChange[]): string =>
  statuses
    .flatMap((status) => {
      const count = changes.filter((each) => each.status === status).length;
      return count === 0 ? [] : [`${count} ${status}`];
    })
    .join(", ");
