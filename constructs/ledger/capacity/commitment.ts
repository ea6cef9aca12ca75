import { type CommitmentState, compareDates, type LeaseTerms, latest, leaseOf, type SiteSpec } from "../../model";
import type { CloudTerm } from "../../model/cluster-base";
import { type CostOptions, lookFrom } from "../committed-cost";
import { exitsOf } from "../exits";
import { memoized } from "../memo";
import { leaseEndOf, premisesOf, type RentedPremises } from "../premises";
import type { MachineLookup } from "../site-figures";
import { noticeWindow, optionSpans } from "../term";
import { endOfDay, type Span } from "./spans";
import { type Commitment, commitments } from "./words";

/** A stretch of time in which something is as sure as that. */
export interface CommittedSpan extends Span {
  readonly commitment: Commitment;
}

/** The less sure of two. */
export const weaker = (one: Commitment, other: Commitment): Commitment =>
  commitments.indexOf(one) >= commitments.indexOf(other) ? one : other;

/** How sure an agreement in a state is; nothing where it has ended. */
export function commitmentIn(state: CommitmentState): Commitment | undefined {
  const known: Readonly<Record<CommitmentState, Commitment | undefined>> = {
    proposed: "preliminary",
    exclusive: "preliminary",
    signedWithConditions: "conditional",
    binding: "firm",
    commenced: "firm",
    ended: undefined,
  };
  return known[state];
}

/** How sure the right to a site, or to one phase of it, is over time: phases may end each on its own day. Always firm where it is one's own. Nothing where its lease has ended. */
export function siteCommitments(site: SiteSpec, options: CostOptions, phase?: string): readonly CommittedSpan[] {
  const { spans, endsApart } = heldBy(site, options.machine, "");
  // Nearly all leases end as one, and then it is reckoned once.
  const key = [options.asOf, options.organisation, endsApart ? phase : undefined].join("\0");
  const known = spans.get(key) ?? reckon(site, options, endsApart ? phase : undefined);
  spans.set(key, known);
  return known;
}

/** What is known of a site: its premises, and how sure they are by who asks, when and for which phase. */
interface Held {
  readonly premises: readonly RentedPremises[];
  readonly endsApart: boolean;
  readonly spans: Map<string, readonly CommittedSpan[]>;
}

/** Machines and power of a site are asked about with one lookup. */
const heldBy = memoized<SiteSpec, MachineLookup, Held>((site, machine) => {
  const premises = premisesOf(site, machine);
  return { premises, endsApart: new Set(premises.map(({ to }) => to)).size > 1, spans: new Map() };
});

function reckon(site: SiteSpec, options: CostOptions, phase: string | undefined): CommittedSpan[] {
  const lease = leaseOf(site);
  if (lease === undefined) return [{ commitment: "firm" }];
  const state = commitmentIn(lease.state);
  if (state === undefined) return [];
  const all = heldBy(site, options.machine, "").premises;
  const own = all.filter((each) => each.phase.id === phase);
  // What is of no phase is there while any of the lease is.
  const premises = own.length > 0 ? own : all;
  const end = leaseEndOf(lease, premises);
  const until = end === undefined ? {} : { until: endOfDay(end) };
  if (state !== "firm") return [{ commitment: state, ...until }];
  const asOf = lookFrom(lease, premises, options);
  const [first] = exitsOf(lease, "counterparty", { organisation: options.organisation, asOf, end });
  const exit = first?.day;
  const isEarly = exit !== undefined && (end === undefined || compareDates(exit, end) < 0);
  const firm: CommittedSpan[] = isEarly
    ? [
        { commitment: "firm", until: endOfDay(exit) },
        { commitment: "terminable", from: endOfDay(exit), ...until },
      ]
    : [{ commitment: "firm", ...until }];
  return [...firm, ...optionalSpans(lease, premises, options.asOf)];
}

/** What options would add to a term that are not exercised, up to the first that can no longer be. */
function optionalSpans(
  lease: LeaseTerms,
  premises: readonly RentedPremises[],
  asOf: string | undefined,
): CommittedSpan[] {
  const ends = premises.map(({ to }) => to);
  const end = ends.includes(undefined) ? undefined : latest(...ends);
  if (end === undefined) return [];
  const spans: CommittedSpan[] = [];
  for (const { option, before, after } of optionSpans(lease, end)) {
    if (option.exercised !== undefined) continue;
    if (asOf !== undefined && compareDates(noticeWindow(before, option).by, asOf) < 0) break;
    spans.push({ commitment: "optional", from: endOfDay(before), until: endOfDay(after) });
  }
  return spans;
}

/** Contracts of clouds by how sure they are. A reservation is billed whether it is used or not, and there until it is given up. */
const byKind = {
  onDemand: "conditional",
  spot: "terminable",
  onDemandReservation: "firm",
  capacityBlock: "firm",
  capacityBlockPurchase: "firm",
  reservation: "firm",
  flexStart: "conditional",
  queued: "conditional",
  capacityReservation: "firm",
} as const satisfies Readonly<Record<string, Commitment>>;

/** How sure machines of a cloud are, by the kind of their contract and the state of the agreement; nothing where it has ended. */
export function cloudCommitment(kind: keyof typeof byKind, term: CloudTerm | undefined): Commitment | undefined {
  const state = commitmentIn(term?.state ?? "commenced");
  return state === undefined ? undefined : weaker(byKind[kind], state);
}
