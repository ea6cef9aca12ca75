import { countNames, expandHostlist } from "../../../constructs/model";
import { pool } from "../../owned/allocation/sites";
import { fabric, racks, resolved } from "../../owned/scheduler/sites";
import { phase, type Raw } from "../../rules/support";
import { at } from "../support";
import { bodyOf, contentOf, filesOf } from "./support";

const dated = (id: string, day: string): Raw => phase(id, 50, { milestones: { readyForService: { contract: day } } });

describe("a Slurm cluster of 40 servers and two NVL72 in one fabric", () => {
  const pools = [pool("h100", 40), racks(2)];
  const fabrics = [fabric({ rails: 4, scalableUnitHosts: 36, oversubscription: 2 })];
  const files = filesOf(pools, fabrics);

  test("has nodes, topologies and a model, and no file of Kubernetes", () => {
    expect(Object.keys(files).sort()).toEqual(["nodes.conf", "topograph.yaml", "topology.yaml"]);
  });

  // Eight GPUs in a DGX H100; 72 in eighteen trays.
  test("has nodes with their GPUs, and a partition a pool with its topology", () => {
    expect(bodyOf(files["nodes.conf"])).toBe(
      [
        "",
        "NodeName=tx1-train-h100-n[0001-0040] Gres=gpu:8",
        "",
        "NodeName=tx1-train-nvl-n[0001-0036] Gres=gpu:4",
        "",
        "PartitionName=h100 Nodes=tx1-train-h100-n[0001-0040] Topology=tree-rail",
        "PartitionName=nvl Nodes=tx1-train-nvl-n[0001-0036] Topology=block-18-rail",
        "",
      ].join("\n"),
    );
  });

  test("states nothing of nodes that nobody has said: no sockets, no cores, no memory", () => {
    expect(bodyOf(files["nodes.conf"])).not.toMatch(/CPUs|Sockets|Cores|Memory|State/);
  });

  test("has the tree of the servers, and the blocks of the racks", () => {
    expect(contentOf(files["topology.yaml"])).toEqual([
      [
        {
          topology: "tree-rail",
          cluster_default: true,
          tree: {
            switches: [
              { switch: "rail-su0001", nodes: "tx1-train-h100-n[0001-0036]" },
              { switch: "rail-su0002", nodes: "tx1-train-h100-n[0037-0040]" },
              { switch: "rail-spine", children: "rail-su[0001-0002]" },
            ],
          },
        },
        {
          topology: "block-18-rail",
          cluster_default: false,
          block: {
            block_sizes: [18, 36],
            blocks: [
              { block: "nvl-nvl0001", nodes: "tx1-train-nvl-n[0001-0018]" },
              { block: "nvl-nvl0002", nodes: "tx1-train-nvl-n[0019-0036]" },
            ],
          },
        },
      ],
    ]);
  });

  test("names in partitions no topology that there is not, and in topologies no node that there is not", () => {
    const topologies = contentOf(files["topology.yaml"])[0];
    const named = [...(files["nodes.conf"] ?? "").matchAll(/Topology=(\S+)/g)].map(([, name]) => name);
    expect(named).toEqual([at(topologies, 0, "topology"), at(topologies, 1, "topology")]);
    const nodes = new Set(
      [...(files["nodes.conf"] ?? "").matchAll(/NodeName=(\S+)/g)].flatMap(([, list = ""]) => [
        ...expandHostlist(list),
      ]),
    );
    const placed = [...(files["topology.yaml"] ?? "").matchAll(/nodes: "([^"]+)"/g)].map(([, list = ""]) => list);
    expect(placed.reduce((sum, list) => sum + countNames(list), 0)).toBe(76);
    expect(placed.flatMap((list) => [...expandHostlist(list)]).every((name) => nodes.has(name))).toBe(true);
  });
});

test("a cluster without a fabric and without NVLink domains has nodes, and no topology", () => {
  const files = filesOf([pool("h100", 4)], []);
  expect(Object.keys(files).sort()).toEqual(["nodes.conf", "topograph.yaml"]);
  expect(files["nodes.conf"]).toContain("PartitionName=h100 Nodes=tx1-train-h100-n[0001-0004]\n");
});

test("hosts that no fabric joins have a flat topology beside others", () => {
  const [topologies] = contentOf(filesOf([pool("a", 4), pool("b", 4)], [fabric({ pools: ["a"] })])["topology.yaml"]);
  expect(at(topologies, 1)).toEqual({ topology: "flat", cluster_default: false, flat: true });
});

test("growth adds a line of nodes and changes none", () => {
  const before = resolved([pool("h100", 40)]);
  const { allocation } = before;
  const nodes = (count: number, more: object) =>
    (filesOf([pool("h100", count)], undefined, more)["nodes.conf"] ?? "").match(/^NodeName=.*$/gm);
  expect(nodes(40, {})).toEqual(["NodeName=tx1-train-h100-n[0001-0040] Gres=gpu:8"]);
  expect(nodes(50, { allocation })).toEqual([
    "NodeName=tx1-train-h100-n[0001-0040] Gres=gpu:8",
    "NodeName=tx1-train-h100-n[0041-0050] Gres=gpu:8",
  ]);
});

test("the file says from when each part of a pool has its power", () => {
  const site = {
    phases: [dated("p1", "2027-01-01"), dated("p2", "2027-06-01")],
    deployments: [
      {
        name: "first",
        phase: "p1",
        pools: [{ name: "train.h100", count: 25 }],
        milestones: { commissioned: { contract: "2027-01-20" } },
      },
    ],
  };
  const text = filesOf([pool("h100", 40, { capacity: { kind: "owned", phase: "p2" } })], undefined, { site });
  expect(text["nodes.conf"]).toContain("# h100: 25 dgx-h100, energized from 2027-01-20\n");
  expect(text["nodes.conf"]).toContain("# h100: 15 dgx-h100, energized from 2027-06-01\n");
});

test("sizes of blocks are those that the cluster states", () => {
  const scheduler = { kind: "slurm", blockSizes: [18, 72] };
  const [topologies] = contentOf(filesOf([racks(4)], [], { scheduler })["topology.yaml"]);
  expect(at(topologies, 0, "block", "block_sizes")).toEqual([18, 72]);
});
