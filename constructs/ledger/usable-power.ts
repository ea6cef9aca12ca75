import {
  type Bound,
  countedMeaning,
  type PhysicalSiteSpec,
  phasesOf,
  type SiteDates,
  siteDates,
  total,
} from "../model";
import { addDays, compareDates } from "../model/date";
import type { PowerNodeKind, PowerTopology } from "../model/power-topology";
import type { OnsiteGeneration, UtilityService } from "../model/utility-service";
import { isBy, presenceAt, type SitePresence } from "./presence";
import { type GroupCapacity, groupCapacities } from "./redundancy";

/** One of the terms whose least is the usable power of a site. */
export type PowerTermName = "utility" | "delivered" | "electrical" | "cooling";

/** Critical IT power that one part of a site allows. */
export interface PowerTerm {
  readonly name: PowerTermName;
  readonly valueMW: number;
  /** A floor stays one: to exceed it proves nothing. */
  readonly bound: Bound;
}

/** The critical IT power of a site at a date. */
export interface UsablePower {
  /** None for the end, when what has no date is there too. */
  readonly date: string | undefined;
  /** Firm power of all utility services at the date, in MW of utility power. */
  readonly firmMW: number;
  /** Onsite generation that runs and is permitted at the date. */
  readonly onsiteMW: number;
  /** Utility over critical IT power; 1 where nobody says, which is the most that can be left for IT. */
  readonly peakPue: number;
  /** The terms that are stated, in this order: utility, delivered, electrical, cooling. */
  readonly terms: readonly PowerTerm[];
  /** The least of the terms; of equal ones the first. None where nothing is stated. */
  readonly binds: PowerTerm | undefined;
}

/**
 * Critical IT power of a site at a date, the least of:
 *
 * - `utility`: firm power of the utility services at the date plus permitted onsite generation, over the peak PUE
 * - `delivered`: what the phases that are usable by the date bring, where all of them speak of critical IT power
 * - `electrical`: what the halls that are open power, and what the redundancy groups of the power topology carry with their scheme kept
 * - `cooling`: of that, what the same halls cool; a hall that does not say cools what it powers
 */
export function usablePower(
  site: PhysicalSiteSpec,
  date: string | undefined,
  dates: SiteDates = siteDates(site),
): UsablePower {
  const presence = presenceAt(site, date, dates);
  const peakPue = Math.max(1, site.peakPue?.value ?? 1);
  const firmMW = total(site.utilities.map((service) => figure(firmAt(service, date, dates)))).value;
  const onsite = site.utilities.flatMap(({ onsiteGeneration }) => onsiteGeneration);
  const onsiteMW = total(onsite.map((plant) => figure(onsiteAt(plant, date, dates)))).value;
  const terms = [
    ...utilityTerm(site, (firmMW + onsiteMW) / peakPue),
    ...deliveredTerm(site, presence),
    ...hallTerms(site, presence, peakPue),
  ];
  const binds = terms.reduce<PowerTerm | undefined>(
    (least, term) => (least === undefined || term.valueMW < least.valueMW ? term : least),
    undefined,
  );
  return { date, firmMW, onsiteMW, peakPue, terms, binds };
}

const figure = (value: number, bound: Bound = "exact") => ({ value, bound, basis: "assumed" as const });

/** Firm power of a service at a date: of the last step of its ramp that has come, else all of it once it is energized. */
export function firmAt(service: UtilityService, date: string | undefined, dates: SiteDates): number {
  const { name, ramp, firmMW, energization } = service;
  if (ramp.length === 0) return energization === undefined || isBy(dates.utility(name), date) ? firmMW : 0;
  const come = ramp.filter(({ id }) => isBy(dates.utility(name, id), date));
  return Math.max(0, ...come.map((step) => step.firmMW));
}

/** What an onsite plant may make at a date: what is built, and no more than its permits of that day allow together. */
export function onsiteAt(plant: OnsiteGeneration, date: string | undefined, dates: SiteDates): number {
  if (plant.dates !== undefined && !isBy(dates.day(plant.dates), date)) return 0;
  const valid = plant.permits.filter(
    ({ from, until }) =>
      isBy(from, date) && (until === undefined || (date !== undefined && compareDates(date, until) <= 0)),
  );
  const permitted = valid.reduce((sum, { permittedMW }) => sum + permittedMW, 0);
  return Math.min(plant.units * plant.unitMW, permitted);
}

function utilityTerm({ utilities }: PhysicalSiteSpec, valueMW: number): PowerTerm[] {
  if (utilities.length === 0) return [];
  return [{ name: "utility", valueMW, bound: total(utilities.map(({ bound }) => figure(0, bound))).bound }];
}

