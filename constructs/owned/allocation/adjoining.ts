import type { Placed } from "../layout/capacity";

/** Racks that fill one after the other are one line; where one is not full, or not empty before, a line ends. */
export function adjoining(placed: readonly Placed[]): Placed[][] {
  const groups: Placed[][] = [];
  for (const rack of placed) {
    const open = groups.at(-1);
    const last = open?.at(-1);
    if (open !== undefined && last !== undefined && continues(last, rack)) open.push(rack);
    else groups.push([rack]);
  }
  return groups;
}

const continues = (last: Placed, next: Placed): boolean =>
  last.machines === last.machinesPerRack &&
  (["hall", "rackType", "machinesPerRack", "below", "fromUnit"] as const).every((key) => last[key] === next[key]);
