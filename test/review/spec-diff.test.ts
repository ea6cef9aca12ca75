import { contracted, type Fleet, megawatts, OwnedSite, owned } from "../../constructs";
import type { FleetDocument } from "../../constructs/model";
import { specDiff } from "../../review/spec/diff";
import { changed, documentOf, goldenFleet, newYork, newYorkLate } from "./fleets";

const location = { country: "DE", subdivision: "DE-BY" };
const power = contracted(megawatts(4), { meaning: "criticalIT", source: "transformer order 17" });

interface Given {
  readonly halls?: readonly { readonly name: string; readonly criticalItMW: number; readonly coolingMW?: number }[];
  readonly clusters?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly name?: string;
}

/** Pools of 8-GPU servers by cluster, with their counts. */
function addSite(fleet: Fleet, { name = "lab", halls, clusters = { train: { h100: 10 } } }: Given): void {
  const site = new OwnedSite(fleet, name, { location, power, ...(halls === undefined ? {} : { halls }) });
  for (const [cluster, pools] of Object.entries(clusters)) {
    site.addCluster(cluster, {
      purpose: "training",
      pools: Object.entries(pools).map(([pool, count]) => ({
        name: pool,
        machine: "dgx-h100",
        count,
        capacity: owned({ until: "2030-01-01" }),
      })),
    });
  }
}

const site = (given: Given = {}): FleetDocument => documentOf((fleet) => addSite(fleet, given));
const diff = (base: Given, head: Given) => specDiff(site(base), site(head));

