import { planSite } from "../../../constructs/owned/allocation/plan-site";
import { resolveSite } from "../../../constructs/owned/resolve/resolve-site";
import { phase, type Raw } from "../../rules/support";
import { cluster, context, hall, pool, site } from "./sites";

const layout = (racks: string, entries: readonly Raw[], more: Raw = {}): Raw => ({
  name: "by-hand",
  hall: "h1",
  racks,
  entries,
  ...more,
});

const placed = (more: Raw) =>
  planSite(site(more), context).allocation.placements.map(
    ({ pool: name, machines, hall: where, positions, machinesPerRack }) =>
      `${name} ${machines} ${where} ${positions} ${machinesPerRack}`,
  );

describe("a layout that is stated", () => {
  const halls = [hall("h1")];

  test("goes before what would be planned, and the rest is planned around it", () => {
    expect(
      placed({
        halls,
        clusters: [cluster("train", [pool("a", 8), pool("b", 4)])],
        rackLayouts: [layout("r1-[02-03]", [{ name: "machines", pool: "b", count: 1 }])],
      }),
    ).toEqual(["b 1-2 h1 r1-[02-03] 1", "a 1-8 h1 r1-01,r1-04 4", "b 3-4 h1 r1-05 4"]);
  });

  test("may put two pools into one rack, each in its own places", () => {
    const entries = [
      { name: "low", pool: "a", count: 2, fromU: 1 },
      { name: "high", pool: "b", count: 2, fromU: 20 },
    ];
    const resolved = resolveSite(
      site({
        halls,
        clusters: [cluster("train", [pool("a", 2), pool("b", 2)])],
        rackLayouts: [layout("r1-01", entries)],
      }),
      context,
    );
    expect(resolved.hosts.map(({ name, unit }) => `${name} ${unit}`)).toEqual([
      "tx1-train-a-n0001 1",
      "tx1-train-a-n0002 9",
      "tx1-train-b-n0001 20",
      "tx1-train-b-n0002 28",
    ]);
  });

  test("fills up when its pool grows, and gets nothing twice", () => {
    const of = (count: number, allocation?: object) => ({
      halls,
      clusters: [cluster("train", [pool("a", count)])],
      rackLayouts: [layout("r8-[01-02]", [{ name: "machines", pool: "a", count: 3 }])],
      ...(allocation === undefined ? {} : { allocation }),
    });
    const first = planSite(site(of(3)), context).allocation;
    expect(placed(of(8, first))).toEqual(["a 1-3 h1 r8-01 3", "a 4-6 h1 r8-02 3", "a 7-8 h1 r1-01 4"]);
  });

  test("names the cluster where two have a pool of that name", () => {
    const clusters = [cluster("train", [pool("a", 1)]), cluster("serve", [pool("a", 1)])];
    const of = (entry: Raw) => placed({ halls, clusters, rackLayouts: [layout("r8-01", [entry])] });
    expect(of({ name: "m", pool: "a", cluster: "serve", count: 1 })[0]).toBe("a 1 h1 r8-01 1");
    expect(of({ name: "m", pool: "a", count: 1 }).some((line) => line.includes("r8-01"))).toBe(false);
  });
});

describe("halls in which a pool may stand", () => {
  const halls = [hall("h1"), hall("h2"), hall("h3")];
  const phases = [phase("p1", 5, { halls: ["h2"] }), phase("p2", 5)];
  const where = (more: Raw) =>
    placed({ halls, phases, clusters: [cluster("train", [pool("a", 4, more)])] }).map((line) => line.split(" ")[2]);

  test("are those it names, else those that open with its phase, else all", () => {
    expect(where({ halls: ["h3"] })).toEqual(["h3"]);
    expect(where({ capacity: { kind: "owned", phase: "p1" } })).toEqual(["h2"]);
    expect(where({ capacity: { kind: "owned", phase: "p2" } })).toEqual(["h1"]);
    expect(where({ halls: ["h3"], capacity: { kind: "owned", phase: "p1" } })).toEqual(["h3"]);
  });
});
