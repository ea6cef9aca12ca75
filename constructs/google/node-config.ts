import type { ContainerCluster } from "@cdktf/provider-google/lib/container-cluster";
import type {
  ContainerNodePoolConfig,
  ContainerNodePoolNodeConfig,
} from "@cdktf/provider-google/lib/container-node-pool";
import type { ProjectIamMember } from "@cdktf/provider-google/lib/project-iam-member";
import type { Machine } from "../catalog";
import { POOL_LABEL } from "../ledger/node-marks";
import type { GoogleCapacity, GoogleCluster, GooglePool, GoogleSiteSpec } from "../model";
import type { GoogleGpuNetworks } from "./gpu-networks";
import { type StackGround, waits } from "./ground";

/** The account that nodes run as. */
export interface NodeAccount {
  readonly email: string;
  /** Roles the nodes must have before they start, and until they are gone. */
  readonly roles: readonly ProjectIamMember[];
}

/** What a pool stands on. */
export interface PoolGround {
  readonly site: GoogleSiteSpec;
  readonly spec: GoogleCluster;
  readonly cluster: ContainerCluster;
  readonly account: NodeAccount;
  /** The key of the nodes' disks; undefined where Google has it. */
  readonly key: string | undefined;
  /** Further networks of GPU machines. */
  readonly gpuNetworks: GoogleGpuNetworks;
  readonly stack: StackGround;
  /** Labels of the virtual machines, for the bill. */
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * Pods a node has addresses for. A node takes a /27 of the pod range for 9 to 16 pods and a /24 for 65 to 128 (GKE
 * documentation, flexible pod CIDR), so that a /16 holds 2,048 TPU hosts or 256 others. A TPU host runs one pod of work and
 * what GKE adds; 15 is xpk's figure for it. 110 is GKE's default.
 */
export const MAX_PODS = { tpu: 15, gpu: 110, system: 110 } as const;

/** Creation of a node pool may take 30 minutes by default; that of a large slice takes longer. */
export const POOL_TIMEOUTS = { create: "2h", update: "2h", delete: "2h" } as const;

/** Replaces a node after it is gone: there is no spare capacity to surge into where accelerators are reserved. */
const IN_PLACE = { strategy: "SURGE", maxSurge: 0, maxUnavailable: 1 } as const;

/** Machine series that take no persistent disk as boot disk. Source: Cluster Toolkit, examples of TPU v6e, TPU7x, A4, A4X. */
const HYPERDISK_ONLY = /^(ct6e|tpu7x|a4|a4x)-/;

/** What every node of a cluster has: least roles, an identity a pod, and a verified boot. */
export const nodeBasis = (account: NodeAccount, key: string | undefined): ContainerNodePoolNodeConfig => ({
  serviceAccount: account.email,
  // What a node may do is decided by the roles of its account; narrower scopes would only hide a missing role.
  oauthScopes: ["https://www.googleapis.com/auth/cloud-platform"],
  workloadMetadataConfig: { mode: "GKE_METADATA" },
  shieldedInstanceConfig: { enableSecureBoot: true, enableIntegrityMonitoring: true },
  ...(key === undefined ? {} : { bootDiskKmsKey: key }),
});

/** What node pools of accelerators have in common, whatever the accelerator. */
export function acceleratorPool(ground: PoolGround, pool: GooglePool, machine: Machine) {
  const { capacity } = pool;
  const { upgrade } = pool;
  return {
    cluster: ground.cluster.name,
    location: ground.site.region,
    nodeLocations: [capacity.zone],
    // A release channel turns both on; only pools that machines come to when asked for may, and must, leave repair off.
    management: { autoRepair: !isAsked(capacity), autoUpgrade: true },
    upgradeSettings:
      upgrade === undefined ? IN_PLACE : { ...IN_PLACE, maxSurge: upgrade.surge, maxUnavailable: upgrade.unavailable },
    timeouts: POOL_TIMEOUTS,
    ...(capacity.kind === "queued" ? { queuedProvisioning: { enabled: true } } : {}),
    ...waits(ground.account.roles),
    nodeConfig: {
      ...nodeBasis(ground.account, ground.key),
      machineType: machine.type,
      ...(HYPERDISK_ONLY.test(machine.type) ? { diskType: "hyperdisk-balanced" } : {}),
      ...(pool.bootDiskGiB === undefined ? {} : { diskSizeGb: pool.bootDiskGiB }),
      labels: {
        [POOL_LABEL]: pool.name,
        // GKE sets it; stated, so that no plan takes it away.
        ...(capacity.kind === "queued" ? { "cloud.google.com/gke-queued": "true" } : {}),
      },
      resourceLabels: { ...ground.labels, pool: pool.name },
      ...market(capacity, ground.site.project),
    },
  } satisfies ContainerNodePoolConfig;
}

/** Whether machines come when work asks for them, and go when it is done. */
export const isAsked = ({ kind }: GoogleCapacity): boolean => kind === "flexStart" || kind === "queued";

/**
 * How many nodes a node pool has: that many, or where work asks for them up to that many from none. Limits of TPU pools count a zone,
 * those of GPU pools all zones. Source: GKE documentation, flex-start.
 */
export function scaling(
  capacity: GoogleCapacity,
  nodes: number,
  kind: "tpu" | "gpu",
): Pick<ContainerNodePoolConfig, "nodeCount" | "autoscaling"> {
  if (!isAsked(capacity)) return { nodeCount: nodes };
  return kind === "tpu"
    ? { autoscaling: { minNodeCount: 0, maxNodeCount: nodes } }
    : { autoscaling: { totalMinNodeCount: 0, totalMaxNodeCount: nodes, locationPolicy: "ANY" } };
}

/** The contract as a node's configuration says it. */
function market(capacity: GoogleCapacity, project: string): ContainerNodePoolNodeConfig {
  const unreserved = { reservationAffinity: { consumeReservationType: "NO_RESERVATION" } };
  switch (capacity.kind) {
    case "onDemand":
      return {};
    case "spot":
      return { spot: true, ...unreserved };
    case "flexStart":
      // Else GKE takes them from a reservation, where one fits.
      return { flexStart: true, maxRunDuration: `${Math.round(capacity.maxRunHours * 3600)}s`, ...unreserved };
    case "queued":
      return unreserved;
    case "reservation":
      return {
        reservationAffinity: {
          consumeReservationType: "SPECIFIC_RESERVATION",
          key: "compute.googleapis.com/reservation-name",
          values: [reservationPath(capacity, project)],
        },
      };
  }
}

/** The name is enough for a whole reservation of the same project; another project's, or a block of one, needs the path. */
function reservationPath(capacity: Extract<GoogleCapacity, { kind: "reservation" }>, project: string): string {
  const { reservation } = capacity;
  if (reservation.startsWith("projects/")) return reservation;
  if (capacity.project === undefined && !reservation.includes("/")) return reservation;
  return `projects/${capacity.project ?? project}/reservations/${reservation}`;
}
