import { acceleratorPools, single, siteOf, stackTree } from "./stack-tree";

const onDemand = { kind: "onDemand", zone: "us-east5-a" };
const reserved = { kind: "reservation", zone: "us-east5-a", reservation: "held" };
const flexStart = { kind: "flexStart", zone: "us-east5-a" };

const pool = (machine: string, count: number, capacity: object = onDemand) =>
  stackTree(siteOf([{ name: "gpu", machine, count, capacity }]));

test.each([
  ["a3-highgpu-8g", "nvidia-h100-80gb", 8],
  ["a3-megagpu-8g", "nvidia-h100-mega-80gb", 8],
  ["a3-ultragpu-8g", "nvidia-h200-141gb", 8],
  ["a4-highgpu-8g", "nvidia-b200", 8],
])("%s declares the accelerators of its machine type", (machine, type, count) => {
  const { gpu } = acceleratorPools(pool(machine, 4));
  expect(gpu).toMatchObject({
    node_count: 4,
    node_locations: ["us-east5-a"],
    max_pods_per_node: 110,
    node_config: {
      machine_type: machine,
      image_type: "COS_CONTAINERD",
      gvnic: { enabled: true },
      guest_accelerator: [{ type, count }],
    },
  });
});

describe("placement", () => {
  test("machines are near each other, and a single one is placed as if more were to come", () => {
    expect(acceleratorPools(pool("a3-highgpu-8g", 2))["gpu"]?.["placement_policy"]).toEqual({ type: "COMPACT" });
    expect(acceleratorPools(pool("a3-highgpu-8g", 1))["gpu"]?.["placement_policy"]).toEqual({ type: "COMPACT" });
  });

  test("reserved machines are where the reservation has them", () => {
    expect(acceleratorPools(pool("a3-ultragpu-8g", 16, reserved))["gpu"]?.["placement_policy"]).toBeUndefined();
  });

  test("flex-start machines are near each other only on the series that can", () => {
    expect(acceleratorPools(pool("a3-highgpu-8g", 4, flexStart))["gpu"]?.["placement_policy"]).toBeUndefined();
    expect(acceleratorPools(pool("a4-highgpu-8g", 4, flexStart))["gpu"]?.["placement_policy"]).toEqual({
      type: "COMPACT",
    });
  });
});

test("local SSDs, which the machine type implies, are neither written nor compared", () => {
  const tree = pool("a3-megagpu-8g", 4);
  expect(acceleratorPools(tree)["gpu"]?.["lifecycle"]).toEqual({
    ignore_changes: ["node_config[0].ephemeral_storage_local_ssd_config"],
  });
  expect(acceleratorPools(tree)["gpu"]).not.toHaveProperty("node_config.ephemeral_storage_local_ssd_config");
});

test.each([
  ["a3-ultragpu-8g", undefined],
  ["a4-highgpu-8g", "hyperdisk-balanced"],
  ["a4x-highgpu-4g", "hyperdisk-balanced"],
])("the boot disk of %s is of a type it takes", (machine, diskType) => {
  const [first] = Object.values(acceleratorPools(pool(machine, 1)));
  if (diskType === undefined) expect(first).not.toHaveProperty("node_config.disk_type");
  else expect(first).toHaveProperty("node_config.disk_type", diskType);
});

describe("A4X", () => {
  test("is a node pool for each NVLink domain of 18 machines", () => {
    // 72 GPUs a domain, 4 a machine; 40 = 18 + 18 + 4.
    const pools = acceleratorPools(pool("a4x-highgpu-4g", 40, reserved));
    expect(Object.entries(pools).map(([name, { node_count }]) => [name, node_count])).toEqual([
      ["gpu-000", 18],
      ["gpu-001", 18],
      ["gpu-002", 4],
    ]);
  });

  test("is placed by a workload policy, and its pools are not replaced by every plan", () => {
    const tree = pool("a4x-highgpu-4g", 18, reserved);
    expect(single(tree, "google_compute_resource_policy")).toMatchObject({
      workload_policy: { type: "HIGH_THROUGHPUT", accelerator_topology: "1x72" },
    });
    const [policy] = Object.keys(tree.resource["google_compute_resource_policy"] ?? {});
    expect(acceleratorPools(tree)["gpu-000"]).toMatchObject({
      placement_policy: { type: "", policy_name: `\${google_compute_resource_policy.${policy}.name}` },
      lifecycle: {
        ignore_changes: ["node_config[0].ephemeral_storage_local_ssd_config", "placement_policy"],
        replace_triggered_by: [`google_compute_resource_policy.${policy}`],
      },
    });
  });
});