describe("the difference of specs", () => {
  test("is one line where the utility of New York slips by 91 days", () => {
    expect(specDiff(newYork(), newYorkLate())).toEqual([
      {
        path: "sites.new-york.utilities.grid.ramp.second.dates.forecast",
        site: "new-york",
        kind: "changed",
        before: "2026-12-01",
        after: "2027-03-02",
        by: "+91 days",
      },
    ]);
  });

  test("is of numbers with their units", () => {
    const halls = (criticalItMW: number) => [{ name: "h1", criticalItMW }];
    expect(diff({ halls: halls(1.1) }, { halls: halls(1.4) })).toEqual([
      {
        path: "sites.lab.halls.h1.criticalItMW",
        site: "lab",
        kind: "changed",
        before: "1.1 MW",
        after: "1.4 MW",
        // Not 0.2999999999999998.
        by: "+0.3 MW",
      },
    ]);
    expect(diff({ clusters: { a: { h100: 999 } } }, { clusters: { a: { h100: 1_100 } } })).toMatchObject([
      { path: "sites.lab.clusters.a.pools.h100.count", before: "999", after: "1,100", by: "+101" },
    ]);
  });

  test("is of a figure as one, with its source where that changes", () => {
    const figure = (change: (text: string) => string) =>
      specDiff(site(), changed(site(), change)).map(({ site: _, ...each }) => each);
    const path = "sites.lab.power";
    expect(
      figure((text) => text.replace('"valueMW":4', '"valueMW":5,"bound":"atLeast"').replace(',"bound":"exact"', "")),
    ).toEqual([
      {
        path,
        kind: "changed",
        before: "4 MW, critical IT, contract",
        after: "≥ 5 MW, critical IT, contract",
        by: "+1 MW",
      },
    ]);
    expect(figure((text) => text.replace("order 17", "order 18"))).toEqual([
      {
        path,
        kind: "changed",
        before: "4 MW, critical IT, contract, source: transformer order 17",
        after: "4 MW, critical IT, contract, source: transformer order 18",
      },
    ]);
  });

  test("is of money to the cent, and none of its spelling", () => {
    const rent = (amount: string) =>
      changed(newYork(), (text) => text.replace('"amount":"135.00"', `"amount":"${amount}"`));
    expect(specDiff(newYork(), rent("135.10"))).toMatchObject([
      {
        path: "sites.new-york.title.lease.rentPerKWMonth",
        before: "$135.00, assumed",
        after: "$135.10, assumed",
        by: "+$0.10",
      },
    ]);
    expect(specDiff(newYork(), rent("135"))).toEqual([]);
  });

  test("is of what comes and goes in one line each, without what is left to defaults", () => {
    expect(diff({ clusters: { a: { x: 1 } } }, { clusters: { a: { x: 1 }, b: { y: 2, z: 30 } } })).toEqual([
      {
        path: "sites.lab.clusters.b",
        site: "lab",
        kind: "added",
        // The machine's power and the bound of figures are not said; purpose differs from its default.
        after: [
          "purpose training",
          "pools.y.machine dgx-h100",
          "pools.y.count 2",
          "pools.y.capacity.kind owned",
          "pools.y.capacity.until 2030-01-01",
          "pools.z.machine dgx-h100",
          "pools.z.count 30",
          "pools.z.capacity.kind owned",
          "pools.z.capacity.until 2030-01-01",
        ].join(", "),
      },
    ]);
    const [gone] = diff({ halls: [{ name: "h1", criticalItMW: 2, coolingMW: 3 }] }, { halls: [] });
    expect(gone).toMatchObject({
      kind: "removed",
      path: "sites.lab.halls.h1",
      before: "criticalItMW 2 MW, coolingMW 3 MW",
    });
  });

  test("knows a default that is written out", () => {
    const explicit = changed(site(), (text) => text.replace('"tenure":"owned"', '"tenure":"owned","fabrics":[]'));
    expect(specDiff(site(), explicit)).toEqual([]);
  });

  test("is of ranges of names by names, and of a list of names as one", () => {
    const sides = (from: string, to: string) => {
      const base = goldenFleet("data-centers");
      const withRows = (rows: string) =>
        changed(base, (text) =>
          text.replace('"name":"a"', `"rows":[{"name":"all","rows":"${rows}","racks":4}],"name":"a"`),
        );
      return specDiff(withRows(from), withRows(to));
    };
    expect(sides("r[1-3]", "r[1-2],r3")).toEqual([]);
    expect(sides("r[1-3]", "r[2-12]")).toMatchObject([
      { before: "r[1-3]", after: "r[2-12]", by: "9 more: r[4-12]; 1 less: r1" },
    ]);
    expect(sides("r[1-3]", "r3,r[1-2]")).toMatchObject([{ by: "in another order" }]);
    const guarantee = (sites: string) =>
      changed(newYork(), (text) =>
        text.replace('"remedies":["payTerminationFee","assumeLease"]', `"remedies":${sites}`),
      );
    expect(specDiff(newYork(), guarantee('["payTerminationFee","payRent"]'))).toEqual([
      {
        path: "guarantees.google-new-york.remedies",
        kind: "changed",
        before: "payTerminationFee, assumeLease",
        after: "payTerminationFee, payRent",
        by: "+payRent; -assumeLease",
      },
    ]);
    expect(specDiff(newYork(), guarantee('["assumeLease","payTerminationFee"]'))).toMatchObject([
      { by: "in another order" },
    ]);
  });

  test("tells another order of things in one line", () => {
    const clusters = { a: { x: 1 }, b: { y: 2 }, c: { z: 3 } };
    const other = { c: clusters.c, a: clusters.a, b: clusters.b };
    expect(diff({ clusters }, { clusters: other })).toEqual([
      {
        path: "sites.lab.clusters",
        site: "lab",
        kind: "changed",
        before: "a, b, c",
        after: "c, a, b",
        by: "in another order",
      },
    ]);
  });

  test("of points without names follows what they say", () => {
    const demand = (points: [string, number][]) =>
      documentOf((fleet) => {
        fleet.addDemand("chat", {
          workload: "inference",
          points: points.map(([from, accelerators]) => ({ from, accelerators })),
          basis: "assumed",
          source: "plan",
        });
      });
    const base = demand([
      ["2027-01-01", 100],
      ["2028-01-01", 200],
    ]);
    const head = demand([
      ["2026-06-01", 50],
      ["2027-01-01", 100],
      ["2028-01-01", 250],
    ]);
    expect(specDiff(base, head)).toEqual([
      { path: "demands.chat.points[0]", kind: "added", after: "from 2026-06-01, accelerators 50" },
      { path: "demands.chat.points[2].accelerators", kind: "changed", before: "200", after: "250", by: "+50" },
    ]);
  });
});

