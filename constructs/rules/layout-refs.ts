import type { PhysicalSiteSpec } from "../model";
import { didYouMean, expandHostlist, type Hall, type RackLayout } from "../model";
import { rackLookups } from "../owned/racks/lookups";
import { positionNames, reservedIn } from "../owned/racks/positions";
import { poolOfEntry } from "../owned/racks/standing";
import { figure } from "./rack-walk";
import type { Report, Rule, RuleContext } from "./rule";
import { hinted, sites } from "./walk";

export const layoutRefs: Rule = {
  id: "RACK-4",
  title: "a layout fills positions that its hall has, each once, with machines and devices that exist",
  severity: "error",
  formula: "sum of count x racks over the entries of a pool <= count of the pool",
  source: "the fleet document: what a layout names is said elsewhere in it",
  *check(context) {
    const lookups = rackLookups(context.fleet);
    for (const { site, path } of sites(context)) {
      if (site.tenure === "cloud") continue;
      const filled = new Map<string, string>();
      for (const layout of site.rackLayouts) {
        const at = `${path}.rackLayouts.${layout.name}`;
        const hall = site.halls.find(({ name }) => name === layout.hall);
        const lacksRows = context.lacksItems(`${path}.halls.${layout.hall}.rows`);
        if (hall !== undefined) yield* positions(layout, hall, at, { filled, lacksRows });
        else if (!context.lacksItems(`${path}.halls`)) yield noHall(site, layout, at);
        const isKnown = layout.rackType === undefined || lookups.rackType(layout.rackType) !== undefined;
        if (layout.rackType !== undefined && !isKnown && !context.lacksItems("rackTypes")) {
          const message = `there is no rack type ${JSON.stringify(layout.rackType)}`;
          yield {
            path: `${at}.rackType`,
            observed: layout.rackType,
            message,
            ...hinted(didYouMean(layout.rackType, lookups.rackTypeNames)),
          };
        }
        for (const entry of layout.entries)
          yield* entryRefs(context, site, entry, `${at}.entries.${entry.name}`, lookups);
      }
      yield* counts(site, path);
    }
  },
};

function noHall(site: PhysicalSiteSpec, layout: RackLayout, path: string): Report {
  const names = site.halls.map(({ name }) => name);
  const message = `the site has no hall ${JSON.stringify(layout.hall)}${names.length === 0 ? "; it has no halls" : ""}`;
  const known = names.length === 0 ? undefined : `it has ${names.join(", ")}`;
  return { path: `${path}.hall`, observed: layout.hall, message, ...hinted(didYouMean(layout.hall, names) ?? known) };
}

/** What is filled by layouts so far, and whether some rows of the hall were left out, so that a position may be theirs. */
interface Filling {
  readonly filled: Map<string, string>;
  readonly lacksRows: boolean;
}

function* positions(layout: RackLayout, hall: Hall, path: string, { filled, lacksRows }: Filling): Generator<Report> {
  const known = new Set(positionNames(hall));
  const reserved = reservedIn(hall);
  const at = { path: `${path}.racks`, observed: layout.racks };
  const strange: string[] = [];
  for (const position of expandHostlist(layout.racks)) {
    if (!known.has(position)) {
      strange.push(position);
      continue;
    }
    const key = `${hall.name} ${position}`;
    const before = filled.get(key);
    if (before !== undefined) {
      yield {
        ...at,
        message: `the position ${position} of ${hall.name} is filled twice: by ${before} and by ${layout.name}`,
      };
      return;
    }
    filled.set(key, layout.name);
    const use = reserved.get(position);
    if (use?.use === "growth" || use?.use === "blocked") {
      yield { ...at, message: `the position ${position} of ${hall.name} is kept empty (${use.name}: ${use.use})` };
      return;
    }
  }
  const [first] = strange;
  if (first === undefined || lacksRows) return;
  const more = strange.length === 1 ? "" : ` and ${figure(strange.length - 1)} more`;
  const rows = (hall.rows ?? []).map(({ rows: names, racks }) => `${names} of ${racks}`).join(", ");
  yield {
    ...at,
    message: `the hall ${hall.name} has no position ${first}${more}`,
    hint:
      rows === ""
        ? "say which rows the hall has, as rows"
        : `its rows are ${rows}; a position is its row and number: ${[...known][0]}`,
  };
}

function* entryRefs(
  context: RuleContext,
  site: PhysicalSiteSpec,
  entry: RackLayout["entries"][number],
  path: string,
  lookups: ReturnType<typeof rackLookups>,
): Generator<Report> {
  if ((entry.device === undefined) === (entry.pool === undefined)) {
    const both = entry.device !== undefined;
    yield {
      path,
      message: `an entry is either a device or machines of a pool; ${entry.name} is ${both ? "both" : "neither"}`,
      hint: both ? "make two entries of it" : "give device, or pool",
    };
    return;
  }
  if (entry.device !== undefined) {
    if (lookups.deviceType(entry.device) !== undefined || context.lacksItems("deviceTypes")) return;
    const message = `there is no device type ${JSON.stringify(entry.device)}`;
    const hint = didYouMean(entry.device, lookups.deviceTypeNames) ?? "machines of a pool are named by pool";
    yield { path: `${path}.device`, observed: entry.device, message, hint };
    return;
  }
  if (poolOfEntry(site, entry) !== undefined || lacksPools(context, site)) return;
  const pools = site.clusters.flatMap(({ name, pools: of }) => of.map((pool) => ({ cluster: name, pool: pool.name })));
  const having = pools.filter(({ pool }) => pool === entry.pool);
  const message =
    having.length > 1 && entry.cluster === undefined
      ? `the clusters ${having.map(({ cluster }) => cluster).join(", ")} each have a pool ${JSON.stringify(entry.pool)}`
      : `the ${entry.cluster === undefined ? "site" : `cluster ${entry.cluster}`} has no pool ${JSON.stringify(entry.pool)}`;
  const hint =
    having.length > 1
      ? "name the cluster too"
      : didYouMean(
          entry.pool ?? "",
          pools.map(({ pool }) => pool),
        );
  yield { path: `${path}.pool`, observed: entry.pool ?? "", message, ...hinted(hint) };
}

/** Whether a cluster or a pool of the site was left out, so that a name nobody has may be its. */
function lacksPools(context: RuleContext, { name, clusters }: PhysicalSiteSpec): boolean {
  const path = `sites.${name}.clusters`;
  return context.lacksItems(path) || clusters.some((cluster) => context.lacksItems(`${path}.${cluster.name}.pools`));
}

function* counts(site: PhysicalSiteSpec, path: string): Generator<Report> {
  const placed = new Map<string, { readonly path: string; readonly limit: number; observed: number }>();
  for (const layout of site.rackLayouts) {
    const racks = [...expandHostlist(layout.racks)].length;
    for (const entry of layout.entries) {
      const found = entry.pool === undefined ? undefined : poolOfEntry(site, entry);
      if (found === undefined) continue;
      const at = `${path}.clusters.${found.cluster.name}.pools.${found.pool.name}.count`;
      const sum = placed.get(at) ?? { path: at, limit: found.pool.count, observed: 0 };
      sum.observed += racks * entry.count;
      placed.set(at, sum);
    }
  }
  for (const { observed, limit, path: at } of placed.values()) {
    if (observed <= limit) continue;
    yield {
      path: at,
      observed,
      limit,
      unit: "machines",
      message: `the layouts of the site place ${figure(observed)} machines of the pool; it has ${figure(limit)}`,
      hint: "raise the count, or take racks out of the layouts",
    };
  }
}
