import { ContainerNodePool, type ContainerNodePoolNodeConfig } from "@cdktf/provider-google/lib/container-node-pool";
import { Construct } from "constructs";
import type { Machine, PoolSize } from "../catalog";
import { LOCAL_SSDS } from "../ledger/google-local-ssds";
import type { GooglePool } from "../model";
import { NVLINK_DOMAINS, nodePools } from "./names";
import { acceleratorPool, MAX_PODS, type PoolGround, scaling } from "./node-config";
import { byWorkloadPolicy, compact, type Placement } from "./placement";

/** A topology of GPUs: the 18 machines of 4 that share an NVLink domain. Source: Cluster Toolkit, example gke-a4x. */
const NVLINK_TOPOLOGY = "1x72";

/** Series whose flex-start machines may be placed compactly. Source: GKE documentation, flex-start. */
const COMPACT_FLEX_START = /^(a3-ultragpu|a4-highgpu)-/;

/** The machine type fixes the number of local SSDs, and GKE writes them into the pool where nothing is said of them. */
const LOCAL_SSD = "node_config[0].ephemeral_storage_local_ssd_config";

const DRIVERS = { default: "DEFAULT", latest: "LATEST", disabled: "INSTALLATION_DISABLED" } as const;

/**
 * GPU machines: one node pool in one zone, one for each NVLink domain, or one for each thousand machines. Where the cluster states
 * a range for the further networks of GPUDirect (TCPX, TCPXO, RDMA) they have an interface in each; else they talk over the
 * cluster's VPC alone, so that jobs over several machines work, and slowly.
 */
export class GoogleGpuPool extends Construct {
  readonly nodePools: readonly ContainerNodePool[];

  constructor(scope: Construct, id: string, ground: PoolGround, pool: GooglePool, machine: Machine, size: PoolSize) {
    super(scope, id);
    const { nodeConfig, ...common } = acceleratorPool(ground, pool, machine);
    const domain = NVLINK_DOMAINS.has(machine.type) ? byWorkloadPolicy(this, ground, pool, NVLINK_TOPOLOGY) : undefined;
    const interfaces = ground.gpuNetworks.interfacesOf(pool);
    const { placementPolicy, lifecycle } = domain ?? nearness(pool, machine);
    const ssds = localSsds(pool);
    const ignoreChanges = [...(pool.localSsd === undefined ? [LOCAL_SSD] : []), ...(lifecycle?.ignoreChanges ?? [])];
    this.nodePools = nodePools(pool, size).map(
      (plan) =>
        new ContainerNodePool(this, plan.name, {
          ...common,
          name: plan.name,
          maxPodsPerNode: pool.maxPods ?? MAX_PODS.gpu,
          ...scaling(pool.capacity, plan.nodes, "gpu"),
          nodeConfig: { ...nodeConfig, ...gpus(pool, machine), ...ssds },
          ...(interfaces.length === 0 ? {} : { networkConfig: { additionalNodeNetworkConfigs: interfaces } }),
          ...(placementPolicy === undefined ? {} : { placementPolicy }),
          ...(ignoreChanges.length === 0 ? {} : { lifecycle: { ...lifecycle, ignoreChanges } }),
        }),
    );
  }
}

/** What GPUDirect and the driver that GKE installs need: Container-Optimized OS and Google's network interface. */
const gpus = (pool: GooglePool, machine: Machine): ContainerNodePoolNodeConfig => ({
  imageType: "COS_CONTAINERD",
  gvnic: { enabled: true },
  ...(machine.gpuType === undefined
    ? {}
    : {
        guestAccelerator: [
          {
            type: machine.gpuType,
            count: machine.accelerators.value,
            gpuDriverInstallationConfig: { gpuDriverVersion: DRIVERS[pool.gpuDriver ?? "default"] },
          },
        ],
      }),
});

/** What the local SSDs are for, where the pool says so; the rule GCP-POOL-04 has their number known. */
function localSsds({ localSsd, machine }: GooglePool): ContainerNodePoolNodeConfig {
  const localSsdCount = LOCAL_SSDS.get(machine);
  if (localSsd === undefined || localSsdCount === undefined) return {};
  return localSsd === "block"
    ? { localNvmeSsdBlockConfig: { localSsdCount } }
    : { ephemeralStorageLocalSsdConfig: { localSsdCount } };
}

/**
 * Machines are placed near each other, also a single one: its pool may grow, and a placement that comes with the second
 * machine would replace the first. Except where the contract decides it: reserved machines stand where the
 * reservation has them, and are found only by a pool with the same placement, hence none; flex-start takes a placement on
 * some series only, and queued provisioning on none. Sources: AI Hypercomputer documentation, placement policies; GKE
 * documentation, flex-start; Cluster Toolkit, gke-node-pool.
 */
function nearness(pool: GooglePool, machine: Machine): Placement {
  const { kind } = pool.capacity;
  if (kind === "reservation" || kind === "queued") return {};
  return kind === "flexStart" && !COMPACT_FLEX_START.test(machine.type) ? {} : compact();
}
