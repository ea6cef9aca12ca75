import type { KubernetesCluster } from "@cdktf/provider-azurerm/lib/kubernetes-cluster";
import {
  KubernetesClusterNodePool,
  type KubernetesClusterNodePoolConfig,
} from "@cdktf/provider-azurerm/lib/kubernetes-cluster-node-pool";
import type { Construct } from "constructs";
import type { Machine } from "../catalog";
import { gpuDriverOf } from "../ledger/azure-drivers";
import type { AzureNodePool } from "../ledger/azure-node-pools";
import { AKS_SPOT, azureTaints, POOL_LABEL } from "../ledger/node-marks";
import type { AzureCluster, AzurePool } from "../model";
import { hasCapitals } from "./ground";
import type { AzureReservationOf } from "./reservations";

/** What a pool stands on. */
export interface AzurePoolGround {
  readonly spec: AzureCluster;
  readonly cluster: KubernetesCluster;
  readonly subnetId: string;
  readonly tags: { [key: string]: string };
  /** The name of the pool that stands in while this one is replaced. */
  readonly temporaryName: string | undefined;
  /** Where its machines come out of a reservation. */
  readonly reservation?: AzureReservationOf;
}

/** One node pool of machines with accelerators, under its capacity contract. */
export function addNodePool(
  scope: Construct,
  pool: AzurePool,
  node: AzureNodePool,
  machine: Machine,
  ground: AzurePoolGround,
): KubernetesClusterNodePool {
  const { capacity } = pool;
  const { temporaryName, spec } = ground;
  const { version } = spec.scheduler;
  const spot = capacity.kind === "spot";
  return new KubernetesClusterNodePool(scope, `pool-${node.name}`, {
    name: node.name,
    kubernetesClusterId: ground.cluster.id,
    mode: "User",
    vmSize: machine.type,
    // Where the autoscaler chooses, the number of the moment is its own: naming one would undo its choice with each apply.
    ...(node.min === undefined
      ? { nodeCount: node.count }
      : { autoScalingEnabled: true, minCount: node.min, maxCount: node.count }),
    vnetSubnetId: ground.subnetId,
    ...(capacity.zone === undefined ? {} : { zones: [capacity.zone] }),
    osSku: pool.osSku,
    gpuDriver: gpuDriverOf(pool, machine),
    ...(pool.osDisk === undefined
      ? {}
      : {
          osDiskType: pool.osDisk.type,
          ...(pool.osDisk.sizeGB === undefined ? {} : { osDiskSizeGb: pool.osDisk.sizeGB }),
        }),
    ...(pool.maxPods === undefined ? {} : { maxPods: pool.maxPods }),
    ...(spec.encryption.host ? { hostEncryptionEnabled: true } : {}),
    ...(pool.proximityPlacementGroup === undefined ? {} : { proximityPlacementGroupId: pool.proximityPlacementGroup }),
    ...(version === undefined ? {} : { orchestratorVersion: version }),
    nodeLabels: { ...pool.labels, [POOL_LABEL]: pool.name, ...(spot ? { [AKS_SPOT.key]: AKS_SPOT.value } : {}) },
    nodeTaints: azureTaints(pool).map(({ key, value, effect }) => `${key}${value === "" ? "" : `=${value}`}:${effect}`),
    ...(temporaryName === undefined ? {} : { temporaryNameForRotation: temporaryName }),
    ...contract(pool, ground.reservation),
    tags: ground.tags,
    ...(hasCapitals(ground.tags) ? { lifecycle: { ignoreChanges: ["tags"] } } : {}),
    ...(ground.reservation === undefined || ground.reservation.after.length === 0
      ? {}
      : { dependsOn: [...ground.reservation.after] }),
  });
}

/**
 * How the contract shows. An upgrade replaces a tenth of the machines at a time: beside them where more can be had, in their
 * place where the reservation holds no more. A spot pool takes neither setting before azurerm 4.65.
 */
function contract(
  { capacity }: AzurePool,
  reservation: AzureReservationOf | undefined,
): Partial<KubernetesClusterNodePoolConfig> {
  switch (capacity.kind) {
    case "spot":
      // -1: up to the on-demand price, so that only a lack of room takes a machine back.
      return { priority: "Spot", evictionPolicy: "Delete", spotMaxPrice: -1 };
    case "capacityReservation":
      return {
        ...(reservation === undefined ? {} : { capacityReservationGroupId: reservation.groupId }),
        upgradeSettings: { maxUnavailable: "10%" },
      };
    case "onDemand":
      return { upgradeSettings: { maxSurge: "10%" } };
  }
}
