import type { RackFeed } from "../../model/rack-feed";
import type { Survival } from "../../model/survival";
import { isOver } from "../over-limit";

/** What of a feed decides how much it carries. */
export type FeedRating = Pick<RackFeed, "voltageV" | "currentA" | "phases" | "continuousFactor" | "powerFactor">;

/** A feed of one rack. */
export interface FeedOfRack extends FeedRating {
  readonly id: string;
  readonly side?: string | undefined;
  /** What it hangs on: feeds of one source are lost together. @default - a source of its own */
  readonly source?: string | undefined;
}

/** Power supplies of one machine. */
export interface Supplies {
  readonly fitted: number;
  /** How many must live for the machine to run. */
  readonly required: number;
}

/** A rack that is asked what it lives through. */
export interface FedRack {
  readonly feeds: readonly FeedOfRack[];
  /** The most that everything in the rack draws. */
  readonly loadKW: number;
  /** The supplies of each machine in it, split evenly over the feeds. @default - not asked */
  readonly supplies?: Supplies | undefined;
}

/** Feeds that one failure takes. */
export interface FeedLoss {
  /** `nothing`, `feed a1`, `side A`, `rpp-a-01`. */
  readonly name: string;
  readonly feeds: readonly string[];
  /** Power supplies of a machine that fail beside the feeds. @default 0 */
  readonly supplies?: number;
}

/** A rack after a loss. */
export interface FedRackOutcome {
  readonly loss: FeedLoss;
  readonly liveFeeds: number;
  /** What the live feeds carry together: cords share equally, so that the weakest of them sets it for all. */
  readonly capacityKW: number;
  readonly loadKW: number;
  /** Whether the live feeds carry the rack. */
  readonly carries: boolean;
  /** Supplies of a machine on live feeds, of the machine that keeps least. */
  readonly suppliesLeft?: number;
  readonly suppliesNeeded?: number;
  /** Whether enough supplies live; true where nobody says how many there are. */
  readonly suppliesHold: boolean;
  readonly passes: boolean;
}

/**
 * Apparent power that a feed carries without end: V x A x sqrt(3) with three phases, times the continuous factor, once. 415 V and
 * 60 A in three phases at 0.8 are 34.50 kVA.
 */
export const feedKVA = ({ voltageV, currentA, phases, continuousFactor }: FeedRating): number =>
  (voltageV * currentA * (phases === 3 ? Math.sqrt(3) : 1) * continuousFactor) / 1000;

/** Real power that a feed carries without end: 34.50 kVA at a power factor of 0.95 are 32.78 kW. */
export const feedKW = (feed: FeedRating): number => feedKVA(feed) * feed.powerFactor;

/**
 * Supplies of one machine by feed, in the order of the feeds. They are plugged in turn, the sides alternating, so that six
 * supplies on A1, A2, B1 and B2 are three a side.
 */
export function suppliesByFeed(feeds: readonly FeedOfRack[], fitted: number): readonly number[] {
  const counts = feeds.map(() => 0);
  const turn = alternating(feeds);
  for (let supply = 0; supply < fitted; supply++) {
    const index = turn[supply % turn.length];
    if (index !== undefined) counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

/** Indices of the feeds, the sides in turn: A1, B1, A2, B2. */
function alternating(feeds: readonly FeedOfRack[]): number[] {
  const sides = new Map<string, number[]>();
  for (const [index, feed] of feeds.entries()) {
    const side = feed.side ?? `feed ${feed.id}`;
    sides.set(side, [...(sides.get(side) ?? []), index]);
  }
  const lists = [...sides.values()];
  const most = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: most }, (_, row) => lists.flatMap((list) => list[row] ?? [])).flat();
}

/** What a rack still carries when feeds are lost, and how many supplies of a machine live on. */
export function rackFeedCheck(rack: FedRack, loss: FeedLoss): FedRackOutcome {
  const { feeds, loadKW, supplies } = rack;
  const live = feeds.filter((feed) => !loss.feeds.includes(feed.id));
  const capacityKW = live.length === 0 ? 0 : live.length * Math.min(...live.map(feedKW));
  const carries = !isOver(loadKW, capacityKW);
  const outcome = { loss, liveFeeds: live.length, capacityKW, loadKW, carries };
  if (supplies === undefined) return { ...outcome, suppliesHold: true, passes: carries };
  const perFeed = suppliesByFeed(feeds, supplies.fitted);
  const onLive = feeds.reduce((sum, feed, index) => sum + (live.includes(feed) ? (perFeed[index] ?? 0) : 0), 0);
  const suppliesLeft = Math.max(0, onLive - (loss.supplies ?? 0));
  const suppliesHold = suppliesLeft >= supplies.required;
  return { ...outcome, suppliesLeft, suppliesNeeded: supplies.required, suppliesHold, passes: carries && suppliesHold };
}

/** Nothing is lost: what a rack must carry in any case. */
export const NO_LOSS: FeedLoss = { name: "nothing", feeds: [] };

/**
 * The losses that a rack must live through: each source of a feed from `feed` on, each side from `side` on. A system takes a
 * source or a side and is no larger at the rack; what it does upstream is the power tree's to say.
 */
export function lossesCovered(feeds: readonly FeedOfRack[], survival: Survival): FeedLoss[] {
  if (survival === "none") return [NO_LOSS];
  const one: FeedLoss = { name: "one supply", feeds: [], supplies: 1 };
  if (survival === "supply") return [NO_LOSS, one];
  const sources = groups(
    feeds,
    (feed) => feed.source ?? feed.id,
    (key) => (feeds.some(({ id }) => id === key) ? `feed ${key}` : key),
  );
  if (survival === "feed") return [NO_LOSS, one, ...sources];
  return [
    NO_LOSS,
    one,
    ...sources,
    ...groups(
      feeds,
      (feed) => feed.side,
      (key) => `side ${key}`,
    ),
  ];
}

function groups(
  feeds: readonly FeedOfRack[],
  keyOf: (feed: FeedOfRack) => string | undefined,
  nameOf: (key: string) => string,
): FeedLoss[] {
  const keys = [...new Set(feeds.flatMap((feed) => keyOf(feed) ?? []))].sort();
  return keys.map((key) => ({
    name: nameOf(key),
    feeds: feeds.filter((feed) => keyOf(feed) === key).map(({ id }) => id),
  }));
}

/** A rack after each loss that it must live through, worst named by the caller. */
export const rackOutcomes = (rack: FedRack, survival: Survival): FedRackOutcome[] =>
  lossesCovered(rack.feeds, survival).map((loss) => rackFeedCheck(rack, loss));

/** The most a rack may draw with every loss it must live through: 65.55 kW for three feeds of 32.78 kW and survival of a feed. */
export function carriedKW(feeds: readonly FeedOfRack[], survival: Survival): number {
  return Math.min(...rackOutcomes({ feeds, loadKW: 0 }, survival).map(({ capacityKW }) => capacityKW));
}
