import type { AppliesTo, SiteSpec } from "../../model";
import type { Supply, SupplyLine } from "../capacity";
import { writtenName } from "../spread";

type AnyPool = SiteSpec["clusters"][number]["pools"][number];
/** The agreement with a cloud about a pool. */
export type PoolTerm = Extract<AnyPool, { term?: unknown }>["term"];

/** What decides which prices are for something. */
export interface Priced {
  readonly site: SiteSpec;
  /** As it was written: of one that is spread, its name before. */
  readonly cluster?: string;
  readonly pool?: string;
  readonly machine?: string;
  readonly accelerator?: string;
  readonly contract?: string;
  readonly capacity?: AnyPool["capacity"]["kind"];
}

/** A pool as it is priced. */
export interface PricedPool extends Priced {
  readonly capacity: AnyPool["capacity"]["kind"];
  readonly term: PoolTerm;
  /** Share of the hours of its schedulable accelerators in which they work. Absent: not known. */
  readonly utilization?: number;
}

/** Whether a price is for something: it has one of the values of each list that is given. */
export function appliesTo(scope: AppliesTo, thing: Priced): boolean {
  const { site, cluster, pool, machine, accelerator, contract, capacity } = thing;
  const provider = site.tenure === "cloud" ? site.provider : undefined;
  const has = <T>(list: readonly T[] | undefined, value: T | undefined) =>
    list === undefined || (value !== undefined && list.includes(value));
  return (
    has(scope.sites, site.name) &&
    has(scope.tenures, site.tenure) &&
    has(scope.providers, provider) &&
    has(scope.clusters, cluster === undefined ? undefined : `${site.name}.${cluster}`) &&
    has(scope.pools, pool === undefined ? undefined : `${site.name}.${cluster}.${pool}`) &&
    has(scope.machines, machine) &&
    has(scope.accelerators, accelerator) &&
    has(scope.contracts, contract) &&
    has(scope.capacities, capacity)
  );
}

/** Whether a price is for whole sites only: it names nothing smaller. */
export const isOfSites = ({ clusters, pools, machines, accelerators, capacities, contracts }: AppliesTo): boolean =>
  [clusters, pools, machines, accelerators, capacities, contracts].every((list) => list === undefined);

/** The pool of each line of a supply, by `site.cluster.pool` of the fleet as it is built. */
export function pricedPools(sites: readonly SiteSpec[], supply: Supply): Map<string, PricedPool> {
  const named = new Map([...supply.lines, ...supply.undated].map((line) => [keyOf(line), line]));
  const found = new Map<string, PricedPool>();
  for (const site of sites) {
    for (const cluster of site.clusters) {
      const written = writtenName(site, cluster);
      for (const pool of cluster.pools) {
        const key = keyOf({ site: site.name, cluster: cluster.name, pool: pool.name });
        const line = named.get(key);
        if (line === undefined) continue;
        const { machine, accelerator, contract } = line;
        found.set(key, {
          site,
          cluster: written,
          pool: pool.name,
          machine,
          accelerator,
          contract,
          capacity: pool.capacity.kind,
          term: "term" in pool ? pool.term : undefined,
          ...(cluster.utilization === undefined ? {} : { utilization: cluster.utilization.value }),
        });
      }
    }
  }
  return found;
}

export const keyOf = ({ site, cluster, pool }: Pick<SupplyLine, "site" | "cluster" | "pool">): string =>
  `${site}.${cluster}.${pool}`;
