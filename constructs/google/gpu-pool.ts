import { ContainerNodePool, type ContainerNodePoolNodeConfig } from "@cdktf/provider-google/lib/container-node-pool";
import { Construct } from "constructs";
import type { Machine, PoolSize } from "../catalog";
import type { GooglePool } from "../model";
import { NVLINK_DOMAINS, nodePools } from "./names";
import { acceleratorPool, MAX_PODS, type PoolGround, scaling } from "./node-config";
import { byWorkloadPolicy, compact, type Placement } from "./placement";

/** A topology of GPUs: the 18 machines of 4 that share an NVLink domain. Source: Cluster Toolkit, example gke-a4x. */
const NVLINK_TOPOLOGY = "1x72";

/** Series whose flex-start machines may be placed compactly. Source: GKE documentation, flex-start. */
const COMPACT_FLEX_START = /^(a3-ultragpu|a4-highgpu)-/;

/** The machine type fixes the number of local SSDs, and GKE writes it into the pool. */
const LOCAL_SSD = "node_config[0].ephemeral_storage_local_ssd_config";

/**
 * GPU machines: one node pool in one zone, or one for each NVLink domain. They talk over the VPC of the cluster. The further
 * network interfaces of GPUDirect (TCPX, TCPXO, RDMA) are not part of this, so jobs over several machines work, and slowly.
 */
export class GoogleGpuPool extends Construct {
  readonly nodePools: readonly ContainerNodePool[];

  constructor(scope: Construct, id: string, ground: PoolGround, pool: GooglePool, machine: Machine, size: PoolSize) {
    super(scope, id);
    const { nodeConfig, ...common } = acceleratorPool(ground, pool, machine);
    const domain = NVLINK_DOMAINS.has(machine.type) ? byWorkloadPolicy(this, ground, pool, NVLINK_TOPOLOGY) : undefined;
    this.nodePools = nodePools(pool, size).map((plan) => {
      const { placementPolicy, lifecycle } = domain ?? nearness(pool, machine);
      return new ContainerNodePool(this, plan.name, {
        ...common,
        name: plan.name,
        maxPodsPerNode: MAX_PODS.gpu,
        ...scaling(pool.capacity, plan.nodes, "gpu"),
        nodeConfig: { ...nodeConfig, ...gpus(machine) },
        ...(placementPolicy === undefined ? {} : { placementPolicy }),
        lifecycle: { ...lifecycle, ignoreChanges: [LOCAL_SSD, ...ignored(lifecycle)] },
      });
    });
  }
}

/** What GPUDirect and the driver that GKE installs need: Container-Optimized OS and Google's network interface. */
const gpus = (machine: Machine): ContainerNodePoolNodeConfig => ({
  imageType: "COS_CONTAINERD",
  gvnic: { enabled: true },
  ...(machine.gpuType === undefined
    ? {}
    : {
        guestAccelerator: [
          {
            type: machine.gpuType,
            count: machine.accelerators.value,
            gpuDriverInstallationConfig: { gpuDriverVersion: "DEFAULT" },
          },
        ],
      }),
});

/**
 * Machines are placed near each other, also a single one: its pool may grow, and a placement that comes with the second
 * machine would replace the first. Except where the contract decides it: reserved machines stand where the
 * reservation has them, and are found only by a pool with the same placement, hence none; flex-start takes a placement on
 * some series only. Sources: AI Hypercomputer documentation, placement policies; GKE documentation, flex-start.
 */
function nearness(pool: GooglePool, machine: Machine): Placement {
  const { kind } = pool.capacity;
  if (kind === "reservation") return {};
  return kind === "flexStart" && !COMPACT_FLEX_START.test(machine.type) ? {} : compact();
}

function ignored(lifecycle: Placement["lifecycle"]): readonly string[] {
  const changes = lifecycle?.ignoreChanges;
  return Array.isArray(changes) ? changes : [];
}
