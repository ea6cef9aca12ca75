import { compareDates, type Phase, type Pool, phasesOf, type SiteSpec, siteDates } from "../model";
import { mostCriticalPower } from "./critical-power";

/** A site at one date: no date for the end, when phases without one are there too. */
export interface PowerStep {
  readonly date: string | undefined;
  readonly phases: readonly Phase[];
  /** Those of the phases that are new at the date. */
  readonly opening: readonly Phase[];
}

/** The dates at which power is added; nothing where no phase has a date, or the power of one is not known. */
export function powerSteps(site: SiteSpec): PowerStep[] | undefined {
  const phases = phasesOf(site);
  const usableFrom = siteDates(site).usable;
  const dates = [...new Set(phases.flatMap((phase) => usableFrom(phase) ?? []))].sort(compareDates);
  if (dates.length === 0 || phases.some((phase) => mostCriticalPower(phase.power, site) === undefined))
    return undefined;
  const steps = dates.map(
    (date): PowerStep => ({
      date,
      phases: phases.filter((phase) => isBy(usableFrom(phase), date)),
      opening: phases.filter((phase) => usableFrom(phase) === date),
    }),
  );
  const undated = phases.filter((phase) => usableFrom(phase) === undefined);
  return undated.length === 0 ? steps : [...steps, { date: undefined, phases, opening: undated }];
}

const isBy = (from: string | undefined, date: string): boolean => from !== undefined && compareDates(from, date) <= 0;

/** A site at a day, or at the end. */
export function stepAt(site: SiteSpec, date: string | undefined): PowerStep {
  const dates = siteDates(site);
  const phases = phasesOf(site).filter((phase) => {
    const from = dates.usable(phase);
    return date === undefined || (from !== undefined && from <= date);
  });
  return { date, phases, opening: phases.filter((phase) => dates.usable(phase) === date) };
}

/** A pool is there from its contract's phase on, or from the first, until its contract ends. */
export function isThere(pool: Pool, site: SiteSpec, { date, phases }: PowerStep): boolean {
  const { capacity } = pool;
  if (capacity.kind !== "leased" && capacity.kind !== "owned") return true;
  const { phase, until } = capacity;
  // A phase that does not exist is the rule CAP-1's.
  const isKnown = phasesOf(site).some((each) => each.id === phase);
  const hasBegun = !isKnown || phases.some((each) => each.id === phase);
  return hasBegun && (until === undefined || (date !== undefined && compareDates(date, until) <= 0));
}
