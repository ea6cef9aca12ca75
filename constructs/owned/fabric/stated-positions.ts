import type { Fabric, SwitchRack, SwitchRole } from "../../model/fabric";
import type { Position, PositionOf } from "./lengths";

/** Numbers of a text such as `1-16` or `1-8,17`, in its order; a range that runs backwards holds none. */
export const numbersIn = (text: string): number[] =>
  text.split(",").flatMap((part) => {
    const [first = "", last = first] = part.split("-");
    const from = Number(first);
    return Array.from({ length: Math.max(0, Number(last) - from + 1) }, (_, index) => from + index);
  });

/** Where switches stand by what the fabric itself says; in every plane alike. Hosts stand nowhere by it. */
export function statedPositions(fabric: Fabric): PositionOf {
  const byRole = new Map<SwitchRole, { all?: Position; each: Map<number, Position> }>();
  for (const rack of fabric.switchRacks) {
    const known = byRole.get(rack.role) ?? { each: new Map<number, Position>() };
    byRole.set(rack.role, known);
    const position = positionOf(rack);
    if (rack.switches === undefined) known.all ??= position;
    for (const number of rack.switches === undefined ? [] : numbersIn(rack.switches)) {
      known.each.set(number - 1, known.each.get(number - 1) ?? position);
    }
  }
  return (role, _plane, index) => {
    if (role === "host" || role === "manager" || role === "attachment") return undefined;
    const known = byRole.get(role);
    return known?.each.get(index) ?? known?.all;
  };
}

const positionOf = ({ name, hall, xM, yM }: SwitchRack): Position => ({ xM, yM, rack: name, hall: hall ?? "" });

/** Positions of one source, and of another where the first knows none. */
export const firstOf =
  (first: PositionOf, second: PositionOf): PositionOf =>
  (role, plane, index) =>
    first(role, plane, index) ?? second(role, plane, index);
