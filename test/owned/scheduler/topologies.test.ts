import { compressNames } from "../../../constructs/model";
import {
  type BlockTopology,
  blockSizes,
  type SlurmTopology,
  slurmTopologies,
  type TreeTopology,
} from "../../../constructs/owned/scheduler/topologies";
import { pool } from "../allocation/sites";
import { fabric, racks, scheduled } from "./sites";

const topologiesOf = (...of: Parameters<typeof scheduled>): readonly SlurmTopology[] =>
  slurmTopologies(scheduled(...of)).topologies;

function only<K extends SlurmTopology["kind"]>(
  kind: K,
  ...of: Parameters<typeof scheduled>
): Extract<SlurmTopology, { readonly kind: K }> {
  const found = topologiesOf(...of).filter((each): each is Extract<SlurmTopology, { kind: K }> => each.kind === kind);
  const [first] = found;
  if (found.length !== 1 || first === undefined) throw new Error(`${found.length} topologies of the kind ${kind}`);
  return first;
}

const leaves = ({ leaves: all }: TreeTopology) => all.map(({ name, hosts }) => [name, compressNames(hosts)]);
const blocks = ({ blocks: all }: BlockTopology) => all.map(({ name, hosts }) => [name, compressNames(hosts)]);
const switches = ({ switches: all }: TreeTopology) => all.map(({ name, children }) => [name, compressNames(children)]);

describe("a fabric of two tiers", () => {
  // DGX SuperPOD H100, 4 scalable units: 127 nodes, since the servers that manage the fabric take a place of the first.
  test("is a leaf for each scalable unit below one switch: 127 hosts of a SuperPOD", () => {
    const tree = only("tree", [pool("h100", 127)], [fabric({ managerLinks: 8 })]);
    expect(leaves(tree)).toEqual([
      ["rail-su0001", "tx1-train-h100-n[0001-0031]"],
      ["rail-su0002", "tx1-train-h100-n[0032-0063]"],
      ["rail-su0003", "tx1-train-h100-n[0064-0095]"],
      ["rail-su0004", "tx1-train-h100-n[0096-0127]"],
    ]);
    expect(switches(tree)).toEqual([["rail-spine", "rail-su[0001-0004]"]]);
    expect(tree.name).toBe("tree-rail");
  });

  test("has the hosts of all pools that it joins, and one tree for each fabric", () => {
    const pools = [pool("a", 20), pool("b", 20), pool("c", 5)];
    const [first, second] = topologiesOf(pools, [
      fabric({ pools: ["a", "b"] }),
      fabric({ name: "other", pools: ["c"] }),
    ]);
    expect(first?.kind === "tree" ? leaves(first) : []).toEqual([
      ["rail-su0001", "tx1-train-a-n[0001-0020],tx1-train-b-n[0001-0012]"],
      ["rail-su0002", "tx1-train-b-n[0013-0020]"],
    ]);
    expect(second?.kind === "tree" ? leaves(second) : []).toEqual([["other-su0001", "tx1-train-c-n[0001-0005]"]]);
  });
});

// A spine of 64 ports has 32 for leaves: 4 units of 8 leaves are a pod. 160 hosts are 5 units: a pod of four and one of one.
test("a fabric of three tiers has pods between", () => {
  const tree = only("tree", [pool("h100", 160)], [fabric({ tiers: 3 })]);
  expect(tree.leaves.map(({ hosts }) => hosts.length)).toEqual([32, 32, 32, 32, 32]);
  expect(switches(tree)).toEqual([
    ["rail-pod0001", "rail-su[0001-0004]"],
    ["rail-pod0002", "rail-su0005"],
    ["rail-core", "rail-pod[0001-0002]"],
  ]);
});

describe("NVLink domains of several hosts", () => {
  const units = { rails: 4, scalableUnitHosts: 18 };

  test("are blocks of 18, in groups that double while there are as many", () => {
    const block = only("block", [racks(4)], [fabric(units)]);
    expect(blocks(block)).toEqual([
      ["nvl-nvl0001", "tx1-train-nvl-n[0001-0018]"],
      ["nvl-nvl0002", "tx1-train-nvl-n[0019-0036]"],
      ["nvl-nvl0003", "tx1-train-nvl-n[0037-0054]"],
      ["nvl-nvl0004", "tx1-train-nvl-n[0055-0072]"],
    ]);
    // As topograph's own model of four NVL72 says: "Supported block sizes: 18, 36, 72".
    expect(block.sizes).toEqual([18, 36, 72]);
    expect(block.name).toBe("block-18-rail");
  });

  test("need no fabric", () => {
    expect(only("block", [racks(2)], [])).toMatchObject({ name: "block-18", sizes: [18, 36] });
  });

  test("are as large as the fabric says: two racks of 18", () => {
    const block = only("block", [racks(4)], [fabric({ ...units, nvlinkDomainHosts: 36 })]);
    expect(block.blocks.map(({ hosts }) => hosts.length)).toEqual([36, 36]);
    expect(block.sizes).toEqual([36, 72]);
  });

  test("are those of whole machines, whatever servers the fabric joins before them", () => {
    const found = topologiesOf([pool("h100", 5), racks(2)], [fabric(units)]);
    expect(found.map(({ kind, name }) => [kind, name])).toEqual([
      ["tree", "tree-rail"],
      ["block", "block-18-rail"],
    ]);
    const block = found.find((each) => each.kind === "block");
    expect(block === undefined ? [] : blocks(block)).toEqual([
      ["nvl-nvl0001", "tx1-train-nvl-n[0001-0018]"],
      ["nvl-nvl0002", "tx1-train-nvl-n[0019-0036]"],
    ]);
  });

  test("have the sizes that the cluster states", () => {
    const [block] = slurmTopologies(scheduled([racks(4)], [fabric(units)]), [18, 72]).topologies;
    expect(block?.kind === "block" ? block.sizes : []).toEqual([18, 72]);
  });
});

// Slurm has 16 levels at most: the first size, and 15 doublings.
test.each([
  [1, [18]],
  [3, [18, 36]],
  [4, [18, 36, 72]],
  [1080, [18, 36, 72, 144, 288, 576, 1152, 2304, 4608, 9216, 18_432]],
])("%i domains of 18 hosts form groups of %j", (domains, sizes) => {
  expect(blockSizes(18, domains)).toEqual(sizes);
});
test("sizes end at the levels that Slurm has", () => {
  expect(blockSizes(2, 2 ** 15)).toHaveLength(16);
  expect(blockSizes(2, 2 ** 16)).toHaveLength(16);
});

describe("hosts of which nothing is known", () => {
  test("alone have no topology", () => {
    expect(slurmTopologies(scheduled([pool("h100", 3)], []))).toEqual({ topologies: [], ofPool: new Map() });
  });

  test("beside others have a flat one", () => {
    const { topologies, ofPool } = slurmTopologies(
      scheduled([pool("h100", 3), pool("more", 3)], [fabric({ pools: ["h100"] })]),
    );
    expect(topologies.map(({ kind }) => kind)).toEqual(["tree", "flat"]);
    expect(Object.fromEntries(ofPool)).toEqual({ h100: "tree-rail", more: "flat" });
  });
});
