import {
  addMonths,
  compareDates,
  earliest,
  type FleetSpec,
  formatMoney,
  type LeaseTerms,
  leaseOf,
  MOST_MONTHS,
  type SiteSpec,
  type TerminationRight,
} from "../model";
import { stepDay } from "./escalation";
import { exitBy, sidesOf } from "./exits";
import { guaranteedOn, guaranteeStart } from "./guarantee-amount";
import { type CoverOptions, leaseCovers } from "./guarantee-cover";
import { memoized } from "./memo";
import { firstOf } from "./months";
import { leaseEndOf, premisesOf, type RentedPremises } from "./premises";
import type { MachineLookup } from "./site-figures";
import { isBetween, noticeWindow, optionSpans } from "./term";

/** What a day in the calendar is about. */
export type NoticeKind =
  | "rentBegins"
  | "rentSteps"
  | "optionNotice"
  | "terminationWindow"
  | "earliestExit"
  | "condition"
  | "expansionRight"
  | "security"
  | "guarantee"
  | "leaseEnds";

/** A day on which something must be done, can be done for the first or last time, or changes. */
export interface Notice {
  readonly day: string;
  /** The site, or the guarantee. */
  readonly of: string;
  readonly kind: NoticeKind;
  /** What it is about: the id of the option, right, premises. */
  readonly id: string;
  readonly what: string;
  /** Whether somebody must act by that day, rather than know it. */
  readonly deadline: boolean;
}

export interface NoticeOptions extends CoverOptions {
  /**
   * The day from which one looks ahead: what lies before it is left out, and exits by notice given on it are shown.
   * @default - all days, and no exits, since those move with the day
   */
  readonly asOf?: string | undefined;
  readonly organisation?: string | undefined;
}

/** Every day that the leases and guarantees of a fleet bring, from a day on, in order. */
export function noticeCalendar(fleet: FleetSpec, options: NoticeOptions): readonly Notice[] {
  const { machine, ...rest } = options;
  return calendars(fleet, machine, JSON.stringify([rest.months, rest.asOf, rest.organisation]))(rest);
}

/** One calendar for all sites of a fleet: each site's page asks for it. */
const calendars = memoized((fleet: FleetSpec, machine: MachineLookup) => {
  let known: readonly Notice[] | undefined;
  return (rest: Omit<NoticeOptions, "machine">): readonly Notice[] => {
    known ??= reckonCalendar(fleet, { ...rest, machine });
    return known;
  };
});

