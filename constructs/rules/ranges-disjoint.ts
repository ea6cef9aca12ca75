import { clustersNeeded, eachRangesOf, isSpread, MOST_CLUSTERS, spreadName } from "../ledger";
import { contains, overlap, type SiteSpec } from "../model";
import type { Rule, RuleContext } from "./rule";
import { type StatedRange, statedRanges } from "./stated-ranges";

export const rangesDisjoint: Rule = {
  id: "X-CIDR-01",
  title: "no address belongs to two ranges of the fleet; what never leaves a cluster may be the same in several",
  severity: "error",
  formula: "sorted by first address, no range begins before the one it follows has ended",
  source:
    "routing between sites: Amazon VPC user guide (peering, EKS service range), GKE network requirements; AKS documentation, Azure CNI Overlay: clusters may have the same pod range",
  *check(context) {
    const all = [...statedRanges(context)].filter((each) => each.use !== "accelerators");
    const order = new Map(all.map((each, index) => [each, index]));
    const pairs = [...overlaps(all), ...innerOverlaps(all)].filter(
      ([a, b]) => !isParentAndChild(a, b) && !isOneVpc(a, b) && !isReported(a, b, all),
    );
    const spread = spreadNetworks(context);
    const reported = new Set<string>();
    for (const pair of pairs) {
      const [first, later] = pair.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
      // The clusters of one that is spread are written once: what is wrong with its network is one mistake.
      const [one, other] = [spread.get(first.network), spread.get(later.network)];
      if (one !== undefined && one.path === other?.path) {
        const key = `${one.path} ${later.path.slice(later.network.length)}`;
        if (!one.hasEachRange || reported.has(key)) continue;
        reported.add(key);
      }
      const relation = first.range.cidr === later.range.cidr ? "is the range of" : "overlaps";
      yield {
        path: later.path,
        observed: later.range.cidr,
        limit: first.range.cidr,
        message: `${later.range.cidr} ${relation} ${first.path}${relation === "overlaps" ? ` (${first.range.cidr})` : ""}; traffic for these addresses has two destinations`,
        hint: "choose a range that no other site or cluster has",
      };
    }
  },
};

type Pair = [StatedRange, StatedRange];

/** A cluster that is spread, as it was written. */
interface Spread {
  readonly path: string;
  /** Without one the rule SPREAD-1 has refused its network. */
  readonly hasEachRange: boolean;
}

/** By the path of the network of each cluster that one becomes. */
function spreadNetworks({ authored }: RuleContext): ReadonlyMap<string, Spread> {
  const found = new Map<string, Spread>();
  for (const site of authored.sites) {
    for (const cluster of site.tenure === "cloud" ? site.clusters : []) {
      if (!isSpread(cluster)) continue;
      const path = `sites.${site.name}.clusters.`;
      const spread = { path: path + cluster.name, hasEachRange: eachRangesOf(cluster.network).length > 0 };
      for (let number = 1; number <= Math.min(clustersNeeded(cluster), MOST_CLUSTERS); number++)
        found.set(`${path}${spreadName(cluster.name, number)}.network`, spread);
    }
  }
  return found;
}

/**
 * Whether a range is known inside its cluster alone: service ranges everywhere, those of further networks of GPU machines, which
 * are VPCs of their own, and the pods of AKS, which are an overlay. Such
 * ranges may be the same in several clusters.
 */
const isInner = ({ use, site }: StatedRange): boolean =>
  use === "services" || use === "gpu" || (use === "pods" && site.tenure === "cloud" && site.provider === "azure");

/**
 * All pairs that share an address, inner ranges with each other excepted: those never leave their cluster, but must not hide
 * what the cluster wants to reach. Ranges in CIDR notation nest or are disjoint, so that what is open at an address is a stack,
 * and the work is that of sorting and of the pairs found.
 */
function* overlaps(ranges: readonly StatedRange[]): Generator<Pair> {
  const inner: StatedRange[] = [];
  const others: StatedRange[] = [];
  for (const next of sorted(ranges)) {
    close(inner, next);
    close(others, next);
    for (const open of others) yield [open, next];
    if (!isInner(next)) for (const open of inner) yield [open, next];
    (isInner(next) ? inner : others).push(next);
  }
}

/** Inner ranges of one cluster; on Google Cloud of one VPC, where service ranges are ranges of a subnetwork. */
function* innerOverlaps(ranges: readonly StatedRange[]): Generator<Pair> {
  const groups = new Map<string, StatedRange[]>();
  for (const range of ranges.filter(isInner)) {
    const key = range.use === "gpu" || !sharesServices(range.site) ? range.network : `sites.${range.site.name}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [range]);
    else group.push(range);
  }
  for (const group of groups.values()) {
    const open: StatedRange[] = [];
    for (const next of sorted(group)) {
      close(open, next);
      for (const each of open) yield [each, next];
      open.push(next);
    }
  }
}

const sharesServices = (site: SiteSpec): boolean =>
  site.tenure === "cloud" && site.provider === "google" && site.stacks === "single";

/** By first address; of those that begin together the widest first. */
const sorted = (ranges: readonly StatedRange[]): StatedRange[] =>
  [...ranges].sort((a, b) => a.range.first - b.range.first || b.range.last - a.range.last);

/** Drops from the stack what has ended before the next range begins. */
function close(open: StatedRange[], next: StatedRange): void {
  for (let top = open.at(-1); top !== undefined && top.range.last < next.range.first; top = open.at(-1)) open.pop();
}

const inOneVpc = (a: StatedRange, b: StatedRange): boolean => a.vpcId !== undefined && a.vpcId === b.vpcId;

/** Ranges of a VPC that exists are the same wherever it is named. */
const isOneVpc = (a: StatedRange, b: StatedRange): boolean =>
  a.use === "network" && b.use === "network" && inOneVpc(a, b);

/** What of an Azure site lies in its network. */
const SUBNETS: readonly string[] = ["nodes", "apiServer", "storage", "endpoints"];

/** The subnets of an Azure site lie in its network, those of several sites in one that exists. */
function isParentAndChild(a: StatedRange, b: StatedRange): boolean {
  const within = (outer: StatedRange, inner: StatedRange) =>
    (outer.site === inner.site || inOneVpc(outer, inner)) &&
    outer.use === "network" &&
    SUBNETS.includes(inner.use) &&
    contains(outer.range, inner.range);
  return within(a, b) || within(b, a);
}

/** Whether a network that holds one of the two overlaps the other as well: then it is the mistake, and is reported. */
const isReported = (a: StatedRange, b: StatedRange, all: readonly StatedRange[]): boolean =>
  [
    [a, b],
    [b, a],
  ].some(
    ([inner, other]) =>
      inner !== undefined &&
      other !== undefined &&
      SUBNETS.includes(inner.use) &&
      all.some(
        (outer) =>
          outer !== other &&
          isParentAndChild(outer, inner) &&
          overlap(outer.range, other.range) &&
          !isParentAndChild(outer, other) &&
          !isOneVpc(outer, other),
      ),
  );
