import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  clusterName,
  nodeAccountId,
  nodePoolNames,
  nodePools,
  workloadPolicyName,
} from "../../constructs/google/names";

const named = (name: string) => ({ name });
const slices = (count: number) => ({
  machines: count * 32,
  slices: { count, hostsEach: 32, chipsEach: 128, multiHost: true },
});

test("names are told without loading the framework or a provider", () => {
  const text = readFileSync(join(__dirname, "../../constructs/google/names.ts"), "utf8");
  expect(text.match(/from "[^"]+"/g)).toEqual([
    'from "node:crypto"',
    'from "../ledger/cloud-names"',
    'from "../ledger/cloud-names"',
    'from "../ledger/google-node-pools"',
  ]);
});

test("a cluster is named after its site", () => {
  expect(clusterName(named("columbus"), named("train"))).toBe("columbus-train");
});

test("the thousandth slice has a digit more, and the others keep their names", () => {
  const names = nodePoolNames({ name: "v5p", machine: "ct5p-hightpu-4t" }, slices(1001));
  expect(names.slice(0, 2)).toEqual(["v5p-000", "v5p-001"]);
  expect(names.slice(-2)).toEqual(["v5p-999", "v5p-1000"]);
  expect(new Set(names).size).toBe(1001);
});

test("node pools hold all machines of the pool, and no more", () => {
  for (const machines of [1, 17, 18, 19, 36, 37, 500]) {
    const plans = nodePools({ name: "gb200", machine: "a4x-highgpu-4g" }, { machines });
    expect(plans.reduce((sum, { nodes }) => sum + nodes, 0)).toBe(machines);
    expect(Math.max(...plans.map(({ nodes }) => nodes))).toBeLessThanOrEqual(18);
  }
});

test("a pool of more than a thousand machines spreads over node pools, of which the first keeps its name", () => {
  const h100 = { name: "h100", machine: "a3-megagpu-8g" };
  expect(nodePools(h100, { machines: 1000 })).toEqual([{ name: "h100", nodes: 1000 }]);
  expect(nodePools(h100, { machines: 1001 })).toEqual([
    { name: "h100", nodes: 1000 },
    { name: "h100-2", nodes: 1 },
  ]);
  expect(nodePools(h100, { machines: 2500 }).map(({ nodes }) => nodes)).toEqual([1000, 1000, 500]);
  expect(nodePoolNames(h100, { machines: 9001 }).at(-1)).toBe("h100-10");
});

describe("what Google limits more than names of clusters and pools", () => {
  const long = "a-very-long-name-of-a-site-in-a-far-country";

  test("an account id has 6 to 30 characters whatever the names, and two names never share one", () => {
    expect(nodeAccountId(named("a"), named("b"))).toBe("gke-a-b");
    const one = nodeAccountId(named(long), named("train-one"));
    const two = nodeAccountId(named(long), named("train-two"));
    for (const id of [one, two]) expect(id).toMatch(/^[a-z]([-a-z0-9]{4,28}[a-z0-9])$/);
    expect(one).not.toBe(two);
  });

  test("a policy's name has at most 63 characters", () => {
    const name = workloadPolicyName(named(long), named("train-one"), named("ironwood-of-the-second-phase"));
    expect(name).toMatch(/^[a-z]([-a-z0-9]{0,61}[a-z0-9])$/);
  });
});
