import { addDays, latest } from "./date";
import { type Follows, type MilestoneDates, type MilestoneKind, milestoneOrder } from "./milestone";
import type { Phase } from "./phase";
import type { RentCommencementOn } from "./rent";
import { phasesOf, type SiteSpec } from "./site";
import { type DatedService, datedServicesOf } from "./site-services";

/** A milestone of a phase, or a day of a utility service: its energization, or a step of its ramp. */
export type DatePlace =
  | { readonly of: "phase"; readonly phase: string; readonly milestone: MilestoneKind }
  | { readonly of: "utility"; readonly utility: string; readonly step?: string };

/** What is wrong with what a milestone follows. */
export interface FollowTrouble {
  readonly at: DatePlace;
  readonly trouble: "says nothing" | "says two things" | "is not there" | "comes round";
  /** What it names, or the way round. */
  readonly named: string;
}

/** When things happen at a site, with what follows what: as it happened, else as it is expected, else as agreed but not before what it follows. */
export interface SiteDates {
  /** The day of a milestone. */
  milestone(phase: Phase, kind: MilestoneKind): string | undefined;
  /** The day of a utility service: its energization, or a step of its ramp. */
  utility(service: string, step?: string): string | undefined;
  /** The day of dates that stand anywhere else at the site, such as those of a permit. */
  day(dates: MilestoneDates | undefined): string | undefined;
  /** First day rent is due for a phase. */
  rent(phase: Phase): string | undefined;
  /** First day of rent for what says when it begins by itself; `phase` where it does not. */
  rentFrom(terms: Commencement, phase: Phase): string | undefined;
  /** The day the power of a phase can be used: ready for service, else acceptance, else rent commencement. */
  usable(phase: Phase): string | undefined;
  readonly troubles: readonly FollowTrouble[];
}

/** When rent begins, as a phase or premises say it. */
export interface Commencement {
  readonly rentCommencement?: string | undefined;
  readonly rentCommencementOn?: RentCommencementOn | undefined;
}

interface Node {
  readonly at: DatePlace;
  readonly dates: MilestoneDates | undefined;
}

const known = new WeakMap<SiteSpec, SiteDates>();

/** The dates of a site. Reckoned once for a site: documents are never changed, and rules, ledgers and files ask for the same. */
export function siteDates(site: SiteSpec): SiteDates {
  const dates = known.get(site) ?? datesOf(site);
  known.set(site, dates);
  return dates;
}

function datesOf(site: SiteSpec): SiteDates {
  const nodes = new Map(nodesOf(phasesOf(site), datedServicesOf(site)).map((node) => [keyOf(node.at), node]));

  const dayAt = (place: DatePlace, within: readonly string[]): string | undefined => {
    const key = keyOf(place);
    const node = nodes.get(key);
    // What comes round to itself is a finding; until it is mended, the day is as agreed.
    if (node === undefined || within.includes(key)) return undefined;
    const inside = [...within, key];
    return dayOf(node.dates, placeOf(node.at), inside);
  };
  const dayOf = (dates: MilestoneDates | undefined, own: string, within: readonly string[]): string | undefined => {
    if (dates === undefined) return undefined;
    if (dates.actual !== undefined || dates.forecast !== undefined) return dates.actual ?? dates.forecast;
    const target = dates.follows === undefined ? undefined : targetOf(dates.follows, own);
    const after = target === undefined ? undefined : dayAt(target, within);
    return latest(dates.contract, after === undefined ? undefined : addDays(after, dates.follows?.days ?? 0));
  };
  const milestone = (phase: Phase, kind: MilestoneKind) => dayAt({ of: "phase", phase: phase.id, milestone: kind }, []);
  const rentFrom = (terms: Commencement, phase: Phase): string | undefined => {
    if (terms.rentCommencement !== undefined) return terms.rentCommencement;
    if (terms.rentCommencementOn === undefined) return terms === phase ? undefined : rentFrom(phase, phase);
    const { milestone: kind, daysAfter, notBefore } = terms.rentCommencementOn;
    const day = milestone(phase, kind);
    return day === undefined ? undefined : latest(addDays(day, daysAfter), notBefore);
  };
  const rent = (phase: Phase) => rentFrom(phase, phase);
  return {
    milestone,
    utility: (utility, step) => dayAt({ of: "utility", utility, ...(step === undefined ? {} : { step }) }, []),
    day: (dates) => dayOf(dates, "", []),
    rent,
    rentFrom,
    usable: (phase) => milestone(phase, "readyForService") ?? milestone(phase, "acceptance") ?? rent(phase),
    get troubles() {
      return [...nodes.values()].flatMap((node) => troublesOf(node, nodes));
    },
  };
}

