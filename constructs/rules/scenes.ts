import { presenceAt } from "../ledger/presence";
import { type PhysicalSiteSpec, phasesOf, siteDates } from "../model";
import { compareDates } from "../model/date";
import { hallsOf } from "../owned/allocation/pool-requests";
import { type HeatSources, looseItems } from "../owned/cooling/heat";
import { type CoolingUnit, unitsOf } from "../owned/cooling/units";
import type { RackLookups } from "../owned/racks/lookups";
import type { IsThere } from "../owned/racks/rack-load";
import { standingRacks } from "../owned/racks/standing";
import { plannedSites } from "./planning";
import type { Report, RuleContext } from "./rule";

/** A site with what stands in it. */
export interface Scene extends HeatSources {
  readonly site: PhysicalSiteSpec;
  readonly path: string;
  readonly lookups: RackLookups;
  /** Components of cooling, those of every phase. */
  readonly units: readonly CoolingUnit[];
}

const made = new WeakMap<RuleContext, readonly Scene[]>();

/** Every site in use that is not a cloud, with what stands in it by its layouts and by its plan. */
export function scenes(context: RuleContext): readonly Scene[] {
  const known = made.get(context);
  if (known !== undefined) return known;
  const found = [...reckon(context)];
  made.set(context, found);
  return found;
}

function* reckon(context: RuleContext): Generator<Scene> {
  const lookups = context.planning;
  for (const { site, path, plan } of plannedSites(context)) {
    if (context.isPartial(`${path}.coolingTopology`) || context.isPartial("deviceTypes")) continue;
    const racks = standingRacks(site, plan.allocation, lookups);
    const loose = looseItems(site, racks, (pool) => hallsOf(site, pool), lookups);
    const units = site.coolingTopology === undefined ? [] : unitsOf(site.coolingTopology);
    yield { site, path, racks, loose, lookups, units };
  }
}

/** A site at a date at which something comes. */
export interface Step {
  /** None for the end, when what has no date is there too. */
  readonly date: string | undefined;
  /** The phases that come, for a finding; none where no phase has a date. */
  readonly phase: { readonly phase?: string };
  /** Whether something in a hall is there. */
  isThere(hall: string): IsThere;
  /** The components of cooling that are there. */
  readonly units: readonly CoolingUnit[];
}

/** The dates at which phases become usable, then the end where some phase has none. */
export function stepsOf({ site, units }: Pick<Scene, "site" | "units">): Step[] {
  const dates = siteDates(site);
  const phases = phasesOf(site).map(({ id, ...phase }) => ({ id, usable: dates.usable({ id, ...phase }) }));
  const days = [...new Set(phases.flatMap(({ usable }) => usable ?? []))].sort(compareDates);
  const hasUndated = days.length === 0 || phases.some(({ usable }) => usable === undefined);
  return [...days, ...(hasUndated ? [undefined] : [])].map((date): Step => {
    const presence = presenceAt(site, date, dates);
    const opening = phases.filter(({ usable }) => usable === date).map(({ id }) => id);
    return {
      date,
      phase: days.length === 0 || opening.length === 0 ? {} : { phase: opening.join(", ") },
      isThere:
        (hall) =>
        ({ phase, until }) =>
          presence.has({ hall, phase }) &&
          (until === undefined || date === undefined || compareDates(date, until) <= 0),
      units: units.filter(({ phase }) => presence.has({ phase })),
    };
  });
}

/** What is found at each step, each thing once: with the phase at which it begins. */
export function* firstOf(scene: Scene, check: (step: Step) => Iterable<Report>): Generator<Report> {
  const said = new Set<string>();
  for (const step of stepsOf(scene)) {
    for (const report of check(step)) {
      const key = `${report.path} ${report.severity ?? ""} ${report.unit ?? ""}`;
      if (said.has(key)) continue;
      said.add(key);
      yield { ...step.phase, ...report };
    }
  }
}