function deliveredTerm(site: PhysicalSiteSpec, presence: SitePresence): PowerTerm[] {
  const phases = phasesOf(site);
  const figures =
    phases.length === 0 ? (site.power === undefined ? [] : [site.power]) : phases.map(({ power }) => power);
  if (figures.length === 0 || figures.some((each) => countedMeaning(each) !== "criticalIT")) return [];
  const usable =
    phases.length === 0 ? figures : phases.filter(({ id }) => presence.phases.has(id)).map(({ power }) => power);
  const sum = total(usable.map(({ valueMW, bound, basis }) => ({ value: valueMW, bound, basis })));
  return [{ name: "delivered", valueMW: sum.value, bound: sum.bound }];
}

function hallTerms(site: PhysicalSiteSpec, presence: SitePresence, peakPue: number): PowerTerm[] {
  const halls = site.halls.filter(({ name }) => presence.has({ hall: name }));
  const groups = site.powerTopology === undefined ? [] : onPathOfMachines(site.powerTopology, presence);
  // A group without a hall carries what cools the site too.
  const whole = groups.filter(({ halls: its }) => its.length === 0).map(({ usableKW }) => usableKW / 1000 / peakPue);
  if (site.halls.length === 0) {
    const least = Math.min(Number.POSITIVE_INFINITY, ...whole);
    return least === Number.POSITIVE_INFINITY ? [] : [{ name: "electrical", valueMW: clean(least), bound: "exact" }];
  }
  const powered = halls.map((hall) => {
    const own = groups.filter(({ halls: its }) => its.length === 1 && its[0] === hall.name);
    return Math.min(hall.criticalItMW, ...own.map(({ usableKW }) => usableKW / 1000));
  });
  const cooled = halls.map((hall, index) => Math.min(powered[index] ?? 0, hall.coolingMW ?? Number.POSITIVE_INFINITY));
  const sum = (values: readonly number[]) => total(values.map((value) => figure(value))).value;
  const electrical = Math.min(sum(powered), ...whole);
  return [
    { name: "electrical", valueMW: clean(electrical), bound: "exact" },
    ...(site.halls.some(({ coolingMW }) => coolingMW !== undefined)
      ? [{ name: "cooling" as const, valueMW: clean(Math.min(sum(cooled), electrical)), bound: "exact" as const }]
      : []),
  ];
}

/** Kinds of nodes that the power of machines goes through: backup, batteries and mechanical panels limit none of it. */
const path: readonly PowerNodeKind[] = [
  "utility",
  "substation",
  "transformer",
  "switchgear",
  "ups",
  "sts",
  "busway",
  "pdu",
  "rpp",
];

function onPathOfMachines({ nodes, redundancyGroups }: PowerTopology, presence: SitePresence): GroupCapacity[] {
  return groupCapacities({ nodes: nodes.filter(({ kind }) => path.includes(kind)), redundancyGroups }, presence.has);
}

const clean = (value: number): number => Number(value.toPrecision(12));

/** Every day on which the usable power of a site may change, in order. */
export function powerDays(site: PhysicalSiteSpec, dates: SiteDates = siteDates(site)): string[] {
  const days = [
    ...phasesOf(site).map((phase) => dates.usable(phase)),
    ...site.utilities.flatMap(({ name, ramp, energization, onsiteGeneration }) => [
      ...(ramp.length === 0 && energization !== undefined ? [dates.utility(name)] : []),
      ...ramp.map(({ id }) => dates.utility(name, id)),
      ...onsiteGeneration.flatMap((plant) => [
        dates.day(plant.dates),
        ...plant.permits.flatMap(({ from, until }) => [from, until === undefined ? undefined : addDays(until, 1)]),
      ]),
    ]),
  ];
  return [...new Set(days.flatMap((day) => day ?? []))].sort(compareDates);
}

/** The usable power of a site on every day on which it may change, and at the end where something has no day. */
export function usablePowerSteps(site: PhysicalSiteSpec): UsablePower[] {
  const dates = siteDates(site);
  const steps = powerDays(site, dates).map((day) => usablePower(site, day, dates));
  const isUndated =
    phasesOf(site).some((phase) => dates.usable(phase) === undefined) ||
    site.utilities.some(({ name, ramp }) => ramp.some(({ id }) => dates.utility(name, id) === undefined));
  return steps.length === 0 || isUndated ? [...steps, usablePower(site, undefined, dates)] : steps;
}