function reckonCalendar(fleet: FleetSpec, options: NoticeOptions): Notice[] {
  const sites = fleet.sites.filter((site) => !site.retired);
  const organisation = options.organisation ?? fleet.organisation;
  const notices = [
    ...sites.flatMap((site) => ofLease(site, { ...options, organisation })),
    ...ofGuarantees(fleet, options),
  ];
  const key = ({ day, of, kind, id }: Notice) => `${day} ${of} ${kind} ${id}`;
  return notices
    .filter(({ day }) => options.asOf === undefined || compareDates(day, options.asOf) >= 0)
    .sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function ofLease(site: SiteSpec, options: NoticeOptions): Notice[] {
  const lease = leaseOf(site);
  if (lease === undefined || lease.state === "ended") return [];
  const premises = premisesOf(site, options.machine);
  const end = leaseEndOf(lease, premises);
  const of = site.name;
  const know = (day: string | undefined, kind: NoticeKind, id: string, what: string): Notice[] =>
    day === undefined ? [] : [{ day, of, kind, id, what, deadline: false }];
  const act = (day: string | undefined, kind: NoticeKind, id: string, what: string): Notice[] =>
    day === undefined ? [] : [{ day, of, kind, id, what, deadline: true }];
  return [
    ...premises.flatMap((each) => know(each.from, "rentBegins", each.id, `rent of ${each.id} begins`)),
    ...premises.flatMap((each) => stepsOf(each).flatMap(({ day, what }) => know(day, "rentSteps", each.id, what))),
    ...optionsOf(lease, premises, act, know),
    ...lease.terminationRights.flatMap((right, index) => {
      const id = right.id ?? `${right.party}-${index + 1}`;
      const who = sidesOf(right, lease, options.organisation).length > 1 ? "either side" : right.party;
      const if_ = right.condition === undefined ? "" : `, if ${right.condition}`;
      const exit = exitWithin(right, options.asOf, end);
      return [
        ...know(
          right.from,
          "terminationWindow",
          id,
          `${who} may give notice from now on, of ${right.noticeDays} days${if_}`,
        ),
        ...(right.until === undefined
          ? []
          : act(right.until, "terminationWindow", id, `last day on which ${who} may give notice${if_}`)),
        ...know(exit, "earliestExit", id, `the lease can have ended by the right of ${who}`),
      ];
    }),
    ...(lease.conditions ?? []).flatMap(({ id, what, by, met }) =>
      met === undefined ? act(by, "condition", id, `last day for: ${what}`) : [],
    ),
    ...(lease.expansionRights ?? []).flatMap(({ id, kind, until }) =>
      act(until, "expansionRight", id, `last day of the right of ${expansionWords[kind]}`),
    ),
    ...(lease.security ?? []).flatMap(({ id, kind, due, released }) => [
      ...act(due, "security", id, `${securityWords[kind]} is due`),
      ...know(released, "security", id, `${securityWords[kind]} is released`),
    ]),
    ...know(end, "leaseEnds", "term", "last day of the lease"),
  ];
}

/** The first day on which a right ends the lease by notice on the day, unless the term has ended by then. */
function exitWithin(right: TerminationRight, asOf: string | undefined, end: string | undefined): string | undefined {
  const day = asOf === undefined ? undefined : exitBy(right, asOf)?.day;
  return day !== undefined && isBetween(day, undefined, end) ? day : undefined;
}

const expansionWords = {
  firstOffer: "first offer",
  firstRefusal: "first refusal",
  option: "expansion",
  exclusivity: "exclusivity",
};
const securityWords = {
  deposit: "the deposit",
  letterOfCredit: "the letter of credit",
  parentGuaranty: "the parent's guaranty",
  equityPledge: "the pledge of equity",
};

type Add = (day: string | undefined, kind: NoticeKind, id: string, what: string) => Notice[];

/** The options that are still open, as if each before were exercised. */
function optionsOf(lease: LeaseTerms, premises: readonly RentedPremises[], act: Add, know: Add): Notice[] {
  const first = earliest(...premises.map(({ to }) => to));
  if (first === undefined) return [];
  return optionSpans(lease, first).flatMap(({ option, before }) => {
    if (option.exercised !== undefined) return [];
    const { from, by } = noticeWindow(before, option);
    return [
      ...know(
        from,
        "optionNotice",
        option.id,
        `notice for the option ${option.id} of ${option.months} months can be given from now on`,
      ),
      ...act(
        by,
        "optionNotice",
        option.id,
        `last day of notice for the option ${option.id} of ${option.months} months`,
      ),
    ];
  });
}

/** The days on which the rent of premises steps up within its first term. */
function stepsOf({ from, to, escalation }: RentedPremises): { day: string; what: string }[] {
  if (from === undefined || to === undefined || escalation === undefined) return [];
  const last = earliest(to, addMonths(from, MOST_MONTHS)) ?? to;
  const days: { day: string; what: string }[] = [];
  for (let step = 1; ; step++) {
    const day = stepDay(escalation, from, step);
    if (compareDates(day, last) > 0) return days;
    if (compareDates(day, from) > 0) days.push({ day, what: `rent steps up by ${escalation.percent} %` });
  }
}

/** Where guarantees start, stand each year, and leave leases short or bare. */
function ofGuarantees(fleet: FleetSpec, options: NoticeOptions): Notice[] {
  const ofEach = fleet.guarantees.flatMap((guarantee): Notice[] => {
    const { name, amount, amortizationMonths, amortizationStepMonths = 1, end } = guarantee;
    const start = guaranteeStart(guarantee, fleet.sites, options.machine);
    const know = (day: string, what: string): Notice => ({
      day,
      of: name,
      kind: "guarantee",
      id: guarantee.obligor,
      what,
      deadline: false,
    });
    if (start === undefined || guarantee.state === "ended") return [];
    const steps: Notice[] = [];
    // Where it falls each month, once a year is enough to know it.
    const every = Math.max(12, amortizationStepMonths);
    for (let months = every; amortizationMonths !== undefined && months < amortizationMonths; months += every) {
      const day = addMonths(start, months);
      const left = guaranteedOn(guarantee, start, day);
      if (amount !== undefined && left?.gt(0) === true)
        steps.push(know(day, `falls to ${formatMoney({ amount: left.toFixed(2), currency: amount.currency })}`));
    }
    return [
      know(start, "begins to cover"),
      ...steps,
      ...(amortizationMonths === undefined
        ? []
        : [know(addMonths(start, amortizationMonths), "has fallen to nothing")]),
      ...(end === undefined ? [] : [know(end, "last day of the guarantee")]),
    ];
  });
  const short = leaseCovers(fleet, options).flatMap(
    ({ site, shortFrom, bareFrom, requirement, tailMonths }): Notice[] => {
      const know = (day: string, what: string): Notice => ({
        day,
        of: site,
        kind: "guarantee",
        id: "cover",
        what,
        deadline: false,
      });
      return [
        ...(shortFrom === undefined ? [] : [know(firstOf(shortFrom), `guarantees cover less than ${requirement}`)]),
        ...(bareFrom === undefined
          ? []
          : [know(firstOf(bareFrom), `no guarantee covers the last ${tailMonths} months`)]),
      ];
    },
  );
  return [...ofEach, ...short];
}
