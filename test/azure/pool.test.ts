import { type DefinedMachine, defineMachine } from "../../constructs/catalog";
import { aCluster, aPool, aSite, RESERVATION, synthSite } from "./synth-site";

const poolOf = (more: object = {}, machines: readonly DefinedMachine[] = []) =>
  synthSite(aSite({ clusters: [aCluster({ pools: [aPool(more)] })] }), machines).one("kubernetes_cluster_node_pool");

describe("a pool of accelerators", () => {
  it("has the machines of the document in the cluster's subnet", () => {
    const pool = poolOf({ count: 1000 });
    expect(pool).toMatchObject({
      name: "h100",
      mode: "User",
      vm_size: "Standard_ND96isr_H100_v5",
      node_count: 1000,
      vnet_subnet_id: expect.stringMatching(/^\$\{azurerm_subnet\./),
      node_labels: { "siteform.dev/pool": "h100" },
    });
    expect(pool).not.toHaveProperty("zones");
    expect(pool).not.toHaveProperty("auto_scaling_enabled");
  });

  it("keeps off what asks for no accelerator", () => {
    expect(poolOf()["node_taints"]).toEqual(["sku=gpu:NoSchedule"]);
  });

  it("stands in the contract's zone", () => {
    expect(poolOf({ capacity: { kind: "onDemand", zone: "2" } })["zones"]).toEqual(["2"]);
  });

  it("upgrades beside the machines when it is on demand", () => {
    expect(poolOf()["upgrade_settings"]).toEqual({ max_surge: "10%" });
  });

  it("draws from its reservation, and upgrades in place since the reservation holds no more machines", () => {
    const pool = poolOf({ capacity: { kind: "capacityReservation", groupId: RESERVATION, zone: "1" } });
    expect(pool).toMatchObject({ capacity_reservation_group_id: RESERVATION, zones: ["1"] });
    expect(pool["upgrade_settings"]).toEqual({ max_unavailable: "10%" });
    expect(pool).not.toHaveProperty("priority");
  });

  it("is marked as spot the way AKS marks it, at any price up to on demand", () => {
    const pool = poolOf({ capacity: { kind: "spot" } });
    expect(pool).toMatchObject({ priority: "Spot", eviction_policy: "Delete", spot_max_price: -1 });
    expect(pool["node_labels"]).toMatchObject({ "kubernetes.azure.com/scalesetpriority": "spot" });
    expect(pool["node_taints"]).toEqual([
      "sku=gpu:NoSchedule",
      "kubernetes.azure.com/scalesetpriority=spot:NoSchedule",
    ]);
    // The provider refuses both max_surge and max_unavailable on a spot pool.
    expect(pool).not.toHaveProperty("upgrade_settings");
  });

  it.each([
    ["Standard_ND96asr_v4", "Install"],
    ["Standard_ND96isr_H200_v5", "Install"],
    ["Standard_ND96isr_MI300X_v5", "None"],
    ["Standard_ND128isr_NDR_GB200_v6", "None"],
    ["Standard_ND128isr_GB300_v6", "None"],
  ])("of %s has driver %s", (machine, driver) => {
    expect(poolOf({ machine })["gpu_driver"]).toBe(driver);
  });

  it("of a machine newer than the catalogue has the driver of its vendor", () => {
    const size = (type: string, vendor: string) =>
      defineMachine({
        type,
        offer: "azure",
        accelerator: { name: `${vendor} 9`, vendor, kind: "gpu" },
        accelerators: 8,
      });
    const machines = [size("Standard_New_A", "AMD"), size("Standard_New_N", "NVIDIA")];
    expect(poolOf({ machine: "Standard_New_A" }, machines)["gpu_driver"]).toBe("None");
    expect(poolOf({ machine: "Standard_New_N" }, machines)["gpu_driver"]).toBe("Install");
  });
});
