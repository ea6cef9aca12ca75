import fc from "fast-check";
import { GoogleSiteSpec } from "../../constructs/model";
import { validateFleet } from "../../constructs/rules";
import { anyFleet } from "./any-fleet";
import { type Arguments, type StackTree, stackTrees } from "./stack-tree";

const asOf = "2026-11-23";

/** The site of a fleet of which nothing is wrong. */
function siteOf(raw: unknown): GoogleSiteSpec | undefined {
  const { document, findings } = validateFleet(raw, { asOf });
  const [site] = document.spec.sites;
  const isWrong = findings.some(({ severity }) => severity === "error");
  return isWrong || site?.tenure !== "cloud" || site.provider !== "google" ? undefined : site;
}

/** Every resource by its stack and address, without the order in which they are made: no plan shows a dependency more. */
const resourcesOf = (trees: Readonly<Record<string, StackTree>>): Map<string, Arguments> =>
  new Map(
    Object.entries(trees).flatMap(([stack, { resource }]) =>
      Object.entries(resource).flatMap(([type, all]) =>
        Object.entries(all).map(([id, { depends_on: _, ...given }]) => [`${stack} ${type}.${id}`, given] as const),
      ),
    ),
  );

/** Resources that a change of the site takes away or changes. */
const touched = (before: ReadonlyMap<string, Arguments>, after: GoogleSiteSpec): string[] => {
  const later = resourcesOf(stackTrees(after));
  return [...before].flatMap(([address, given]) =>
    JSON.stringify(later.get(address)) === JSON.stringify(given) ? [] : [address],
  );
};

const more = (site: GoogleSiteSpec, change: Partial<GoogleSiteSpec>): GoogleSiteSpec =>
  GoogleSiteSpec.parse({ ...site, ...change });

test("a pool and a cluster more, and another order of both, touch nothing that stands", () => {
  const zone = "us-central1-a";
  const mega = { name: "more", machine: "a3-megagpu-8g", count: 3, capacity: { kind: "onDemand" as const, zone } };
  const ranges = {
    nodes: "10.0.0.0/20",
    pods: "10.4.0.0/14",
    services: "10.1.0.0/20",
    controlPlane: "172.17.0.0/28",
  };
  fc.assert(
    fc.property(anyFleet, (raw) => {
      const site = siteOf(raw);
      const [first, ...others] = site?.clusters ?? [];
      if (site === undefined || first === undefined) return;
      const before = resourcesOf(stackTrees(site));
      const grown = { ...first, pools: [mega, ...first.pools] };
      const next = { ...first, name: "next", network: ranges, pools: [mega], storage: [], retired: undefined };
      expect(touched(before, more(site, { clusters: [next, grown, ...others] }))).toEqual([]);
      const reversed = site.clusters.map((each) => ({ ...each, pools: [...each.pools].reverse() })).reverse();
      expect(touched(before, more(site, { clusters: reversed }))).toEqual([]);
    }),
    { numRuns: 10 },
  );
});
