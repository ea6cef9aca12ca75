import type { StandingItem, StandingRack } from "./standing";

/** Racks in which the same stands. */
export interface Configuration {
  /** The first of them stands for all. */
  readonly sample: StandingRack;
  /** In the order in which they were given. */
  readonly racks: readonly StandingRack[];
}

/** Racks grouped by what stands in them, in the order of the first of each; those of different halls are apart. */
export function configurationsOf(racks: Iterable<StandingRack>): Configuration[] {
  const groups = new Map<string, StandingRack[]>();
  for (const rack of racks) {
    const key = keyOf(rack);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [rack]);
    else group.push(rack);
  }
  return [...groups.values()].flatMap((group) => (group[0] === undefined ? [] : [{ sample: group[0], racks: group }]));
}

const keyOf = ({ hall, rackTypeName, layout, reserved, stated, items }: StandingRack): string =>
  [hall, rackTypeName, layout, reserved, stated?.watts, ...items.map(itemKey)].join("\0");

const itemKey = ({ item, count, fromU, cluster, pool, entry, phase, until }: StandingItem): string =>
  [item.type, item.watts, count, fromU, cluster, pool, entry, phase, until].join("\u0001");
