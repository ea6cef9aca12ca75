import { acceleratorPools, named, single, siteOf, stackTree } from "./stack-tree";

const onDemand = { kind: "onDemand", zone: "us-east5-a" };
const v5p = { name: "v5p", machine: "ct5p-hightpu-4t", topology: "4x4x8", capacity: onDemand };
const ironwood = { name: "ironwood", machine: "tpu7x-standard-4t", topology: "4x4x4", slices: 2, capacity: onDemand };

describe("a TPU slice of several hosts", () => {
  test("is one node pool with as many nodes as the slice has hosts", () => {
    // 4 * 4 * 8 = 128 chips, 4 chips a host (GKE documentation, plan TPUs in GKE).
    const pools = acceleratorPools(stackTree(siteOf([v5p])));
    expect(Object.keys(pools)).toEqual(["v5p-000"]);
    expect(pools["v5p-000"]).toMatchObject({ node_count: 32, node_locations: ["us-east5-a"], location: "us-east5" });
  });

  test("is placed compactly with its topology", () => {
    const pools = acceleratorPools(stackTree(siteOf([v5p])));
    expect(pools["v5p-000"]?.["placement_policy"]).toEqual({ type: "COMPACT", tpu_topology: "4x4x8" });
  });

  test("is replaced by another machine or topology, of which the provider alone would make an update", () => {
    const tree = stackTree(siteOf([{ ...v5p, slices: 2 }]));
    const [[id, shape] = []] = Object.entries(tree.resource["terraform_data"] ?? {});
    expect(shape).toMatchObject({ input: { machine: "ct5p-hightpu-4t", topology: "4x4x8" } });
    for (const pool of Object.values(acceleratorPools(tree))) {
      expect(pool["lifecycle"]).toEqual({ replace_triggered_by: [`terraform_data.${id}`] });
    }
  });

  test("is a node pool each, and further slices leave the first ones as they were", () => {
    const three = acceleratorPools(stackTree(siteOf([{ ...v5p, slices: 3 }])));
    const four = acceleratorPools(stackTree(siteOf([{ ...v5p, slices: 4 }])));
    expect(Object.keys(three)).toEqual(["v5p-000", "v5p-001", "v5p-002"]);
    expect(Object.values(three).map((pool) => pool["node_count"])).toEqual([32, 32, 32]);
    expect(Object.keys(four)).toEqual([...Object.keys(three), "v5p-003"]);
    expect(four).toMatchObject(three);
  });

  test("is replaced in place, waits two hours and more, and gives each node few pod addresses", () => {
    const pool = acceleratorPools(stackTree(siteOf([v5p])))["v5p-000"];
    expect(pool).toMatchObject({
      max_pods_per_node: 15,
      upgrade_settings: { strategy: "SURGE", max_surge: 0, max_unavailable: 1 },
      management: { auto_repair: true, auto_upgrade: true },
      timeouts: { create: "2h" },
    });
    expect(pool?.["autoscaling"]).toBeUndefined();
  });

  test("declares no accelerator, as its machine type has it", () => {
    const { text } = stackTree(siteOf([v5p]));
    expect(text).not.toContain("guest_accelerator");
    expect(text).not.toContain("enable_tpu");
  });
});

describe("TPU slices of one host", () => {
  test("are nodes of one pool without a placement", () => {
    // 2 * 2 * 1 = 4 chips: one host a slice.
    const pools = acceleratorPools(stackTree(siteOf([{ ...v5p, topology: "2x2x1", slices: 5 }])));
    expect(Object.keys(pools)).toEqual(["v5p"]);
    expect(pools["v5p"]).toMatchObject({ node_count: 5, node_locations: ["us-east5-a"] });
    expect(pools["v5p"]?.["placement_policy"]).toBeUndefined();
  });

  test("2x4 is one host of eight chips, or two of four", () => {
    const trillium = { name: "v6e", topology: "2x4", capacity: onDemand };
    const eight = acceleratorPools(stackTree(siteOf([{ ...trillium, machine: "ct6e-standard-8t" }])));
    const four = acceleratorPools(stackTree(siteOf([{ ...trillium, machine: "ct6e-standard-4t" }])));
    expect(eight["v6e"]).toMatchObject({ node_count: 1 });
    expect(four["v6e-000"]).toMatchObject({ node_count: 2, placement_policy: { tpu_topology: "2x4" } });
  });
});

describe("TPU7x", () => {
  test("of several hosts is placed by a workload policy with the topology", () => {
    const tree = stackTree(siteOf([ironwood]));
    expect(single(tree, "google_compute_resource_policy")).toMatchObject({
      name: "columbus-train-ironwood",
      region: "us-east5",
      workload_policy: { type: "HIGH_THROUGHPUT", accelerator_topology: "4x4x4" },
    });
    const [policy] = Object.keys(tree.resource["google_compute_resource_policy"] ?? {});
    for (const pool of Object.values(acceleratorPools(tree))) {
      // 64 chips, 4 a host.
      expect(pool).toMatchObject({ node_count: 16 });
      expect(pool["placement_policy"]).toEqual({
        type: "",
        policy_name: `\${google_compute_resource_policy.${policy}.name}`,
      });
    }
  });

  test("is not replaced by every plan, but is by another topology", () => {
    const tree = stackTree(siteOf([ironwood]));
    const [policy] = Object.keys(tree.resource["google_compute_resource_policy"] ?? {});
    const [shape] = Object.keys(tree.resource["terraform_data"] ?? {});
    expect(acceleratorPools(tree)["ironwood-001"]?.["lifecycle"]).toEqual({
      ignore_changes: ["placement_policy"],
      replace_triggered_by: [`terraform_data.${shape}`, `google_compute_resource_policy.${policy}`],
    });
  });

  test("of one host needs no policy", () => {
    const tree = stackTree(siteOf([{ ...ironwood, topology: "2x2x1" }]));
    expect(named(tree, "google_compute_resource_policy")).toEqual({});
    expect(acceleratorPools(tree)["ironwood"]).toMatchObject({ node_count: 2 });
  });
});

test.each([
  ["ct5p-hightpu-4t", "2x2x1", undefined],
  ["ct6e-standard-4t", "2x2", "hyperdisk-balanced"],
  ["tpu7x-standard-4t", "2x2x1", "hyperdisk-balanced"],
])("the boot disk of %s is of a type it takes", (machine, topology, diskType) => {
  const { tpu } = acceleratorPools(stackTree(siteOf([{ name: "tpu", machine, topology, capacity: onDemand }])));
  expect(tpu).toBeDefined();
  expect(tpu).toHaveProperty("node_config.machine_type", machine);
  if (diskType === undefined) expect(tpu).not.toHaveProperty("node_config.disk_type");
  else expect(tpu).toHaveProperty("node_config.disk_type", diskType);
});

test("a TPU pool with a count but no topology is not built: a rule should have refused it", () => {
  expect(() => stackTree(siteOf([{ name: "v5p", machine: "ct5p-hightpu-4t", count: 4, capacity: onDemand }]))).toThrow(
    "without a topology",
  );
});
