import { FleetDocument, readFleet } from "../../constructs/model";
import { aFleet, aLeasedSite, anAwsSite, anOwnedSite, aPartnerSite, aPool, aPower, aSpec } from "./raw-fleet";

/** What is wrong, as path and message. */
const problems = (spec: object) => readFleet(aFleet(spec)).findings.map(({ path, message }) => [path, message]);
const paths = (spec: object) => readFleet(aFleet(spec)).findings.map(({ path }) => path);

describe("reading a fleet", () => {
  test("a fleet in the right form has no findings, and defaults are filled in", () => {
    const { document, findings, omitted } = readFleet(aFleet());
    expect(findings).toEqual([]);
    expect(omitted).toEqual([]);
    expect(document).toEqual(FleetDocument.parse(aFleet()));
    expect(document.spec.sites.map((site) => site.retired)).toEqual([false, false, false, false]);
  });

  test("reading what was read changes nothing", () => {
    const { document } = readFleet(aFleet());
    expect(readFleet(document)).toEqual({ document, findings: [], omitted: [] });
  });

  test("fields that are there but undefined are not there", () => {
    const site = anOwnedSite({ displayName: undefined, peakPue: undefined });
    expect(readFleet(aFleet({ sites: [site] })).findings).toEqual([]);
  });

  test("what was given is left as it was", () => {
    const raw = aFleet(aSpec({ sites: [anOwnedSite({ hals: 1 })] }));
    const before = structuredClone(raw);
    readFleet(raw);
    expect(raw).toEqual(before);
  });

  test("everything that is wrong comes at once, each in its place by names", () => {
    const spec = {
      state: { kind: "s3", bucket: "b" },
      sites: [
        anOwnedSite({ power: aPower({ valueMW: "12 MW" }), hals: [] }),
        aLeasedSite({ scope: "turn-key" }),
        anAwsSite({ account: 111122223333, clusters: [{ name: "train", pools: [{ name: "t", count: 0 }] }] }),
      ],
      demands: [{ name: "d" }],
    };
    expect(paths(spec).sort()).toEqual([
      "demands.d.basis",
      "demands.d.points",
      "demands.d.source",
      "demands.d.workload",
      "sites.lab.hals",
      "sites.lab.power.valueMW",
      "sites.memphis.scope",
      "sites.rainier.account",
      "sites.rainier.clusters.train.pools.t.capacity",
      "sites.rainier.clusters.train.pools.t.count",
      "sites.rainier.clusters.train.pools.t.machine",
      "state.region",
    ]);
  });

  test("items without a name are told by their place, and so are items that share one", () => {
    const nameless = anOwnedSite({ name: undefined });
    const wrong = { retired: "yes" };
    expect(paths({ sites: [nameless, anOwnedSite(wrong), anOwnedSite(wrong), aPartnerSite(wrong)] })).toEqual([
      "sites[0].name",
      "sites.lab[1].retired",
      "sites.lab[2].retired",
      "sites.texas.retired",
    ]);
  });

  test("phases are named by their id", () => {
    const phases = [{ id: "p1", power: aPower(), rentCommencement: "2026-02-30" }];
    expect(problems({ sites: [aPartnerSite({ phases })] })).toEqual([
      [
        "sites.texas.phases.p1.rentCommencement",
        'must be a date that exists, as YYYY-MM-DD, such as "2026-05-01"; got "2026-02-30"',
      ],
    ]);
  });
});

describe("what is wrong is left out, and the rest stays", () => {
  /** The sites that are left, with their clusters and those clusters' pools. */
  const left = (spec: object) =>
    readFleet(aFleet(spec)).document.spec.sites.map((site) => [
      site.name,
      site.clusters.map((cluster) => [cluster.name, cluster.pools.map((pool) => pool.name)]),
    ]);
  const clusters = (...pools: object[]) => [{ name: "train", pools }];

  test("a field that may be absent", () => {
    const { document, omitted } = readFleet(aFleet({ sites: [anOwnedSite({ displayName: 5 })] }));
    expect(omitted).toEqual(["sites.lab.displayName"]);
    expect(document.spec.sites[0]).toEqual(readFleet(aFleet({ sites: [anOwnedSite()] })).document.spec.sites[0]);
  });

  test("a pool without its machine, but not the pool beside it", () => {
    const site = anOwnedSite({ clusters: clusters(aPool({ machine: undefined }), aPool({ name: "h200" })) });
    expect(left({ sites: [site] })).toEqual([["lab", [["train", ["h200"]]]]]);
    expect(readFleet(aFleet({ sites: [site] })).omitted).toEqual(["sites.lab.clusters.train.pools.h100"]);
  });

  test("a cluster whose only pool is wrong, but not its site", () => {
    const site = anOwnedSite({ clusters: clusters(aPool({ machine: 7 })) });
    expect(left({ sites: [site] })).toEqual([["lab", []]]);
    expect(paths({ sites: [site] })).toEqual(["sites.lab.clusters.train.pools.h100.machine"]);
  });

  test("a count alone, for which another stands that no rule speaks of", () => {
    const site = anOwnedSite({ clusters: clusters(aPool({ count: -1 })) });
    expect(left({ sites: [site] })).toEqual([["lab", [["train", ["h100"]]]]]);
    expect(readFleet(aFleet({ sites: [site] })).omitted).toContain("sites.lab.clusters.train.pools.h100.count");
  });

  test("a site of no known tenure, but not its neighbours", () => {
    const sites = [anOwnedSite({ name: "a", clusters: [] }), anOwnedSite({ tenure: "rented" }), aPartnerSite()];
    expect(left({ sites })).toEqual([
      ["a", []],
      ["texas", []],
    ]);
  });

  test("a wrong envelope, but not what it holds", () => {
    const { document, findings } = readFleet({ ...aFleet(), kind: "fleet", metadata: { name: "Atlas!" }, extra: 1 });
    expect(findings.map((finding) => finding.path)).toEqual(["kind", "metadata.name", "extra"]);
    expect(document.metadata.name).toBe("unnamed");
    expect(document.spec.sites).toHaveLength(4);
  });

  test.each([[undefined], [null], [3], ["fleet"], [[]], [{}], [{ spec: 3 }], [{ spec: null }], [() => 3]])(
    "of %j nothing but an empty fleet",
    (raw) => {
      const { document, findings } = readFleet(raw);
      expect(findings.length).toBeGreaterThan(0);
      expect(document).toEqual(FleetDocument.parse({ ...aFleet({}), metadata: { name: "unnamed" } }));
    },
  );
});

describe("values that contain themselves", () => {
  test("are refused, not followed", () => {
    const location: Record<string, unknown> = { country: "DE" };
    location["inside"] = { location };
    const { findings, document } = readFleet(aFleet({ sites: [anOwnedSite({ location })] }));
    expect(findings.map((finding) => finding.path)).toEqual(["sites.lab.location.inside"]);
    expect(document.spec.sites).toHaveLength(1);
  });
});
