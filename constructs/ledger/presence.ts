import { compareDates, type PhysicalSiteSpec, phasesOf, type SiteDates, siteDates } from "../model";

/** Where something stands, and with what it comes. */
export interface Place {
  readonly hall?: string | undefined;
  readonly phase?: string | undefined;
}

/** Which parts of a site are there at a date. */
export interface SitePresence {
  /** The day asked for; none for the end, when what has no date is there too. */
  readonly date: string | undefined;
  /** Phases that are usable by the day. */
  readonly phases: ReadonlySet<string>;
  /** Whether what stands in a hall or comes with a phase is there: with its phase, else with its hall's, else from the start. */
  has(place: Place): boolean;
}

/** What of a site is there by a date. */
export function presenceAt(
  site: PhysicalSiteSpec,
  date: string | undefined,
  dates: SiteDates = siteDates(site),
): SitePresence {
  const all = phasesOf(site);
  const phases = new Set(all.filter((phase) => isBy(dates.usable(phase), date)).map(({ id }) => id));
  const known = new Set(all.map(({ id }) => id));
  const withHall = new Map(all.flatMap(({ id, halls }) => halls.map((hall) => [hall, id] as const)));
  return {
    date,
    phases,
    has: ({ hall, phase }) => {
      const opens = phase ?? (hall === undefined ? undefined : withHall.get(hall));
      // A phase that does not exist is another rule's.
      return opens === undefined || !known.has(opens) || phases.has(opens);
    },
  };
}

/** Whether a day has come by a date; with no date asked for, everything has. */
export const isBy = (day: string | undefined, date: string | undefined): boolean =>
  date === undefined || (day !== undefined && compareDates(day, date) <= 0);