describe("what has another name or place", () => {
  test("is renamed where it says the same or nearly the same, and what else changes has lines of its own", () => {
    expect(diff({ clusters: { a: { x: 1 } } }, { clusters: { a: { y: 1 } } })).toEqual([
      {
        path: "sites.lab.clusters.a.pools.y",
        site: "lab",
        kind: "renamed",
        before: "x",
        after: "y",
        from: "sites.lab.clusters.a.pools.x",
      },
    ]);
    expect(diff({ clusters: { a: { x: 1 } } }, { clusters: { a: { y: 2 } } })).toMatchObject([
      { kind: "renamed", before: "x", after: "y" },
      { kind: "changed", path: "sites.lab.clusters.a.pools.y.count", before: "1", after: "2" },
    ]);
  });

  test("is another thing where it says something else", () => {
    const halls = (name: string, criticalItMW: number) => ({ halls: [{ name, criticalItMW }] });
    expect(diff(halls("h1", 1), halls("h2", 2))).toMatchObject([
      { kind: "added", path: "sites.lab.halls.h2" },
      { kind: "removed", path: "sites.lab.halls.h1" },
    ]);
  });

  test("of several that are alike goes to the one with the most similar name, and each once", () => {
    const head = { clusters: { train: { h1: 5, h2: 5, h3: 5 } } };
    const base = { clusters: { train: { x1: 5, x2: 5 } } };
    const renamed = diff(base, head).map(({ kind, before, after }) =>
      [kind, before, after].slice(0, kind === "renamed" ? 3 : 1),
    );
    expect(renamed).toEqual([["renamed", "x1", "h1"], ["renamed", "x2", "h2"], ["added"]]);
  });

  test("is moved where it stands below another parent of the same kind", () => {
    const base = { clusters: { a: { keep: 1, go: 7 }, b: { stay: 2 } } };
    const head = { clusters: { a: { keep: 1 }, b: { stay: 2, go: 7 } } };
    expect(diff(base, head)).toEqual([
      {
        path: "sites.lab.clusters.b.pools.go",
        site: "lab",
        kind: "moved",
        from: "sites.lab.clusters.a.pools.go",
      },
    ]);
  });

  test("is moved from one site to another", () => {
    const both = (one: Given["clusters"], other: Given["clusters"]) =>
      documentOf((fleet) => {
        addSite(fleet, { name: "one", clusters: one ?? {} });
        addSite(fleet, { name: "two", clusters: other ?? {} });
      });
    const [a, b, c] = [{ a: { x: 1 } }, { b: { x: 2 } }, { c: { x: 3 } }];
    expect(specDiff(both({ ...a, ...b }, c), both(a, { ...c, ...b }))).toEqual([
      { path: "sites.two.clusters.b", site: "two", kind: "moved", from: "sites.one.clusters.b" },
    ]);
  });

  describe("with the parent that it stands in", () => {
    const sites = (given: Readonly<Record<string, Given["clusters"]>>) =>
      documentOf((fleet) => {
        for (const [name, clusters = {}] of Object.entries(given)) addSite(fleet, { name, clusters });
      });
    const [train, stay] = [{ train: { x: 40, y: 50, z: 60 } }, { stay: { s: 2 } }];
    const seen = (base: FleetDocument, head: FleetDocument) =>
      specDiff(base, head).map(({ kind, path, from }) => [kind, path, ...(from === undefined ? [] : [from])].join(" "));

    test("is moved into a site that is new", () => {
      expect(
        seen(sites({ one: { ...train, ...stay } }), sites({ one: stay, two: { ...train, other: { o: 7 } } })),
      ).toEqual(["added sites.two", "moved sites.two.clusters.train sites.one.clusters.train"]);
    });

    test("is moved out of a site that goes", () => {
      expect(
        seen(sites({ one: stay, two: { ...train, other: { o: 7 } } }), sites({ one: { ...stay, ...train } })),
      ).toEqual(["moved sites.one.clusters.train sites.two.clusters.train", "removed sites.two"]);
    });

    test("is another one where little of it is the same", () => {
      expect(seen(sites({ one: { ...train, ...stay } }), sites({ one: stay, two: { train: { a: 1, b: 2 } } }))).toEqual(
        ["removed sites.one.clusters.train", "added sites.two"],
      );
    });
  });

  test("a site that is renamed is one, and lines below it are of its new name", () => {
    expect(
      specDiff(
        site({ name: "old", clusters: { a: { x: 1, y: 2, z: 3 } } }),
        site({ name: "new", clusters: { a: { x: 5, y: 2, z: 3 } } }),
      ),
    ).toEqual([
      { path: "sites.new", site: "new", kind: "renamed", before: "old", after: "new", from: "sites.old" },
      { path: "sites.new.clusters.a.pools.x.count", site: "new", kind: "changed", before: "1", after: "5", by: "+4" },
    ]);
  });

  test("hundreds that are renamed at once are found by what they say", () => {
    const pools = (prefix: string) =>
      Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`${prefix}-${index}`, index + 1]));
    const found = diff({ clusters: { a: pools("x") } }, { clusters: { a: pools("y") } });
    expect(found).toHaveLength(400);
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(["renamed"]));
    expect(found[17]).toMatchObject({ before: "x-17", after: "y-17" });
  });
});