/** The day of each milestone of a phase that is known. */
export function milestoneDates(site: SiteSpec, phase: Phase): Partial<Record<MilestoneKind, string>> {
  const dates = siteDates(site);
  const known = milestoneOrder.flatMap((kind) => {
    const day = dates.milestone(phase, kind);
    return day === undefined ? [] : [[kind, day] as const];
  });
  return Object.fromEntries(known);
}

/** A place as a text that no other has. */
const keyOf = (place: DatePlace): string =>
  place.of === "phase" ? `phase ${place.phase} ${place.milestone}` : `utility ${place.utility} ${place.step ?? ""}`;

/** The phase whose milestones a bare `milestone` means. */
const placeOf = (place: DatePlace): string => (place.of === "phase" ? place.phase : "");

function nodesOf(phases: readonly Phase[], services: readonly DatedService[]): Node[] {
  const ofPhases = phases.flatMap((phase) =>
    milestoneOrder.map(
      (milestone): Node => ({
        at: { of: "phase", phase: phase.id, milestone },
        dates: phase.milestones[milestone],
      }),
    ),
  );
  const ofServices = services.flatMap(({ name: utility, energization, ramp }): Node[] => [
    { at: { of: "utility", utility }, dates: energization },
    ...ramp.map(({ id: step, dates }): Node => ({ at: { of: "utility", utility, step }, dates })),
  ]);
  return [...ofPhases, ...ofServices];
}

/** Where a milestone looks; `own` is the phase it belongs to. */
function targetOf({ milestone, phase, utility, step }: Follows, own: string): DatePlace | undefined {
  if (utility !== undefined) return { of: "utility", utility, ...(step === undefined ? {} : { step }) };
  return milestone === undefined ? undefined : { of: "phase", phase: phase ?? own, milestone };
}

function troublesOf(node: Node, nodes: ReadonlyMap<string, Node>): FollowTrouble[] {
  const follows = node.dates?.follows;
  if (follows === undefined) return [];
  const target = targetOf(follows, placeOf(node.at));
  const twice = follows.utility !== undefined && (follows.milestone !== undefined || follows.phase !== undefined);
  if (twice) return [{ at: node.at, trouble: "says two things", named: "" }];
  if (target === undefined || (target.of === "phase" && target.phase === ""))
    return [{ at: node.at, trouble: "says nothing", named: "" }];
  if (!nodes.has(keyOf(target))) return [{ at: node.at, trouble: "is not there", named: placeWords(target) }];
  const round = roundFrom(node, nodes);
  return round === undefined
    ? []
    : [{ at: node.at, trouble: "comes round", named: round.map(placeWords).join(" -> ") }];
}

/** The way from a place back to itself; none where there is no such way. */
function roundFrom(start: Node, nodes: ReadonlyMap<string, Node>): DatePlace[] | undefined {
  const way: DatePlace[] = [start.at];
  const seen = new Set<string>();
  let node: Node | undefined = start;
  while (node !== undefined && !seen.has(keyOf(node.at))) {
    seen.add(keyOf(node.at));
    const next: DatePlace | undefined =
      node.dates?.follows === undefined ? undefined : targetOf(node.dates.follows, placeOf(node.at));
    if (next === undefined) return undefined;
    way.push(next);
    if (keyOf(next) === keyOf(start.at)) return way;
    node = nodes.get(keyOf(next));
  }
  return undefined;
}

/** A place in words. */
export const placeWords = (place: DatePlace): string =>
  place.of === "phase"
    ? `${place.milestone} of phase ${place.phase}`
    : `${place.step === undefined ? "energization" : `step ${place.step}`} of utility ${place.utility}`;
