import { acceleratorOf, sizePool } from "../../../constructs/catalog";
import {
  energizedShares,
  type MachineLookup,
  powerDays,
  siteFigures,
  usablePower,
  usablePowerSteps,
} from "../../../constructs/ledger";
import { addDays, type PhysicalSiteSpec, type SiteSpec, siteDates, siteInUse } from "../../../constructs/model";
import { isCapacityBlock } from "../../../constructs/model/aws-capacity";
import { grouped } from "../../../constructs/model/grouped";
import { type Part, type Steps, stepsOfParts } from "./steps";

/** What a site has over time. */
export interface SiteCapacity {
  /** Critical IT power that can be used, in MW; absent where nobody says. */
  readonly criticalMW?: Steps;
  /** Chips that have power, by type. */
  readonly accelerators: ReadonlyMap<string, Steps>;
}

/** The capacity of a site over time, by the days that its documents say; a site that is retired has none. */
export function siteCapacity(given: SiteSpec, machine: MachineLookup): SiteCapacity {
  if (given.retired) return { accelerators: new Map() };
  const site = siteInUse(given);
  const criticalMW = site.tenure === "cloud" ? stated(site, machine) : (usable(site) ?? stated(site, machine));
  const parts = site.tenure === "cloud" ? cloudParts(site, machine) : physicalParts(site, machine);
  const byType = grouped(parts, ({ type }) => type);
  return {
    ...(criticalMW === undefined ? {} : { criticalMW }),
    accelerators: new Map(
      [...byType].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, all]) => [type, stepsOfParts(all)]),
    ),
  };
}

/** What is stated and no day is said of: there from the start. */
function stated(site: SiteSpec, machine: MachineLookup): Steps | undefined {
  const { criticalIT } = siteFigures(site, machine);
  return criticalIT === undefined ? undefined : { start: criticalIT.value, days: [], undated: 0 };
}

function usable(site: PhysicalSiteSpec): Steps | undefined {
  const dates = siteDates(site);
  const [first] = powerDays(site, dates);
  const steps = usablePowerSteps(site);
  if (steps.every(({ binds }) => binds === undefined)) return undefined;
  const days = steps.flatMap(({ date, binds }) =>
    date === undefined ? [] : [{ day: date, value: binds?.valueMW ?? 0 }],
  );
  const end = steps.find(({ date }) => date === undefined)?.binds?.valueMW;
  if (first === undefined) return { start: end ?? 0, days: [], undated: 0 };
  const start = usablePower(site, addDays(first, -1), dates).binds?.valueMW ?? 0;
  return { start, days, undated: end === undefined ? 0 : end - (days.at(-1)?.value ?? start) };
}

interface TypedPart extends Part {
  readonly type: string;
}

function physicalParts(site: PhysicalSiteSpec, lookup: MachineLookup): TypedPart[] {
  const dates = siteDates(site);
  return site.clusters.flatMap((cluster) =>
    cluster.pools.flatMap((pool) => {
      const machine = lookup(pool.machine);
      if (machine === undefined) return [];
      const type = acceleratorOf(machine)?.name ?? machine.accelerator;
      return energizedShares(site, cluster.name, pool, dates).map(
        ({ machines, from }): TypedPart => ({
          type,
          amount: machines * machine.accelerators.value,
          from,
          until: pool.capacity.until,
        }),
      );
    }),
  );
}

type CloudSite = Exclude<SiteSpec, PhysicalSiteSpec>;
type CloudPool = CloudSite["clusters"][number]["pools"][number];

function cloudParts(site: CloudSite, lookup: MachineLookup): TypedPart[] {
  const pools: CloudPool[] = site.clusters.flatMap((cluster): CloudPool[] => [...cluster.pools]);
  return pools.flatMap((pool): TypedPart[] => {
    const machine = lookup(pool.machine);
    const size = machine === undefined ? undefined : sizePool(pool, machine);
    if (machine === undefined || size === undefined) return [];
    return [
      { type: acceleratorOf(machine)?.name ?? machine.accelerator, amount: size.accelerators, ...windowOf(pool) },
    ];
  });
}

/** When a cloud's capacity is there: a capacity block within its window, a reservation until it ends, the rest for good. */
function windowOf({ capacity }: CloudPool): Pick<Part, "from" | "until"> {
  if ("start" in capacity && isCapacityBlock(capacity))
    return { from: { day: dayOf(capacity.start) }, until: lastDayOf(capacity.end) };
  if (capacity.kind === "onDemandReservation" && capacity.create?.end !== undefined)
    return { from: "start", until: lastDayOf(capacity.create.end) };
  return { from: "start" };
}

/** The day of an instant in UTC. */
const dayOf = (instant: string): string => new Date(instant).toISOString().slice(0, 10);

/** The last day on which something is there that ends at an instant: at midnight, the day before. */
const lastDayOf = (instant: string): string => new Date(new Date(instant).getTime() - 1).toISOString().slice(0, 10);
