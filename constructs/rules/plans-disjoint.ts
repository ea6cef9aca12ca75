import { contains, overlap, type Range, type SiteSpec } from "../model";
import { type PlannedRange, plannedRanges } from "./planned-ranges";
import type { Rule } from "./rule";
import { statedRanges } from "./stated-ranges";

export const plansDisjoint: Rule = {
  id: "IPAM-1",
  title: "within one routing domain no address belongs to two ranges, whether one's own or a cloud's",
  severity: "error",
  formula:
    "sorted by first address, no range begins before the one it follows has ended, unless it lies in the aggregate of its site",
  source:
    "RFC 4632, classless inter-domain routing; an inventory such as NetBox sees no overlap between a range of one's own and a cloud's",
  *check(context) {
    const planned = [...plannedRanges(context)];
    const clouds = [...statedRanges(context)]
      .filter(({ use }) => use !== "accelerators")
      .map(
        ({ path, range, site, use }): AnyRange => ({
          path,
          range,
          site,
          inner: use === "services" || use === "gpu" || isOverlay(site, use),
        }),
      );
    for (const domain of new Set(planned.map((each) => each.domain))) {
      const own = planned.filter((each) => each.domain === domain).map(asAny);
      const all = domain === undefined ? [...clouds, ...own] : own;
      const order = new Map(all.map((each, index) => [each, index]));
      for (const pair of overlaps(all)) {
        if (!isFault(pair, all)) continue;
        const [first, later] = pair.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
        yield {
          path: later.path,
          observed: later.range.cidr,
          limit: first.range.cidr,
          message: `${later.range.cidr} ${relation(first, later)}; traffic for these addresses has two destinations`,
          hint: "choose a range that nothing else has; a site that is never routed to the others states a routingDomain of its own",
        };
      }
    }
  },
};

interface AnyRange {
  readonly path: string;
  readonly range: Range;
  readonly site: SiteSpec;
  /** It is known inside one cluster alone, and may be the same in several. */
  readonly inner: boolean;
  readonly planned?: PlannedRange;
}

type Pair = [AnyRange, AnyRange];

/** The pods of AKS are an overlay. */
const isOverlay = (site: SiteSpec, use: string): boolean =>
  use === "pods" && site.tenure === "cloud" && site.provider === "azure";

const asAny = (planned: PlannedRange): AnyRange => ({
  path: planned.path,
  range: planned.range,
  site: planned.site,
  inner: planned.use === "services",
  planned,
});

const relation = (first: AnyRange, later: AnyRange): string =>
  first.range.cidr === later.range.cidr
    ? `is the range of ${first.path}`
    : `overlaps ${first.path} (${first.range.cidr})`;

/** All pairs that share an address: ranges nest or are disjoint, so that what is open at an address is a stack. */
function* overlaps(ranges: readonly AnyRange[]): Generator<Pair> {
  const open: AnyRange[] = [];
  const sorted = [...ranges].sort((a, b) => a.range.first - b.range.first || b.range.last - a.range.last);
  for (const next of sorted) {
    for (let last = open.at(-1); last !== undefined && last.range.last < next.range.first; last = open.at(-1))
      open.pop();
    for (const each of open) yield [each, next];
    open.push(next);
  }
}

/** Of two ranges of clouds another rule speaks. */
function isFault([a, b]: Pair, all: readonly AnyRange[]): boolean {
  if (a.planned === undefined && b.planned === undefined) return false;
  if (a.inner && b.inner && a.site !== b.site) return false;
  if (isParent(a, b) || isParent(b, a)) return false;
  // An aggregate that overlaps is reported itself, and not once more for each network in it.
  return !all.some(
    (outer) =>
      (outer !== a && outer !== b && isParent(outer, a) && overlap(outer.range, b.range) && outer.site !== b.site) ||
      (outer !== a && outer !== b && isParent(outer, b) && overlap(outer.range, a.range) && outer.site !== a.site),
  );
}

const isParent = (outer: AnyRange, inner: AnyRange): boolean =>
  outer.planned?.use === "aggregate" &&
  inner.planned?.use !== "aggregate" &&
  outer.site === inner.site &&
  contains(outer.range, inner.range);
