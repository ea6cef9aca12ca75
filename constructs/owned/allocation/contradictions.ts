import { didYouMean, type PhysicalSiteSpec } from "../../model";
import type { Allocation, Placement } from "../../model/allocation";
import { positionNames } from "../racks/positions";
import { liveOf, poolKey, racksOf, releasedOf } from "./lines";
import { common, type Span } from "./ordinals";
import type { PoolRequest } from "./plan-placements";

/** A committed line that says something else than the program. */
export interface Contradiction {
  /** Below the allocation: `placements.p1.machine`. */
  readonly path: string;
  readonly observed?: string;
  readonly limit?: string;
  readonly message: string;
  readonly hint: string;
}

/** What of an allocation contradicts its site: pools that are gone, other machines, halls and positions that do not exist. */
export function contradictionsOf(site: PhysicalSiteSpec, allocation: Allocation): Contradiction[] {
  const released = releasedOf(allocation);
  const positions = new Map(site.halls.map((hall) => [hall.name, new Set(positionNames(hall))]));
  const found = allocation.placements.flatMap((line) => {
    const live = liveOf(line, released);
    return live.length === 0 ? [] : (ofPool(site, line, live) ?? ofPlace(site, line, live, positions));
  });
  const switches = allocation.switches
    .filter(({ fabric }) => !site.fabrics.some(({ name }) => name === fabric))
    .map(({ id, fabric }): Contradiction => {
      const names = site.fabrics.map(({ name }) => name);
      return {
        path: `switches.${id}.fabric`,
        observed: fabric,
        message: `the site has no fabric ${JSON.stringify(fabric)} any more, and switches of it have places and addresses`,
        hint:
          didYouMean(fabric, names) ?? "give the fabric its name back; once its switches are gone, delete this line",
      };
    });
  return [...found, ...switches];
}

function ofPool(site: PhysicalSiteSpec, line: Placement, live: readonly Span[]): Contradiction[] | undefined {
  const cluster = site.clusters.find(({ name }) => name === line.cluster);
  const pool = cluster?.pools.find(({ name }) => name === line.pool);
  const release = `append { placement: ${line.id}, machines: ${live.map(({ first, last }) => `${first}-${last}`).join(" and ")} } to releases`;
  if (pool === undefined) {
    const [what, name, names] =
      cluster === undefined
        ? ["cluster", line.cluster, site.clusters.map((each) => each.name)]
        : ["pool", line.pool, cluster.pools.map((each) => each.name)];
    return [
      {
        path: `placements.${line.id}.${what}`,
        observed: String(name),
        message: `the program has no ${what} ${JSON.stringify(name)}, and its machines ${line.machines} have places, names and addresses`,
        hint: `give the ${what} its old name${names.length === 0 ? "" : ` (there ${names.length === 1 ? "is" : "are"} ${names.join(", ")})`}; if its machines have left, ${release}`,
      },
    ];
  }
  if (pool.machine === line.machine) return undefined;
  return [
    {
      path: `placements.${line.id}.machine`,
      observed: line.machine,
      limit: pool.machine,
      message: `machines ${line.machines} of the pool ${pool.name} stand there as ${line.machine}; the program says ${pool.machine}`,
      hint: `give ${pool.machine} a pool of its own; if the old machines have left, ${release}`,
    },
  ];
}

function ofPlace(
  site: PhysicalSiteSpec,
  line: Placement,
  live: readonly Span[],
  positions: ReadonlyMap<string, ReadonlySet<string>>,
): Contradiction[] {
  const known = positions.get(line.hall);
  if (known === undefined) {
    return [
      {
        path: `placements.${line.id}.hall`,
        observed: line.hall,
        message: `the site has no hall ${JSON.stringify(line.hall)}, and machines ${line.machines} of the pool ${line.pool} stand there`,
        hint:
          didYouMean(
            line.hall,
            site.halls.map(({ name }) => name),
          ) ?? "give the hall its name back: what stands in it has its name",
      },
    ];
  }
  for (const { position, machines } of racksOf(line)) {
    if (known.has(position) || live.every((span) => common(span, machines) === undefined)) continue;
    return [
      {
        path: `placements.${line.id}.positions`,
        observed: position,
        message: `the hall ${line.hall} has no position ${position}, and machines of the pool ${line.pool} stand there`,
        hint: "give the hall its rows back, or release the machines that have left",
      },
    ];
  }
  return [];
}

/** Layouts that put machines of a pool where, by what has been decided, others stand or they do not. */
export function layoutContradictions(pools: readonly PoolRequest[], planned: Allocation): Contradiction[] {
  const released = releasedOf(planned);
  const at = new Map<string, Set<string>>();
  for (const line of planned.placements) {
    const live = liveOf(line, released);
    for (const { position, machines } of racksOf(line)) {
      if (live.every((span) => common(span, machines) === undefined)) continue;
      const place = `${line.hall} ${position}`;
      at.set(place, (at.get(place) ?? new Set()).add(poolKey(line.cluster, line.pool)));
    }
  }
  return pools.flatMap((pool): Contradiction[] => {
    const places = new Set(pool.stated.map(({ hall, position }) => `${hall} ${position}`));
    const elsewhere = [...at].find(([place, keys]) => keys.has(pool.key) && !places.has(place))?.[0];
    const unmet = pool.stated.find(({ hall, position }) => !at.get(`${hall} ${position}`)?.has(pool.key));
    if (unmet === undefined) return [];
    const other = [...(at.get(`${unmet.hall} ${unmet.position}`) ?? [])].find((key) => !unmet.beside.includes(key));
    if (other === undefined && elsewhere === undefined) return [];
    const place = `the position ${unmet.position} of the hall ${unmet.hall}`;
    return [
      {
        path: `rackLayouts.${unmet.layout}.racks`,
        observed: unmet.position,
        message:
          other === undefined
            ? `the layout puts machines of the pool ${pool.pool} in ${place}; they stand elsewhere already, such as in ${elsewhere}`
            : `the layout puts machines of the pool ${pool.pool} in ${place}, where machines of ${other} stand`,
        hint: "leave the layout as it was planned; machines that are moved are released where they stand, and get new names",
      },
    ];
  });
}
