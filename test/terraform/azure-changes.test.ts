import { Fleet } from "siteform";
import {
  type AzureClusterProps,
  type AzurePoolProps,
  AzureSite,
  capacityReservation,
  kubernetes,
  lustre,
  onDemand,
  spot,
} from "siteform/azure";
import { describeWithTerraform } from "../support/with-tools";
import { Workspace } from "./azure-plans";

const SUBSCRIPTION = "00000000-0000-4000-8000-000000000001";
const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/gpu/providers/Microsoft.Compute/capacityReservationGroups/h100`;
const MADE = capacityReservation({ create: { acceptCharges: true }, zone: "1" });

const pool = (more: Partial<AzurePoolProps> = {}): AzurePoolProps => ({
  machine: "Standard_ND96isr_H100_v5",
  count: 16,
  capacity: onDemand({ zone: "1" }),
  ...more,
});

/** A cluster with the pool of each test and one beside it, which is never to change. */
function program(
  changed: AzurePoolProps,
  more: Partial<AzureClusterProps> = {},
  protect = true,
  tags: Readonly<Record<string, string>> = {},
): Fleet {
  const fleet = new Fleet("changes");
  const site = new AzureSite(fleet, "virginia", {
    subscription: SUBSCRIPTION,
    region: "eastus2",
    location: { country: "US", subdivision: "US-VA" },
    network: { cidrs: ["10.48.0.0/16"] },
    protect,
    tags,
  });
  site.addCluster("train", {
    scheduler: kubernetes({ version: "1.34" }),
    network: { nodes: "10.48.0.0/20", pods: "10.80.0.0/12", services: "10.49.0.0/20", storage: "10.48.16.0/24" },
    pools: [changed, pool({ name: "beside", machine: "Standard_ND96isr_H200_v5" })],
    ...more,
  });
  return fleet;
}

const NODE_POOL = "azurerm_kubernetes_cluster_node_pool.cluster-train_pool-h100";
const update = (address: string) => ({ address, actions: ["update"] });
const create = (address: string) => ({ address, actions: ["create"] });
const replace = (address: string) => ({ address, actions: ["delete", "create"] });

describeWithTerraform("what a change of a cluster on Azure does", () => {
  let workspace: Workspace;
  beforeEach(() => {
    workspace = new Workspace("virginia");
  });
  afterEach(() => workspace.close());

  const change = async (before: Fleet, after: Fleet) => {
    await workspace.apply(before);
    return workspace.changes(after);
  };

  test("another count is a change in place, of that pool alone", async () => {
    expect(await change(program(pool()), program(pool({ count: 24 })))).toEqual([update(NODE_POOL)]);
  });

  test("a pool that grows beyond 1,000 keeps its node pool and gains another", async () => {
    expect(await change(program(pool({ count: 1000 })), program(pool({ count: 1200 })))).toEqual([
      create(`${NODE_POOL}x2`),
    ]);
  });

  test("another version is a change in place, of the cluster and of each pool", async () => {
    const later = program(pool(), { scheduler: kubernetes({ version: "1.35" }) });
    expect(await change(program(pool()), later)).toEqual([
      update("azurerm_kubernetes_cluster.cluster-train_cluster"),
      update(`azurerm_kubernetes_cluster_node_pool.cluster-train_pool-beside`),
      update(NODE_POOL),
    ]);
  });

  test("another machine is a change in place: the provider rotates the pool through its second name", async () => {
    const other = pool({ name: "h100", machine: "Standard_ND96isr_H200_v5" });
    expect(await change(program(pool({ name: "h100" })), program(other))).toEqual([update(NODE_POOL)]);
  });

  test("an existing reservation group replaces that pool, after the role that it needs", async () => {
    const reserved = pool({ capacity: capacityReservation({ groupId: GROUP, zone: "1" }) });
    const changes = await change(program(pool()), program(reserved));
    expect(changes).toEqual([
      replace(NODE_POOL),
      create(expect.stringMatching(/^azurerm_role_assignment\.cluster-train_reservations_role-gpu-[0-9a-f]{8}$/)),
    ]);
  });

  test("a reservation that is made replaces that pool and no other, and no cluster", async () => {
    expect(await change(program(pool()), program(pool({ capacity: MADE })))).toEqual([
      create("azurerm_capacity_reservation.cluster-train_reservations_reservation-h100"),
      create("azurerm_capacity_reservation_group.cluster-train_reservations_group-h100"),
      replace(NODE_POOL),
      create("azurerm_resource_group.capacity_resource-group"),
      create("azurerm_role_assignment.cluster-train_reservations_made-role"),
    ]);
  });

  test("a reservation that is made follows its pool's count in place", async () => {
    const made = (count: number) => program(pool({ count, capacity: MADE }));
    expect(await change(made(16), made(24))).toEqual([
      update("azurerm_capacity_reservation.cluster-train_reservations_reservation-h100"),
      update(NODE_POOL),
    ]);
  });

  test("a pool that is retired takes its reservation along, protected as it is", async () => {
    const made = program(pool({ capacity: MADE }));
    const changes = await change(made, program(pool({ capacity: MADE, retired: true })));
    expect(new Set(changes.flatMap(({ actions }) => actions))).toEqual(new Set(["delete"]));
    expect(changes.map(({ address }) => address)).toEqual(
      expect.arrayContaining([NODE_POOL, "azurerm_capacity_reservation.cluster-train_reservations_reservation-h100"]),
    );
    expect(changes.map(({ address }) => address)).not.toContain("azurerm_kubernetes_cluster.cluster-train_cluster");
  });

  test("spot replaces the pool", async () => {
    expect(await change(program(pool()), program(pool({ capacity: spot({ zone: "1" }) })))).toEqual([
      replace(NODE_POOL),
    ]);
  });

  test("a tag that changes reaches the node pools, unless a key has capitals, which AKS does not keep", async () => {
    const tagged = (key: string, value: string) => program(pool(), {}, true, { [key]: value });
    const pools = async (key: string) =>
      (await change(tagged(key, "1"), tagged(key, "2"))).filter(({ address }) => address.includes("node_pool"));
    expect(await pools("cost-center")).toEqual([
      update("azurerm_kubernetes_cluster_node_pool.cluster-train_pool-beside"),
      update(NODE_POOL),
    ]);
    await workspace.close();
    workspace = new Workspace("virginia");
    expect(await pools("CostCenter")).toEqual([]);
  });

  test("the autoscaler comes and goes in place", async () => {
    expect(await change(program(pool()), program(pool({ autoscale: { min: 0 } })))).toEqual([update(NODE_POOL)]);
  });

  test("a larger file system would be another, which a protected site refuses", async () => {
    const scratch = (capacityTiB: number, protect: boolean) =>
      program(
        pool(),
        { storage: [lustre({ name: "scratch", sku: "AMLFS-Durable-Premium-250", capacityTiB, zone: "1" })] },
        protect,
      );
    await workspace.apply(scratch(8, true));
    await expect(workspace.changes(scratch(16, true))).rejects.toThrow(/prevent_destroy/);
    expect(await workspace.changes(scratch(16, false))).toEqual([
      replace("azurerm_managed_lustre_file_system.cluster-train_storage-scratch_file-system"),
    ]);
  });
});
