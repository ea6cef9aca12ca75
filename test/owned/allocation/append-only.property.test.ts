import fc from "fast-check";
import type { PhysicalSiteSpec } from "../../../constructs/model";
import type { Allocation } from "../../../constructs/model/allocation";
import { planSite } from "../../../constructs/owned/allocation/plan-site";
import { eachLink } from "../../../constructs/owned/resolve/links";
import { addressesOf, type ResolvedSite, resolveSite } from "../../../constructs/owned/resolve/resolve-site";
import type { Raw } from "../../rules/support";
import { cluster, context, hall, network, pool, site } from "./sites";

interface Pool {
  readonly cluster: string;
  readonly name: string;
  readonly count: number;
}

/** A site as its author changes it. */
interface Draft {
  readonly pools: readonly Pool[];
  readonly halls: readonly { readonly name: string; readonly rows: number }[];
  readonly ranges: number;
}

type Change = (draft: Draft) => Draft;

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ pool: fc.nat(), count: fc.integer({ min: 1, max: 60 }) }).map(
    ({ pool: index, count }): Change =>
      (draft) => ({
        ...draft,
        pools: draft.pools.map((each, at) => (at === index % draft.pools.length ? { ...each, count } : each)),
      }),
  ),
  fc.record({ at: fc.nat(), name: fc.constantFrom("a", "b", "c", "d"), in: fc.constantFrom("train", "serve") }).map(
    ({ at, name, in: of }): Change =>
      (draft) =>
        draft.pools.some((each) => each.cluster === of && each.name === name)
          ? draft
          : { ...draft, pools: inserted(draft.pools, at, { cluster: of, name, count: 5 }) },
  ),
  fc.nat().map(
    (seed): Change =>
      (draft) => ({ ...draft, pools: rotated(draft.pools, seed), halls: rotated(draft.halls, seed) }),
  ),
  fc.record({ at: fc.nat(), name: fc.constantFrom("h2", "h3", "h4"), rows: fc.integer({ min: 1, max: 3 }) }).map(
    ({ at, name, rows }): Change =>
      (draft) =>
        draft.halls.some((each) => each.name === name)
          ? draft
          : { ...draft, halls: inserted(draft.halls, at, { name, rows }) },
  ),
  fc.constant<Change>((draft) => ({ ...draft, ranges: Math.min(8, draft.ranges + 1) })),
);

function inserted<T>(list: readonly T[], at: number, item: T): T[] {
  const index = at % (list.length + 1);
  return [...list.slice(0, index), item, ...list.slice(index)];
}

function rotated<T>(list: readonly T[], by: number): T[] {
  const index = by % list.length;
  return [...list.slice(index), ...list.slice(0, index)];
}

const start: Draft = {
  pools: [{ cluster: "train", name: "a", count: 10 }],
  halls: [{ name: "h1", rows: 2 }],
  ranges: 1,
};

function siteOf({ pools, halls, ranges }: Draft, allocation: Allocation | undefined): PhysicalSiteSpec {
  const clusters = new Map<string, Raw[]>();
  for (const { cluster: of, name, count } of pools) clusters.set(of, [...(clusters.get(of) ?? []), pool(name, count)]);
  return site({
    halls: halls.map(({ name, rows }) =>
      hall(name, { airCoolingMW: 0.2, rows: [{ name: "main", rows: `r[1-${rows}]`, racks: 5 }] }),
    ),
    clusters: [...clusters].map(([name, each]) => cluster(name, each)),
    fabrics: [
      {
        name: "rail",
        cluster: "train",
        technology: "roce",
        switch: "sn5600",
        linkGbps: 400,
        rails: 2,
        scalableUnitHosts: 8,
        designFor: { hosts: 256 },
      },
    ],
    addressPlan: {
      networks: [
        network("management", "10.64.0.0/24", { subnetPrefix: 26 }),
        network("hosts", "10.65.0.0/24", {
          cidrs: Array.from({ length: ranges }, (_, index) => `10.65.${index}.0/26`),
          addressesPerHost: 2,
        }),
        network("loopbacks", "10.66.0.0/24"),
        network("pointToPoint", "10.67.0.0/16"),
      ],
      asns: [{ name: "fabric", first: 65_000, last: 65_400 }],
    },
    ...(allocation === undefined ? {} : { allocation }),
  });
}

/** The lines of each list as they are committed. */
const linesOf = (allocation: Allocation): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(allocation).map(([list, lines]) => [list, lines.map((line: object) => JSON.stringify(line))]),
  );

test("whatever comes, goes or changes its place, the lines of an allocation stay as they are, and new ones come after them", () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
      let draft = start;
      let before = planSite(siteOf(draft, undefined), context).allocation;
      for (const each of changes) {
        draft = each(draft);
        const after = planSite(siteOf(draft, before), context).allocation;
        const [old, now] = [linesOf(before), linesOf(after)];
        for (const [list, lines] of Object.entries(old)) expect(now[list]?.slice(0, lines.length)).toEqual(lines);
        before = after;
      }
    }),
    { numRuns: 40 },
  );
});

test("planning what has been planned adds nothing", () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
      const draft = changes.reduce((all, each) => each(all), start);
      const once = planSite(siteOf(draft, undefined), context).allocation;
      const twice = planSite(siteOf(draft, once), context).allocation;
      // A network that is exhausted is asked again each time, and gives again nothing.
      expect(twice).toEqual(once);
    }),
    { numRuns: 25 },
  );
});

/** Links between devices that are there, with what each end has. */
function linksOf(resolved: ResolvedSite): Map<string, string> {
  const links = new Map<string, string>();
  eachLink(resolved, ({ from, to }) => {
    links.set(`${from.device} ${from.port}`, `${to.device} ${to.port} ${from.address} ${to.address}`);
  });
  return links;
}

test("a link that is there stays as it is, while both of its ends do", () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
      let draft = start;
      let before = resolveSite(siteOf(draft, undefined), context);
      expect(linksOf(before).size).toBeGreaterThan(0);
      for (const each of changes) {
        draft = each(draft);
        const after = resolveSite(siteOf(draft, before.allocation), context);
        const now = linksOf(after);
        for (const [end, other] of linksOf(before)) if (now.has(end)) expect(now.get(end)).toBe(other);
        before = after;
      }
    }),
    { numRuns: 12 },
  );
});

test("names, and addresses, belong to one host each, and to the same one for ever", () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
      let draft = start;
      let allocation: Allocation | undefined;
      const owners = new Map<string, string>();
      for (const each of [(same: Draft) => same, ...changes]) {
        draft = each(draft);
        const resolved = resolveSite(siteOf(draft, allocation), context);
        allocation = resolved.allocation;
        const names = resolved.hosts.map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
        const addresses = resolved.hosts.flatMap((host) => [
          ...addressesOf(resolved, host, "management"),
          ...addressesOf(resolved, host, "hosts"),
        ]);
        expect(new Set(addresses).size).toBe(addresses.length);
        for (const host of resolved.hosts) {
          const place = `${host.rack.id} ${addressesOf(resolved, host, "hosts").join(" ")}`;
          const known = owners.get(host.name);
          // An address that was lacking may come when its network gets another range.
          if (known !== undefined && known !== `${host.rack.id} `) expect(place).toBe(known);
          owners.set(host.name, place);
        }
      }
    }),
    { numRuns: 25 },
  );
});
