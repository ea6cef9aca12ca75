import type { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import {
  KubernetesClusterNodePool,
  type KubernetesClusterNodePoolConfig,
} from "@cdktf/provider-azurerm/lib/kubernetes-cluster-node-pool";
import type { RoleAssignment } from "@cdktf/provider-azurerm/lib/role-assignment";
import type { Subnet } from "@cdktf/provider-azurerm/lib/subnet";
import type { Construct } from "constructs";
import { acceleratorOf, type Machine } from "../catalog";
import { AKS_SPOT, azureTaints, POOL_LABEL } from "../ledger/node-marks";
import type { AzureCapacity, AzurePool } from "../model";
import { poolName } from "./names";

/** What a pool stands on. */
export interface AzurePoolGround {
  readonly cluster: KubernetesCluster;
  readonly subnet: Subnet;
  readonly tags: { [key: string]: string };
  /** The Kubernetes version, where the document names one. */
  readonly version?: string;
  /** The name of the pool that stands in while this one is replaced. */
  readonly temporaryName: string | undefined;
  /** What must exist before the pool. */
  readonly after: readonly RoleAssignment[];
}

/** One node pool of machines with accelerators, under its capacity contract. */
export function addPool(
  scope: Construct,
  pool: AzurePool,
  machine: Machine,
  ground: AzurePoolGround,
): KubernetesClusterNodePool {
  const { capacity } = pool;
  const { version, temporaryName } = ground;
  const spot = capacity.kind === "spot";
  return new KubernetesClusterNodePool(scope, `pool-${pool.name}`, {
    name: poolName(pool),
    kubernetesClusterId: ground.cluster.id,
    mode: "User",
    vmSize: machine.type,
    nodeCount: pool.count,
    vnetSubnetId: ground.subnet.id,
    ...(capacity.zone === undefined ? {} : { zones: [capacity.zone] }),
    osSku: "Ubuntu",
    gpuDriver: gpuDriver(machine),
    ...(version === undefined ? {} : { orchestratorVersion: version }),
    nodeLabels: { [POOL_LABEL]: pool.name, ...(spot ? { [AKS_SPOT.key]: AKS_SPOT.value } : {}) },
    nodeTaints: azureTaints(pool).map(({ key, value, effect }) => `${key}=${value}:${effect}`),
    ...(temporaryName === undefined ? {} : { temporaryNameForRotation: temporaryName }),
    ...contract(capacity),
    tags: ground.tags,
    ...(ground.after.length === 0 ? {} : { dependsOn: [...ground.after] }),
  });
}

/**
 * How the contract shows. An upgrade replaces a tenth of the machines at a time: beside them where more can be had, in their
 * place where the reservation holds no more. A spot pool takes neither setting.
 */
function contract(capacity: AzureCapacity): Partial<KubernetesClusterNodePoolConfig> {
  switch (capacity.kind) {
    case "spot":
      // -1: up to the on-demand price, so that only a lack of room takes a machine back.
      return { priority: "Spot", evictionPolicy: "Delete", spotMaxPrice: -1 };
    case "capacityReservation":
      return { capacityReservationGroupId: capacity.groupId, upgradeSettings: { maxUnavailable: "10%" } };
    case "onDemand":
      return { upgradeSettings: { maxSurge: "10%" } };
  }
}

/**
 * AKS installs NVIDIA's driver for x86 hosts. For AMD it has none, and the Grace hosts of GB200 and GB300 get theirs from the
 * GPU operator (AKS documentation). Always written: the provider reads what AKS chose, and replaces a pool that leaves it out.
 */
function gpuDriver(machine: Machine): "Install" | "None" {
  return acceleratorOf(machine)?.vendor === "AMD" || machine.architecture === "arm64" ? "None" : "Install";
}
