import { findMachine } from "../../../constructs/catalog";
import { schedulerFiles } from "../../../constructs/emit/scheduler/scheduler-files";
import { expandHostlists } from "../../../constructs/model";
import { resolveSite } from "../../../constructs/owned/resolve/resolve-site";
import { cluster, context, hall, leasedSite, pool } from "../../owned/allocation/sites";
import { fabric, racks, resolved } from "../../owned/scheduler/sites";
import type { Raw } from "../../rules/support";
import { at } from "../support";
import { contentOf, filesOf } from "./support";

describe("files of a scheduler", () => {
  const lease = (state: string, more: Raw = {}) =>
    schedulerFiles(
      resolveSite(
        leasedSite(state, {
          halls: [hall("h1")],
          clusters: [
            cluster("train", [pool("h100", 8, { capacity: { kind: "leased" } })], { scheduler: { kind: "slurm" } }),
          ],
          ...more,
        }),
        context,
      ),
      { machine: findMachine },
    ).map(({ file }) => file);

  const other = { layer: "scheduler", owns: "counterparty", operates: "counterparty", approves: "counterparty" };

  test("are written where one operates it oneself", () => {
    expect(lease("binding")).toEqual(["scheduler/train/nodes.conf", "scheduler/train/topograph.yaml"]);
    expect(lease("binding", { responsibilities: [other] })).toEqual([]);
  });

  test("are not written while the agreement is only spoken of", () => {
    expect(lease("exclusive")).toEqual([]);
  });

  test("are not written where nobody says which one it is", () => {
    expect(
      lease("binding", { clusters: [cluster("train", [pool("h100", 8, { capacity: { kind: "leased" } })])] }),
    ).toEqual([]);
  });
});

// As pkg/models of topograph reads a model.
test("the model is one that topograph takes: each switch below one, each node in one block, blocks below leaves", () => {
  const [model] = contentOf(
    filesOf([pool("h100", 40), racks(2)], [fabric({ rails: 4, scalableUnitHosts: 36, oversubscription: 2, tiers: 3 })])[
      "topograph.yaml"
    ],
  );
  expect(model).toEqual({
    switches: {
      "rail-pod0001": { switches: ["rail-su0001", "rail-su0002", "rail-su0003"] },
      "rail-core": { switches: ["rail-pod0001"] },
    },
    blocks: [
      { switch: "rail-su0001", nodes: ["tx1-train-h100-n[0001-0036]"] },
      { switch: "rail-su0002", nodes: ["tx1-train-h100-n[0037-0040]"] },
      {
        switch: "rail-su0002",
        nodes: ["tx1-train-nvl-n[0001-0018]"],
        annotations: { "accelerator.topology.test/domain": "nvl-nvl0001" },
      },
      {
        switch: "rail-su0002",
        nodes: ["tx1-train-nvl-n[0019-0032]"],
        annotations: { "accelerator.topology.test/domain": "nvl-nvl0002" },
      },
      {
        switch: "rail-su0003",
        nodes: ["tx1-train-nvl-n[0033-0036]"],
        annotations: { "accelerator.topology.test/domain": "nvl-nvl0002" },
      },
    ],
  });
});

test("hosts that no fabric joins are one block, below no switch", () => {
  const [model] = contentOf(filesOf([pool("a", 3)], [])["topograph.yaml"]);
  expect(at(model, "switches")).toBeUndefined();
  const nodes = at(model, "blocks", 0, "nodes");
  expect(expandHostlists(Array.isArray(nodes) ? nodes.map(String) : [])).toEqual([
    "tx1-train-a-n0001",
    "tx1-train-a-n0002",
    "tx1-train-a-n0003",
  ]);
});

/** Ranges as topograph's internal/cluset expands them: one bracket, at the end. */
const expand = (entry: string): string[] => {
  const [, prefix = "", ranges = ""] = /^(.*?)\[(.*?)\]$/.exec(entry) ?? [];
  if (ranges === "") return [entry];
  return ranges.split(",").flatMap((range) => {
    const [first = "", last = first] = range.split("-");
    return Array.from(
      { length: Number(last) - Number(first) + 1 },
      (_, index) => prefix + String(Number(first) + index).padStart(first.length, "0"),
    );
  });
};

test("hosts whose names differ in several numbers are ranges that topograph reads", () => {
  const halls = ["h1", "h2"].map((name) => hall(name, { rows: [{ name: "main", rows: "r1", racks: 2 }] }));
  const site = { halls, addressPlan: { hostname: "{hall}-n{ordinal}" } };
  const of = [[pool("a", 12, { halls: ["h1", "h2"] })], [fabric()], { site }] as const;
  const names = resolved(...of).hosts.map(({ name }) => name);
  expect(new Set(names.map((name) => name.slice(0, 2)))).toEqual(new Set(["h1", "h2"]));
  const [model] = contentOf(filesOf(...of)["topograph.yaml"]);
  const nodes = at(model, "blocks", 0, "nodes");
  expect((Array.isArray(nodes) ? nodes.map(String) : []).flatMap(expand).sort()).toEqual([...names].sort());
});
